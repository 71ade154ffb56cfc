import { PLAN_ROWS } from './access-table-plan';
import { DETAILS_ROWS } from './access-table-details';
import { ADVISER_ROWS } from './access-rows-adviser';
import { SIGN_IN_ROWS } from './access-sign-in';
import type { OwnersRecord } from './access-world';

/**
 * What each caller gets from each route, decided by hand:
 * `ok` the page · `go` sent on to another page of ours · `re` told what is wrong with what they sent ·
 * `in` asked to sign in · `st` asked to sign in as staff · `--` no such page.
 * Columns: nobody, owner, stranger, adviser, adviser elsewhere, champion, organiser, manager, manager elsewhere,
 * administrator.
 */
export type Cell = 'ok' | 'go' | 're' | 'in' | 'st' | '--';

export interface Row {
  path: (record: OwnersRecord) => string;
  load?: string;
  /** With `form`, a form that does what the route is for. */
  act?: string;
  form?: string | ((record: OwnersRecord) => string);
  /** A GET that uses something up; the reason is at the route. */
  loadChanges?: true;
}

const EVERYONE_SEES = 'ok ok ok ok ok ok ok ok ok ok';
const EVERYONE_GOES = 'go go go go go go go go go go';
const OWNER_ONLY_SEES = 'in ok -- in in in in in in in';
const OWNER_ONLY_GOES = 'in go -- in in in in in in in';
const DIARY_GOES = 'st st st go go -- -- go go --';
const DIARY_OF_THE_OFFICE_GOES = 'st st st go -- -- -- go -- --';
const MANAGERS_SEE = 'st st st -- -- -- -- ok ok --';
const STAFF_GO = 'st st st go go go go go go go';

const anAppointmentsPath = (rest: string) => (record: OwnersRecord) => `/appointments/${record.appointmentId}${rest}`;
const aLinksPath = (rest: string) => (record: OwnersRecord) => `/a/${record.token}${rest}`;
const staffPath = (rest: string) => (record: OwnersRecord) => `/staff/appointments/${record.appointmentId}${rest}`;
const at = (path: string) => () => path;

