import { plural } from '../format';
import { onDay } from '../welsh';
import type { en } from './en-staff-shared-plans';

export const cy: typeof en = {
  title: 'Cynlluniau a rannwyd gyda ni',
  planTitle: (name) => `Cynllun ${name}`,
  intro: (partner) =>
    `Mae’r bobl hyn wedi cytuno y caiff ${partner} weld eu cynllun. Gallant gymryd hynny yn ôl unrhyw bryd.`,
  count: (count) => plural('cy', count, { two: '# berson', other: '# o bobl', one: '# person' }),
  search: { label: 'Dod o hyd i rywun yn ôl enw', submit: 'Chwilio', all: 'Dangos pawb' },
  noneFound: 'Does neb yma o’r enw hwnnw. Rhowch gynnig ar ran fyrrach o’r enw.',
  none: 'Does neb wedi cytuno i hynny ar hyn o bryd.',
  noPartner: 'Dydych chi ddim yn perthyn i bartner rydym yn gweithio gydag ef. Gofynnwch i’r swyddfa gywiro hynny.',
  where: (office, adviser) => (adviser === null ? office : `${office}, cynghorydd ${adviser}`),
  page: (page, pages) => `Tudalen ${page} o ${pages}`,
  pages: 'Tudalennau',
  earlier: 'Tudalen flaenorol',
  later: 'Tudalen nesaf',
  back: 'Pob cynllun a rannwyd gyda ni',
  readOnly: 'Rydych yn gweld hwn am eu bod wedi cytuno iddo. Gallant weld ar ba ddyddiau y gwnaethoch edrych.',
  reached: 'Nodau a gyrhaeddwyd',
  owners: { customer: 'Cwsmer', adviser: 'Cynghorydd', partner: 'Partner' },
  by: (who, date) => `${who}, erbyn ${date}`,
  doneOn: (date) => `Gwnaed ${onDay(date)}`,
};
