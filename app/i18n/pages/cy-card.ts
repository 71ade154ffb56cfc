import { onDay } from '../welsh';
import type { en } from './en-card';

export const cy: typeof en = {
  title: (name) => `Cerdyn i ${name}`,
  heading: (name) => `Cerdyn mewngofnodi i ${name}`,
  what: 'Mae ar gerdyn bedwar gair sy’n mewngofnodi’r person hwn unwaith, o fewn diwrnod. Mae ar gyfer pobl nad ydyn nhw’n cael cod: heb ffôn nac e-bost, neu gydag un maen nhw’n ei rannu.',
  check: 'Gwnewch yn siŵr mai nhw sydd yno, fel y byddech cyn newid eu manylion. Peidiwch â rhoi’r cerdyn i neb arall.',
  onRecord:
    'Mae ar gofnod mai chi sy’n ei wneud. Maen nhw’n gweld yn eu cyfrif fod rhywun wedi mewngofnodi gyda cherdyn.',
  open: (when, by) => `Mae cerdyn a wnaed gan ${by} yn gweithio tan ${onDay(when)}.`,
  replaces: 'Mae cerdyn newydd yn cymryd ei le: mae’r hen un yn peidio â gweithio.',
  none: 'Does dim cerdyn yn gweithio iddyn nhw ar hyn o bryd.',
  make: 'Gwneud cerdyn',
  makeAnother: 'Gwneud cerdyn newydd',
  revoke: 'Atal y cerdyn rhag gweithio',
  revoked: 'Dydy’r cerdyn ddim yn gweithio mwyach.',
  made: 'Mae’r cerdyn yn barod. Argraffwch ef nawr: does dim modd dangos y geiriau eto.',
  print: 'Argraffwch y dudalen hon gyda’ch porwr (Ctrl a P). Dim ond y cerdyn sy’n cael ei argraffu.',
  done: 'Wedi gwneud',
  doneBack: 'Yn ôl i dudalen y cerdyn',
  paper: {
    heading: 'Eich cerdyn i fewngofnodi',
    words: 'Teipiwch y pedwar gair hyn:',
    where: 'Ewch i’r cyfeiriad hwn:',
    qr: 'Neu sganiwch hwn gyda ffôn:',
    qrCode: 'Cod QR sy’n arwain i’r un cyfeiriad',
    until: (when) => `Mae’n gweithio unwaith, tan ${onDay(when)}.`,
    safe: 'Cadwch ef i chi eich hun. Taflwch ef unwaith y byddwch chi i mewn.',
    help: (phone) => `Angen help? Ffoniwch ${phone}.`,
  },
};
