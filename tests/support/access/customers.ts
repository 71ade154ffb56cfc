import { DIARY_SEES, MANAGERS_SEE, OFFICE_SEES, at, type Row } from './cells';
import type { OwnersRecord } from '../access-world';

const adviserPath = (rest: string) => (record: OwnersRecord) => `/staff/customers/${record.customerId}/adviser${rest}`;

/** Finding customers, and whose they are. */
export const CUSTOMER_ROWS: Record<string, Row> = {
  'routes/staff.customers._index': {
    path: at('/staff/customers?adviser=me'),
    load: 'st st st ok ok ok -- ok ok --',
  },
  'routes/staff.customers.$id.adviser': {
    path: adviserPath(''),
    load: OFFICE_SEES,
    act: 'st st st go -- -- -- go -- --',
    form: (r) => `to=${r.adviserId}&from=${r.adviserId}&reason=asked`,
  },
  'routes/staff.customers.$id.adviser_.undo': {
    path: adviserPath('/undo'),
    load: 'st st st go go -- -- go go --',
    act: 'st st st go -- -- -- go -- --',
    form: (r) => `event=${r.callId}`,
  },
  'routes/staff.customers.transfer': {
    path: at('/staff/customers/transfer?from=none'),
    load: MANAGERS_SEE,
    // Nobody is without an adviser, so there is nobody to pass on.
    act: 'st st st -- -- -- -- re re --',
    form: 'which=all',
  },
  'routes/staff.customers.transfer_.undo': {
    path: at('/staff/customers/transfer/undo'),
    load: 'st st st -- -- -- -- go go --',
    act: 'st st st -- -- -- -- go go --',
    form: 'since=1000000000000&until=1000000000001',
  },
  'routes/staff.office.continuity': { path: at('/staff/office/continuity'), load: DIARY_SEES },
};
