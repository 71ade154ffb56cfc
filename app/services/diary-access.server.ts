import type { Queryable } from '@db/client.server';
import { lockAdviser } from '@db/queries/availability.server';
import { findOffice, listAdvisers } from '@db/queries/office-day.server';
import type { PersonName } from '~/domain/contact/person-name';
import { wallClockOf } from '~/domain/time/wall-clock';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

/** Managers change any diary of their office, advisers their own; everybody who has one sees the others'. */
export function mayChangeDiary(staff: SignedInStaff, adviserId: string): boolean {
  return staff.role === 'manager' || staff.id === adviserId;
}

/** The office of a member of staff, with its clock, and who has a diary there. */
export async function loadDiaryOffice(q: Queryable, deps: Deps, staff: SignedInStaff) {
  const office = await findOffice(q, staff.officeId);
  if (!office) throw new Error('a member of staff has an office that does not exist');
  const now = deps.clock.now();
  return {
    ...{ office: { name: office.name, zone: office.timeZone }, division: office.division, now },
    today: wallClockOf(now, office.timeZone).date,
    advisers: await listAdvisers(q, staff.officeId),
  };
}

/** The adviser with this id (`me` is the viewer), if the viewer may change that diary; else null. */
export function changeableAdviser(
  staff: SignedInStaff,
  advisers: readonly PersonName[],
  asked: string | null,
): PersonName | null {
  const id = asked === null || asked === 'me' || asked === '' ? staff.id : asked;
  return mayChangeDiary(staff, id) ? (advisers.find((one) => one.id === id) ?? null) : null;
}

/** Locks an adviser's diary for a change by somebody who may make it; false when they may not. */
export async function lockDiary(q: Queryable, staff: SignedInStaff, adviserId: string): Promise<boolean> {
  return mayChangeDiary(staff, adviserId) && (await lockAdviser(q, adviserId))?.officeId === staff.officeId;
}
