import { isDate } from '../appointment/chosen-day';
import { daysBetween } from '../time/wall-clock';
import { SIGNPOST_KINDS, SIGNPOST_NEEDS, type SignpostKind, type SignpostNeed } from './signpost';

/** One thing that was ticked: what, and what for. */
export interface Pick {
  kind: SignpostKind;
  targetId: string;
  need: SignpostNeed;
}

/** How a form says it, in one value. */
export const pickValue = ({ kind, targetId, need }: Pick): string => `${kind}.${targetId}.${need}`;

/** Reads one value of a form; null when it is none of ours. */
export function readPick(value: string): Pick | null {
  const [kindText, targetId = '', needText, ...more] = value.split('.');
  const kind = SIGNPOST_KINDS.find((one) => one === kindText);
  const need = SIGNPOST_NEEDS.find((one) => one === needText);
  if (!kind || !need || more.length > 0 || !/^[0-9a-f-]{36}$/.test(targetId)) return null;
  return { kind, targetId, need };
}

export type GivingProblem = 'nothing' | 'wrong' | 'day' | 'day_past' | 'day_far';
export interface GivingProblems {
  pick?: GivingProblem;
  askOn?: GivingProblem;
}
export type ReadGiving = { ok: true; picks: Pick[]; askOn: string | null } | { ok: false; problems: GivingProblems };

/** Nobody asks after a year. */
const FARTHEST_DAYS = 365;

/**
 * Reads what a member of staff ticked, and the day on which somebody is to ask.
 * @param typed.askOn a date, "2026-12-10"; empty: nobody asks. `today` is a date of the office.
 */
export function readGiving(typed: { picks: readonly string[]; askOn: string }, today: string): ReadGiving {
  const picks = typed.picks.map(readPick);
  const problems: GivingProblems = {};
  if (picks.includes(null)) problems.pick = 'wrong';
  else if (picks.length === 0) problems.pick = 'nothing';
  const askOn = typed.askOn.trim();
  if (askOn !== '') {
    if (!isDate(askOn)) problems.askOn = 'day';
    else if (askOn < today) problems.askOn = 'day_past';
    else if (daysBetween(today, askOn) > FARTHEST_DAYS) problems.askOn = 'day_far';
  }
  if (problems.pick || problems.askOn) return { ok: false, problems };
  return { ok: true, picks: picks.filter((one) => one !== null), askOn: askOn === '' ? null : askOn };
}
