import type { Queryable } from '@db/client.server';
import {
  askSoon,
  countInFlight,
  countOverdue,
  deleteCopyHold,
  findCopyHold,
  insertCopyHold,
  markCheckFirst,
} from '@db/queries/arming.server';
import { findLastWorkerSign } from '@db/queries/operations.server';
import { DAY } from '~/domain/clock';
import type { Deps } from './deps';

/** How long nobody may have worked before what is overdue is taken for a copy's. */
const LONGEST_REST = DAY;
/** Ways out that reach nobody by themselves: what they "send" twice does no harm. */
const HARMLESS: readonly string[] = ['outbox', 'print'];

export interface Arming {
  /** From when this copy of the database is (ms). */
  since: number;
  /** What stopped it. */
  by: string;
  /** Messages that are due; since when the longest has been (ms); and those whose time is over. */
  due: number;
  oldest: number | null;
  tooLate: number;
  /** Messages that a provider has, or may have, and that may yet be followed by another. */
  inFlight: number;
}

/** What arming this database would do; null when nothing keeps it from sending. */
export const viewArming = (deps: Deps) => (): Promise<Arming | null> => {
  const now = deps.clock.now();
  return deps.db.read(async (q) => {
    const hold = await findCopyHold(q);
    return hold && { ...hold, ...(await countOverdue(q, now)), inFlight: await countInFlight(q, now) };
  });
};

/**
 * Lets a restored database send again. What is due, and what may follow from what is under way, may have gone out since
 * the copy was made: the providers are asked about each of them before anything is sent for it.
 * @returns how many due messages will be asked about; null when nothing kept the database from sending.
 */
export const armSending = (deps: Deps) => (): Promise<number | null> => {
  const now = deps.clock.now();
  const providers = deps.senders.flatMap((sender) => (sender.lookUp ? [sender.provider] : []));
  return deps.db.write(async (q) => {
    if (!(await deleteCopyHold(q))) return null;
    const marked = await markCheckFirst(q, now);
    await askSoon(q, { providers, askAt: now });
    return marked;
  });
};

/**
 * Recognises a copy that nobody restored with the command: a snapshot, a file copied by hand. Messages are overdue and
 * no worker has been seen for a day. It is then kept from sending until it is armed. Call it when a worker starts, in the
 * transaction that writes its first sign of life, before that is written. Not later: a clock put on by a day looks the same.
 * @returns true when it has stopped the sending now.
 */
export async function holdForgottenCopy(q: Queryable, deps: Deps): Promise<boolean> {
  if (deps.senders.every(({ provider }) => HARMLESS.includes(provider))) return false;
  const now = deps.clock.now();
  const seenAt = await findLastWorkerSign(q);
  // A database that never had a worker has sent nothing that could go out twice.
  if (seenAt === null || now - seenAt <= LONGEST_REST) return false;
  if ((await findCopyHold(q)) || (await countOverdue(q, now)).due === 0) return false;
  await insertCopyHold(q, { since: seenAt, by: 'no worker for a day' });
  deps.log.error(
    { seenAt },
    'ALERT: messages are overdue and no worker was seen for a day. This may be a copy: nothing is sent until `npm run reminders -- arm`',
  );
  return true;
}
