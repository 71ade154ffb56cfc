import type { Gaps } from './facts';

/** What happens, in as few words as will do. */
const meeting = (g: Gaps) =>
  ({
    in_person: `You have a meeting with ${g.adviser}.`,
    outreach: `You have a meeting with ${g.adviser}.`,
    phone: `${g.adviser} will phone you.`,
    video: `You have a video meeting with ${g.adviser}.`,
    home: `${g.adviser} will visit you at home.`,
  })[g.mode];

/** A letter in easy read: short sentences, one idea on a line, a picture beside each. */
export const easy = {
  phone: (g: Pick<Gaps, 'phone'>) => (g.phone ? `Phone us:\n${g.phone}` : ''),
  online: (g: Pick<Gaps, 'link'>) => (g.link ? `Or go to:\n${g.link}` : ''),
  meeting,
  over: {
    missed: (g: Gaps) => `We missed you ${g.onDate}.\nThat is OK.`,
    cancelled: (g: Gaps) => `Your meeting with ${g.adviser} is off.\nIt was ${g.onDate}.`,
  },
  changed: 'Your meeting has changed.\nThis letter is about the new one.',
  replaces: 'Do not use our last letter.',
  when: (g: Gaps) => `The day is ${g.date}.\nThe time is ${g.time}.`,
  where: (g: Gaps) => [g.place && `The place is ${g.place}.`, g.address].filter(Boolean).join('\n'),
  purpose: (g: Gaps) => (g.purpose ? `It is about this:\n${g.purpose}` : ''),
  bring: (g: Gaps) => (g.bring ? `Please bring:\n${g.bring}` : ''),
  ask: (g: Gaps): string => (g.waits ? 'Is this day OK for you?\nPlease tell us.' : 'Can you come?\nPlease tell us.'),
  another: 'You can ask for another day.',
};
