import { DIARY_GOES, DIARY_OF_THE_OFFICE_GOES, DIARY_SEES, EVERYONE_SEES, OFFICE_SEES, at, type Row } from './cells';
import type { OwnersRecord } from '../access-world';

/** Hours in which the record's adviser has nothing booked, so that nothing has to be confirmed. */
const extraHours = (r: OwnersRecord) => `kind=extra&from=${r.freeDay}&until=&fromTime=18%3A00&toTime=19%3A00`;
const exceptionPath = (rest: string) => (r: OwnersRecord) => `/staff/diary/exceptions/${r.exceptionId}${rest}`;

/** Diaries, and the private feed of each. */
export const DIARY_ROWS: Record<string, Row> = {
  'routes/diary.$file': { path: (r) => `/diary/${r.diaryToken}.ics`, load: EVERYONE_SEES },
  'routes/staff.diary._index': { path: at('/staff/diary?index'), load: DIARY_SEES },
  // Their own hours.
  'routes/staff.diary.hours': {
    path: at('/staff/diary/hours'),
    load: DIARY_SEES,
    act: DIARY_GOES,
    form: 'day-1=9am+to+5pm',
  },
  'routes/staff.diary.hours_.$id.undo': {
    // Nobody's hours, so there is nothing to take back.
    path: (r) => `/staff/diary/hours/${r.customerId}/undo`,
    load: DIARY_GOES,
    act: 'st st st -- -- -- -- -- -- --',
    form: 'event=',
  },
  'routes/staff.diary.exceptions.new': {
    path: at('/staff/diary/exceptions/new'),
    load: DIARY_SEES,
    act: DIARY_GOES,
    form: (r) => `id=${r.callId}&${extraHours(r)}`,
  },
  'routes/staff.diary.exceptions.$id': {
    path: exceptionPath(''),
    load: OFFICE_SEES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: extraHours,
  },
  'routes/staff.diary.exceptions.$id_.end': {
    path: exceptionPath('/end'),
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: '',
  },
  'routes/staff.diary.exceptions.$id_.end-undo': {
    path: exceptionPath('/end-undo'),
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: '',
  },
  'routes/staff.diary.calendar._index': { path: at('/staff/diary/calendar?index'), load: DIARY_SEES },
  'routes/staff.diary.calendar.address': {
    path: at('/staff/diary/calendar/address'),
    load: DIARY_GOES,
    act: DIARY_GOES,
    form: '',
  },
  'routes/staff.diary.calendar.end': {
    path: at('/staff/diary/calendar/end'),
    load: DIARY_GOES,
    act: DIARY_GOES,
    form: '',
  },
};
