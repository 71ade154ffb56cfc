import type { papers as en } from './en-papers';

const things = {
  mobile: 'rhif ffôn symudol',
  landline: 'rhif ffôn cartref',
  email: 'cyfeiriad e-bost',
  post: 'cyfeiriad',
};
const hints = {
  mobile: (hint: string) => ` Mae’n gorffen gyda ${hint}.`,
  landline: (hint: string) => ` Mae’n gorffen gyda ${hint}.`,
  email: (hint: string) => ` Mae’n dechrau gyda ${hint}.`,
  post: (_: string) => '',
};

/** A draft. */
export const papers: typeof en = {
  plan: { subject: 'Eich cynllun', intro: 'Dyma eich cynllun. Gallwch ei newid unrhyw bryd.' },
  change: {
    subject: 'Rydym wedi newid eich manylion',
    discreetSubject: 'Newid y dylech wybod amdano',
    intro: 'Rydych chi, neu rywun sy’n eich helpu, wedi dweud rhywbeth newydd wrthym.',
    line: ({ kind, what, hint }) =>
      ({
        changed: `Mae eich ${things[kind]} yn newydd.${hint && hints[kind](hint)}`,
        added: `Mae gennym un ${things[kind]} arall i chi.${hint && hints[kind](hint)}`,
        removed: `Nid ydym yn defnyddio un ${things[kind]} mwyach.`,
      })[what],
    discreet: 'Cafodd rhywbeth ei newid i chi.',
    wrong: 'Ydy hyn yn anghywir? Ffoniwch ni ar unwaith.',
  },
};
