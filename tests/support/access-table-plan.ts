import type { Row } from './access-table';
import type { OwnersRecord } from './access-world';

const OWN_PAGE = 'in ok ok in in in in in in in';
const OFFICE_SEES = 'st st st ok -- -- -- ok -- --';
const stepPath = (rest: string) => (record: OwnersRecord) => `/plan/steps/${record.stepId}${rest}`;
const staffPlanPath = (rest: string) => (record: OwnersRecord) => `/staff/customers/${record.customerId}/plan${rest}`;
const A_STEP = 'due=next_week&action=Ring+the+college';
const OWNER_ONLY_SEES = 'in ok -- in in in in in in in';
const OWNER_ONLY_GOES = 'in go -- in in in in in in in';
const DIARY_GOES = 'st st st go go -- -- go go --';
const DIARY_OF_THE_OFFICE_GOES = 'st st st go -- -- -- go -- --';
const at = (path: string) => () => path;

/** The rows of plans and journeys; see access-table.ts. */
export const PLAN_ROWS: Record<string, Row> = {
  // Everybody's own: the stranger sees theirs, with nothing of the owner's.
  'routes/journey': { path: at('/journey'), load: OWN_PAGE },
  'routes/plan._index': { path: at('/plan?index'), load: OWN_PAGE },
  'routes/plan[.]pdf': { path: at('/plan.pdf'), load: OWN_PAGE },
  'routes/plan.reminders': {
    path: at('/plan/reminders'),
    load: OWN_PAGE,
    act: 'in go go in in in in in in in',
    form: 'on=yes&days=2',
  },
  'routes/plan.steps.new': {
    path: at('/plan/steps/new'),
    load: OWN_PAGE,
    act: 'in go go in in in in in in in',
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
    load: 'in go go in in in in in in in',
    act: OWNER_ONLY_GOES,
    form: '',
  },
  'routes/plan.steps.$id.restoration': {
    path: stepPath('/restoration'),
    load: 'in go go in in in in in in in',
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
