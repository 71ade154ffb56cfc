import type { HoursOfDays } from '~/domain/adviser/week-hours';
import type { Language } from '~/domain/language';
import { formatTime, formatWeekday } from './format';
import { onDay } from './welsh';

interface HourWords {
  run: (from: string, to: string) => string;
  times: (from: string, to: string) => string;
  and: string;
  /** Between one stretch of time and the next. */
  andTimes: string;
}

const WORDS: Record<Language, HourWords> = {
  en: {
    run: (from, to) => `${from} to ${to}`,
    times: (from, to) => `${from} to ${to}`,
    and: ' and ',
    andTimes: ' and ',
  },
  cy: {
    // A day after "to" mutates.
    run: (from, to) => `${from} i ${onDay(to)}`,
    times: (from, to) => `${from} tan ${to}`,
    and: ', a hefyd ',
    andTimes: ', a hefyd ',
  },
};

/** "Monday to Friday, 9am to 12:45pm and 1:45pm to 5pm": one line for each group of days. Times by the office's clock. */
export function formatWeekHours(groups: readonly HoursOfDays[], language: Language): string[] {
  const words = WORDS[language];
  const day = (weekday: number) => formatWeekday(weekday, language);
  // On a wall clock no zone plays a part.
  const time = (text: string) => formatTime(text, 'UTC', language);
  return groups.map(({ days, times }) => {
    // Two days in a row are said as two days.
    const runs = days.flatMap(([from, to]) =>
      from === to ? [day(from)] : to === from + 1 ? [day(from), day(to)] : [words.run(day(from), day(to))],
    );
    const hours = times.map(([from, to]) => words.times(time(from), time(to)));
    return `${listed(runs, words.and)}, ${listed(hours, words.andTimes)}`;
  });
}

function listed(items: readonly string[], and: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')}${and}${items.at(-1)}`;
}
