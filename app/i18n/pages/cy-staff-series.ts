import { plural } from '../format';
import { gyda, onDay } from '../welsh';
import type { en } from './en-staff-series';

export const cy: typeof en = {
  title: (name) => `Sawl dyddiad i ${name}`,
  intro: 'Dywedwch pa mor aml i ddechrau. Gallwch newid neu adael allan bob dyddiad cyn ei drefnu.',
  first: 'Dyddiad cyntaf',
  time: 'Amser',
  every: 'Yna bob',
  unit: 'Diwrnodau neu wythnosau',
  units: { days: 'diwrnod', weeks: 'wythnos' },
  count: 'Sawl gwaith i gyd',
  show: 'Dangos y dyddiadau',
  proposed: 'Y dyddiadau',
  proposedHint:
    'Ticiwch y rhai i’w trefnu. Does dim modd trefnu’r rhai sydd wedi’u cymryd neu wedi mynd; newidiwch y dyddiad neu’r amser.',
  check: 'Gwirio’r dyddiadau a newidiwyd',
  submit: 'Trefnu’r rhai a diciwyd',
  book: (when) => `Trefnu ${when}`,
  dateOf: (n) => `Dyddiad ${n}`,
  timeOf: (n) => `Amser ${n}`,
  standing: 'Cyfresi sydd wedi’u trefnu',
  left: (n, next) => `${n} i ddod, y nesaf ${onDay(next)}`,
  one: (name) => `Cyfres ${name}`,
  back: 'Trefnu cyfarfod',
  cancel: 'Canslo’r gweddill',
  cancelHint: (n) =>
    plural('cy', n, {
      one: 'Mae un apwyntiad i ddod o hyd. Os caiff ei ganslo, mae’r cwsmer yn cael gwybod.',
      other: 'Mae # apwyntiad i ddod o hyd. Os cân nhw eu canslo, mae’r cwsmer yn cael gwybod am bob un.',
    }),
  nothingLeft: 'Does dim ohoni i ddod.',
  missed: 'Doedd dim modd cael y rhain',
  bookAnother: 'Trefnu amser arall',
  with: gyda,
  faults: {
    first: 'Rhowch ddyddiad cyntaf sy’n bod ac sydd i ddod, fel 24/11/2026',
    time: 'Rhowch amser sy’n bod, fel 14:30',
    every: 'Rhowch sawl diwrnod neu wythnos, hyd at 26 wythnos',
    count: 'Rhowch sawl gwaith, o 1 i 26',
    minutes: 'Rhowch rhwng 5 a 240 munud',
    adviser: 'Dewiswch ddyddiadur pwy',
    none_ticked: 'Ticiwch o leiaf un dyddiad',
    none_booked: 'Doedd dim modd cael yr un o’r rhain. Edrychwch beth sydd yn erbyn pob un, a dewiswch rai eraill',
    date_in_list: 'Dydy un o’r dyddiadau neu’r amserau a diciwyd ddim yn bod. Cywirwch e, neu dad-diciwch e',
  },
};
