import { CUSTOMERS_GO, CUSTOMERS_SEE, DIARY_GOES, DIARY_OF_THE_OFFICE_GOES, OFFICE_SEES, at, type Row } from './cells';

/** Helping somebody by phone or at the desk. The help that goes on in a record is its adviser's: nobody else can finish it. */
export const HELP_ROWS: Record<string, Row> = {
  'routes/staff.customers.$id.help._index': {
    path: (r) => `/staff/customers/${r.customerId}/help`,
    load: OFFICE_SEES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: 'way=desk',
  },
  'routes/staff.customers.$id.help.questions': {
    path: (r) => `/staff/customers/${r.customerId}/help/questions`,
    load: OFFICE_SEES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: 'fact=adviser&said=Somebody',
  },
  // The questions have not stopped for the record: whoever may go there is sent to them.
  'routes/staff.customers.$id.help.ring-back': {
    path: (r) => `/staff/customers/${r.customerId}/help/ring-back`,
    load: DIARY_OF_THE_OFFICE_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: 'day=soon&part=any',
  },
  'routes/staff.customers.$id.help.ring-back-undo': {
    path: (r) => `/staff/customers/${r.customerId}/help/ring-back-undo`,
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: '',
  },
  'routes/staff.customers.$id.help.finish': {
    path: (r) => `/staff/customers/${r.customerId}/help/finish`,
    load: 'st st st ok -- -- -- -- -- --',
    act: 'st st st go -- -- -- -- -- --',
    form: 'readBack=yes',
  },
  'routes/help._index': { path: at('/help'), load: CUSTOMERS_SEE },
  'routes/help.end': { path: at('/help/end'), load: CUSTOMERS_GO, act: CUSTOMERS_GO, form: '' },
  'routes/help.only-them': { path: at('/help/only-them'), load: CUSTOMERS_GO },
};
