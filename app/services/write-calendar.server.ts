import type { AppointmentRow } from '@db/queries/appointments.server';
import type { CalendarEvent } from '~/adapters/calendar';
import type { Language } from '~/domain/language';
import type { Deps } from './deps';

const TITLES: Record<Language, { one: string; many: string }> = {
  en: { one: 'Appointment', many: 'Appointments' },
  cy: { one: 'Apwyntiad', many: 'Apwyntiadau' },
};

/** What an appointment, or a calendar of them, is called there: calendars are shared, so nothing more. */
export const calendarTitle = (language: Language, count: 'one' | 'many') => TITLES[language][count];

type Appointment = Pick<AppointmentRow, 'id' | 'version' | 'startsAt' | 'endsAt' | 'updatedAt'>;
interface Shown {
  language: Language;
  place: string;
  notes: string;
  cancelled: boolean;
}

/**
 * An appointment as an event of a calendar: the same event, changed by a later version, wherever it is read. It names
 * neither the purpose nor the person.
 */
export function calendarEvent(appointment: Appointment, { language, ...shown }: Shown): CalendarEvent {
  const { id, version: sequence, startsAt, endsAt, updatedAt } = appointment;
  return {
    uid: `${id}@waymark`,
    sequence,
    startsAt,
    endsAt,
    updatedAt,
    title: calendarTitle(language, 'one'),
    ...shown,
  };
}

/** An appointment as a calendar file (RFC 5545), in an email and to download alike. */
export function writeCalendar(deps: Deps, appointment: Appointment, shown: Shown): string {
  return deps.calendar.write(calendarEvent(appointment, shown));
}
