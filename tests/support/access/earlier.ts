import { at, DIARY_GOES, DIARY_OF_THE_OFFICE_GOES, DIARY_SEES, EVERYONE_GOES, EVERYONE_SEES, type Row } from './cells';

/** Offers of earlier times: whoever holds the link of one, and the office whose times they are. */
export const EARLIER_ROWS: Record<string, Row> = {
  'routes/o.$token._index': { path: (r) => `/o/${r.offerToken}`, load: EVERYONE_SEES },
  'routes/o.$token.yes': { path: (r) => `/o/${r.offerToken}/yes`, load: EVERYONE_GOES, act: EVERYONE_GOES, form: '' },
  'routes/o.$token.no': { path: (r) => `/o/${r.offerToken}/no`, load: EVERYONE_GOES, act: EVERYONE_GOES, form: '' },
  'routes/staff.earlier._index': { path: at('/staff/earlier'), load: DIARY_SEES },
  'routes/staff.earlier.$id.offering': {
    path: (r) => `/staff/earlier/${r.slotId}/offering`,
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: '',
  },
  'routes/staff.earlier.$id.stop': {
    path: (r) => `/staff/earlier/${r.slotId}/stop`,
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: '',
  },
  'routes/staff.earlier.offers.$id.answer': {
    path: (r) => `/staff/earlier/offers/${r.offerId}/answer`,
    load: DIARY_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: 'answer=no',
  },
};
