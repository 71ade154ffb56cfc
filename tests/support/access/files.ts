import { at, MANAGERS_SEE, type Row } from './cells';

const MANAGER_OF_THE_OFFICE_SEES = 'st st st -- -- -- -- ok -- --';
const MANAGERS_GO = 'st st st -- -- -- -- go go --';
const MANAGER_OF_THE_OFFICE_GOES = 'st st st -- -- -- -- go -- --';
const page = (rest: string) => (r: { importId: string }) => `/staff/office/import/${r.importId}${rest}`;

/** Files in and out of an office. */
export const FILE_ROWS: Record<string, Row> = {
  'routes/staff.office.import._index': {
    path: at('/staff/office/import?index'),
    load: MANAGERS_SEE,
    // No file.
    act: 'st st st -- -- -- -- re re --',
    form: 'kind=customers',
  },
  'routes/staff.office.import.$id._index': { path: page('?index'), load: MANAGER_OF_THE_OFFICE_SEES },
  'routes/staff.office.import.$id.rejected[.]csv': { path: page('/rejected.csv'), load: MANAGER_OF_THE_OFFICE_SEES },
  'routes/staff.office.import.$id.saving': {
    path: page('/saving'),
    load: MANAGERS_GO,
    act: MANAGER_OF_THE_OFFICE_GOES,
    form: '',
  },
  'routes/staff.office.import.$id.putting-away': {
    path: page('/putting-away'),
    load: MANAGERS_GO,
    act: MANAGER_OF_THE_OFFICE_GOES,
    form: '',
  },
  // The elsewhere manager's file has their own office in it.
  'routes/staff.office.export.$file': { path: at('/staff/office/export/clubs.csv'), load: MANAGERS_SEE },
};
