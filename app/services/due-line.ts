import type { Queryable } from '@db/client.server';
import { listDueIds, lockDueMessages, type DueWhere, type MessageRow } from '@db/queries/messages.server';
import { SECOND } from '~/domain/clock';
import type { SteadyTime } from './steady-time';

/** A line this long is put in order once for several claims … */
const LONG = 2_000;
/** … and no more than so many of it at once. */
const MOST = 10_000;
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
    const found: MessageRow[] = [];
    if (time.now() - readAt >= FRESH) return found;
    while (found.length < limit && line.length > 0) {
      const next = line.slice(0, limit + SPARE);
      const taken = await lockDueMessages(q, now, limit - found.length, where, next);
      found.push(...taken);
      line = line.slice(found.length === limit ? line.indexOf(taken.at(-1)!.id) + 1 : next.length);
    }
    return found;
  }

  /** Takes up to `limit` due messages and locks them; see `lockDueMessages`. */
  return async (q: Queryable, now: number, limit: number, where: DueWhere): Promise<MessageRow[]> => {
    const found = await fromLine(q, now, limit, where);
    if (found.length > 0) return found;
    line = await listDueIds(q, now, MOST, where);
    const isLong = line.length >= LONG;
    readAt = time.now();
    const due = await fromLine(q, now, limit, where);
    // In a short one, who had to wait for a slot is looked at first again.
    if (!isLong) line = [];
    return due;
  };
}
