import type { contact as en, ContactNoticeGaps } from './en-contact';

export const contact: typeof en = {
  subject: "Newid i'ch manylion",
  things: { phone: 'rhif ffôn', email: 'cyfeiriad e-bost', post: 'cyfeiriad post' },
  changed: (g: ContactNoticeGaps) => `cafodd eich ${g.thing} gyda ni ei newid`,
  added: (g: ContactNoticeGaps) => `cafodd ${g.thing} newydd ei roi i ni`,
  removed: (g: ContactNoticeGaps) => `cafodd eich ${g.thing} gyda ni ei dynnu`,
  discreet: (_: ContactNoticeGaps) => 'cafodd newid ei wneud ar eich rhan',
  text: (g: ContactNoticeGaps, what: string) =>
    `Helo ${g.first}, ${what} ${g.onDate} am ${g.time}. Nid chi? Ffoniwch ${g.phone}.`,
};
