import { LEVELS, type Level } from './assess-capability';

/** The most that a reason can hold, in characters. */
export const LONGEST_REASON = 500;

export interface DecisionValues {
  level: string;
  reason: string;
}

export interface DecisionProblems {
  level?: 'missing';
  reason?: 'missing' | 'long';
}

/** The level that a colleague chose, with the reason where it is not what was recommended; or what is wrong, by field. */
export function readDecision(
  values: DecisionValues,
  recommended: Level,
): { ok: true; level: Level; reason: string } | { ok: false; problems: DecisionProblems } {
  const level = LEVELS.find((one) => one === values.level);
  const reason = values.reason.replaceAll('\r\n', '\n').trim();
  if (!level) return { ok: false, problems: { level: 'missing' } };
  if (level === recommended) return { ok: true, level, reason: '' };
  if (reason === '') return { ok: false, problems: { reason: 'missing' } };
  if (reason.length > LONGEST_REASON) return { ok: false, problems: { reason: 'long' } };
  return { ok: true, level, reason };
}