export const TABLE: Record<string, Row> = {
  ...ADVISER_ROWS,
  root: { path: at('/sign-in'), load: 'ok go go ok ok ok ok ok ok ok' },
  'routes/$': { path: at('/no/such/page'), load: '-- -- -- -- -- -- -- -- -- --' },

  'routes/_index': { path: at('/'), load: 'in ok ok in in in in in in in' },
  'routes/call-request': {
    path: at('/call-request'),
    load: 'in go go in in in in in in in',
    act: 'in go go in in in in in in in',
    form: '',
  },
  'routes/accessibility': { path: at('/accessibility'), load: EVERYONE_SEES },
  'routes/contact': { path: at('/contact'), load: EVERYONE_SEES },
  'routes/cookies': { path: at('/cookies'), load: EVERYONE_SEES },
  'routes/privacy': { path: at('/privacy'), load: EVERYONE_SEES },
  'routes/terms': { path: at('/terms'), load: EVERYONE_SEES },

  'routes/sign-in': {
    path: at('/sign-in'),
    load: 'ok go go ok ok ok ok ok ok ok',
    act: EVERYONE_GOES,
    form: (r) => `contact=nobody-${r.callId}%40mail.example`,
  },
  // Without the cookie of the browser that asked for a code, back to asking.
  'routes/sign-in_.code': {
    path: at('/sign-in/code'),
    load: 'in in in in in in in in in in',
    act: 'in in in in in in in in in in',
    form: 'code=123456',
  },
  ...SIGN_IN_ROWS,
  'routes/sign-out': { path: at('/sign-out'), load: EVERYONE_GOES, act: EVERYONE_GOES, form: '' },

  'routes/a.$token._index': { path: aLinksPath(''), load: EVERYONE_SEES },
  'routes/a.$token.appointment[.]ics': { path: aLinksPath('/appointment.ics'), load: EVERYONE_SEES },
  'routes/a.$token.confirmation': {
    path: aLinksPath('/confirmation'),
    load: EVERYONE_GOES,
    act: EVERYONE_GOES,
    form: '',
  },
  'routes/a.$token.cannot-come': {
    path: aLinksPath('/cannot-come'),
    load: EVERYONE_SEES,
    act: EVERYONE_GOES,
    form: 'reason=not_given',
  },
  'routes/a.$token.new-time': {
    path: aLinksPath('/new-time'),
    load: EVERYONE_SEES,
    act: EVERYONE_GOES,
    form: 'choice=call',
  },

  'routes/appointments._index': { path: at('/appointments'), load: 'in ok ok in in in in in in in' },
  'routes/appointments.$id._index': { path: anAppointmentsPath(''), load: OWNER_ONLY_SEES },
  'routes/appointments.$id.appointment[.]ics': {
    path: anAppointmentsPath('/appointment.ics'),
    load: OWNER_ONLY_SEES,
  },
  'routes/appointments.$id.confirmation': {
    path: anAppointmentsPath('/confirmation'),
    // Leads to its page, whoever's it is, and says nothing about it.
    load: 'in go go in in in in in in in',
    act: OWNER_ONLY_GOES,
    form: '',
  },
  'routes/appointments.$id.cannot-come': {
    path: anAppointmentsPath('/cannot-come'),
    load: OWNER_ONLY_SEES,
    act: OWNER_ONLY_GOES,
    form: 'reason=not_given',
  },
  'routes/appointments.$id.earlier': {
    path: anAppointmentsPath('/earlier'),
    load: OWNER_ONLY_SEES,
    act: OWNER_ONLY_GOES,
    form: '',
  },
  'routes/appointments.$id.earlier-withdrawal': {
    path: anAppointmentsPath('/earlier-withdrawal'),
    load: 'in go go in in in in in in in',
    act: OWNER_ONLY_GOES,
    form: '',
  },
  // The record's appointment is still to come, so there is nothing to say of it yet.
  'routes/appointments.$id.feedback': {
    path: anAppointmentsPath('/feedback'),
    load: OWNER_ONLY_GOES,
    act: OWNER_ONLY_GOES,
    form: 'answer=yes',
  },
  'routes/appointments.$id.messages': { path: anAppointmentsPath('/messages'), load: OWNER_ONLY_SEES },
  'routes/appointments.$id.new-time': {
    path: anAppointmentsPath('/new-time'),
    load: OWNER_ONLY_SEES,
    act: OWNER_ONLY_GOES,
    form: 'choice=call',
  },

  'routes/clubs._index': { path: at('/clubs?index&near=LL57'), load: EVERYONE_SEES },
  'routes/clubs.$ref._index': { path: (r) => `/clubs/${r.clubRef}`, load: EVERYONE_SEES },
  // What anybody says of going is their own.
  'routes/clubs.$ref.going': {
    path: (r) => `/clubs/${r.clubRef}/going`,
    load: 'in ok ok in in in in in in in',
    act: 'in go go in in in in in in in',
    form: (r) => `date=${r.clubDay}`,
  },
  'routes/clubs.$ref.going-undo': {
    path: (r) => `/clubs/${r.clubRef}/going-undo`,
    load: 'in ok ok in in in in in in in',
    act: 'in go go in in in in in in in',
    form: (r) => `date=${r.clubDay}`,
  },
  'routes/situation._index': {
    path: at('/situation?index'),
    load: 'in ok ok in in in in in in in',
    act: 'in go go in in in in in in in',
    form: 'barrier=it&note=Their+own+words',
  },
  'routes/situation.help': { path: at('/situation/help'), load: 'in ok ok in in in in in in in' },
  'routes/situation.withdrawal': {
    path: at('/situation/withdrawal'),
    load: 'in go go in in in in in in in',
    act: 'in go go in in in in in in in',
    form: '',
  },
  'routes/calendar._index': { path: at('/calendar'), load: 'in ok ok in in in in in in in' },
  'routes/calendar.$file': { path: (r) => `/calendar/${r.feedToken}.ics`, load: EVERYONE_SEES },
  'routes/calendar.address': {
    path: at('/calendar/address'),
    load: 'in go go in in in in in in in',
    act: 'in go go in in in in in in in',
    form: '',
  },
  'routes/calendar.end': {
    path: at('/calendar/end'),
    load: 'in go go in in in in in in in',
    act: 'in go go in in in in in in in',
    form: '',
  },

  ...PLAN_ROWS,
  ...DETAILS_ROWS,

  // Only where messages go to the outbox, and never in production.
  'routes/outbox._index': { path: at('/outbox'), load: EVERYONE_SEES },
  'routes/outbox.$messageId._index': { path: (r) => `/outbox/${r.messageId}`, load: EVERYONE_SEES },
  'routes/outbox.$messageId.status': {
    path: (r) => `/outbox/${r.messageId}/status`,
    load: EVERYONE_GOES,
    act: EVERYONE_GOES,
    form: 'status=delivered',
  },
  'routes/outbox.$messageId.reply': {
    path: (r) => `/outbox/${r.messageId}/reply`,
    load: EVERYONE_SEES,
    act: EVERYONE_GOES,
    form: 'text=1',
  },
  'routes/demo.sign-in.$token': {
    path: (r) => `/demo/sign-in/${r.signInToken}`,
    load: EVERYONE_GOES,
    loadChanges: true,
  },

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
  },
  'routes/staff._index': { path: at('/staff'), load: 'st st st go go ok ok go go ok' },
  'routes/staff.day': { path: at('/staff/day'), load: 'st st st ok ok -- -- ok ok --' },
  'routes/staff.letters._index': {
    path: at('/staff/letters?index'),
    load: 'st st st ok ok -- -- ok ok --',
    // A letter of another office is passed over.
    act: 'st st st go go -- -- go go --',
    form: (r) => `letter=${r.letterId}`,
  },
  'routes/staff.letters.print': {
    path: (r) => `/staff/letters/print?only=${r.letterId}`,
    load: 'st st st ok -- -- -- ok -- --',
  },
  'routes/staff.letters.$id.posted-undo': {
    path: (r) => `/staff/letters/${r.letterId}/posted-undo`,
    load: DIARY_GOES,
    // It waits, so there is nothing to take back.
    act: 'st st st -- -- -- -- -- -- --',
    form: '',
  },
  'routes/staff.appointments.$id._index': { path: staffPath(''), load: 'st st st ok -- -- -- ok -- --' },
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
    load: 'st st st ok -- -- -- ok -- --',
    act: DIARY_OF_THE_OFFICE_GOES,
    form: (r) => `choice=other&date=${r.freeDay}&time=10%3A00&version=1`,
  },
  'routes/staff.appointments.$id.call': {
    path: staffPath('/call'),
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: '',
  },
  'routes/staff.messages': { path: at('/staff/messages'), load: 'st st st ok ok -- -- ok ok --' },
  'routes/staff.calls._index': { path: at('/staff/calls'), load: 'st st st ok ok -- -- ok ok --' },
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
  'routes/staff.replies._index': { path: at('/staff/replies'), load: 'st st st ok ok -- -- ok ok --' },
  'routes/staff.replies.$id._index': {
    path: (r) => `/staff/replies/${r.replyId}?index`,
    load: 'st st st ok -- -- -- ok -- --',
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
  'routes/staff.texts': { path: at('/staff/texts'), load: 'st st st ok ok -- -- ok ok --' },
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
