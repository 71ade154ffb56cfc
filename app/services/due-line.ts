import type { Queryable } from '@db/client.server';
import { listDueIds, lockDueMessages, type DueWhere, type MessageRow } from '@db/queries/messages.server';
import { SECOND } from '~/domain/clock';
import type { SteadyTime } from './steady-time';

/** A line this long is put in order once for several claims. */
const LONG = 2_000;
/** For so long: who comes in meanwhile and is more urgent waits no longer than for the next look at an empty line. */
const FRESH = SECOND;

/**
 * Who is next, most urgent first. After an outage many thousands are due, and to put them in order for each claim would
 * take longer than to send them; so a long line is remembered for a second. Whether each still may go is looked at by
 * every claim all the same.
 */
export function dueLine(time: SteadyTime) {
  let line: string[] = [];
  let readAt = -Infinity;

  async function fromLine(q: Queryable, now: number, limit: number, where: DueWhere): Promise<MessageRow[]> {
    if (line.length === 0 || time.now() - readAt >= FRESH) return [];
    // Some of them are in other workers' hands by now.
    const found = await lockDueMessages(q, now, limit, where, line.slice(0, 3 * limit));
    const last = found.at(-1);
    line = last ? line.slice(line.indexOf(last.id) + 1) : [];
    return found;
  }

  /** Takes up to `limit` due messages and locks them; see `lockDueMessages`. */
  return async (q: Queryable, now: number, limit: number, where: DueWhere): Promise<MessageRow[]> => {
    const found = await fromLine(q, now, limit, where);
    if (found.length === limit) return found;
    const due = await lockDueMessages(q, now, limit, where);
    const ids = due.length === limit ? await listDueIds(q, now, LONG, where) : [];
    const taken = new Set(due.map(({ id }) => id));
    line = ids.length === LONG ? ids.filter((id) => !taken.has(id)) : [];
    readAt = time.now();
    return due;
  };
}
