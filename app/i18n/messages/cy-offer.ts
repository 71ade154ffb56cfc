import { gyda } from '../welsh';
import type { offer as en } from './en-offer';

/** A draft, as all Welsh here. */
export const offer: typeof en = {
  sms: (g) => [
    `Helo ${g.first}, amser cynt ${gyda(g.adviser)}: ${g.date}, ${g.time}. Atebwch 5 i'w gymryd, 6 i gadw'ch un chi, erbyn ${g.until}. ${g.link}`,
    `Helo ${g.first}, amser cynt ${gyda(g.adviser)}: ${g.date}, ${g.time}. Atebwch 5 ie, 6 na erbyn ${g.until}. ${g.link}`,
    `${g.first}, amser cynt ${gyda(g.adviser)}: ${g.date}, ${g.time}. Atebwch 5 ie, 6 na erbyn ${g.until}. ${g.link}`,
  ],
  subject: (g) => `Mae amser cynt ${gyda(g.adviser)} wedi dod yn rhydd`,
  discreetSubject: (g) => `Neges gan ${g.adviser}`,
  news: (g) =>
    `Mae amser cynt ${gyda(g.adviser)} wedi dod yn rhydd: ${g.onDate} am ${g.time}. Eich amser nawr yw ${g.ownOnDate} am ${g.ownTime}.`,
  tell: (g) => `Hoffech chi ei gael? Rhowch wybod i ni erbyn ${g.until}:\n${g.link}`,
  keep: "Rydych chi'n cadw'r amser sydd gennych nes i chi ddweud ie. Rydym wedi gofyn i rai pobl: y cyntaf i ddweud ie sy'n ei gael.",
  say: (g) => `Eich amser nawr yw ${g.ownOnDate} am ${g.ownTime}. Hoffech chi'r un cynt?`,
  sayNews: (g) => `Mae amser cynt wedi dod yn rhydd ${g.onDate} am ${g.time}.`,
  after: (g) =>
    `Ysgrifennwch eu hateb o dan "Amseroedd cynharach" erbyn ${g.until}. Gellir gofyn i eraill hefyd: y cyntaf i ddweud ie sy'n ei gael.`,
};
