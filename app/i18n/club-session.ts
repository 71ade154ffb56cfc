import type { ClubSession, ClubTimes } from '~/domain/club/next-session';
import type { Language } from '~/domain/language';
import { formatDate, formatTime, formatWeekday, relativeDay } from './format';
import { clubsWords } from './pages/clubs';

/**
 * A club's next session in words: "Thursday 10am to midday, tomorrow"; "…, on now"; further away "…, next on 3
 * December". Instants in ms, `today` a date.
 */
export function sessionInWords(
  club: ClubTimes,
  next: ClubSession,
  seen: { now: number; today: string; zone: string },
  language: Language,
): string {
  const words = clubsWords.in(language);
  const times = words.session(
    formatWeekday(club.weekday, language),
    formatTime(club.fromTime, seen.zone, language),
    formatTime(club.toTime, seen.zone, language),
  );
  return `${times}, ${nearness(next, seen, language)}`;
}

function nearness(next: ClubSession, seen: { now: number; today: string; zone: string }, language: Language): string {
  const words = clubsWords.in(language);
  if (next.startsAt <= seen.now) return words.onNow;
  // The day of the week has just been said.
  const [day = '', month = ''] = formatDate(next.date, seen.zone, language).split(' ').slice(-2);
  return relativeDay(next.date, seen.today, language) ?? words.nextOn(`${day} ${month}`);
}

/** How far away a club is: "0.8 miles away", "1 mile away", "12 miles away"; never nothing, which nobody can walk. */
export function milesInWords(miles: number, language: Language): string {
  const words = clubsWords.in(language);
  const shown = miles < 9.95 ? Math.max(miles, 0.1).toFixed(1).replace(/\.0$/, '') : Math.round(miles).toFixed(0);
  return shown === '1' ? words.oneMile : words.miles(shown);
}

/** How often a club meets: "Every second Thursday, 10am to midday". @param zone IANA zone of its wall clock. */
export function rhythmInWords(club: ClubTimes, zone: string, language: Language): string {
  const words = clubsWords.in(language).one;
  const weekday = formatWeekday(club.weekday, language);
  const [from, to] = [formatTime(club.fromTime, zone, language), formatTime(club.toTime, zone, language)];
  switch (club.rhythm) {
    case 'fortnightly':
      return words.fortnightly(weekday, from, to);
    case 'monthly':
      return words.monthly(words.whichWeek[(club.weekOfMonth ?? 1) - 1]!, weekday, from, to);
    case 'term_time':
      return words.termTime(weekday, from, to);
    default:
      return words.every(weekday, from, to);
  }
}
