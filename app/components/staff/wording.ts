import type { Language } from '~/domain/language';
import { wallClockOf } from '~/domain/time/wall-clock';
import { formatDate, formatTime, relativeDay } from '~/i18n/format';
import { staffWords, type StaffWords } from '~/i18n/pages/staff';

/** The words of a page together with the clock it lives by. */
export interface Wording {
  language: Language;
  words: StaffWords;
  /** "2:30pm". Takes an instant (ms). */
  time(instant: number): string;
  /** "2:30pm" on a page about today, "today, 2:30pm" on others, else "Tuesday 24 November, 2:30pm". */
  when(instant: number): string;
  /** The same, and the time alone on the day of another instant that stands beside it. */
  whenBeside(instant: number, other: number): string;
  /** A full name, as it is said. */
  name(person: { firstName: string; lastName: string }): string;
}

/**
 * @param clock the office's time zone, the present instant (ms), and the date that the page is about, today unless said
 * otherwise; null on a page of many days, which names today as well.
 */
export function wordingFor(language: Language, clock: { zone: string; now: number; date?: string | null }): Wording {
  const { zone, now, date: shown } = clock;
  const words = staffWords.in(language);
  const today = wallClockOf(now, zone).date;
  const time = (instant: number) => formatTime(instant, zone, language);
  const dateOf = (instant: number) => wallClockOf(instant, zone).date;
  const when = (instant: number) => {
    const date = dateOf(instant);
    if (date === today && (shown === undefined ? today : shown) === today) return time(instant);
    return words.at(relativeDay(date, today, language) ?? formatDate(date, zone, language), time(instant));
  };
  return {
    language,
    words,
    time,
    when,
    whenBeside: (instant, other) => (dateOf(instant) === dateOf(other) ? time(instant) : when(instant)),
    name: ({ firstName, lastName }) => words.name(firstName, lastName),
  };
}
