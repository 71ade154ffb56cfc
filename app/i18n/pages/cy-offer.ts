import { ag } from '../welsh';
import type { en } from './en-offer';

/** A draft, as all Welsh here. */
export const cy: typeof en = {
  title: 'Amser cynt',
  hello: (name) => `Helo ${name}.`,
  question: (adviser) => `Hoffech chi weld ${adviser} yn gynt?`,
  offered: 'Gallech chi ddod',
  now: 'Eich amser nawr',
  when: (date, time) => `${date}, ${time}`,
  until: (time) => `Rydyn ni’n ei gadw i chi tan ${time}. Gofynnon ni i rai pobl, a’r ie cyntaf sy’n ei gael.`,
  yes: 'Ie, symudwch e',
  no: 'Na, cadw f’un i',
  accepted: 'Chi biau’r amser',
  acceptedText: (adviser, onDate, time) =>
    `Rydych chi nawr yn cwrdd ${ag(adviser)} ${onDate} am ${time}. Rydyn ni’n anfon y manylion atoch.`,
  notNow: 'Ddim yn gyfleus wedi’r cwbl? Defnyddiwch y ddolen yn y neges newydd, neu ffoniwch ni ar',
  declined: 'Rydych chi’n cadw’ch amser',
  declinedText: (adviser, onDate, time) => `Rydych chi’n cwrdd ${ag(adviser)} ${onDate} am ${time}.`,
  changedMind: (time) => `Wedi newid eich meddwl? Gallwch ddweud ie o hyd tan ${time}, os nad oes neb arall wedi.`,
  gone: 'Mae’r amser hwnnw wedi mynd',
  goneText: 'Mae’n ddrwg gennym, roedd rhywun arall yn gynt, neu nid yw’r amser yn rhydd mwyach.',
  stays: (adviser, onDate, time) =>
    `Does dim yn newid i chi: rydych chi’n cwrdd ${ag(adviser)} ${onDate} am ${time}. Os daw amser arall yn rhydd, efallai y byddwn yn gofyn eto.`,
  over: 'Mae’r cynnig hwn drosodd',
  overText: 'Dim ond am ychydig y cadwyd yr amser. Mae’r cyfarfod sydd gennych yn aros fel y mae.',
  unknown: 'Dydy’r ddolen hon ddim yn gweithio',
  unknownText: 'Gwnewch yn siŵr bod gennych y ddolen gyfan o’r neges.',
  tooMany: 'Arhoswch ychydig funudau',
  tooManyText: 'Agorwyd y ddolen hon ormod o weithiau. Rhowch gynnig arall arni yn nes ymlaen.',
  call: 'Unrhyw gwestiynau? Ffoniwch ni ar',
};
