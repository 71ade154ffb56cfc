import type { en } from './en-staff-club-going';

/** Draft Welsh. */
export const cy: typeof en = {
  title: (name) => `Clybiau gwaith: ${name}`,
  lead: 'Cofrestrwch nhw pan fyddan nhw’n dweud yr hoffen nhw fynd. Lle mae neges destun neu e-bost yn eu cyrraedd, maen nhw’n cael eu hatgoffa. Mae angen i chi roi’r diwrnod a’r amser i’r lleill.',
  back: 'Yn ôl i’r cofnod',
  none: 'Does dim clwb yn cwrdd yn yr wythnosau nesaf.',
  at: (name, place) => `${name}, ${place}`,
  session: (date, time) => `${date}, ${time}`,
  signUp: 'Eu cofrestru',
  going: 'Maen nhw’n mynd',
  takeOff: 'Eu tynnu oddi ar y rhestr',
  about: (club, when) => ` ${club}, ${when}`,
  done: {
    'signed-up': 'Maen nhw wedi’u cofrestru',
    'taken-off': 'Maen nhw wedi’u tynnu oddi ar y rhestr',
    'no-session': 'Ni newidiwyd dim: dydy’r clwb ddim yn cwrdd bryd hynny mwyach',
  },
  undo: 'Dadwneud',
};
