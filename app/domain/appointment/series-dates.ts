import { addDays } from '../time/wall-clock';

/** The most appointments that a series is booked with at once, and the longest time between two of them (days). */
export const MOST_IN_SERIES = 26;
export const LONGEST_INTERVAL_DAYS = 182;

/** How somebody proposes the dates of a series: there is no fixed interval, and every date can be changed. */
export interface SeriesRhythm {
  /** "2026-11-24". */
  firstOn: string;
  every: number;
  unit: 'days' | 'weeks';
  count: number;
}

/**
 * The dates that a rhythm proposes, the first among them.
 * @throws RangeError when there is none, or more than may be booked at once, or they are too far apart.
 */
export function proposedDates({ firstOn, every, unit, count }: SeriesRhythm): string[] {
  const days = every * (unit === 'weeks' ? 7 : 1);
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_INTERVAL_DAYS) throw new RangeError('interval');
  if (!Number.isInteger(count) || count < 1 || count > MOST_IN_SERIES) throw new RangeError('count');
  return Array.from({ length: count }, (_, n) => addDays(firstOn, n * days));
}

/** What stands against a proposed time, the weightiest first; `free`: nothing does. */
export const PROPOSAL_STATES = [
  'past',
  'taken',
  'customer_busy',
  'bank_holiday',
  'away',
  'outside_hours',
  'free',
] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export type SeriesFault =
  'first' | 'time' | 'every' | 'count' | 'minutes' | 'adviser' | 'none_ticked' | 'none_booked' | 'date_in_list';

/** One proposed date as it stands on the form. */
export interface Proposal {
  date: string;
  time: string;
  ticked: boolean;
  /** Null where the date or the time does not exist. */
  state: ProposalState | null;
}

/** What the first form asked for, as it was typed. */
export interface SeriesValues {
  kind: string;
  mode: string;
  minutes: string;
  adviser: string;
  first: string;
  time: string;
  every: string;
  unit: string;
  count: string;
}
