import { LONGEST_MINUTES, readMinutes, readMoment } from './booking-wish';

/** As they are asked, from the top. */
export const SESSION_FIELDS = [
  'kind',
  'title',
  'titleInWelsh',
  'adviser',
  'place',
  'date',
  'time',
  'minutes',
  'capacity',
] as const;
export type SessionField = (typeof SESSION_FIELDS)[number];
export type SessionValues = Record<SessionField, string>;

export type SessionProblem =
  | 'choose_kind'
  | 'title_missing'
  | 'too_long'
  | 'choose_adviser'
  | 'choose_place'
  | 'date_fault'
  | 'time_fault'
  | 'minutes_fault'
  | 'capacity_fault'
  | 'too_many_for_place'
  | 'place_taken'
  | 'adviser_taken'
  | 'past';
export type SessionProblems = Partial<Record<SessionField, SessionProblem>>;

/** The most places that a session may have, and the longest title. */
export const MOST_PLACES = 200;
const LONGEST_TITLE = 100;

export interface SessionWish {
  kind: string;
  title: string;
  titleInWelsh: string;
  adviserId: string;
  placeId: string | null;
  startsAt: number;
  minutes: number;
  capacity: number;
}

/**
 * Reads the form of a group session.
 * @param choice what can be chosen in the office; `zone` is its clock's.
 */
export function readSession(
  values: SessionValues,
  choice: {
    kinds: readonly string[];
    advisers: readonly string[];
    places: readonly { id: string; seats: number }[];
    zone: string;
  },
): { ok: true; wish: SessionWish } | { ok: false; problems: SessionProblems } {
  const problems: SessionProblems = {};
  const title = values.title.trim();
  const titleInWelsh = values.titleInWelsh.trim();
  if (!choice.kinds.includes(values.kind)) problems.kind = 'choose_kind';
  if (title === '') problems.title = 'title_missing';
  else if (title.length > LONGEST_TITLE) problems.title = 'too_long';
  if (titleInWelsh.length > LONGEST_TITLE) problems.titleInWelsh = 'too_long';
  if (!choice.advisers.includes(values.adviser)) problems.adviser = 'choose_adviser';
  const place = choice.places.find(({ id }) => id === values.place) ?? null;
  if (values.place !== '' && place === null) problems.place = 'choose_place';
  const moment = readMoment(values.date, values.time, choice.zone);
  if (!moment.ok) problems[moment.fault] = moment.fault === 'date' ? 'date_fault' : 'time_fault';
  const minutes = readMinutes(values.minutes.trim());
  if (minutes === null) problems.minutes = 'minutes_fault';
  const capacity = /^\d{1,3}$/.test(values.capacity.trim()) ? Number(values.capacity) : NaN;
  if (!(capacity >= 1 && capacity <= MOST_PLACES)) problems.capacity = 'capacity_fault';
  else if (place && capacity > place.seats) problems.capacity = 'too_many_for_place';
  if (Object.keys(problems).length > 0 || !moment.ok) return { ok: false, problems };
  return {
    ok: true,
    wish: {
      ...{ kind: values.kind, title, titleInWelsh, adviserId: values.adviser, placeId: place?.id ?? null },
      ...{ startsAt: moment.at, minutes: minutes ?? LONGEST_MINUTES, capacity },
    },
  };
}
