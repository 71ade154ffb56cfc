import type { Queryable } from '@db/client.server';
import type { PersonName } from '~/domain/contact/person-name';
import { wallClockOf } from '~/domain/time/wall-clock';
import { loadBookingDesk } from './booking-desk.server';
import { listStaffFreeTimes } from './list-staff-free-times.server';
import type { SignedInStaff } from './sessions.server';

const SHOWN = 3;

export interface NextFree {
  adviser: PersonName;
  wish: { kind: string; mode: 'in_person'; minutes: number };
  /** Starts (ms), soonest first. */
  times: number[];
}

/** The next free times of a customer's named adviser for what they are usually booked for; null where there are none. */
export async function findNextFree(
  q: Queryable,
  { staff, customerId, now }: { staff: SignedInStaff; customerId: string; now: number },
): Promise<NextFree | null> {
  const desk = await loadBookingDesk(q, staff, customerId);
  if (!desk?.named || !desk.usual) return null;
  const { ref: kind, minutes, bufferMinutes } = desk.usual;
  const { first } = await listStaffFreeTimes(q, {
    ...{
      officeId: desk.office.id,
      customerId,
      zone: desk.office.zone,
      adviserId: desk.named.id,
      minutes,
      bufferMinutes,
      now,
    },
    fromOn: wallClockOf(now, desk.office.zone).date,
  });
  const times = (first?.days ?? []).flatMap((day) => day.times).slice(0, SHOWN);
  return times.length > 0 ? { adviser: desk.named, wish: { kind, mode: 'in_person', minutes }, times } : null;
}
