import { EVERYONE_SEES, CUSTOMERS_SEE, CUSTOMERS_GO, at, type Row } from './cells';

/** Work clubs and one's situation. */
export const CLUB_ROWS: Record<string, Row> = {
  'routes/clubs._index': { path: at('/clubs?index&near=LL57'), load: EVERYONE_SEES },
  'routes/clubs.$ref._index': { path: (r) => `/clubs/${r.clubRef}`, load: EVERYONE_SEES },
  // What anybody says of going is their own.
  'routes/clubs.$ref.going': {
    path: (r) => `/clubs/${r.clubRef}/going`,
    load: CUSTOMERS_SEE,
    act: CUSTOMERS_GO,
    form: (r) => `date=${r.clubDay}`,
  },
  'routes/clubs.$ref.going-undo': {
    path: (r) => `/clubs/${r.clubRef}/going-undo`,
    load: CUSTOMERS_SEE,
    act: CUSTOMERS_GO,
    form: (r) => `date=${r.clubDay}`,
  },
  'routes/situation._index': {
    path: at('/situation?index'),
    load: CUSTOMERS_SEE,
    act: CUSTOMERS_GO,
    form: 'barrier=it&note=Their+own+words',
  },
  'routes/situation.help': { path: at('/situation/help'), load: CUSTOMERS_SEE },
  'routes/situation.withdrawal': {
    path: at('/situation/withdrawal'),
    load: CUSTOMERS_GO,
    act: CUSTOMERS_GO,
    form: '',
  },
};
