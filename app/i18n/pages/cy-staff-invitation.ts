import type { en } from './en-staff-invitation';

/** Draft Welsh. */
export const cy: typeof en = {
  title: 'Gosod eich mewngofnodi',
  hello: (name: string, email: string) => `Helo ${name}. Rydych yn mewngofnodi â ${email}, cyfrinair a chod o’ch ffôn.`,
  password: 'Dewiswch gyfrinair',
  passwordHint: 'O leiaf 12 nod. Mae tri neu bedwar gair digyswllt yn gwneud un da.',
  app: 'Gosodwch eich ap dilysu',
  scan: 'Sganiwch y sgwâr hwn ag ap dilysu ar eich ffôn.',
  picture: 'Sgwâr i ap dilysu ei sganio. Mae’r allwedd isod yn dweud yr un peth.',
  orType: 'Neu teipiwch yr allwedd hon i’r ap:',
  code: 'Cod o’r ap',
  codeHint: '6 digid. Daw un newydd bob 30 eiliad.',
  submit: 'Gosod a mewngofnodi',
  faults: {
    empty: 'Dewiswch gyfrinair',
    too_short: 'Defnyddiwch o leiaf 12 nod',
    too_long: 'Defnyddiwch lai na 200 nod',
    common: 'Mae hwnnw’n rhy hawdd ei ddyfalu. Mae tri neu bedwar gair digyswllt yn gwneud un da',
    wrong_code: 'Dydy’r cod hwnnw ddim yn gywir. Arhoswch am un newydd yn yr ap, yna teipiwch ef yma',
    wait: 'Gormod o geisiadau. Arhoswch ychydig funudau, yna rhowch gynnig arall arni',
  },
  gone: {
    title: 'Dydy’r ddolen hon ddim yn gweithio',
    lead: 'Mae wedi’i defnyddio’n barod, neu mae’n hŷn na 48 awr. Gofynnwch i’ch rheolwr am un arall.',
    used: 'Os ydych newydd osod eich cyfrinair,',
    signIn: 'mewngofnodwch',
  },
  email: {
    subject: 'Gosod eich mewngofnodi',
    body: (name: string, address: string) =>
      `Helo ${name},\n\ngosodwch eich cyfrinair a’ch ap dilysu yma. Mae’r ddolen yn gweithio unwaith, am 48 awr:\n${address}\n\nOs nad ydych yn gweithio gyda ni, gallwch anwybyddu hyn.`,
  },
};
