import type { StaffBooking } from '~/services/book-as-staff.server';
import type { testDeps } from './deps';
import { aCustomer, aMemberOfStaff, anOffice, availableAllWeek } from './factories';

/** Every customer has a number of their own, in whichever office: one that two have is written to with care. */
let customers = 0;
const TUESDAY_AT_TEN = Date.parse('2026-11-24T10:00:00Z');

/** An office with one adviser, the kinds of appointment that staff book, and a form of theirs that is filled in. */
export async function anOfficeThatBooks(deps: ReturnType<typeof testDeps>) {
  const office = await anOffice(deps);
  const adviser = await aMemberOfStaff(deps, office.id);
  await availableAllWeek(deps, adviser.id);
  const kind = { officeId: office.id, minutes: 40, purpose: 'Talk', active: true };
  const kinds = [
    { ...kind, ref: 'new_customer', name: 'First', followedBy: 'work_focus', position: 1 },
    { ...kind, ref: 'work_focus', name: 'Work', bufferMinutes: 10, position: 2 },
    { ...kind, ref: 'group', name: 'Group', capacity: 2, position: 3 },
  ];
  await deps.db.write((q) => q.insert(q.tables.appointmentKinds).values(kinds.map((k) => ({ ...k, id: deps.newId() })))); // prettier-ignore
  const owner = { officeId: office.id, adviserId: adviser.id };
  const staff = { kind: 'staff' as const, ...adviser, role: 'adviser' as const };
  const customer = () => aCustomer(deps, owner, { mobile: `+447700900${100 + (customers += 1)}` });
  const booking = (customerId: string, more: Partial<StaffBooking>): StaffBooking => ({
    ...{ staff, customerId, key: deps.newId(), adviserId: adviser.id, kind: 'work_focus', mode: 'in_person' },
    ...{ minutes: null, startsAt: TUESDAY_AT_TEN, purpose: 'Talk', bring: '', placeId: null, typed: false },
    ...{ second: 'straight_after', requestId: null, ...more },
  });
  return { office, adviser, staff, owner, customer, booking };
}
