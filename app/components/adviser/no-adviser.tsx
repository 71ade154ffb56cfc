import { CallMe } from '~/components/appointment/call-me';
import { PhoneLink } from '~/components/phone-link';
import type { Language } from '~/domain/language';
import { adviserWords } from '~/i18n/pages/adviser';
import type { AdviserView } from '~/services/view-adviser.server';

/** While there is no adviser: that nothing has to be done, and who helps meanwhile. */
export function NoAdviser({ view, language }: { view: AdviserView; language: Language }) {
  const words = adviserWords.in(language);
  return (
    <>
      <h1 className="govuk-heading-l">{words.none.heading}</h1>
      <p className="govuk-body">{words.none.soon}</p>
      <p className="govuk-body">
        {words.none.until} <PhoneLink phone={view.officePhone} />
      </p>
      <CallMe action="/call-request" callDueAt={view.callDueAt} now={view.now} zone={view.zone} language={language} />
      <p className="govuk-body">
        <a className="govuk-link" href="/adviser/messages/new">
          {words.writeToOffice}
        </a>
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href="/adviser/messages">
          {words.messages}
        </a>
      </p>
    </>
  );
}
