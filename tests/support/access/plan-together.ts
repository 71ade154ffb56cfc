import { DIARY_GOES, DIARY_OF_THE_OFFICE_GOES, DIARY_SEES, OFFICE_SEES, at, type Row } from './cells';
import type { OwnersRecord } from '../access-world';

const goalPath = (rest: string) => (r: OwnersRecord) =>
  `/staff/customers/${r.customerId}/plan/goals/${r.goalId}${rest}`;
const followUpPath = (rest: string) => (r: OwnersRecord) => `/staff/follow-ups/${r.followUpId}${rest}`;
/** For people of partners alone: tests/e2e/plan-together.test.ts walks every route as one of them. */
const PARTNERS_ALONE = 'st st st -- -- -- -- -- -- --';

/** The rows of goals, agendas, follow-ups and plans that partners see; see access-table.ts. */
export const PLAN_TOGETHER_ROWS: Record<string, Row> = {
  'routes/staff.customers.$id.plan[.]pdf': {
    path: (r) => `/staff/customers/${r.customerId}/plan.pdf`,
    load: OFFICE_SEES,
  },
  'routes/staff.customers.$id.plan.goals.$goalId.ending': {
    path: goalPath('/ending'),
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: 'reached=yes',
  },
  'routes/staff.customers.$id.plan.goals.$goalId.reopening': {
    path: goalPath('/reopening'),
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: '',
  },
  'routes/staff.customers.$id.plan.goals.$goalId.name': {
    path: goalPath('/name'),
    load: OFFICE_SEES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: 'title=Other+words',
  },
  'routes/staff.appointments.$id.agenda': {
    path: (r) => `/staff/appointments/${r.appointmentId}/agenda`,
    load: OFFICE_SEES,
    // The meeting is in two days: there is nothing to put on record of it yet.
    act: DIARY_OF_THE_OFFICE_GOES,
    form: (r) => `step=${r.stepId}&answer=done`,
  },
  'routes/staff.appointments.$id.agenda_.agreement': {
    path: (r) => `/staff/appointments/${r.appointmentId}/agenda/agreement`,
    load: OFFICE_SEES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: 'reviewOn=2027-01-20',
  },
  'routes/staff.step-reviews.$id.undo': {
    path: (r) => `/staff/step-reviews/${r.stepEventId}/undo`,
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: '',
  },
  // Everybody's own office: the one elsewhere sees theirs, with nothing of the owner's.
  'routes/staff.follow-ups._index': { path: at('/staff/follow-ups?index'), load: DIARY_SEES },
  'routes/staff.follow-ups.$id.done': {
    path: followUpPath('/done'),
    load: DIARY_SEES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: 'note=It+goes+well',
  },
  'routes/staff.follow-ups.$id.done-undo': {
    path: followUpPath('/done-undo'),
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: '',
  },
  'routes/staff.follow-ups.$id.not-reached': {
    path: followUpPath('/not-reached'),
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: '',
  },
  'routes/staff.shared-plans._index': { path: at('/staff/shared-plans?index'), load: PARTNERS_ALONE },
  'routes/staff.shared-plans.$customerId': {
    path: (r) => `/staff/shared-plans/${r.customerId}`,
    load: PARTNERS_ALONE,
  },
};
