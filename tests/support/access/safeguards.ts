import { at, DIARY_GOES, DIARY_OF_THE_OFFICE_GOES, DIARY_SEES, MANAGERS_SEE, OFFICE_SEES, type Row } from './cells';
import type { OwnersRecord } from '../access-world';

const reask = (rest: string) => (record: OwnersRecord) => `/staff/office/re-asks/${record.reaskId}${rest}`;

/** Who is to be asked again, and whether the rules fall unevenly. */
export const SAFEGUARDS_ROWS: Record<string, Row> = {
  'routes/staff.office.re-asks._index': { path: at('/staff/office/re-asks?index'), load: DIARY_SEES },
  'routes/staff.office.re-asks.$id.not-needed': {
    path: reask('/not-needed'),
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: '',
  },
  'routes/staff.office.re-asks.$id.not-needed-undo': {
    path: reask('/not-needed-undo'),
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: '',
  },
  'routes/staff.customers.$id.club-going': {
    path: (r) => `/staff/customers/${r.customerId}/club-going`,
    load: OFFICE_SEES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: (r) => `ref=${r.clubRef}&date=${r.clubDay}`,
  },
  'routes/staff.customers.$id.club-going_.undo': {
    path: (r) => `/staff/customers/${r.customerId}/club-going/undo`,
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: (r) => `ref=${r.clubRef}&date=${r.clubDay}`,
  },
  'routes/staff.office.fairness': { path: at('/staff/office/fairness'), load: MANAGERS_SEE },
};
