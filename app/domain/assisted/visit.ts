import type { Skill } from '../capability/answers';

/** Where somebody asked for help from a champion. */
export const VISIT_ORIGINS = ['kiosk', 'portal', 'desk'] as const;
export type VisitOrigin = (typeof VISIT_ORIGINS)[number];

/** Who or what ended an agreement: the customer, the member of staff, or the time. */
export const ENDED_BY = ['customer', 'staff', 'time'] as const;
export type EndedBy = (typeof ENDED_BY)[number];

/** What people want to do when they ask for help; each has a guide. */
export const VISIT_TASKS = [
  'sign_in',
  'see_meeting',
  'change_meeting',
  'use_plan',
  'change_contact',
  'find_club',
  'write_message',
  'use_email',
  'stay_safe',
  'find_jobs',
] as const;
export type VisitTask = (typeof VISIT_TASKS)[number];

/** Which skills of the profile a task shows; empty: none that is asked about. */
export const SKILLS_SHOWN: Record<VisitTask, readonly Skill[]> = {
  sign_in: ['use_code'],
  see_meeting: ['open_link'],
  change_meeting: ['open_link', 'fill_form'],
  use_plan: ['fill_form'],
  change_contact: ['fill_form', 'use_code'],
  find_club: ['open_link'],
  write_message: ['write_message'],
  use_email: ['write_message'],
  stay_safe: ['spot_scam'],
  find_jobs: ['fill_form'],
};

/** How far somebody can do it themselves now. */
export const TASK_RESULTS = ['alone', 'with_help', 'not_yet'] as const;
export type TaskResult = (typeof TASK_RESULTS)[number];
