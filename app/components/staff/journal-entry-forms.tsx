import type { PersonName } from '~/domain/contact/person-name';
import { recordWords } from '~/i18n/pages/record';
import type { StaffEntry } from '~/services/view-staff-journal.server';
import type { Wording } from './wording';

interface Props {
  entry: StaffEntry;
  customer: PersonName;
  wording: Wording;
}

/** What can be said of a customer's entry apart from answering it: what was done, or that nothing was after all. */
export function JournalEntryForms({ entry, customer, wording }: Props) {
  const words = recordWords.in(wording.language).journal;
  const { id, by, done, waits, at } = entry;
  const about = <span className="govuk-visually-hidden">{words.about(wording.name(customer), wording.when(at))}</span>;
  if (by !== null) return null;
  if (done) {
    return (
      <form method="post" action={`/staff/journal/${id}/done-undo`} className="wm-buttons">
        <button className="wm-tap" type="submit">
          {words.reopen}
          {about}
        </button>
      </form>
    );
  }
  if (!waits) return null;
  return (
    <p className="wm-buttons">
      <a className="wm-tap" href={`/staff/journal/${id}/done`}>
        {words.close}
        {about}
      </a>
    </p>
  );
}
