import { DIARY_GOES, DIARY_OF_THE_OFFICE_GOES, OFFICE_SEES, type Row } from './cells';
import type { OwnersRecord } from '../access-world';

const appointmentPath = (rest: string) => (record: OwnersRecord) =>
  `/staff/appointments/${record.appointmentId}${rest}`;
const LEADS_ON = 'st st st go go go -- go go --';
/** Whoever may hand out cards may also say that somebody was at the desk. */
const DESK_OF_THE_OFFICE_GOES = 'st st st go -- go -- go -- --';

/** What came of an appointment, calling one off, and contacts. */
export const OUTCOME_ROWS: Record<string, Row> = {
  'routes/staff.appointments.$id.cancel': {
    path: appointmentPath('/cancel'),
    load: OFFICE_SEES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: 'reason=adviser_away',
  },
  'routes/staff.appointments.$id.cancel-undo': {
    path: appointmentPath('/cancel-undo'),
    load: DIARY_GOES,
    // Nobody has called it off, so there is nothing to take back: they are told so.
    act: DIARY_OF_THE_OFFICE_GOES,
    form: '',
  },
  'routes/staff.appointments.$id.missed-reason': {
    path: appointmentPath('/missed-reason'),
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: 'reason=unwell',
  },
  'routes/staff.customers.$id.contacts': {
    path: (r) => `/staff/customers/${r.customerId}/contacts`,
    load: 'st st st ok -- ok -- ok -- --',
    act: DESK_OF_THE_OFFICE_GOES,
    form: 'channel=desk&direction=in&service=other&note=A+word',
  },
  'routes/staff.contact-records.$id.withdrawal': {
    path: (r) => `/staff/contact-records/${r.contactRecordId}/withdrawal`,
    load: LEADS_ON,
    // The champion did not write it.
    act: DIARY_OF_THE_OFFICE_GOES,
    form: '',
  },
  'routes/staff.contact-records.$id.restoration': {
    path: (r) => `/staff/contact-records/${r.contactRecordId}/restoration`,
    load: LEADS_ON,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: '',
  },
};
