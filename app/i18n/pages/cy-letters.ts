import { plural } from '../format';
import type { en } from './en-letters';

export const cy: typeof en = {
  title: 'Llythyrau',
  documentTitle: 'Llythyrau i’w postio',
  count: (n) =>
    plural('cy', n, {
      two: '# lythyr i’w hargraffu a’u postio',
      few: '# llythyr i’w hargraffu a’u postio',
      many: '# llythyr i’w hargraffu a’u postio',
      other: '# llythyr i’w hargraffu a’u postio',
    }),
  none: 'Does dim llythyrau i’w hargraffu na’u postio.',
  noneMore:
    'Daw llythyr yma pan fydd yn well gan rywun gael post, neu pan na all dim arall eu cyrraedd, ac mae amser iddo.',
  how: 'Argraffwch ar un ochr, plygwch yn dair, a defnyddiwch amlenni ffenestr. Yna ticiwch y llythyrau a dweud eu bod yn y post.',
  printAll: (n) => plural('cy', n, { one: 'Ei argraffu', other: 'Argraffu pob un (#)' }),
  printOne: 'Argraffu hwn yn unig',
  printAgain: 'Argraffu eto',
  large: 'Mewn print bras',
  choose: (name) => `Llythyr at ${name}`,
  chooseAll: 'Ticio pob un',
  posted: 'Maen nhw yn y post',
  postBy: (when) => `Postiwch erbyn ${when}`,
  lastDay: 'Diwrnod olaf',
  about: (rule, when) => `${rule}. Eu hapwyntiad: ${when}`,
  inWelsh: 'Yn Gymraeg',
  isFor: (name) => ` i ${name}`,
  noneChosen: 'Ticiwch y llythyrau sydd yn y post',
  problem: 'Mae problem',
  done: 'Wedi’i wneud',
  important: 'Pwysig',
  marked: (n) =>
    plural('cy', n, {
      two: '# lythyr wedi’u nodi fel rhai sydd wedi’u postio',
      other: '# llythyr wedi’u nodi fel rhai sydd wedi’u postio',
    }),
  overtaken: (n) =>
    plural('cy', n, {
      two: 'Ni nodwyd # lythyr, oherwydd ni ddylid eu postio mwyach. Gweler isod',
      other: 'Ni nodwyd # llythyr, oherwydd ni ddylid eu postio mwyach. Gweler isod',
    }),
  back: 'Mae’r llythyr yn aros i gael ei bostio eto',
  kept: 'Byddai’r llythyr hwn yn anghywir neu’n hwyr erbyn hyn, felly ni chafodd ei roi yn ôl',
  doNotPost: 'Peidiwch â phostio’r rhain',
  doNotPostWhy: 'Os ydych chi wedi argraffu un ohonyn nhw, rhowch ef yn y gwastraff cyfrinachol.',
  why: {
    superseded: 'Mae’r apwyntiad wedi newid. Mae neges fwy newydd.',
    cancelled: 'Nid yw’r apwyntiad yn mynd yn ei flaen fel y dywed y llythyr.',
    expired: 'Byddai’n cyrraedd yn rhy hwyr. Mae’r rhestr alwadau’n gofyn i rywun ffonio.',
  },
  whyOfAdviser: {
    superseded: 'Mae neges fwy newydd.',
    cancelled: 'Mae ganddyn nhw gynghorydd arall eto.',
    expired: 'Ni chafodd ei bostio mewn pryd. Mae neges arall, neu’r rhestr alwadau, yn cymryd ei le.',
  },
  postedTitle: 'Yn y post',
  postedAt: (when) => `Postiwyd ${when}`,
  undo: 'Heb ei bostio wedi’r cwbl',
};
