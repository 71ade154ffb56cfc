import { onDay } from '../welsh';
import type { en } from './en-kiosk-desk';

/** Cyfrifiaduron sy’n cael eu rhannu, fel y mae staff eu swyddfa yn eu gweld. */
export const cy: typeof en = {
  list: {
    title: 'Cyfrifiaduron sy’n cael eu rhannu',
    lead: 'Cyfrifiaduron y mae cwsmeriaid yn eu defnyddio yn y swyddfa. Fydd staff byth yn mewngofnodi ar un.',
    none: 'Does dim cyfrifiaduron sy’n cael eu rhannu eto.',
    add: 'Ychwanegu cyfrifiadur',
    pin: 'Gwneud fy rhif ar gyfer heddiw',
    states: {
      waits: 'Yn aros am ei god',
      locked: 'Wedi’i gloi',
      open: 'Ar agor',
      revoked: 'Ddim yn cael ei ddefnyddio',
    },
    openedBy: (name, until) => `Agorwyd gan ${name}, tan ${onDay(until)} os nad oes neb yn ei ddefnyddio`,
    lastUsed: (when) => `Defnyddiwyd ddiwethaf ${onDay(when)}`,
    neverUsed: 'Heb ei ddefnyddio eto',
    codeUntil: (when) => `Mae ei god yn gweithio tan ${onDay(when)}`,
    rename: 'Ailenwi',
    newCode: 'Cod newydd',
    revoke: 'Rhoi’r gorau i’w ddefnyddio',
    restore: 'Ei ddefnyddio eto',
    lock: 'Cloi nawr',
    about: (name) => `: ${name}`,
  },
  done: {
    renamed: 'Mae’r enw wedi newid.',
    revoked: 'Dyw’r cyfrifiadur ddim yn cael ei ddefnyddio mwyach. Mae pwy bynnag oedd wrtho wedi’i allgofnodi.',
    restored: 'Mae’r cyfrifiadur yn cael ei ddefnyddio eto. Mae wedi’i gloi.',
    locked: 'Mae’r cyfrifiadur wedi’i gloi.',
  },
  undo: 'Dadwneud',
  add: {
    title: 'Ychwanegu cyfrifiadur i’w rannu',
    question: 'Beth ydych chi’n ei alw?',
    hint: 'Dywedwch ble mae, fel: Wrth y ffenest. Mae cwsmeriaid yn gweld hyn.',
    submit: 'Gwneud cod',
    errors: { empty: 'Teipiwch enw i’r cyfrifiadur', long: 'Gall yr enw fod yn 40 nod' },
  },
  code: {
    title: (name) => `Cod ar gyfer “${name}”`,
    text: 'Ar y cyfrifiadur, ewch i’r cyfeiriad hwn a theipiwch y cod:',
    until: (when) => `Mae’n gweithio unwaith, tan ${onDay(when)}. Does dim modd ei ddangos eto.`,
    replaces: 'Os dyfais arall oedd y cyfrifiadur hwn, nid felly y mae mwyach.',
    back: 'Yn ôl i’r cyfrifiaduron',
  },
  rename: { title: (name) => `Ailenwi “${name}”`, submit: 'Cadw' },
  pin: {
    heading: 'Agor cyfrifiadur sy’n cael ei rannu',
    text: 'Gwnewch rif ar gyfer heddiw. Teipiwch ef ar y cyfrifiadur. Eich rhif chi yw hwn: peidiwch â’i roi i neb.',
    has: (when) => `Gwnaethoch rif heddiw am ${when}. Bydd un newydd yn cymryd ei le.`,
    make: 'Gwneud fy rhif',
    makeAnother: 'Gwneud rhif newydd',
    made: 'Eich rhif ar gyfer heddiw',
    until: 'Mae’n gweithio yn y swyddfa hon tan ddiwedd heddiw. Does dim modd ei ddangos eto.',
    again: 'Mewngofnodoch chi ar ddiwrnod arall. Allgofnodwch, yna mewngofnodwch eto i wneud rhif.',
    computers: 'Cyfrifiaduron y swyddfa hon',
  },
};
