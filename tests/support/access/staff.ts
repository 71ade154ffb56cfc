import {
  DIARY_SEES,
  DIARY_GOES,
  OFFICE_SEES,
  DIARY_OF_THE_OFFICE_GOES,
  MANAGERS_SEE,
  STAFF_GO,
  at,
  type Row,
} from './cells';
import type { OwnersRecord } from '../access-world';

const staffPath = (rest: string) => (record: OwnersRecord) => `/staff/appointments/${record.appointmentId}${rest}`;

/** The pages of staff that no other file has. */
export const STAFF_ROWS: Record<string, Row> = {
  'routes/staff.sign-in': {
    path: at('/staff/sign-in'),
    load: 'ok ok ok go go go go go go go',
    act: 're re re go go go go go go go',
    form: 'email=nobody%40waymark.example&password=not+the+password&code=000000',
  },
  'routes/staff.sign-out': {
    path: at('/staff/sign-out'),
    load: STAFF_GO,
    act: 'st st st st st st st st st st',
    form: '',
    // Whoever signs out helps nobody any more.
    actChanges: true,
  },
  'routes/staff._index': { path: at('/staff'), load: 'st st st go go go go go go go' },
  'routes/staff.day': { path: at('/staff/day'), load: DIARY_SEES },
  'routes/staff.letters._index': {
    path: at('/staff/letters?index'),
    load: DIARY_SEES,
    // A letter of another office is passed over.
    act: DIARY_GOES,
    form: (r) => `letter=${r.letterId}`,
  },
  'routes/staff.letters.print': {
    path: (r) => `/staff/letters/print?only=${r.letterId}`,
    load: OFFICE_SEES,
  },
  'routes/staff.letters.$id.posted-undo': {
    path: (r) => `/staff/letters/${r.letterId}/posted-undo`,
    load: DIARY_GOES,
    // It waits, so there is nothing to take back.
    act: 'st st st -- -- -- -- -- -- --',
    form: '',
  },
  'routes/staff.appointments.$id._index': { path: staffPath(''), load: OFFICE_SEES },
  'routes/staff.appointments.$id.outcome': {
    path: staffPath('/outcome'),
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: 'outcome=attended',
  },
  'routes/staff.appointments.$id.outcome-undo': {
    path: staffPath('/outcome-undo'),
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: '',
  },
  'routes/staff.appointments.$id.new-time': {
    path: staffPath('/new-time'),
    load: OFFICE_SEES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: (r) => `choice=other&date=${r.freeDay}&time=10%3A00&version=1`,
  },
  'routes/staff.appointments.$id.call': {
    path: staffPath('/call'),
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: '',
  },
  'routes/staff.messages': { path: at('/staff/messages'), load: DIARY_SEES },
  'routes/staff.calls._index': { path: at('/staff/calls'), load: DIARY_SEES },
  'routes/staff.calls.$id.owner': {
    path: (r) => `/staff/calls/${r.callId}/owner`,
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: '',
  },
  'routes/staff.calls.$id.outcome': {
    path: (r) => `/staff/calls/${r.callId}/outcome`,
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: 'outcome=spoke',
  },
  'routes/staff.calls.$id.outcome-undo': {
    path: (r) => `/staff/calls/${r.callId}/outcome-undo`,
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: '',
  },
  'routes/staff.replies._index': { path: at('/staff/replies'), load: DIARY_SEES },
  'routes/staff.replies.$id._index': {
    path: (r) => `/staff/replies/${r.replyId}?index`,
    load: OFFICE_SEES,
    // The record's number is that of many: nothing may go to it, so there is nothing to show before it goes.
    act: DIARY_OF_THE_OFFICE_GOES,
    form: 'choice=see_you&after=',
  },
  'routes/staff.replies.$id.answer': {
    path: (r) => `/staff/replies/${r.replyId}/answer`,
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: 'choice=see_you&after=',
  },
  'routes/staff.replies.$id.call': {
    path: (r) => `/staff/replies/${r.replyId}/call`,
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: '',
  },
  'routes/staff.replies.$id.handled-undo': {
    path: (r) => `/staff/replies/${r.replyId}/handled-undo`,
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: '',
  },
  'routes/staff.texts': { path: at('/staff/texts'), load: DIARY_SEES },
  'routes/staff.customers.$id.no-messages': {
    path: (r) => `/staff/customers/${r.customerId}/no-messages`,
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: 'on=yes',
  },
  'routes/staff.customers.$id.discreet': {
    path: (r) => `/staff/customers/${r.customerId}/discreet`,
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: 'on=yes',
  },
  'routes/staff.contact-points.$id.revival': {
    path: (r) => `/staff/contact-points/${r.contactPointId}/revival`,
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: '',
  },
  'routes/staff.contact-points.$id.opt-out': {
    path: (r) => `/staff/contact-points/${r.contactPointId}/opt-out`,
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: 'channel=voice&on=yes',
  },
  'routes/staff.replies.$id.handled': {
    path: (r) => `/staff/replies/${r.replyId}/handled`,
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: '',
  },
  'routes/staff.reminder-policy._index': {
    path: at('/staff/reminder-policy'),
    load: MANAGERS_SEE,
  },
  'routes/staff.reminder-policy.new-version': {
    path: at('/staff/reminder-policy/new-version'),
    load: MANAGERS_SEE,
    act: 'st st st -- -- -- -- re re --',
    form: 'kind=',
  },
  'routes/staff.reminder-policy.$id.withdrawal': {
    // No version has such a name, so there is none to take back.
    path: (r) => `/staff/reminder-policy/${r.appointmentId}/withdrawal`,
    load: 'st st st -- -- -- -- -- -- --',
    act: 'st st st -- -- -- -- go go --',
    form: '',
  },
};
