import { CUSTOMERS_SEE, CUSTOMERS_GO, OWNER_ONLY_SEES, OWNER_ONLY_GOES, at, type Row } from './cells';

/** "My details" and the pages below it; the columns are those of `access-table.ts`. */
export const DETAILS_ROWS: Record<string, Row> = {
  'routes/details._index': { path: at('/details'), load: CUSTOMERS_SEE },
  'routes/details.name': {
    path: at('/details/name'),
    load: CUSTOMERS_SEE,
    act: CUSTOMERS_GO,
    form: 'knownAs=Zeb&firstName=Zebedee&lastName=Quillfeather',
  },
  'routes/details.language': {
    path: at('/details/language'),
    load: CUSTOMERS_SEE,
    act: CUSTOMERS_GO,
    form: 'language=cy',
  },
  'routes/details.contact-preferences': {
    path: at('/details/contact-preferences'),
    load: CUSTOMERS_SEE,
    act: CUSTOMERS_GO,
    form: 'channel=none&quietFrom=&quietTo=&discreet=no',
  },
  'routes/details.access-needs': {
    path: at('/details/access-needs'),
    load: CUSTOMERS_SEE,
    act: CUSTOMERS_GO,
    form: 'need-bsl=bsl',
  },
  'routes/details.sharing._index': { path: at('/details/sharing'), load: CUSTOMERS_SEE },
  'routes/details.sharing.$id.consent': {
    path: (r) => `/details/sharing/${r.partnerId}/consent`,
    load: CUSTOMERS_GO,
    act: CUSTOMERS_GO,
    form: '',
  },
  'routes/details.sharing.$id.withdrawal': {
    path: (r) => `/details/sharing/${r.partnerId}/withdrawal`,
    load: CUSTOMERS_GO,
    act: CUSTOMERS_GO,
    form: '',
  },
  'routes/details.contacts.new': {
    path: at('/details/contacts/new?kind=phone'),
    load: CUSTOMERS_SEE,
    act: CUSTOMERS_GO,
    form: (r) => `phone=01632+960${r.freeDay.slice(-2)}1`,
  },
  'routes/details.contacts.$id.change': {
    path: (r) => `/details/contacts/${r.contactPointId}/change`,
    load: OWNER_ONLY_SEES,
    act: OWNER_ONLY_GOES,
    form: 'phone=01632+960999',
  },
  'routes/details.contacts.$id.removal': {
    path: (r) => `/details/contacts/${r.contactPointId}/removal`,
    load: OWNER_ONLY_SEES,
    act: OWNER_ONLY_GOES,
    form: '',
  },
  'routes/details.contacts.$id.opt-out': {
    path: (r) => `/details/contacts/${r.contactPointId}/opt-out`,
    // Leads to the preferences, whoever's it is, and says nothing about it.
    load: CUSTOMERS_GO,
    act: OWNER_ONLY_GOES,
    form: 'channel=voice&on=no',
  },
  'routes/details.contact-changes.$id._index': {
    path: (r) => `/details/contact-changes/${r.changeId}`,
    load: OWNER_ONLY_SEES,
    act: OWNER_ONLY_GOES,
    form: 'code=123456',
  },
  'routes/details.contact-changes.$id.code': {
    path: (r) => `/details/contact-changes/${r.changeId}/code`,
    load: CUSTOMERS_GO,
    act: OWNER_ONLY_GOES,
    form: '',
  },
  'routes/details.contact-changes.$id.cancellation': {
    path: (r) => `/details/contact-changes/${r.changeId}/cancellation`,
    load: CUSTOMERS_GO,
    act: OWNER_ONLY_GOES,
    form: '',
  },
  'routes/details.check._index': {
    path: at('/details/check'),
    load: CUSTOMERS_SEE,
    // Somebody else's number is none that a code could go to.
    act: 'in re re in in in in in in in',
    form: (r) => `contact=${r.callId}`,
  },
  // Without the cookie of the browser that asked for a code, back to asking.
  'routes/details.check.code': {
    path: at('/details/check/code'),
    load: CUSTOMERS_GO,
    act: CUSTOMERS_GO,
    form: 'code=123456',
  },
  'routes/details.download._index': { path: at('/details/download'), load: CUSTOMERS_SEE },
  'routes/details.download.file': {
    path: at('/details/download/file'),
    load: CUSTOMERS_GO,
    act: CUSTOMERS_SEE,
    form: 'format=json',
  },
};
