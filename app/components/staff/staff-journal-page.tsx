import { Button } from '~/components/design-system/button';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { BackLink } from '~/components/design-system/links';
import { Textarea } from '~/components/design-system/textarea';
import { errorBeside } from '~/components/question-page';
import { ENTRY_LENGTH, type TextFault } from '~/domain/journal/entry';
import type { Language } from '~/domain/language';
import { formatDate } from '~/i18n/format';
import { frameWords } from '~/i18n/pages/frame';
import { recordWords, type RecordWords } from '~/i18n/pages/record';
import type { StaffJournal } from '~/services/view-staff-journal.server';
import { StaffDoneBanner, type Notice } from './done-banner';
import { JournalEntryForms } from './journal-entry-forms';
import { JournalEntryFacts } from './journal-entry-facts';
import { SavedAnswers } from './saved-answers';
import { StaffBar } from './staff-bar';
import { wordingFor } from './wording';

/** What keeps an answer from being written. */
export type AnswerFault = TextFault | { fault: 'written_since' };

interface Props {
  language: Language;
  journal: StaffJournal;
  /** The id that the answer will have: the same form writes once. */
  formKey: string;
  typed: string;
  fault: AnswerFault | null;
  notice: Notice | null;
  me: { firstName: string; lastName: string };
}

/** What a customer and their advisers write to each other, and the form to answer. */
export function StaffJournalPage({ language, journal, formKey, typed, fault, notice, me }: Props) {
  const { customer, adviser, cover, zone, now, entries, page, more, mayRead } = journal;
  const wording = wordingFor(language, { zone, now, date: null });
  const record = recordWords.in(language);
  const words = record.journal;
  const base = `/staff/customers/${customer.id}`;
  const text = fault ? faultText(fault, words) : undefined;
  // What waits for an answer is read first, with the answer below it.
  const waiting = entries.filter(({ waits }) => waits);
  const others = entries.filter(({ waits }) => !waits);
  const list = (some: StaffJournal['entries']) =>
    some.length > 0 && (
      <ul className="wm-needs__list wm-record__entries">
        {some.map((entry) => (
          <li key={entry.id} className="wm-need">
            <JournalEntryFacts entry={entry} customer={customer} wording={wording} />
            {mayRead && <JournalEntryForms entry={entry} customer={customer} wording={wording} />}
          </li>
        ))}
      </ul>
    );
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href={base}>{words.backToRecord}</BackLink>
      {text && <ErrorSummary title={frameWords.in(language).problem} errors={[{ text, href: '#text' }]} />}
      {notice && !text && <StaffDoneBanner notice={notice} wording={wording} back={`${base}/journal`} />}
      <h1 className="govuk-heading-l">{words.title(wording.name(customer))}</h1>
      {adviser && cover && (
        <p className="govuk-body">
          {record.standsIn(wording.name(cover.standIn), formatDate(cover.untilOn, zone, language), adviser.firstName)}
        </p>
      )}
      {!mayRead && <p className="govuk-body">{words.hidden}</p>}
      {list(waiting)}
      {mayRead && (
        <form method="post" action={`${base}/journal`} noValidate>
          <input type="hidden" name="key" value={formKey} />
          <input type="hidden" name="seen" value={journal.seen} />
          <SavedAnswers saved={journal.saved} path={`${base}/journal`} language={language} />
          <Textarea
            name="text"
            label={{ text: journal.seen === '' ? words.writeFirst : words.write, classes: 'govuk-label--m' }}
            hint={customer.noMessages ? words.hintNoMessages : words.hint}
            error={errorBeside(text, language)}
            defaultValue={typed}
            rows={5}
            spellCheck
          />
          <Button>{words.submit}</Button>
        </form>
      )}
      {mayRead && journal.unreadUntil !== null && (
        <form method="post" action={`${base}/journal/read`} className="wm-buttons">
          <input type="hidden" name="until" value={journal.unreadUntil} />
          <button className="wm-tap" type="submit">
            {words.markRead}
          </button>
        </form>
      )}
      {entries.length === 0 && <p className="govuk-body">{words.none}</p>}
      {list(others)}
      <ul className="wm-links">
        {page > 1 && <Turn href={`${base}/journal?page=${page - 1}`} label={words.newer} />}
        {more && <Turn href={`${base}/journal?page=${page + 1}`} label={words.older} />}
      </ul>
    </div>
  );
}

function Turn({ href, label }: { href: string; label: string }) {
  return (
    <li>
      <a className="govuk-link" href={href}>
        {label}
      </a>
    </li>
  );
}

function faultText(fault: AnswerFault, { faults }: RecordWords['journal']): string {
  if (fault.fault === 'too_long') return faults.too_long((fault.characters - ENTRY_LENGTH).toLocaleString('en-GB'));
  return faults[fault.fault];
}
