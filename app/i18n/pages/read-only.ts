import { defineCatalogue } from '../catalogue';

const en = {
  label: 'About the service just now',
  looking: {
    heading: 'You can look, but nothing can be changed just now.',
    text: 'What you see may be a few minutes old. We are working on it.',
  },
  notSaved: {
    heading: 'That was not saved.',
    text: 'Nothing can be changed just now. Your answers are still on this page, but not passwords or codes. Try again in a few minutes.',
  },
  call: 'If it can’t wait, call',
};

const cy: typeof en = {
  label: 'Am y gwasanaeth ar hyn o bryd',
  looking: {
    heading: 'Gallwch chi edrych, ond does dim modd newid dim byd ar hyn o bryd.',
    text: 'Gall yr hyn welwch chi fod ychydig funudau’n hen. Rydyn ni’n gweithio arno.',
  },
  notSaved: {
    heading: 'Chafodd hynny mo’i gadw.',
    text: 'Does dim modd newid dim byd ar hyn o bryd. Mae eich atebion ar y dudalen hon o hyd, ond nid cyfrineiriau na chodau. Rhowch gynnig arall arni mewn ychydig funudau.',
  },
  call: 'Os na all aros, ffoniwch',
};

/** While the database can only be read. The Welsh is a draft. */
export const readOnlyWords = defineCatalogue('read-only', { en, cy });
