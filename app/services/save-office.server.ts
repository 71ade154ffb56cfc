import { findOfficeWithRef, listOffices, saveOfficeRow, type OfficeRow } from '@db/queries/offices.server';
import { DIVISIONS } from '~/domain/time/division';
import { isTimeOfDay, minutesOf } from '~/domain/time/time-of-day';
import type { Deps } from './deps';

/** An office as somebody states it; what is left out stays as it is, or is empty for a new one. */
export type OfficeToSave = Partial<Omit<OfficeRow, 'id' | 'ref' | 'division'>> & { ref: string; division?: string };

export type OfficeSaved =
  | { ok: true; id: string; result: 'added' | 'changed' }
  | { ok: false; reason: 'no_name' | 'bad_ref' | 'bad_phone' | 'bad_time_zone' | 'bad_division' | 'bad_hours' };

/** Adds an office, or changes the one with this reference. The telephone number is stored as people read it. */
export const saveOffice =
  (deps: Deps) =>
  async (input: OfficeToSave): Promise<OfficeSaved> => {
    const ref = input.ref.trim();
    if (!/^[^\p{Cc}]{1,64}$/u.test(ref)) return { ok: false, reason: 'bad_ref' };
    if (input.timeZone !== undefined && !isTimeZone(input.timeZone)) return { ok: false, reason: 'bad_time_zone' };
    const division = DIVISIONS.find((one) => one === input.division);
    if (input.division !== undefined && !division) return { ok: false, reason: 'bad_division' };
    const number = input.phone ? deps.phoneNumbers.parse(input.phone) : null;
    if (input.phone && !number) return { ok: false, reason: 'bad_phone' };

    return deps.db.write(async (q) => {
      const known = await findOfficeWithRef(q, ref);
      const name = input.name?.trim() || known?.name;
      if (!name) return { ok: false, reason: 'no_name' };
      const opensAt = input.opensAt ?? known?.opensAt ?? '09:00';
      const closesAt = input.closesAt ?? known?.closesAt ?? '17:00';
      if (!areHours(opensAt, closesAt)) return { ok: false, reason: 'bad_hours' };
      const id = known?.id ?? deps.newId();
      await saveOfficeRow(q, {
        id,
        ref,
        name,
        address: input.address ?? known?.address ?? '',
        postcode: input.postcode ?? known?.postcode ?? '',
        phone: number ? deps.phoneNumbers.display(number.e164) : (input.phone ?? known?.phone ?? ''),
        gettingThere: input.gettingThere ?? known?.gettingThere ?? '',
        stepFree: input.stepFree ?? known?.stepFree ?? '',
        timeZone: input.timeZone ?? known?.timeZone ?? 'Europe/London',
        division: division ?? known?.division ?? 'england-and-wales',
        opensAt,
        closesAt,
        overlapMinutes: known?.overlapMinutes ?? 0,
      });
      return { ok: true, id, result: known ? 'changed' : 'added' };
    });
  };

/** Every office, by name. */
export const listKnownOffices = (deps: Deps) => (): Promise<OfficeRow[]> => deps.db.read(listOffices);

/** An hour at least, so that there is time to make a call in. */
function areHours(opensAt: string, closesAt: string): boolean {
  if (![opensAt, closesAt].every(isTimeOfDay)) return false;
  return minutesOf(closesAt) - minutesOf(opensAt) >= 60;
}

function isTimeZone(zone: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
