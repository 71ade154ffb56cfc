import type { AppointmentRow } from '@db/queries/appointments.server';
import type { Language } from '~/domain/language';
import type { Deps } from './deps';

/**
 * An appointment as a calendar file (RFC 5545), in an email and to download alike: the same event, changed by a later
 * version. Calendars are shared, so it names neither the purpose nor the person.
 */
export function writeCalendar(
  deps: Deps,
  appointment: Pick<AppointmentRow, 'id' | 'version' | 'startsAt' | 'endsAt' | 'updatedAt'>,
  shown: { language: Language; place: string; notes: string; cancelled: boolean },
): string {
  const { id, version, startsAt, endsAt, updatedAt } = appointment;
  const { language, place, notes, cancelled } = shown;
  const title = language === 'cy' ? 'Apwyntiad' : 'Appointment';
  return deps.calendar.write({
    ...{ uid: `${id}@waymark`, sequence: version, startsAt, endsAt, updatedAt },
    ...{ title, place, notes, cancelled },
  });
}
