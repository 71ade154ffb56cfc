import type { OwnersRecord } from '../access-world';
import { at, CUSTOMERS_GO, CUSTOMERS_SEE, DIARY_SEES, OFFICE_SEES, type Row } from './cells';

const DESK_SEES = 'st st st ok -- ok -- ok -- --';
const DESK_GOES = 'st st st go -- go -- go -- --';
/** Whoever has the role is sent to the customers, whatever the address says. */
const DESKS_GO = 'st st st go go go -- go go --';
const ADVISER_GOES = 'st st st go -- -- -- -- -- --';
const CUSTOMERS_RE = 'in re re in in in in in in in';
/** Given by a colleague: the customer cannot take it back, nor anybody else. */
const NOBODYS = 'in -- -- in in in in in in in';

const signpost = (rest: string) => (record: OwnersRecord) => `/staff/signposts/${record.signpostId}/${rest}`;
const customer = (rest: string) => (record: OwnersRecord) => `/staff/customers/${record.customerId}/${rest}`;

export const SIGNPOSTS_ROWS: Record<string, Row> = {
  'routes/near-me._index': { path: at('/near-me?index'), load: CUSTOMERS_SEE },
  'routes/near-me.sheet': { path: at('/near-me/sheet'), load: CUSTOMERS_SEE },
  'routes/near-me.choice': {
    path: at('/near-me/choice'),
    load: CUSTOMERS_SEE,
    // There is no such thing near by.
    act: CUSTOMERS_RE,
    form: (r) => `pick=club.${r.signpostId}.fill_form`,
  },
  'routes/near-me.$id.withdrawal': {
    path: (r) => `/near-me/${r.signpostId}/withdrawal`,
    load: CUSTOMERS_GO,
    act: NOBODYS,
    form: '',
  },
  'routes/situation.outlook._index': {
    path: at('/situation/outlook?index'),
    load: CUSTOMERS_SEE,
    act: CUSTOMERS_GO,
    form: 'confidence=sure&attitude=&note=',
  },
  'routes/situation.outlook.withdrawal': {
    path: at('/situation/outlook/withdrawal'),
    load: CUSTOMERS_GO,
    act: CUSTOMERS_GO,
    form: '',
  },
  'routes/staff.customers.$id.signposts._index': {
    path: customer('signposts?index'),
    load: DESK_SEES,
    act: DESK_GOES,
    form: (r) => `pick=digital_place.${r.digitalPlaceId}.fill_form&askOn=`,
  },
  'routes/staff.customers.$id.signposts.sheet': { path: customer('signposts/sheet'), load: DESK_SEES },
  'routes/staff.customers.$id.situation': {
    path: customer('situation'),
    load: OFFICE_SEES,
    act: ADVISER_GOES,
    form: 'barrier=money&note=&confidence=sure&attitude=&outlookNote=',
  },
  'routes/staff.signposts._index': { path: at('/staff/signposts?index'), load: DIARY_SEES },
  'routes/staff.signposts.$id.withdrawal': { path: signpost('withdrawal'), load: DESKS_GO, act: DESK_GOES, form: '' },
  'routes/staff.signposts.$id.restoration': { path: signpost('restoration'), load: DESKS_GO, act: DESK_GOES, form: '' },
  'routes/staff.signposts.$id.outcome': {
    path: signpost('outcome'),
    load: DESKS_GO,
    act: DESK_GOES,
    form: 'outcome=went',
  },
  'routes/staff.signposts.$id.outcome-undo': {
    path: signpost('outcome-undo'),
    load: DESKS_GO,
    act: DESK_GOES,
    form: '',
  },
  'routes/staff.signposts.$id.later': { path: signpost('later'), load: DESKS_GO, act: DESK_GOES, form: '' },
  'routes/staff.signposts.$id.later-undo': { path: signpost('later-undo'), load: DESKS_GO, act: DESK_GOES, form: '' },
};
