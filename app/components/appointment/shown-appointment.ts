import type { AppointmentMode } from '~/domain/appointment/appointment';
import type { Language } from '~/domain/language';
import { wallClockOf } from '~/domain/time/wall-clock';
import { formatDate, formatOnDate, formatTime, relativeDay } from '~/i18n/format';
import { appointmentWords } from '~/i18n/pages/appointment';

/** What pages show of an appointment. Instants in ms. */
export interface ShownAppointment {
  adviserFirstName: string;
  startsAt: number;
  endsAt: number;
  zone: string;
  mode: AppointmentMode;
  /** Null where there is no place to go to, or none to be named. */
  place: string | null;
  gettingThere: string;
  stepFree: string;
  answer: 'none' | 'confirmed' | 'cannot_come';
}

/** The answer to "what is next?": "You’re meeting Sioned, tomorrow at 2:30pm". `today` is a date. */
export function headline(appointment: ShownAppointment, today: string, language: Language): string {
  const { startsAt, zone, mode, adviserFirstName: adviser } = appointment;
  return appointmentWords.in(language).meeting[mode]({
    adviser,
    day: relativeDay(wallClockOf(startsAt, zone).date, today, language),
    onDate: formatOnDate(startsAt, zone, language),
    time: formatTime(startsAt, zone, language),
  });
}

/** "Tuesday 24 November, 2:30pm to 3pm". */
export function dateAndTimes(
  { startsAt, endsAt, zone }: Pick<ShownAppointment, 'startsAt' | 'endsAt' | 'zone'>,
  language: Language,
): string {
  const date = formatDate(startsAt, zone, language);
  const [from, to] = [formatTime(startsAt, zone, language), formatTime(endsAt, zone, language)];
  return appointmentWords.in(language).times(capitalised(date), from, to);
}

/** Dates begin small in Welsh, and big at the start of a line. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
