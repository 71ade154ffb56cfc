import { isDate } from '../appointment/chosen-day';
import { readPostcode } from '../contact/postal-address';
import { readTimeOfDay } from '../time/read-time-of-day';
import { daysBetween, weekdayOf } from '../time/wall-clock';
import type { CLUB_FEATURES } from './nearest-clubs';
import { CLUB_RHYTHMS, type ClubRhythm } from './rhythm';

/** What a club's form asks. */
export type ClubField = 'name' | 'place' | 'address' | 'postcode' | 'weekday' | 'fromTime' | 'toTime' | 'rhythm' | 'anchorOn' | 'weekOfMonth' | 'askFor' | 'phone' | 'helpsWith'; // prettier-ignore
export type ClubValues = Record<string, string>;

export type ClubProblem =
  | 'missing'
  | 'too_long'
  | 'postcode'
  | 'postcode_unknown'
  | 'weekday'
  | 'time'
  | 'ends_before'
  | 'anchor'
  | 'anchor_weekday'
  | 'week'
  | 'phone';
export type ClubProblems = Partial<Record<ClubField, ClubProblem>>;

/** What an organiser says of a club; times by the wall clock, the phone number E.164. */
export interface ClubAsKept {
  name: string;
  place: string;
  address: string;
  postcode: string;
  weekday: number;
  fromTime: string;
  toTime: string;
  rhythm: ClubRhythm;
  anchorOn: string | null;
  weekOfMonth: number | null;
  askFor: string;
  phone: string;
  helpsWith: string;
  computers: boolean;
  creche: boolean;
  stepFree: boolean;
}

/** Letters that each may have. */
export const LONGEST_OF_CLUB: Partial<Record<ClubField, number>> = {
  name: 100,
  place: 100,
  address: 200,
  askFor: 100,
  helpsWith: 200,
};

/** What may be left empty, whatever the club. */
export const CLUB_OPTIONAL: readonly ClubField[] = ['askFor', 'phone', 'helpsWith'];

/**
 * Reads what an organiser has written of a club.
 * @param readPhone gives a number in E.164, or null when it is none.
 */
export function readClub(
  values: ClubValues,
  readPhone: (text: string) => string | null,
): { ok: true; club: ClubAsKept } | { ok: false; problems: ClubProblems } {
  const problems: ClubProblems = {};
  const text = (field: ClubField, needed: boolean) => {
    const typed = (values[field] ?? '').trim().replace(/\s+/g, ' ');
    if (needed && typed === '') problems[field] = 'missing';
    if (typed.length > (LONGEST_OF_CLUB[field] ?? Infinity)) problems[field] = 'too_long';
    return typed;
  };
  const time = (field: 'fromTime' | 'toTime') => {
    const read = readTimeOfDay(values[field] ?? '');
    if (read === null) problems[field] = 'time';
    return read ?? '';
  };
  const words = {
    ...{ name: text('name', true), place: text('place', true), address: text('address', true) },
    ...{ askFor: text('askFor', false), helpsWith: text('helpsWith', false) },
  };
  const postcode = readPostcode(values.postcode ?? '');
  if (postcode === null) problems.postcode = 'postcode';
  const weekday = Number(values.weekday);
  if (![1, 2, 3, 4, 5, 6, 7].includes(weekday)) problems.weekday = 'weekday';
  const [fromTime, toTime] = [time('fromTime'), time('toTime')];
  if (fromTime !== '' && toTime !== '' && toTime <= fromTime) problems.toTime = 'ends_before';
  const rhythm = CLUB_RHYTHMS.find((one) => one === values.rhythm) ?? 'weekly';
  const anchorOn = rhythm === 'fortnightly' ? (values.anchorOn ?? '') : null;
  if (anchorOn !== null && !isDate(anchorOn)) problems.anchorOn = 'anchor';
  else if (anchorOn !== null && !problems.weekday && weekdayOf(anchorOn) !== weekday)
    problems.anchorOn = 'anchor_weekday';
  const weekOfMonth = rhythm === 'monthly' ? Number(values.weekOfMonth) : null;
  if (weekOfMonth !== null && ![1, 2, 3, 4, 5].includes(weekOfMonth)) problems.weekOfMonth = 'week';
  const typedPhone = (values.phone ?? '').trim();
  const phone = typedPhone === '' ? '' : readPhone(typedPhone);
  if (phone === null) problems.phone = 'phone';
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const has = (feature: (typeof CLUB_FEATURES)[number]) => values[feature] === 'yes';
  return {
    ok: true,
    club: {
      ...{ ...words, postcode: postcode!, weekday, fromTime, toTime, rhythm, anchorOn, weekOfMonth, phone: phone! },
      ...{ computers: has('computers'), creche: has('creche'), stepFree: has('stepFree') },
    },
  };
}

/** After so many days nobody relies on it any more that a club is as its page says. */
const STALE_DAYS = 92;

/** True when nobody has checked a club for three months, or never. Dates. */
export function needsCheck(checkedOn: string | null, today: string): boolean {
  return checkedOn === null || daysBetween(checkedOn, today) > STALE_DAYS;
}

/** A club as its form shows it. */
export function clubValues(club: ClubAsKept): ClubValues {
  const yes = (has: boolean) => (has ? 'yes' : '');
  return {
    ...{ name: club.name, place: club.place, address: club.address, postcode: club.postcode, askFor: club.askFor },
    ...{ phone: club.phone, helpsWith: club.helpsWith, weekday: String(club.weekday), fromTime: club.fromTime },
    ...{ toTime: club.toTime, rhythm: club.rhythm, anchorOn: club.anchorOn ?? '' },
    ...{ weekOfMonth: club.weekOfMonth === null ? '' : String(club.weekOfMonth) },
    ...{ computers: yes(club.computers), creche: yes(club.creche), stepFree: yes(club.stepFree) },
  };
}
