import { EVERYONE_SEES, CUSTOMERS_SEE, CUSTOMERS_GO, OWNER_ONLY_SEES, OWNER_ONLY_GOES, at, type Row } from './cells';
import type { OwnersRecord } from '../access-world';

const anAppointmentsPath = (rest: string) => (record: OwnersRecord) => `/appointments/${record.appointmentId}${rest}`;

/** A customer's meetings and the calendar that follows them. */
export const APPOINTMENT_ROWS: Record<string, Row> = {
  'routes/appointments._index': { path: at('/appointments'), load: CUSTOMERS_SEE },
  'routes/appointments.$id._index': { path: anAppointmentsPath(''), load: OWNER_ONLY_SEES },
  'routes/appointments.$id.appointment[.]ics': {
    path: anAppointmentsPath('/appointment.ics'),
    load: OWNER_ONLY_SEES,
  },
  'routes/appointments.$id.confirmation': {
    path: anAppointmentsPath('/confirmation'),
    // Leads to its page, whoever's it is, and says nothing about it.
    load: CUSTOMERS_GO,
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
    load: CUSTOMERS_GO,
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
  'routes/calendar._index': { path: at('/calendar'), load: CUSTOMERS_SEE },
  'routes/calendar.$file': { path: (r) => `/calendar/${r.feedToken}.ics`, load: EVERYONE_SEES },
  'routes/calendar.address': {
    path: at('/calendar/address'),
    load: CUSTOMERS_GO,
    act: CUSTOMERS_GO,
    form: '',
  },
  'routes/calendar.end': {
    path: at('/calendar/end'),
    load: CUSTOMERS_GO,
    act: CUSTOMERS_GO,
    form: '',
  },
};
