import { listFollowUps } from '@db/queries/follow-ups.server';
import { findCustomerWithOffice } from '@db/queries/home.server';
import type { Queryable } from '@db/client.server';
import { wallClockOf } from '~/domain/time/wall-clock';
import type { Deps } from './deps';
import { loadPlan } from './load-plan.server';
import { officePhone } from './office-phone';

/** A customer, their office and what the date is there. @throws when there is no such customer. */
export async function planOwner(q: Queryable, deps: Deps, customerId: string) {
  const found = await findCustomerWithOffice(q, customerId);
  if (!found) throw new Error('a session belongs to nobody');
  const { customer, office, adviserFirstName } = found;
  const zone = office.timeZone;
  const today = wallClockOf(deps.clock.now(), zone).date;
  return { customer, office, adviserFirstName, phone: officePhone(deps.phoneNumbers, office.phone), zone, today };
}

/** A customer's own plan, and when we ask how it goes. Instants in ms; dates are those of `zone`. */
export const viewPlan = (deps: Deps) => async (input: { customerId: string }) =>
  deps.db.read(async (q) => {
    const owner = await planOwner(q, deps, input.customerId);
    const { adviserFirstName, phone, zone, today, customer } = owner;
    const plan = await loadPlan(q, customer.id, today);
    const reminders = { on: customer.stepReminders, days: customer.stepReminderDays };
    const followUps = (await listFollowUps(q, customer.id)).map(({ followUp }) => followUp);
    return {
      ...{ ...plan, adviserFirstName, phone, zone, today, reminders },
      // Those that wait for us are ours to chase; a date that is past helps nobody who reads it.
      asked: followUps
        .filter(({ doneAt, cancelledAt, dueOn }) => doneAt === null && cancelledAt === null && dueOn >= today)
        .map(({ dueOn }) => dueOn),
      // What was wanted no longer is nobody's to be reminded of.
      ended: plan.ended.filter(({ reached }) => reached),
    };
  });

export type PlanView = Awaited<ReturnType<ReturnType<typeof viewPlan>>>;
