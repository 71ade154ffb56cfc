import { capitalised } from '~/components/appointment/shown-appointment';
import { Tag } from '~/components/design-system/text-blocks';
import type { PersonName } from '~/domain/contact/person-name';
import { helpWords } from '~/i18n/pages/help';
import { recordWords } from '~/i18n/pages/record';
import type { StaffEntry } from '~/services/view-staff-journal.server';
import type { Wording } from './wording';

interface Props {
  entry: StaffEntry;
  customer: PersonName;
  wording: Wording;
}

/** Who wrote, when, what, and what became of it; for managers without what it says. */
export function JournalEntryFacts({ entry, customer, wording }: Props) {
  const words = recordWords.in(wording.language).journal;
  const { name, when } = wording;
  const help = helpWords.in(wording.language);
  const { helped } = entry;
  const { at, by, text, readAt, done, waits } = entry;
  return (
    <>
      <p className="wm-need__who">
        {by === null ? words.customerWrote(name(customer), when(at)) : words.staffWrote(name(by), when(at))}{' '}
        {waits && <Tag classes="govuk-tag--orange">{words.waits}</Tag>}
      </p>
      {helped && <p className="wm-need__why">{capitalised(help.helpedBy(name(helped.by), help.ways[helped.way]))}</p>}
      {text !== null && <blockquote className="wm-need__text wm-journal__text">{text}</blockquote>}
      <p className="wm-need__why">{readAt === null ? words.unread : words.readAt(when(readAt))}</p>
      {done && (
        <p className="wm-need__why">
          {words.done(done.by ? name(done.by) : '', when(done.at))}
          {done.note !== null && <span className="wm-journal__text">. {words.note(done.note)}</span>}
        </p>
      )}
    </>
  );
}
