import { CHOSEN_REASONS, type TermReason } from './term';

/** Letters and signs that a note for colleagues may have. */
export const LONGEST_NOTE = 500;

export type WhyProblems = Partial<Record<'reason' | 'note', 'reason' | 'note'>>;

/** Reads why somebody gets another adviser, and the note for colleagues; a first adviser needs no reason. */
export function readWhy(
  typed: { reason: string; note: string },
  first: boolean,
): { ok: true; reason: TermReason; note: string } | { ok: false; problems: WhyProblems } {
  const note = typed.note.trim();
  const reason = first ? 'first' : CHOSEN_REASONS.find((one) => one === typed.reason);
  const problems: WhyProblems = {};
  if (!reason) problems.reason = 'reason';
  if ([...note].length > LONGEST_NOTE) problems.note = 'note';
  if (!reason || problems.note) return { ok: false, problems };
  return { ok: true, reason, note };
}

/** What can be wrong with the form that names another adviser. */
type NamingProblem = 'to' | 'reason' | 'note' | 'not_adviser' | 'changed_since';

/** What was typed, and what is wrong with it. */
export interface NamingAnswer {
  values: { to: string; reason: string; note: string };
  /** By this name the page's title says that something is wrong. */
  errors: Partial<Record<'to' | 'reason' | 'note', NamingProblem>>;
}
