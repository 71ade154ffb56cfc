import { at, DIARY_SEES, type Row } from './cells';

/** How people and the office were in touch. */
export const CHANNELS_ROWS: Record<string, Row> = {
  'routes/staff.office.channels._index': { path: at('/staff/office/channels?index'), load: DIARY_SEES },
  'routes/staff.office.channels.$list': { path: at('/staff/office/channels/unreachable'), load: DIARY_SEES },
  'routes/staff.office.channels[.]csv': { path: at('/staff/office/channels.csv'), load: DIARY_SEES },
};
