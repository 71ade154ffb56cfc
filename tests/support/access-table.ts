import { EVERYONE_SEES, EVERYONE_GOES, CUSTOMERS_SEE, CUSTOMERS_GO, at, type Row } from './access/cells';
import type { OwnersRecord } from './access-world';
import { ASSISTED_ROWS } from './access/assisted';
import { ADVISER_ROWS } from './access/adviser';
import { APPOINTMENT_ROWS } from './access/appointments';
import { BOOKING_ROWS } from './access/booking';
import { CLUB_ROWS } from './access/clubs';
import { FILE_ROWS } from './access/files';
import { KEPT_CLUB_ROWS } from './access/kept-clubs';
import { DIARY_ROWS } from './access/diary';
import { CUSTOMER_ROWS } from './access/customers';
import { DETAILS_ROWS } from './access/details';
import { EARLIER_ROWS } from './access/earlier';
import { OUTCOME_ROWS } from './access/outcomes';
import { OFFICE_ROWS } from './access/office';
import { PLAN_ROWS } from './access/plan';
import { PLAN_TOGETHER_ROWS } from './access/plan-together';
import { SIGN_IN_ROWS } from './access/sign-in';
import { STAFF_ROWS } from './access/staff';

const aLinksPath = (rest: string) => (record: OwnersRecord) => `/a/${record.token}${rest}`;

export type { Cell, Row } from './access/cells';

/** Every route; the columns are those of `Row`. */
export const TABLE: Record<string, Row> = {
  ...ADVISER_ROWS,
  root: { path: at('/sign-in'), load: 'ok go go ok ok ok ok ok ok ok' },
  'routes/$': { path: at('/no/such/page'), load: '-- -- -- -- -- -- -- -- -- --' },

  'routes/_index': { path: at('/'), load: CUSTOMERS_SEE },
  'routes/call-request': {
    path: at('/call-request'),
    load: CUSTOMERS_SEE,
    act: CUSTOMERS_GO,
    form: 'day=soon&part=afternoon',
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

  ...EARLIER_ROWS,
  ...APPOINTMENT_ROWS,
  ...BOOKING_ROWS,
  ...CLUB_ROWS,
  ...KEPT_CLUB_ROWS,
  ...FILE_ROWS,
  ...PLAN_ROWS,
  ...OUTCOME_ROWS,
  ...PLAN_TOGETHER_ROWS,
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

  ...DIARY_ROWS,
  ...STAFF_ROWS,
  ...OFFICE_ROWS,
  ...CUSTOMER_ROWS,
  ...ASSISTED_ROWS,
};
