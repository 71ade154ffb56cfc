import { at, CUSTOMERS_GO, CUSTOMERS_SEE, EVERYONE_SEES, OWNER_ONLY_GOES, type Row } from './cells';
import type { OwnersRecord } from '../access-world';

/** Champions, advisers and managers, of whatever office: what does not depend on a record. */
const DESK_SEES = 'st st st ok ok ok -- ok ok --';
const DESK_GOES = 'st st st go go go -- go go --';
/** Those of the office alone. */
const DESK_OF_THE_OFFICE_SEES = 'st st st ok -- ok -- ok -- --';
const DESK_OF_THE_OFFICE_GOES = 'st st st go -- go -- go -- --';

const own = (rest: string) => (record: OwnersRecord) => `/visits/${record.visitId}/${rest}`;
const desk = (rest: string) => (record: OwnersRecord) => `/staff/desk/${record.visitId}${rest}`;
const button = (rest: string): Row => ({ path: desk(rest), load: DESK_GOES, act: DESK_OF_THE_OFFICE_GOES });

/** Help from a digital champion: the customer's side, the desk, and the guides. */
export const VISITS_ROWS: Record<string, Row> = {
  'routes/visits._index': { path: at('/visits'), load: CUSTOMERS_SEE },
  'routes/visits.new': {
    path: at('/visits/new'),
    load: CUSTOMERS_SEE,
    act: CUSTOMERS_GO,
    form: 'wants=sign_in&when=later',
  },
  'routes/visits.$id.withdrawal': { path: own('withdrawal'), load: CUSTOMERS_GO, act: OWNER_ONLY_GOES },
  'routes/visits.$id.agreement': {
    path: own('agreement'),
    load: CUSTOMERS_GO,
    act: OWNER_ONLY_GOES,
    form: 'answer=yes',
  },
  'routes/visits.$id.stop': { path: own('stop'), load: CUSTOMERS_GO, act: OWNER_ONLY_GOES },
  // Nothing was done yet that could be put in a profile.
  'routes/visits.$id.profile': {
    path: own('profile'),
    load: CUSTOMERS_GO,
    act: 'in -- -- in in in in in in in',
    form: 'task=sign_in',
  },
  'routes/guides._index': { path: at('/guides'), load: EVERYONE_SEES },
  'routes/guides.$task': { path: at('/guides/sign_in'), load: EVERYONE_SEES },
  'routes/staff.guides._index': { path: at('/staff/guides'), load: DESK_SEES },
  'routes/staff.guides.$task': { path: at('/staff/guides/sign_in'), load: DESK_SEES },
  'routes/staff.desk._index': { path: at('/staff/desk'), load: DESK_SEES },
  'routes/staff.desk.print': { path: at('/staff/desk/print'), load: DESK_SEES },
  'routes/staff.desk.people.$customerId': {
    path: (record) => `/staff/desk/people/${record.customerId}`,
    load: DESK_OF_THE_OFFICE_SEES,
    act: DESK_OF_THE_OFFICE_GOES,
    form: 'wants=find_club',
  },
  'routes/staff.desk.$id._index': {
    path: desk(''),
    load: DESK_OF_THE_OFFICE_SEES,
    act: DESK_OF_THE_OFFICE_GOES,
    form: 'task=see_meeting&result=alone',
  },
  'routes/staff.desk.$id.taking': button('/taking'),
  'routes/staff.desk.$id.putting-back': button('/putting-back'),
  'routes/staff.desk.$id.end': button('/end'),
  'routes/staff.desk.$id.end-undo': button('/end-undo'),
  'routes/staff.desk.$id.asking': button('/asking'),
  'routes/staff.desk.$id.agreement-end': button('/agreement-end'),
  'routes/staff.desk.$id.help': button('/help'),
  'routes/staff.desk.$id.result-undo': { ...button('/result-undo'), form: 'task=see_meeting' },
};
