import { at, EVERYONE_SEES, type Row } from './cells';
import type { OwnersRecord } from '../access-world';

const KEEPERS_SEE = 'st st st -- -- -- -- ok ok ok';
const KEEPERS_GO = 'st st st -- -- -- -- go go go';
const KEEPERS_RE = 'st st st -- -- -- -- re re re';
/** Those of the office that the thing belongs to. */
const OWN_KEEPERS_SEE = 'st st st -- -- -- -- ok -- ok';
const OWN_KEEPERS_GO = 'st st st -- -- -- -- go -- go';
const OWN_KEEPERS_RE = 'st st st -- -- -- -- re -- re';

const place = (rest: string) => (record: OwnersRecord) => `/staff/office/places/${record.placeId}${rest}`;
const member = (rest: string) => (record: OwnersRecord) => `/staff/office/staff/${record.memberId}${rest}`;

/** The office and its settings, and who works there. */
export const OFFICE_ROWS: Record<string, Row> = {
  'routes/staff.office._index': { path: at('/staff/office'), load: 'st st st ok ok -- -- ok ok ok' },
  'routes/staff.office.details': {
    path: at('/staff/office/details'),
    load: KEEPERS_SEE,
    act: KEEPERS_RE,
    form: 'name=',
  },
  'routes/staff.office.$list._index': { path: at('/staff/office/places'), load: KEEPERS_SEE },
  'routes/staff.office.$list.new': {
    path: at('/staff/office/places/new'),
    load: KEEPERS_SEE,
    act: KEEPERS_GO,
    form: (r) => `key=${r.coverId}&kind=room&name=${r.coverId}&seats=2`,
  },
  'routes/staff.office.$list.$id._index': {
    path: (r) => `${place('')(r)}?index`,
    load: OWN_KEEPERS_SEE,
    // The form has not seen how it is now.
    act: OWN_KEEPERS_RE,
    form: (r) => `kind=room&name=${r.placeId}&seats=3&seen=`,
  },
  'routes/staff.office.$list.$id.retirement': {
    path: place('/retirement'),
    load: KEEPERS_GO,
    act: OWN_KEEPERS_GO,
    form: '',
  },
  'routes/staff.office.$list.$id.restoration': {
    path: place('/restoration'),
    load: KEEPERS_GO,
    act: OWN_KEEPERS_GO,
    form: '',
  },
  'routes/staff.office.$list.$id.position': {
    path: place('/position'),
    load: KEEPERS_GO,
    // Places have no order of their own.
    act: 'st st st -- -- -- -- -- -- --',
    form: 'to=0',
  },
  'routes/staff.office.profile': {
    path: at('/staff/office/profile'),
    load: 'st st st ok ok -- -- ok ok --',
    // A manager has a name on the form as well, which is missing here.
    act: 'st st st go go -- -- re re --',
    form: '',
  },
  'routes/staff.office.staff._index': { path: at('/staff/office/staff'), load: KEEPERS_SEE },
  'routes/staff.office.staff.new': {
    path: at('/staff/office/staff/new'),
    load: KEEPERS_SEE,
    act: KEEPERS_RE,
    form: 'key=',
  },
  'routes/staff.office.staff.$id._index': { path: member(''), load: OWN_KEEPERS_SEE },
  'routes/staff.office.staff.$id.profile': {
    path: member('/profile'),
    load: OWN_KEEPERS_SEE,
    act: OWN_KEEPERS_RE,
    form: '',
  },
  'routes/staff.office.staff.$id.role': {
    path: member('/role'),
    load: OWN_KEEPERS_SEE,
    act: OWN_KEEPERS_GO,
    form: 'role=organiser',
  },
  'routes/staff.office.staff.$id.invitation': {
    path: member('/invitation'),
    load: OWN_KEEPERS_SEE,
    act: OWN_KEEPERS_GO,
    form: (r) => `email=${r.memberId}%40waymark.example`,
  },
  'routes/staff.office.staff.$id.leaving': {
    path: member('/leaving'),
    load: OWN_KEEPERS_SEE,
    act: OWN_KEEPERS_GO,
    form: '',
  },
  'routes/staff.office.staff.$id.return': {
    path: member('/return'),
    load: KEEPERS_GO,
    act: OWN_KEEPERS_GO,
    form: '',
  },
  'routes/staff.invitation.$token': {
    path: (r) => `/staff/invitation/${r.invitationToken}`,
    load: EVERYONE_SEES,
    act: 're re re re re re re re re re',
    form: 'password=&code=',
  },
};
