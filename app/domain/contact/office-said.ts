/** What a person may say about themselves and the office's file says as well. */
export const SAID_BY_BOTH = ['firstName', 'lastName', 'language', 'discreet', 'preferredChannel'] as const;
export type SaidByBoth = (typeof SAID_BY_BOTH)[number];

/** By field, the blind index of what the office's file said when the person said otherwise. */
export type OfficeSaid = Partial<Record<SaidByBoth, string>>;

/**
 * True when what the office's file says of a field counts: the person has not said otherwise, or the file has something to
 * say that it did not say before. An old file that is imported again never undoes what somebody has told us themselves.
 * Source: docs/decisions/0018.
 * @param index works out the blind index of what the file says now, which most people's files have no need of.
 */
export function isNews(said: OfficeSaid | null, field: SaidByBoth, index: () => string): boolean {
  const before = said?.[field];
  return before === undefined || before !== index();
}

/**
 * What is to be remembered when a person changes some of these fields: the office's word as it was before the first of
 * their changes, not their own from the one before.
 * @param before the blind indexes of what was on record for the fields that they change.
 */
export function remembered(said: OfficeSaid | null, before: OfficeSaid): OfficeSaid {
  return { ...before, ...said };
}

/** The same after the file has brought news of some fields: there it is the office that speaks again. */
export function withoutNews(said: OfficeSaid | null, fields: readonly SaidByBoth[]): OfficeSaid | null {
  if (said === null || !fields.some((field) => field in said)) return said;
  const rest = Object.fromEntries(Object.entries(said).filter(([field]) => !fields.includes(field as SaidByBoth)));
  return Object.keys(rest).length > 0 ? rest : null;
}
