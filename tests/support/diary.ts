import type { AppointmentToSave } from '~/services/save-appointments.server';
import type { Deps } from '~/services/deps';
import { DAY, MINUTE } from '~/domain/clock';
import { aCustomer, aMemberOfStaff, anOffice } from './factories';

/** Weekly hours, Monday to Friday. */
export async function weeklyHours(deps: Deps, adviserId: string, fromTime = '09:00', toTime = '17:00') {
  const rows = [1, 2, 3, 4, 5].map((weekday) => ({ id: deps.newId(), adviserId, weekday, fromTime, toTime }));
  await deps.db.write((q) => q.insert(q.tables.availability).values(rows));
}

/** One office, one adviser with weekly hours, one customer with a mobile. */
export async function aDiary(deps: Deps) {
  const office = await anOffice(deps);
  const adviser = await aMemberOfStaff(deps, office.id);
  await weeklyHours(deps, adviser.id);
  const customer = await aCustomer(deps, { officeId: office.id, adviserId: adviser.id }, { mobile: '+447700900123' });
  return { office, adviser, customer };
}

export type TestDiary = Awaited<ReturnType<typeof aDiary>>;

let count = 0;

/** An appointment as a file states it: next week at this time, in person, for 30 minutes. */
export function told(deps: Deps, diary: TestDiary, overrides: Partial<AppointmentToSave> = {}): AppointmentToSave {
  const startsAt = overrides.startsAt ?? deps.clock.now() + 7 * DAY;
  return {
    ref: `A${(count += 1)}`,
    customerId: diary.customer.id,
    adviserId: diary.adviser.id,
    officeId: diary.office.id,
    kind: 'review',
    mode: 'in_person',
    startsAt,
    endsAt: startsAt + 30 * MINUTE,
    purpose: 'Plan your next steps together',
    bring: 'your CV',
    status: 'booked',
    ...overrides,
  };
}
