import { gyda } from '../welsh';
import type { easy as en } from './en-easy';
import type { Gaps } from './facts';

const meeting = (g: Gaps) =>
  ({
    in_person: `Mae gennych gyfarfod ${gyda(g.adviser)}.`,
    outreach: `Mae gennych gyfarfod ${gyda(g.adviser)}.`,
    phone: `Bydd ${g.adviser} yn eich ffonio.`,
    video: `Mae gennych gyfarfod fideo ${gyda(g.adviser)}.`,
    home: `Bydd ${g.adviser} yn dod i’ch cartref.`,
  })[g.mode];

/** A draft. */
export const easy: typeof en = {
  phone: (g) => (g.phone ? `Ffoniwch ni:\n${g.phone}` : ''),
  online: (g) => (g.link ? `Neu ewch i:\n${g.link}` : ''),
  meeting,
  over: {
    missed: (g) => `Ni welsom chi ${g.onDate}.\nMae hynny’n iawn.`,
    cancelled: (g) => `Ni fydd eich cyfarfod ${gyda(g.adviser)} yn digwydd.\nRoedd ${g.onDate}.`,
  },
  changed: 'Mae eich cyfarfod wedi newid.\nMae’r llythyr hwn am yr un newydd.',
  replaces: 'Peidiwch â defnyddio ein llythyr diwethaf.',
  when: (g) => `Y diwrnod yw ${g.date}.\nYr amser yw ${g.time}.`,
  where: (g) => [g.place && `Y lle yw ${g.place}.`, g.address].filter(Boolean).join('\n'),
  purpose: (g) => (g.purpose ? `Mae am hyn:\n${g.purpose}` : ''),
  bring: (g) => (g.bring ? `Dewch â:\n${g.bring}` : ''),
  ask: (g) => (g.waits ? 'Ydy’r diwrnod hwn yn iawn?\nDywedwch wrthym.' : 'Allwch chi ddod?\nDywedwch wrthym.'),
  another: 'Gallwch ofyn am ddiwrnod arall.',
};
