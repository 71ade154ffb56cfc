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
  noKey: (g: CallGaps) => `${g.phone ? `I siarad â rhywun, ffoniwch ${g.phone}. ` : ''}Hwyl fawr.`,
};
