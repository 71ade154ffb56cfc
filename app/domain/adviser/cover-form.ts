import { isDate } from '../appointment/chosen-day';
import { daysBetween } from '../time/wall-clock';

/** As they are asked, from the top. */
export const COVER_FIELDS = ['adviser', 'standIn', 'from', 'until'] as const;
export type CoverField = (typeof COVER_FIELDS)[number];
export type CoverValues = Record<CoverField, string>;

export type CoverProblem =
  | 'choose_adviser'
  | 'choose_stand_in'
  | 'same_person'
  | 'from_missing'
  | 'from_past'
  | 'until_missing'
  | 'until_before'
  | 'until_past'
  | 'too_long';
export type CoverProblems = Partial<Record<CoverField, CoverProblem>>;

/** A longer absence is no cover any more: those customers need another adviser. */
const LONGEST_DAYS = 366;

export type ReadCover =
  | { ok: true; adviserId: string; standInId: string; fromOn: string; untilOn: string }
  | { ok: false; problems: CoverProblems };

/**
 * Reads the form of a cover.
 * @param choice.people the ids of those who have a diary in the office; `today` is a date of the office; `before` the first
 * day that it has now, when it is corrected: that one may be past.
 */
export function readCover(
  values: CoverValues,
  choice: { people: readonly string[]; today: string; before: string | null },
): ReadCover {
  const { adviser, standIn, from, until } = values;
  const problems: CoverProblems = {};
  if (!choice.people.includes(adviser)) problems.adviser = 'choose_adviser';
  if (!choice.people.includes(standIn)) problems.standIn = 'choose_stand_in';
  else if (standIn === adviser) problems.standIn = 'same_person';
  if (!isDate(from)) problems.from = 'from_missing';
  else if (from < choice.today && from !== choice.before) problems.from = 'from_past';
  if (!isDate(until)) problems.until = 'until_missing';
  else if (until < choice.today) problems.until = 'until_past';
  else if (isDate(from) && until < from) problems.until = 'until_before';
  else if (isDate(from) && daysBetween(from, until) >= LONGEST_DAYS) problems.until = 'too_long';
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  return { ok: true, adviserId: adviser, standInId: standIn, fromOn: from, untilOn: until };
}
