import type { step as en } from './en-step';

/** A draft, as all Welsh here. */
export const step: typeof en = {
  text: (g) =>
    `Helo ${g.first}, nodyn am eich cam ar gyfer ${g.day}: ${g.action}. Wedi'i wneud, neu angen help? ${g.link}`,
  discreetText: (g) =>
    `Helo ${g.first}, nodyn am yr hyn a drefnoch ar gyfer ${g.day}.${g.phone && ` Cwestiwn? Ffoniwch ${g.phone}`}`,
  subject: (g) => `Eich cam ar gyfer ${g.day}`,
  discreetSubject: (g) => (g.adviser ? `Neges gan ${g.adviser}` : 'Neges i chi'),
  email: (g) => `Nodyn i'ch atgoffa am eich cam ar gyfer ${g.day}:\n${g.action}`,
  discreetEmail: (g) => `Nodyn i'ch atgoffa am yr hyn a drefnoch ar gyfer ${g.day}.`,
  answer: (g) => `Rhowch wybod i ni os ydych wedi'i wneud, neu os oes angen help:\n${g.link}`,
  talk: (g) => (g.phone ? `I siarad â rhywun, ffoniwch ${g.phone}.` : ''),
};
