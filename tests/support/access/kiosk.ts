import { at, CUSTOMERS_GO, EVERYONE_GOES, EVERYONE_SEES, MANAGERS_SEE, type Row } from './cells';

const MANAGER_SEES = 'st st st -- -- -- -- ok -- --';
const MANAGER_GOES = 'st st st -- -- -- -- go -- --';
const MANAGERS_GO = 'st st st -- -- -- -- go go --';
const OPENERS_SEE = 'st st st ok ok ok -- ok ok --';
const OPENERS_GO = 'st st st go go go -- go go --';
const OPENERS_OF_THE_OFFICE_GO = 'st st st go -- go -- go -- --';
const NOBODY_SEES = '-- -- -- -- -- -- -- -- -- --';

/** As other devices see them. What a shared computer gets, whoever sits at it, is in tests/e2e/kiosk-access.test.ts. */
export const KIOSK_ROWS: Record<string, Row> = {
  'routes/kiosk._index': { path: at('/kiosk'), load: EVERYONE_GOES },
  'routes/kiosk.enrol': {
    path: at('/kiosk/enrol'),
    load: EVERYONE_SEES,
    act: 're re re re re re re re re re',
    form: 'code=1',
  },
  'routes/kiosk.opening': { path: at('/kiosk/opening'), load: EVERYONE_GOES, act: EVERYONE_GOES, form: 'pin=123456' },
  'routes/kiosk.display': { path: at('/kiosk/display'), load: EVERYONE_GOES, act: EVERYONE_GOES, form: 'text=larger' },
  'routes/kiosk.finish': { path: at('/kiosk/finish'), load: EVERYONE_GOES, act: EVERYONE_GOES },
  'routes/kiosk.locking': { path: at('/kiosk/locking'), load: EVERYONE_GOES, act: EVERYONE_GOES },
  'routes/kiosk.finished': { path: at('/kiosk/finished'), load: EVERYONE_GOES },
  'routes/kiosk.not-here': { path: at('/kiosk/not-here'), load: EVERYONE_GOES },
  'routes/kiosk.near': { path: at('/kiosk/near'), load: EVERYONE_SEES },
  'routes/kiosk.drafts.$id.removal': {
    path: ({ stepId }) => `/kiosk/drafts/${stepId}/removal`,
    load: CUSTOMERS_GO,
    act: CUSTOMERS_GO,
  },
  'routes/demo.kiosk.$token': { path: at('/demo/kiosk/a-token-that-nobody-was-given'), load: NOBODY_SEES },
  'routes/staff.kiosk-pin': { path: at('/staff/kiosk-pin'), load: OPENERS_SEE, act: OPENERS_SEE },
  'routes/staff.kiosk-pin_.$id.locking': {
    path: ({ kioskId }) => `/staff/kiosk-pin/${kioskId}/locking`,
    load: OPENERS_GO,
    act: OPENERS_OF_THE_OFFICE_GO,
  },
  'routes/staff.office.kiosks._index': { path: at('/staff/office/kiosks'), load: MANAGERS_SEE },
  'routes/staff.office.kiosks.new': {
    path: at('/staff/office/kiosks/new'),
    load: MANAGERS_SEE,
    act: MANAGERS_SEE,
    form: 'name=By+the+door',
  },
  'routes/staff.office.kiosks.$id.code': {
    path: ({ kioskId }) => `/staff/office/kiosks/${kioskId}/code`,
    load: MANAGER_SEES,
    act: MANAGER_SEES,
  },
  'routes/staff.office.kiosks.$id.name': {
    path: ({ kioskId }) => `/staff/office/kiosks/${kioskId}/name`,
    load: MANAGER_SEES,
    act: MANAGER_GOES,
    form: 'name=By+the+stairs',
  },
  'routes/staff.office.kiosks.$id.revocation': {
    path: ({ kioskId }) => `/staff/office/kiosks/${kioskId}/revocation`,
    load: MANAGERS_GO,
    act: MANAGER_GOES,
  },
  'routes/staff.office.kiosks.$id.restoration': {
    path: ({ kioskId }) => `/staff/office/kiosks/${kioskId}/restoration`,
    load: MANAGERS_GO,
    act: MANAGER_GOES,
  },
};
