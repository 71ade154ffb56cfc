import {
  CUSTOMERS_SEE,
  CUSTOMERS_GO,
  DIARY_SEES,
  DIARY_GOES,
  OFFICE_SEES,
  DIARY_OF_THE_OFFICE_GOES,
  at,
  type Row,
} from './cells';

/** What customers and advisers write to each other is between them. */
const JOURNAL_GOES = 'st st st go -- -- -- -- -- --';
const JOURNAL_LEADS_ON = 'st st st go go -- -- -- -- --';
/** The cover of another adviser is for managers to change. */
const MANAGER_GOES = 'st st st -- -- -- -- go -- --';

/** The adviser, the journal, a customer's record, and covers. */
export const ADVISER_ROWS: Record<string, Row> = {
  'routes/adviser._index': { path: at('/adviser?index'), load: CUSTOMERS_SEE },
  'routes/adviser.messages._index': {
    path: at('/adviser/messages?index'),
    load: CUSTOMERS_SEE,
  },
  'routes/adviser.messages.new': {
    path: at('/adviser/messages/new'),
    load: CUSTOMERS_SEE,
    act: CUSTOMERS_GO,
    form: (r) => `text=A+word+for+${r.callId}`,
  },
  'routes/adviser.messages.read': {
    path: at('/adviser/messages/read'),
    load: CUSTOMERS_GO,
    act: CUSTOMERS_GO,
    form: 'until=1',
  },
  'routes/adviser.messages.taken-back': {
    path: at('/adviser/messages/taken-back'),
    load: CUSTOMERS_GO,
    // What is not theirs to take back is passed over.
    act: CUSTOMERS_GO,
    form: (r) => `entry=${r.journalEntryId}`,
  },

  'routes/staff.customers.$id._index': {
    path: (r) => `/staff/customers/${r.customerId}?index`,
    load: OFFICE_SEES,
  },
  'routes/staff.customers.$id.journal': {
    path: (r) => `/staff/customers/${r.customerId}/journal`,
    load: OFFICE_SEES,
    act: JOURNAL_GOES,
    form: (r) => `text=An+answer&seen=${r.journalEntryId}`,
  },
  'routes/staff.customers.$id.journal_.read': {
    path: (r) => `/staff/customers/${r.customerId}/journal/read`,
    load: JOURNAL_LEADS_ON,
    act: JOURNAL_GOES,
    form: 'until=1',
  },
  'routes/staff.journal.$id.done': {
    path: (r) => `/staff/journal/${r.journalEntryId}/done`,
    load: 'st st st ok -- -- -- -- -- --',
    act: JOURNAL_GOES,
    form: 'note=Rang+them',
  },
  'routes/staff.journal.$id.done-undo': {
    path: (r) => `/staff/journal/${r.journalEntryId}/done-undo`,
    load: JOURNAL_LEADS_ON,
    act: JOURNAL_GOES,
    form: '',
  },
  'routes/staff.contact-changes.$id.seen': {
    path: (r) => `/staff/contact-changes/${r.contactChangeId}/seen`,
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: '',
  },
  'routes/staff.cover._index': { path: at('/staff/cover?index'), load: DIARY_SEES },
  'routes/staff.cover.new': {
    path: at('/staff/cover/new'),
    load: DIARY_SEES,
    act: 'st st st re re -- -- re re --',
    form: 'adviser=&standIn=&from=&until=',
  },
  'routes/staff.cover.$id.dates': {
    path: (r) => `/staff/cover/${r.coverId}/dates`,
    load: 'st st st -- -- -- -- ok -- --',
    act: 'st st st -- -- -- -- re -- --',
    form: 'standIn=&from=&until=',
  },
  'routes/staff.cover.$id.end': {
    path: (r) => `/staff/cover/${r.coverId}/end`,
    load: DIARY_GOES,
    act: MANAGER_GOES,
    form: '',
  },
  'routes/staff.cover.$id.end-undo': {
    path: (r) => `/staff/cover/${r.coverId}/end-undo`,
    load: DIARY_GOES,
    act: MANAGER_GOES,
    form: '',
  },
};
