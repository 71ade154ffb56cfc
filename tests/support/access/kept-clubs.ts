import { at, type Row } from './cells';

/** Of the office: its organiser keeps this club. */
const CLUB_STAFF_SEE = 'st st st ok -- -- ok ok -- --';
const KEEPERS_SEE = 'st st st -- -- -- ok ok -- --';
const KEEPERS_GO = 'st st st -- -- -- go go -- --';
/** The address of a button leads anybody with the role to the club's page, which is there or not. */
const BUTTON = 'st st st -- -- -- go go go --';

const page = (rest: string) => (r: { keptClubRef: string }) => `/staff/clubs/${r.keptClubRef}${rest}`;
const DETAILS =
  'name=Kept&place=Hall&address=1+Lane&postcode=LL57+1LR&weekday=4&fromTime=10am&toTime=11am&rhythm=weekly';

/** Clubs as organisers and offices keep them. */
export const KEPT_CLUB_ROWS: Record<string, Row> = {
  'routes/staff.clubs._index': { path: at('/staff/clubs?index'), load: 'st st st ok ok -- ok ok ok --' },
  'routes/staff.clubs.new': {
    path: at('/staff/clubs/new'),
    load: 'st st st -- -- -- -- ok ok --',
    // The postcode is not given.
    act: 'st st st -- -- -- -- re re --',
    form: 'name=Another',
  },
  'routes/staff.clubs.$ref._index': { path: page('?index'), load: CLUB_STAFF_SEE },
  'routes/staff.clubs.$ref.details': { path: page('/details'), load: KEEPERS_SEE, act: KEEPERS_GO, form: DETAILS },
  'routes/staff.clubs.$ref.check': { path: page('/check'), load: BUTTON, act: KEEPERS_GO, form: '' },
  'routes/staff.clubs.$ref.closing': { path: page('/closing'), load: BUTTON, act: KEEPERS_GO, form: '' },
  'routes/staff.clubs.$ref.reopening': { path: page('/reopening'), load: BUTTON, act: KEEPERS_GO, form: '' },
  'routes/staff.clubs.$ref.organisers': {
    path: page('/organisers'),
    load: 'st st st -- -- -- -- go go --',
    act: 'st st st -- -- -- -- go -- --',
    form: (r) => `organiser=${r.organiserId}`,
  },
  'routes/staff.clubs.$ref.closures': {
    path: page('/closures'),
    load: KEEPERS_SEE,
    act: KEEPERS_GO,
    form: 'fromOn=2030-01-03',
  },
  'routes/staff.clubs.$ref.closures_.$id.end': {
    path: (r) => `/staff/clubs/${r.keptClubRef}/closures/${r.closureId}/end`,
    load: BUTTON,
    act: KEEPERS_GO,
    form: '',
  },
  'routes/staff.clubs.$ref.closures_.$id.end-undo': {
    path: (r) => `/staff/clubs/${r.keptClubRef}/closures/${r.closureId}/end-undo`,
    load: BUTTON,
    act: KEEPERS_GO,
    form: '',
  },
};
