import type { en } from './en-frame';

export const cy: typeof en = {
  service: 'Waymark',
  title: (page: string) => `${page} – Waymark`,
  errorInTitle: 'Gwall: ',
  error: 'Gwall',
  problem: 'Mae problem',
  done: 'Wedi’i wneud',
  skip: 'Neidio i’r prif gynnwys',
  back: 'Yn ôl',
  otherLanguage: 'English',
  languageSwitch: 'Iaith',
  signOut: 'Allgofnodi',
  help: 'Cymorth',
  callUs: 'Ffoniwch ni ar',
  helpText: 'Gallwn wneud popeth sydd ar y tudalennau hyn gyda chi dros y ffôn.',
  onRecord: 'Ar gyfer staff. Mae cofnod o bwy sy’n edrych ar ba apwyntiad.',
  demo: 'Arddangosiad gyda phobl ddychmygol.',
  draftNotice: 'Drafft yw’r Gymraeg ar y dudalen hon. Mae’n aros i gael ei gwirio.',
  notFound: {
    title: 'Heb ddod o hyd i’r dudalen',
    text: 'Does dim tudalen yn y cyfeiriad hwn. Gwnewch yn siŵr bod y cyfeiriad cyfan gennych chi.',
    start: 'Mynd i’r dechrau',
  },
  tooMany: {
    title: 'Arhoswch ychydig funudau',
    text: 'Mae’r dudalen hon wedi cael ei hagor neu ei hanfon ormod o weithiau. Arhoswch ychydig funudau, yna rhowch gynnig arall arni.',
  },
  wrong: {
    title: 'Mae’n ddrwg gennym, aeth rhywbeth o’i le',
    text: 'Nid eich bai chi yw hyn. Does dim byd a ddywedoch chi wrthym o’r blaen wedi’i golli. Rhowch gynnig arall arni mewn ychydig funudau.',
  },
  orCall: 'Os oes angen help arnoch chi nawr, ffoniwch',
};
