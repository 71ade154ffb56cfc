/** What the champion's desk can say after something was done, or could not be: short names, safe to carry in an address. */
export const DESK_NOTICES = [
  'added',
  'there_already',
  'taken',
  'taken_by_other',
  'put_back',
  'finished',
  'reopened',
  'result',
  'result_profile',
  'result_no_profile',
  'result_undone',
  'result_moved_on',
  'asked_again',
  'agreement_ended',
  'no_agreement',
  'over',
] as const;
export type DeskNotice = (typeof DESK_NOTICES)[number];

/** Those that say that nothing was done. */
export const DESK_REFUSALS: readonly DeskNotice[] = [
  'there_already',
  'taken_by_other',
  'result_moved_on',
  'no_agreement',
  'over',
];

/** The notice of that name, or null. */
export function deskNotice(text: string | null): DeskNotice | null {
  return DESK_NOTICES.find((notice) => notice === text) ?? null;
}

/** What a customer's own page about their visit can say. */
export const VISIT_NOTICES = ['asked', 'there_already', 'taken_back', 'agreed', 'refused', 'stopped', 'told'] as const;
export type VisitNotice = (typeof VISIT_NOTICES)[number];

/** The notice of that name, or null. */
export function visitNotice(text: string | null): VisitNotice | null {
  return VISIT_NOTICES.find((notice) => notice === text) ?? null;
}
