import { findLatestEvent, findAppointment } from '@db/queries/appointments.server';
import { findLinkedAppointment } from '@db/queries/links.server';
import type { CannotComeReason } from '~/domain/appointment/appointment';
import { isSameMoveAgain } from '~/domain/appointment/link-state';
import { confirmAppointment } from './confirm-appointment.server';
import { declineAppointment } from './decline-appointment.server';
import type { Deps } from './deps';
import { openHeld, type AppointmentKey, type Gone } from './held-appointment.server';
import { keptToken } from './kept-link.server';
import { moveAppointment } from './move-appointment.server';
import { requestCall } from './request-call.server';

/** Done, or why the key opens nothing (any more). */
export type Answered = 'done' | Gone['state'];

/** "I'll be there", by whoever holds the key. The same tap twice changes nothing. */
export const confirmHeld =
  (deps: Deps) =>
  async (key: AppointmentKey, requestId: string): Promise<Answered> => {
    const held = await openHeld(deps, key);
    if (held.state !== 'open') return held.state;
    const { id: appointmentId } = held.shown.appointment;
    const shown = { appointmentId, expectedVersion: held.version };
    const result = await confirmAppointment(deps)({ ...shown, actor: held.actor, requestId });
    if (result.ok) return 'done';
    return result.reason === 'changed' ? 'moved' : 'ended';
  };

/** "I can't come". */
export const declineHeld =
  (deps: Deps) =>
  async (key: AppointmentKey, reason: CannotComeReason, requestId: string): Promise<Answered> => {
    const held = await openHeld(deps, key);
    if (held.state !== 'open') return held.state;
    const { id: appointmentId } = held.shown.appointment;
    const result = await declineAppointment(deps)({ appointmentId, reason, actor: held.actor, requestId });
    return result.ok ? 'done' : 'ended';
  };

/** "Ask my adviser to call me", about this appointment. */
export const requestHeldCall =
  (deps: Deps) =>
  async (key: AppointmentKey, requestId: string): Promise<Answered> => {
    const held = await openHeld(deps, key);
    if (held.state !== 'open') return held.state;
    const { appointment, customer } = held.shown;
    const about = { customerId: customer.id, appointmentId: appointment.id };
    await requestCall(deps)({ ...about, actor: held.actor, requestId });
    return 'done';
  };

export type Moved =
  /** `token` opens the appointment at its new time. */
  { answered: 'done'; token: string } | { answered: 'taken' } | { answered: Gone['state'] };

/**
 * Moves to another start (instant, ms). A link dies with the move; pressing the same choice again with it within a
 * quarter of an hour leads to the same page as the first time.
 */
export const moveHeld =
  (deps: Deps) =>
  async (key: AppointmentKey, startsAt: number, requestId: string): Promise<Moved> => {
    const held = await openHeld(deps, key);
    if (held.state !== 'open') {
      const again =
        held.state === 'moved' && key.kind === 'link' ? await sameMoveAgain(deps, key.token, startsAt) : null;
      return again ? { answered: 'done', token: again } : { answered: held.state };
    }
    const { id: appointmentId } = held.shown.appointment;
    const result = await moveAppointment(deps)({
      appointmentId,
      startsAt,
      actor: held.actor,
      expectedVersion: held.version,
      requestId,
    });
    if (result.ok) return { answered: 'done', token: await newestToken(deps, appointmentId) };
    if (result.reason === 'changed') return { answered: 'moved' };
    return { answered: result.reason === 'not_standing' ? 'ended' : 'taken' };
  };

async function sameMoveAgain(deps: Deps, token: string, startsAt: number): Promise<string | null> {
  const now = deps.clock.now();
  const linked = await deps.db.read((q) => findLinkedAppointment(q, deps.vault.hashSecret(token)));
  if (!linked) return null;
  const { id: appointmentId, version } = linked.appointment;
  const move = await deps.db.read((q) => findLatestEvent(q, { appointmentId, kind: 'moved' }));
  // What staff or a file moved is news to the holder of an old link, and never theirs to try out.
  const movedAt = move?.actorKind === 'link' ? move.at : null;
  const present = { version, startsAt: linked.appointment.startsAt, movedAt };
  return isSameMoveAgain({ version: linked.linkVersion, startsAt }, present, now)
    ? newestToken(deps, appointmentId)
    : null;
}

/** The token of the present version; its hash is kept even when no message of that version will go out. */
async function newestToken(deps: Deps, appointmentId: string): Promise<string> {
  return deps.db.write(async (q) => {
    const appointment = await findAppointment(q, appointmentId);
    if (!appointment) throw new Error('a moved appointment is gone');
    return keptToken(q, deps, appointment, deps.clock.now());
  });
}
