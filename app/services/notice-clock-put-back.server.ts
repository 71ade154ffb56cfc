import type { Queryable } from '@db/client.server';
import { findAppointment } from '@db/queries/appointments.server';
import { correctWorkerSigns, listEndedInTheFuture, shortenLeases } from '@db/queries/clock-put-back.server';
import { listAppointmentAttempts } from '@db/queries/messages.server';
import { findLastWorkerSign } from '@db/queries/operations.server';
import { MINUTE } from '~/domain/clock';
import { wentOut } from '~/domain/messaging/went-out';
import type { Deps } from './deps';
import { DEFAULT_ENGINE } from './engine-settings';
import { callInstead } from './follow-up.server';

/** Clocks of several machines differ by less. */
const CLOCK_DIFFERENCE = MINUTE;

/**
 * Notices that the clock was ahead and has been put back: a worker was seen at a time that is still to come. What was
 * written meanwhile must not keep its times: leases would hold messages whose worker is gone, and reminders that ran out,
 * although their appointment is still to come after all, would be told by nobody. Call it before a worker's sign of life is
 * written, in its transaction.
 * @returns true when it was so.
 */
export async function noticeClockPutBack(q: Queryable, deps: Deps, settings = DEFAULT_ENGINE): Promise<boolean> {
  const now = deps.clock.now();
  const seenAt = await findLastWorkerSign(q);
  if (seenAt === null || seenAt <= now + CLOCK_DIFFERENCE) return false;
  deps.log.error(
    { seenAt, now },
    'ALERT: the clock was put back. Whoever was not reminded because of it is on the call list',
  );
  await correctWorkerSigns(q, now);
  await shortenLeases(q, { now, latest: now + settings.leaseMs });
  const ended = await listEndedInTheFuture(q, now);
  const ids = [...new Set(ended.flatMap(({ appointmentId }) => appointmentId ?? []))];
  for (const id of ids) {
    const appointment = await findAppointment(q, id);
    const attempts = (await listAppointmentAttempts(q, [id])).filter(({ version }) => version === appointment?.version);
    // Something has gone out about it, or still will.
    if (attempts.some(({ status }) => status === 'planned' || wentOut(status))) continue;
    const last = ended.findLast((one) => attempts.some((attempt) => attempt.id === one.id));
    if (last) await callInstead(q, deps, last, 'out_of_time');
  }
  return true;
}
