import { listHelpersOf, type HelpedBy } from '@db/queries/helped-things.server';
import { findNewestEntry, listEntries } from '@db/queries/journal.server';
import { findOfficeCustomer } from '@db/queries/staff-customer.server';
import type { PersonName } from '~/domain/contact/person-name';
import { unanswered } from '~/domain/journal/entry';
import { getAdviserToday, shownCover, type ShownCover } from './adviser-today.server';
import { recordRead } from './audit.server';
import type { Deps } from './deps';
import { savedAnswers, type SavedAnswer } from './saved-answers.server';
import type { SignedInStaff } from './sessions.server';

const PAGE = 20;

/** An entry as colleagues see it; instants in ms. Managers see that there is one, never what is in it. */
export interface StaffEntry {
  id: string;
  at: number;
  /** Null for the customer's own. */
  by: PersonName | null;
  /** The colleague who wrote it for the customer, and how. */
  helped: HelpedBy | null;
  text: string | null;
  readAt: number | null;
  done: { at: number; by: PersonName | null; note: string | null } | null;
  /** The customer wrote it, and nobody has answered or dealt with it. */
  waits: boolean;
}

export interface StaffJournal {
  zone: string;
  now: number;
  customer: PersonName & { noMessages: boolean; discreet: boolean };
  adviser: PersonName | null;
  cover: ShownCover | null;
  /** Managers answer for the office, but what is written here is between customer and adviser. */
  mayRead: boolean;
  /** What the office has saved to start an answer from, in the customer's language. */
  saved: SavedAnswer[];
  entries: StaffEntry[];
  page: number;
  more: boolean;
  /** The id of the customer's newest entry, which an answer has seen; empty when there is none. */
  seen: string;
  /** When the newest entry of the customer on this page was written, if one here has not been read; else null. */
  unreadUntil: number | null;
}

/**
 * What a customer of the viewer's office and their advisers have written to each other, newest first. On record as read.
 * @returns null when there is no such customer, or they are another office's.
 */
export const viewStaffJournal =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; customerId: string; page: number }): Promise<StaffJournal | null> => {
    const { staff, customerId, page } = input;
    const shown = await deps.db.read(async (q) => {
      const found = await findOfficeCustomer(q, { id: customerId, officeId: staff.officeId });
      if (!found) return null;
      const { customer, office, adviser } = found;
      const { cover, now } = await getAdviserToday(q, deps, customerId);
      const rows = await listEntries(q, { customerId, limit: PAGE + 1, offset: (page - 1) * PAGE });
      const newest = await findNewestEntry(q, { customerId, writtenBy: 'customer' });
      const answer = await findNewestEntry(q, { customerId, writtenBy: 'staff' });
      const entries = rows.slice(0, PAGE);
      const waiting = unanswered([...entries.map(({ entry }) => entry), ...(answer ? [answer] : [])]);
      const mayRead = staff.role === 'adviser';
      const helped = await listHelpersOf(
        q,
        entries.map(({ entry }) => entry.id),
      );
      const theirs = entries.filter(({ entry }) => entry.writtenBy === 'customer');
      return {
        ...{ zone: office.timeZone, now, page, mayRead, adviser },
        customer: {
          ...{ id: customer.id, firstName: customer.firstName, lastName: customer.lastName },
          ...{ noMessages: customer.noMessages, discreet: customer.discreet },
        },
        cover: shownCover(cover),
        saved: mayRead ? await savedAnswers(q, staff.officeId, customer.language) : [],
        entries: entries.map((row) => staffEntry(deps, row, { mayRead, waiting: waiting.map(({ id }) => id), helped })),
        more: rows.length > PAGE,
        seen: newest?.id ?? '',
        unreadUntil: theirs.some(({ entry }) => entry.readAt === null) ? theirs[0]!.entry.at : null,
      };
    });
    if (!shown) return null;
    await recordRead(deps)({ reader: staff, action: 'journal.read', subjectKind: 'customer', subjectId: customerId });
    return shown;
  };

/** @param view.helped who wrote an entry for the customer, by its id; `waiting` the ids of those that nobody has answered or dealt with. */
export function staffEntry(
  deps: Deps,
  { entry, by }: Awaited<ReturnType<typeof listEntries>>[number],
  view: { mayRead: boolean; waiting: readonly string[]; helped: ReadonlyMap<string, HelpedBy> },
): StaffEntry {
  const { id, at, writtenBy, body, readAt, doneAt, doneNote } = entry;
  const open = (sealed: string | null) => (sealed === null || !view.mayRead ? null : deps.vault.open(sealed));
  return {
    ...{ id, at, readAt },
    by: writtenBy === 'staff' ? by : null,
    helped: view.helped.get(id) ?? null,
    text: open(body),
    done: doneAt === null ? null : { at: doneAt, by, note: open(doneNote) },
    waits: view.waiting.includes(id),
  };
}
