/** Why somebody has this adviser. `office_file`: the office's own system says so; `leaver`: the one before has left. */
export const TERM_REASONS = [
  'first',
  'office_file',
  'caseload',
  'asked',
  'specialist',
  'moved',
  'leaver',
  'other',
] as const;
export type TermReason = (typeof TERM_REASONS)[number];
