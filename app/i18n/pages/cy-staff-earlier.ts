import { plural } from '../format';
import { onDay } from '../welsh';
import type { en } from './en-staff-earlier';

/** A draft, as all Welsh here. */
export const cy: typeof en = {
  title: 'Amseroedd cynharach',
  intro:
    'Mae amser sy’n dod yn rhydd o leiaf bedair awr ymlaen llaw yn cael ei gynnig i bobl a fyddai’n dod yn gynt: tri ar y tro, y rhai sydd wedi aros hiraf yn gyntaf, a byth fwy na dwywaith mewn saith diwrnod. Mae’n cael ei gadw iddyn nhw am ddwy awr, a’r ie cyntaf sy’n ei gael.',
  counted: (refilled, n, byOffer) =>
    `Llenwyd ${refilled} o ${plural('cy', n, { other: '# amser' })} a ddaeth yn rhydd yn y pedair wythnos diwethaf ac na ellir eu cynnig mwyach: ${byOffer} gan rywun y gofynnwyd iddyn nhw.`,
  noneCounted: 'Ni ddaeth amser yn rhydd yn y pedair wythnos diwethaf.',
  open: 'Gellir eu rhoi o hyd',
  noneOpen: 'Does dim amser yn rhydd i’w roi.',
  settled: 'Wedi’u llenwi, neu’n rhy hwyr',
  row: (when, adviser) => `${when}, ${adviser}`,
  states: {
    asking: 'Wedi’i gynnig',
    waiting: 'Neb i ofyn iddyn nhw nawr',
    stopped: 'Heb ei gynnig',
    refilled: 'Wedi’i lenwi',
    over: 'Heb ei lenwi',
  },
  answers: {
    offered: 'gofynnwyd',
    accepted: 'dywedodd ie',
    declined: 'dywedodd na',
    lapsed: 'heb ateb mewn pryd',
    gone: 'mae gan rywun arall yr amser',
  },
  offer: (name, answer) => `${name}: ${answer}`,
  until: (time) =>
    `Cedwir tan ${time} i’r rhai y gofynnwyd iddyn nhw. Gallwch ei drefnu o hyd: byddan nhw’n clywed ei fod wedi mynd.`,
  phone: 'Ffoniwch nhw',
  filled: (name) => `Pwy sydd â’r amser nawr: ${name}`,
  wasAsked: 'gofynnwyd iddyn nhw',
  offerNow: 'Cynnig nawr',
  stop: 'Stopio cynnig',
  saidYes: 'Dywedodd ie: symud',
  saidNo: 'Dywedodd na',
  about: (what) => ` (${what})`,
  dayOffered: (n, until) => plural('cy', n, { other: `Cynigiwyd i # tan ${onDay(until)}` }),
  dayRefilled: (name) => `Wedi’i lenwi: ${name}`,
  dayLink: 'Amseroedd cynharach: i bwy y gofynnir ddod yn gynt',
};
