import { Button } from '~/components/design-system/button';
import { BackLink } from '~/components/design-system/links';
import { Select } from '~/components/design-system/select';
import type { FormatNotice } from '~/domain/assisted/format-notice';
import type { Language } from '~/domain/language';
import { LETTER_PAPERS, LETTER_PRINTS } from '~/domain/letter/letter-style';
import { formatWords } from '~/i18n/pages/formats';
import { frameWords } from '~/i18n/pages/frame';
import { recordWords } from '~/i18n/pages/record';
import type { CustomerFormats } from '~/services/view-customer-formats.server';
import { FormatBanner } from './format-banner';
import { FormatRequestEntry } from './format-request-entry';
import { StaffBar } from './staff-bar';
import { wordingFor } from './wording';

interface Props {
  language: Language;
  view: CustomerFormats;
  notice: FormatNotice | null;
  me: { id: string; firstName: string; lastName: string };
}

/** What a customer needs in another form, what was asked for, and their letters. */
export function CustomerFormatsPage({ language, view, notice, me }: Props) {
  const { zone, now, customer, needs, requests } = view;
  const wording = wordingFor(language, { zone, now, date: null });
  const words = formatWords.in(language);
  const record = recordWords.in(language);
  const base = `/staff/customers/${customer.id}`;
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href={base}>{frameWords.in(language).back}</BackLink>
      {notice && <FormatBanner notice={notice} back="customer" wording={wording} />}
      <h1 className="govuk-heading-l">{words.customer.title(wording.name(customer))}</h1>
      <section aria-labelledby="needs">
        <h2 className="govuk-heading-m" id="needs">
          {words.customer.needs}
        </h2>
        {needs.length === 0 ? (
          <p className="govuk-body">{words.customer.noNeeds}</p>
        ) : (
          <ul className="govuk-list govuk-list--bullet">
            {needs.map(({ id, need, detail }) => (
              <li key={id}>
                {detail ? record.withDetail(record.accessNeeds[need], detail) : record.accessNeeds[need]}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="requests">
        <h2 className="govuk-heading-m" id="requests">
          {words.customer.requests}
        </h2>
        {requests.length === 0 ? (
          <p className="govuk-body">{words.customer.noRequests}</p>
        ) : (
          <ul className="wm-needs__list">
            {requests.map((request) => (
              <FormatRequestEntry
                key={request.id}
                {...{ request, clock: view, showCustomer: false, me: me.id, wording }}
                back="customer"
              />
            ))}
          </ul>
        )}
        <p className="govuk-body">
          <a className="govuk-link" href={`${base}/formats/new`}>
            {words.add.link}
          </a>
        </p>
      </section>
      <Letters view={view} base={base} language={language} />
    </div>
  );
}

function Letters({ view, base, language }: { view: CustomerFormats; base: string; language: Language }) {
  const words = formatWords.in(language).customer;
  const { style, meetings, waiting } = view;
  const isBoth = style.languages.length > 1;
  const shown = isBoth ? 'both' : style.languages[0] === 'cy' ? 'cy' : 'en';
  const papers = LETTER_PAPERS.filter((paper) => paper !== 'appointment' || meetings.length > 0);
  return (
    <section aria-labelledby="letters">
      <h2 className="govuk-heading-m" id="letters">
        {words.letters}
      </h2>
      <p className="govuk-body">{words.goesAs(words.formats[style.print], words.languages[shown])}</p>
      <form method="post" action={`${base}/formats/bilingual`} className="wm-buttons wm-buttons--apart">
        <button className="wm-tap" type="submit" name="on" value={isBoth ? 'no' : 'yes'}>
          {isBoth ? words.bilingualOff : words.bilingualOn}
        </button>
      </form>
      <h3 className="govuk-heading-s">{words.see}</h3>
      {meetings.length === 0 && <p className="govuk-body">{words.noMeeting}</p>}
      <form method="get" action={`${base}/formats/letter.pdf`}>
        <Select
          name="paper"
          label={words.seeWhat}
          items={papers.map((value) => ({ value, text: words.papers[value] }))}
        />
        <Select
          name="print"
          label={words.seeFormat}
          items={LETTER_PRINTS.map((value) => ({ value, text: words.formatNames[value] }))}
          defaultValue={style.print}
        />
        <Select
          name="in"
          label={words.seeLanguage}
          items={(['en', 'cy', 'both'] as const).map((value) => ({ value, text: words.languageNames[value] }))}
          defaultValue={shown}
          hint={words.onRecord}
        />
        <Button>{words.seeButton}</Button>
      </form>
      <h3 className="govuk-heading-s">{words.send}</h3>
      <p className="govuk-body">{words.sendWhat}</p>
      <form method="post" action={`${base}/formats/letters`} className="wm-buttons">
        <button className="wm-tap" type="submit" name="paper" value="plan">
          {words.sendPlan}
        </button>
        <button className="wm-tap" type="submit" name="paper" value="change_of_details">
          {words.sendChange}
        </button>
      </form>
      {waiting.map(({ id, subject }) => (
        <form key={id} method="post" action={`${base}/formats/letters/${id}/taking-back`} className="wm-buttons">
          <span>{words.waiting(subject)}</span>{' '}
          <button className="wm-tap" type="submit">
            {words.takeBack}
            <span className="govuk-visually-hidden">{`: ${subject}`}</span>
          </button>
        </form>
      ))}
    </section>
  );
}
