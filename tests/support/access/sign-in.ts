import {
  EVERYONE_SEES,
  EVERYONE_GOES,
  CUSTOMERS_SEE,
  CUSTOMERS_GO,
  OWNER_ONLY_SEES,
  OWNER_ONLY_GOES,
  at,
  type Row,
} from './cells';

/** A customer who is signed in already is led home, whatever they typed. */
const THEY_ARE_CORRECTED = 're go go re re re re re re re';
const NOT_YET_SIGNED_IN_SEE = 'ok go go ok ok ok ok ok ok ok';
const CARD_OF_THE_OFFICE = 'st st st ok -- ok -- ok -- --';

/** The rows of the access table (access-table.ts) that are about signing in. */
export const SIGN_IN_ROWS: Record<string, Row> = {
  'routes/sign-in_.call': {
    path: at('/sign-in/call'),
    load: 'in in in in in in in in in in',
    act: 'in in in in in in in in in in',
    form: '',
  },
  'routes/sign-in_.password': {
    path: at('/sign-in/password'),
    load: NOT_YET_SIGNED_IN_SEE,
    act: THEY_ARE_CORRECTED,
    form: 'contact=nobody%40mail.example&password=',
  },
  'routes/sign-in_.passkey': {
    path: at('/sign-in/passkey'),
    load: NOT_YET_SIGNED_IN_SEE,
    act: THEY_ARE_CORRECTED,
    form: 'answer=',
  },
  'routes/sign-in_.passkey_.question': {
    path: at('/sign-in/passkey/question'),
    load: EVERYONE_GOES,
    act: EVERYONE_SEES,
    form: '',
  },
  'routes/sign-in_.card': {
    path: at('/sign-in/card'),
    load: NOT_YET_SIGNED_IN_SEE,
    act: THEY_ARE_CORRECTED,
    form: 'words=',
  },
  'routes/sign-in_.help': { path: at('/sign-in/help'), load: EVERYONE_SEES },
  'routes/sign-in-methods': { path: at('/sign-in-methods'), load: CUSTOMERS_SEE },
  'routes/sign-in-methods_.other-sessions': {
    path: at('/sign-in-methods/other-sessions'),
    load: CUSTOMERS_GO,
    act: CUSTOMERS_GO,
    form: '',
  },
  // They have only just signed in; who did so longer ago is asked to do it again (e2e/signing-in).
  'routes/sign-in-methods_.password': {
    path: at('/sign-in-methods/password'),
    load: CUSTOMERS_SEE,
    act: CUSTOMERS_GO,
    form: 'password=three+damp+otters',
  },
  'routes/sign-in-methods_.password_.removal': {
    path: at('/sign-in-methods/password/removal'),
    load: CUSTOMERS_SEE,
    act: CUSTOMERS_GO,
    form: '',
  },
  'routes/sign-in-methods_.passkey': {
    path: at('/sign-in-methods/passkey'),
    load: CUSTOMERS_SEE,
    act: 'in re re in in in in in in in',
    form: 'answer=',
  },
  'routes/sign-in-methods_.passkey_.question': {
    path: at('/sign-in-methods/passkey/question'),
    load: CUSTOMERS_GO,
    act: CUSTOMERS_SEE,
    form: '',
  },
  'routes/sign-in-methods_.passkeys.$id.name': {
    path: (r) => `/sign-in-methods/passkeys/${r.passkeyId}/name`,
    load: OWNER_ONLY_SEES,
    act: OWNER_ONLY_GOES,
    form: 'name=My+phone',
  },
  'routes/sign-in-methods_.passkeys.$id.removal': {
    path: (r) => `/sign-in-methods/passkeys/${r.passkeyId}/removal`,
    load: OWNER_ONLY_SEES,
    act: OWNER_ONLY_GOES,
    form: '',
  },
  'routes/staff.customers.$id.card': {
    path: (r) => `/staff/customers/${r.customerId}/card`,
    load: CARD_OF_THE_OFFICE,
    act: CARD_OF_THE_OFFICE,
    form: '',
  },
  'routes/staff.customers.$id.card_.revocation': {
    path: (r) => `/staff/customers/${r.customerId}/card/revocation`,
    load: 'st st st go go go -- go go --',
    act: 'st st st go -- go -- go -- --',
    form: '',
  },
};
