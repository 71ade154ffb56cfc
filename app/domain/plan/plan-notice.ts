/** What the page of a plan can say after something was done: short names, safe to carry in an address. */
export const PLAN_NOTICES = ['done', 'cannot', 'help', 'reopened', 'added', 'changed', 'removed', 'reminders'] as const;
export type PlanNotice = (typeof PLAN_NOTICES)[number];
