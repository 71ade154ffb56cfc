import {
  CUSTOMERS_SEE,
  CUSTOMERS_GO,
  OWNER_ONLY_SEES,
  OWNER_ONLY_GOES,
  DIARY_GOES,
  OFFICE_SEES,
  DIARY_OF_THE_OFFICE_GOES,
  at,
  type Row,
} from './cells';
import type { OwnersRecord } from '../access-world';

const stepPath = (rest: string) => (record: OwnersRecord) => `/plan/steps/${record.stepId}${rest}`;
const staffPlanPath = (rest: string) => (record: OwnersRecord) => `/staff/customers/${record.customerId}/plan${rest}`;
const A_STEP = 'due=next_week&action=Ring+the+college';

/** The rows of plans and journeys; see access-table.ts. */
export const PLAN_ROWS: Record<string, Row> = {
  // Everybody's own: the stranger sees theirs, with nothing of the owner's.
  'routes/journey': { path: at('/journey'), load: CUSTOMERS_SEE },
  'routes/plan._index': { path: at('/plan?index'), load: CUSTOMERS_SEE },
  'routes/plan[.]pdf': { path: at('/plan.pdf'), load: CUSTOMERS_SEE },
  'routes/plan.reminders': {
    path: at('/plan/reminders'),
    load: CUSTOMERS_SEE,
    act: CUSTOMERS_GO,
    form: 'on=yes&days=2',
  },
  'routes/plan.steps.new': {
    path: at('/plan/steps/new'),
    load: CUSTOMERS_SEE,
    act: CUSTOMERS_GO,
    // The identifier of a step that is there already adds none, whoever's it is.
    form: (r) => `form=${r.stepId}&${A_STEP}`,
  },
  'routes/plan.steps.$id._index': { path: stepPath('?index'), load: OWNER_ONLY_SEES },
  'routes/plan.steps.$id.done': { path: stepPath('/done'), load: OWNER_ONLY_SEES, act: OWNER_ONLY_GOES, form: '' },
  'routes/plan.steps.$id.cannot': { path: stepPath('/cannot'), load: OWNER_ONLY_SEES, act: OWNER_ONLY_GOES, form: '' },
  'routes/plan.steps.$id.help': { path: stepPath('/help'), load: OWNER_ONLY_SEES, act: OWNER_ONLY_GOES, form: '' },
  'routes/plan.steps.$id.reopening': {
    path: stepPath('/reopening'),
    load: OWNER_ONLY_SEES,
    act: OWNER_ONLY_GOES,
    form: '',
  },
  'routes/plan.steps.$id.change': {
    path: stepPath('/change'),
    load: OWNER_ONLY_SEES,
    act: OWNER_ONLY_GOES,
    form: A_STEP,
  },
  'routes/plan.steps.$id.removal': {
    path: stepPath('/removal'),
    // Leads to the plan, whoever's step it is, and says nothing about it.
    load: CUSTOMERS_GO,
    act: OWNER_ONLY_GOES,
    form: '',
  },
  'routes/plan.steps.$id.restoration': {
    path: stepPath('/restoration'),
    load: CUSTOMERS_GO,
    act: OWNER_ONLY_GOES,
    form: '',
  },

  'routes/staff.customers.$id.plan._index': { path: staffPlanPath('?index'), load: OFFICE_SEES },
  'routes/staff.customers.$id.plan.new-goal': {
    path: staffPlanPath('/new-goal'),
    load: OFFICE_SEES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: (r) => `form=${r.stepId}&title=A+job&horizon=long`,
  },
  'routes/staff.customers.$id.plan.new-step': {
    path: staffPlanPath('/new-step'),
    load: OFFICE_SEES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: (r) => `form=${r.callId}&owner=adviser&goal=none&${A_STEP}`,
  },
  'routes/staff.customers.$id.plan.agreement': {
    path: staffPlanPath('/agreement'),
    load: OFFICE_SEES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: 'reviewOn=2027-06-01',
  },
  'routes/staff.customers.$id.plan.steps.$stepId.done': {
    path: (r) => staffPlanPath(`/steps/${r.stepId}/done`)(r),
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: '',
  },
  'routes/staff.customers.$id.plan.steps.$stepId.ending': {
    path: (r) => staffPlanPath(`/steps/${r.stepId}/ending`)(r),
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: '',
  },
  'routes/staff.customers.$id.plan.steps.$stepId.reopening': {
    path: (r) => staffPlanPath(`/steps/${r.stepId}/reopening`)(r),
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: '',
  },
};
