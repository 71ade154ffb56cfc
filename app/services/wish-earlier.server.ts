import { findEarlierWish, saveEarlierWish, withdrawEarlierWish } from '@db/queries/earlier-wishes.server';
import { lockAppointment } from '@db/queries/appointments.server';
import type { Queryable } from '@db/client.server';
import type { Deps } from './deps';
import { openHeld, type AppointmentKey, type Gone } from './held-appointment.server';
import { listFreeTimes } from './list-free-times.server';
import { viewOf, type AppointmentView } from './view-held-appointment.server';
import type { Answered } from './answer-held-appointment.server';

type OwnKey = Extract<AppointmentKey, { kind: 'own' }>;

/** Earlier times (start instants, ms) that are free now, and whether they have said that they would come sooner. */
export const viewEarlierTimes =
  (deps: Deps) =>
  async (key: OwnKey): Promise<(AppointmentView & { times: number[]; asked: boolean }) | Gone> => {
    const held = await openHeld(deps, key);
    if (held.state !== 'open') return held;
    const { id: appointmentId, startsAt } = held.shown.appointment;
    const free = await listFreeTimes(deps)({ appointmentId, before: startsAt });
    const asked = await deps.db.read((q) => findEarlierWish(q, appointmentId));
    return { ...viewOf(held, deps.clock.now()), times: free.map((one) => one.startsAt), asked: asked !== null };
  };

/** "I would come sooner." Nothing is sent for it: the office sees it. The same wish twice is one wish. */
export const askForEarlier =
  (deps: Deps) =>
  (key: OwnKey): Promise<Answered> =>
    change(deps, key, (q, wish) => saveEarlierWish(q, wish));

/** Takes the wish back; where there is none, nothing happens. */
export const withdrawEarlier =
  (deps: Deps) =>
  (key: OwnKey): Promise<Answered> =>
    change(deps, key, (q, { appointmentId, askedAt: now }) => withdrawEarlierWish(q, { appointmentId, now }));

async function change(
  deps: Deps,
  key: OwnKey,
  save: (q: Queryable, wish: { appointmentId: string; customerId: string; askedAt: number }) => Promise<void>,
): Promise<Answered> {
  const held = await openHeld(deps, key);
  if (held.state !== 'open') return held.state;
  const { appointment, customer } = held.shown;
  await deps.db.write(async (q) => {
    // Pressed twice at once is pressed once.
    await lockAppointment(q, appointment.id);
    await save(q, { appointmentId: appointment.id, customerId: customer.id, askedAt: deps.clock.now() });
  });
  return 'done';
}
