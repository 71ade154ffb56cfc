import type { en } from './en-sign-in';

export const cy: typeof en = {
  title: 'Mewngofnodi',
  question: 'Beth yw eich rhif ffôn symudol neu eich cyfeiriad e-bost?',
  hint: 'Byddwn ni’n anfon cod atoch chi. Defnyddiwch y rhif neu’r e-bost sydd gan eich cynghorydd.',
  submit: 'Anfonwch god ata i',
  signedOut: 'Rydych chi wedi allgofnodi.',
  errors: {
    empty: 'Teipiwch eich rhif ffôn symudol neu eich cyfeiriad e-bost',
    not_a_contact: 'Teipiwch rif ffôn symudol, fel 07700 900123, neu e-bost, fel enw@post.example',
    landline:
      'Allwn ni ddim anfon cod i linell dir. Teipiwch rif ffôn symudol neu e-bost, neu ffoniwch ni ac fe wnawn ni helpu.',
    too_many: 'Rydych chi wedi gofyn am ormod o godau. Arhoswch awr, neu ffoniwch ni ac fe wnawn ni helpu.',
  },
  code: {
    title: 'Teipiwch eich cod',
    question: 'Teipiwch y cod 6 digid',
    sent: 'Os ydyn ni’n adnabod y rhif neu’r e-bost hwnnw, rydyn ni wedi anfon cod ato. Gall gymryd munud, ac mae’n gweithio am 10 munud.',
    submit: 'Mewngofnodi',
    again: 'Ches i ddim cod',
    againText:
      'Gwiriwch y rhif neu’r e-bost a rhowch gynnig arall arni. Os na ddaw cod o hyd, ffoniwch ni ac fe wnawn ni helpu.',
    askAgain: 'Gofyn am god newydd',
    triesLeft: {
      one: 'Mae gennych chi # cynnig ar ôl.',
      two: 'Mae gennych chi # gynnig ar ôl.',
      few: 'Mae gennych chi # chynnig ar ôl.',
      other: 'Mae gennych chi # cynnig ar ôl.',
    },
    errors: {
      malformed: 'Mae’r cod yn 6 digid, fel 042917',
      wrong: (tries) => `Dydy’r cod hwnnw ddim yn gywir. ${tries}`,
      used_up: 'Roedd hynny’n ormod o gynigion. Gofynnwch am god newydd.',
      expired: 'Dydy’r cod hwnnw ddim yn gweithio mwyach. Gofynnwch am god newydd.',
      too_many: 'Bu gormod o gynigion. Arhoswch ychydig funudau, neu ffoniwch ni ac fe wnawn ni helpu.',
    },
  },
};
