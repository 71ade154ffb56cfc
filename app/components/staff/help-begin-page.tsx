import { Button } from '~/components/design-system/button';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { BackLink } from '~/components/design-system/links';
import { Radios } from '~/components/design-system/radios';
import { InsetText, WarningText } from '~/components/design-system/text-blocks';
import { errorBeside } from '~/components/question-page';
import type { Language } from '~/domain/language';
import { frameWords } from '~/i18n/pages/frame';
import { helpWords } from '~/i18n/pages/help';
import { contactsWords } from '~/i18n/pages/staff-contacts';
import { staffWords } from '~/i18n/pages/staff';
import type { HelpDesk } from '~/services/ask-who-it-is.server';
import { StaffBar } from './staff-bar';

export interface HelpPageProps {
  language: Language;
  desk: HelpDesk;
  me: { firstName: string; lastName: string };
}

/** Before a colleague helps somebody: what to be careful about, and where they are. */
export function HelpBeginPage({ language, desk, me, problem }: HelpPageProps & { problem: boolean }) {
  const words = helpWords.in(language).begin;
  const { customer, open } = desk;
  const record = `/staff/customers/${customer.id}`;
  const text = problem ? words.choose : undefined;
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href={record}>{contactsWords.in(language).backToRecord}</BackLink>
      {text && <ErrorSummary title={frameWords.in(language).problem} errors={[{ text, href: '#way' }]} />}
      <h1 className="govuk-heading-l">
        {words.title(staffWords.in(language).name(customer.firstName, customer.lastName))}
      </h1>
      <Cautions desk={desk} language={language} />
      {open && (
        <InsetText>
          <p className="govuk-body">{words.open}</p>
          <p className="govuk-body">
            <a className="govuk-link" href="/">
              {words.goOn}
            </a>{' '}
            <a className="govuk-link" href={`${record}/help/finish`}>
              {helpWords.in(language).finish}
            </a>
          </p>
        </InsetText>
      )}
      <p className="govuk-body">{words.what}</p>
      <p className="govuk-body">{words.not}</p>
      <form method="post" action={`${record}/help`} noValidate>
        <Radios
          name="way"
          fieldset={{ legend: { text: words.where, classes: 'govuk-fieldset__legend--m' } }}
          error={errorBeside(text, language)}
          items={[
            { value: 'phone', text: words.phone, hint: words.phoneHint },
            { value: 'desk', text: words.desk, hint: words.deskHint },
          ]}
        />
        <Button>{words.go}</Button>
      </form>
      <p className="govuk-body">{words.letter}</p>
    </div>
  );
}

/** What to be careful about with them. */
export function Cautions({ desk, language }: Pick<HelpPageProps, 'desk' | 'language'>) {
  const words = helpWords.in(language).begin;
  return (
    <>
      {desk.customer.noMessages && (
        <WarningText iconText={staffWords.in(language).important} classes="wm-safety">
          {words.noMessages}
        </WarningText>
      )}
      {desk.customer.discreet && <InsetText>{words.discreet}</InsetText>}
    </>
  );
}
