import { listHelpersOf, type HelpedBy } from '@db/queries/helped-things.server';
import { listEntries } from '@db/queries/journal.server';
import type { HelpWay } from '~/domain/assisted/help';
import { mayTakeBack } from '~/domain/journal/entry';
import { getAdviserToday, shownCover, type ShownCover } from './adviser-today.server';
import type { Deps } from './deps';
import { officePhone } from './office-phone';

/** Entries on a page: with longer ones it still loads at once on a bad connection. */
const PAGE = 10;

/** An entry as the customer sees it; instants in ms. */
export interface OwnEntry {
  id: string;
  at: number;
  /** First name of the colleague who wrote it; null for the customer's own. */
  by: string | null;
  text: string;
  /** The colleague who wrote it for the customer, by first name, and how. */
  writtenFor: { by: string; way: HelpWay } | null;
  readAt: number | null;
  done: { at: number; by: string; note: string | null } | null;
  mayTakeBack: boolean;
}

export interface OwnJournal {
  zone: string;
  now: number;
  today: string;
  phone: string;
  /** First name, or null while there is no adviser. */
  adviser: string | null;
  cover: ShownCover | null;
  entries: OwnEntry[];
  page: number;
  more: boolean;
  /** When the newest entry of the office on this page was written, if one here has not been read; else null. */
  unreadUntil: number | null;
}

/**
 * What a customer and the office have written to each other, newest first.
 * @param input.page from 1 on.
 * @throws when there is no such customer.
 */
export const viewJournal =
  (deps: Deps) =>
  async (input: { customerId: string; page: number }): Promise<OwnJournal> =>
    deps.db.read(async (q) => {
      const { customerId, page } = input;
      const { adviser, office, now, today, zone, cover } = await getAdviserToday(q, deps, customerId);
      const rows = await listEntries(q, { customerId, limit: PAGE + 1, offset: (page - 1) * PAGE });
      const shown = rows.slice(0, PAGE);
      const theirs = shown.filter(({ entry }) => entry.writtenBy === 'staff');
      const helped = await listHelpersOf(
        q,
        shown.map(({ entry }) => entry.id),
      );
      const unread = theirs.some(({ entry }) => entry.readAt === null);
      return {
        ...{ zone, now, today, page, phone: officePhone(deps.phoneNumbers, office.phone) },
        adviser: adviser?.firstName ?? null,
        cover: shownCover(cover),
        entries: shown.map((row) => ownEntry(deps, row, helped)),
        more: rows.length > PAGE,
        unreadUntil: unread ? theirs[0]!.entry.at : null,
      };
    });

function ownEntry(
  deps: Deps,
  { entry, by }: Awaited<ReturnType<typeof listEntries>>[number],
  helped: ReadonlyMap<string, HelpedBy>,
): OwnEntry {
  const { id, at, writtenBy, body, readAt, doneAt, doneNote } = entry;
  const name = by?.firstName ?? '';
  const writer = helped.get(id);
  return {
    ...{ id, at, readAt },
    by: writtenBy === 'staff' ? name : null,
    text: deps.vault.open(body),
    writtenFor: writer ? { by: writer.by.firstName, way: writer.way } : null,
    done: doneAt === null ? null : { at: doneAt, by: name, note: doneNote === null ? null : deps.vault.open(doneNote) },
    mayTakeBack: mayTakeBack(entry),
  };
}
