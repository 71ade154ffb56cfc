import type { Queryable } from '@db/client.server';
import { listDueIds, lockDueMessages, type DueWhere, type MessageRow } from '@db/queries/messages.server';
import { SECOND } from '~/domain/clock';
import type { SteadyTime } from './steady-time';

/** So many are put in order at once, for several claims. */
const LONG = 10_000;
/** So many more than are wanted are looked at, because some are in other workers' hands by now. */
const SPARE = 200;
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
    const found = await lockDueMessages(q, now, limit, where, line.slice(0, limit + SPARE));
    const last = found.at(-1);
    line = last && found.length === limit ? line.slice(line.indexOf(last.id) + 1) : [];
    return found;
  }

  /** Takes up to `limit` due messages and locks them; see `lockDueMessages`. */
  return async (q: Queryable, now: number, limit: number, where: DueWhere): Promise<MessageRow[]> => {
    const found = await fromLine(q, now, limit, where);
    if (found.length === limit) return found;
    const ids = await listDueIds(q, now, LONG, where);
    line = ids;
    readAt = time.now();
    const due = await fromLine(q, now, limit, where);
    if (due.length === limit || ids.length <= limit + SPARE) return due;
    // All of the first are in other workers' hands.
    line = [];
    return lockDueMessages(q, now, limit, where);
  };
}
