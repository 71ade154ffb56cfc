import { DIARY_GOES, DIARY_OF_THE_OFFICE_GOES, DIARY_SEES, OFFICE_SEES, at, type Row } from './cells';
import type { OwnersRecord } from '../access-world';

const customer = (rest: string) => (record: OwnersRecord) => `/staff/customers/${record.customerId}/${rest}`;
const session = (rest: string) => (record: OwnersRecord) => `/staff/group-sessions/${record.groupSessionId}${rest}`;
/** The page is made with a mistake in it, for those whose customer it is. */
const OFFICE_IS_TOLD = 'st st st re -- -- -- re -- --';
const NOTHING_THERE = 'st st st -- -- -- -- -- -- --';

/** Booking, walk-ins, series and group sessions. */
export const BOOKING_ROWS: Record<string, Row> = {
  'routes/staff.customers.$id.booking': {
    path: customer('booking'),
    load: OFFICE_SEES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: (r) => `kind=review&mode=in_person&adviser=${r.adviserId}&at=${r.freeStart}&typed=yes&key=${r.callId}`,
  },
  'routes/staff.bookings.$id.undo': {
    path: (r) => `/staff/bookings/${r.appointmentId}/undo`,
    load: DIARY_GOES,
    // It was not booked by a form of ours, so there is nothing to take back.
    act: DIARY_OF_THE_OFFICE_GOES,
    form: '',
  },
  'routes/staff.customers.$id.walk-in': {
    path: customer('walk-in'),
    load: OFFICE_SEES,
    act: OFFICE_IS_TOLD,
    form: 'adviser=&kind=review',
  },
  'routes/staff.customers.$id.series._index': {
    path: customer('series?index'),
    load: OFFICE_SEES,
    act: OFFICE_IS_TOLD,
    form: 'kind=review',
  },
  'routes/staff.customers.$id.series.$seriesId': {
    path: (r) => `/staff/customers/${r.customerId}/series/${r.seriesId}`,
    load: OFFICE_SEES,
  },
  'routes/staff.series.$seriesId.cancellation': {
    path: (r) => `/staff/series/${r.seriesId}/cancellation`,
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: '',
  },
  'routes/staff.series.$seriesId.restoration': {
    path: (r) => `/staff/series/${r.seriesId}/restoration`,
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: '',
  },
  'routes/staff.group-sessions._index': { path: at('/staff/group-sessions?index'), load: DIARY_SEES },
  'routes/staff.group-sessions.new': {
    path: at('/staff/group-sessions/new'),
    load: DIARY_SEES,
    act: 'st st st re re -- -- re re --',
    form: 'title=',
  },
  'routes/staff.group-sessions.$id._index': { path: session('?index'), load: OFFICE_SEES },
  'routes/staff.group-sessions.$id.print': { path: session('/print'), load: OFFICE_SEES },
  'routes/staff.group-sessions.$id.places': {
    path: session('/places'),
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: (r) => `customer=${r.customerId}`,
  },
  'routes/staff.group-sessions.$id.removal': {
    path: session('/removal'),
    load: DIARY_GOES,
    // The record's appointment is no place in it.
    act: NOTHING_THERE,
    form: (r) => `appointment=${r.appointmentId}`,
  },
  'routes/staff.group-sessions.$id.attendance': {
    path: session('/attendance'),
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: '',
  },
  'routes/staff.group-sessions.$id.cancellation': {
    path: session('/cancellation'),
    load: OFFICE_SEES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: '',
  },
};
