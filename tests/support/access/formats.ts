import { at, DIARY_OF_THE_OFFICE_GOES, DIARY_SEES, OFFICE_SEES, type Row } from './cells';

const theirs = (page: string) => (r: { customerId: string }) => `/staff/customers/${r.customerId}/formats${page}`;
const one = (page: string) => (r: { formatRequestId: string }) => `/staff/formats/${r.formatRequestId}${page}`;
/** Whoever has a diary is sent back to the list. */
const LIST_GOES = 'st st st go go -- -- go go --';

/** Letters and meetings in another form. */
export const FORMATS_ROWS: Record<string, Row> = {
  'routes/staff.formats._index': { path: at('/staff/formats?index'), load: DIARY_SEES },
  'routes/staff.formats.$id._index': {
    path: one('?index'),
    load: OFFICE_SEES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: 'seen=0&state=to_arrange&supplier=&reference=&due=2026-12-01&note=marked+words',
  },
  'routes/staff.formats.$id.owner': { path: one('/owner'), load: LIST_GOES, act: DIARY_OF_THE_OFFICE_GOES },
  'routes/staff.formats.$id.undo': { path: one('/undo'), load: LIST_GOES, act: DIARY_OF_THE_OFFICE_GOES },
  'routes/staff.customers.$id.formats._index': { path: theirs('?index'), load: OFFICE_SEES },
  'routes/staff.customers.$id.formats.new': {
    path: theirs('/new'),
    load: OFFICE_SEES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: 'kind=braille&paper=plan&meeting=&spoken=&due=&note=',
  },
  'routes/staff.customers.$id.formats.letter[.]pdf': {
    path: theirs('/letter.pdf?paper=plan&print=large&in=both'),
    load: OFFICE_SEES,
  },
  'routes/staff.customers.$id.formats.letters': {
    path: theirs('/letters'),
    load: LIST_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: 'paper=plan',
  },
  'routes/staff.customers.$id.formats.letters_.$messageId.taking-back': {
    path: (r) => `/staff/customers/${r.customerId}/formats/letters/${r.formatLetterId}/taking-back`,
    load: LIST_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
  },
  'routes/staff.customers.$id.formats.bilingual': {
    path: theirs('/bilingual'),
    load: LIST_GOES,
    act: DIARY_OF_THE_OFFICE_GOES,
    form: 'on=yes',
  },
};
