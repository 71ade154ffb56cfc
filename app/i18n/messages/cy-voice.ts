import type { voice as en } from './en-voice';
import type { CallGaps, Gaps } from './facts';

export const voice: typeof en = {
  hello: (g: Pick<CallGaps, 'first'>) => `Helo. Dyma neges i ${g.first}.`,
  whoIsIt: (g: Pick<CallGaps, 'first'>) =>
    `Os mai ${g.first} ydych chi, pwyswch 1. Os nad ${g.first} ydych chi, pwyswch 2. I beidio â chael rhagor o alwadau fel hyn, pwyswch 3.`,
  thanks: (g: Gaps) => `Diolch, ${g.first}.`,
  where: (g: Gaps) => (g.place ? `Y lle yw ${g.place}.` : ''),
  ask: (g: Gaps) =>
    `Pwyswch 1 os ${g.waits ? "yw hynny'n iawn" : 'byddwch chi yno'}. Pwyswch 2 os hoffech chi i rywun eich ffonio. Pwyswch 9 i glywed hyn eto.`,
  askAgain: 'Pwyswch 2 os hoffech chi i rywun eich ffonio. Pwyswch 9 i glywed hyn eto.',
  confirmed: 'Diolch. Rydym wedi nodi hynny. Hwyl fawr.',
  willCall: 'Diolch. Bydd rhywun yn eich ffonio. Hwyl fawr.',
  wrongNumber: "Diolch am roi gwybod. Mae'n ddrwg gennym am eich poeni. Hwyl fawr.",
  noMoreCalls: 'Chewch chi ddim rhagor o alwadau fel hyn. Hwyl fawr.',
  changed: (g: CallGaps) =>
    `Mae'r manylion wedi newid ers i ni ffonio. ${g.phone ? `I'w clywed, ffoniwch ${g.phone}. ` : ''}Hwyl fawr.`,
  code: {
    hello: 'Helo. Rydych chi wedi gofyn i ni am god.',
    question:
      "I'w glywed, pwyswch 1. Os na wnaethoch chi ofyn am god, pwyswch 2. I beidio â chael rhagor o alwadau fel hyn, pwyswch 3.",
    words: (digits: string) =>
      [
        'Eich cod yw:',
        digits,
        'Unwaith eto:',
        digits,
        "Mae'n gweithio am 10 munud.",
        "I'w glywed eto, pwyswch 9.",
      ].join('\n'),
    notAsked: "Diolch am roi gwybod. Dydy'r cod hwnnw ddim yn gweithio mwyach. Hwyl fawr.",
    gone: "Dydy'r cod hwnnw ddim yn gweithio mwyach. Gallwch ofyn am un newydd. Hwyl fawr.",
    goodbye: 'Hwyl fawr.',
  },
  noKey: (g: CallGaps) => `${g.phone ? `I siarad â rhywun, ffoniwch ${g.phone}. ` : ''}Hwyl fawr.`,
};
