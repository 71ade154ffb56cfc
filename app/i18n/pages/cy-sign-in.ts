import type { en } from './en-sign-in';

export const cy: typeof en = {
  title: 'Mewngofnodi',
  question: 'Beth yw eich rhif ffôn symudol neu eich cyfeiriad e-bost?',
  hint: 'Byddwn ni’n anfon cod atoch chi. Defnyddiwch y rhif neu’r e-bost sydd gan eich cynghorydd. Os mai llinell dir yw hi, byddwn ni’n eich ffonio chi.',
  hintNoCalls: 'Byddwn ni’n anfon cod atoch chi. Defnyddiwch y rhif neu’r e-bost sydd gan eich cynghorydd.',
  submit: 'Anfonwch god ata i',
  signedOut: 'Rydych chi wedi allgofnodi.',
  again: 'I gadw eich cyfrif yn ddiogel, mewngofnodwch unwaith eto. Wedyn gallwch chi wneud y newid hwn.',
  others: {
    heading: 'Ffyrdd eraill o fewngofnodi',
    code: 'Gyda chod',
    password: 'Gyda chyfrinair',
    passkey: 'Gydag allwedd (passkey)',
    card: 'Gyda cherdyn gan eich cynghorydd',
    help: 'Alla i ddim mewngofnodi',
  },
  errors: {
    empty: 'Teipiwch eich rhif ffôn symudol neu eich cyfeiriad e-bost',
    not_a_contact: 'Teipiwch rif ffôn, fel 07700 900123, neu e-bost, fel enw@post.example',
    landline:
      'Allwn ni ddim anfon cod i linell dir. Teipiwch rif ffôn symudol neu e-bost, neu ffoniwch ni ac fe wnawn ni helpu.',
    too_many: 'Rydych chi wedi gofyn am ormod o godau. Arhoswch awr, neu ffoniwch ni ac fe wnawn ni helpu.',
  },
  code: {
    title: 'Teipiwch eich cod',
    question: 'Teipiwch y cod 6 digid',
    sent: 'Os ydyn ni’n adnabod y rhif neu’r e-bost hwnnw, rydyn ni wedi anfon cod ato. Gall gymryd munud, ac mae’n gweithio am 10 munud.',
    calling:
      'Os ydyn ni’n adnabod y rhif hwnnw, rydyn ni’n ei ffonio nawr. Atebwch a phwyswch 1 i glywed y cod. Mae’n gweithio am 10 munud.',
    submit: 'Mewngofnodi',
    again: 'Ches i ddim cod',
    againText:
      'Gwiriwch y rhif neu’r e-bost a rhowch gynnig arall arni. Os na ddaw cod o hyd, ffoniwch ni ac fe wnawn ni helpu.',
    callText: 'Gallwn ni hefyd ffonio’r rhif hwnnw a dweud cod newydd.',
    call: 'Ffoniwch fi gyda chod',
    askAgain: 'Gofyn am god newydd',
    triesLeft: {
      one: 'Mae gennych chi # cynnig ar ôl.',
      two: 'Mae gennych chi # gynnig ar ôl.',
      few: 'Mae gennych chi # chynnig ar ôl.',
      other: 'Mae gennych chi # cynnig ar ôl.',
    },
    errors: {
      malformed: 'Mae’r cod yn 6 digid, fel 042917',
      wrong: (tries) => `Dydy’r cod hwnnw ddim yn gywir. ${tries}`,
      used_up: 'Roedd hynny’n ormod o gynigion. Gofynnwch am god newydd.',
      expired: 'Dydy’r cod hwnnw ddim yn gweithio mwyach. Gofynnwch am god newydd.',
      too_many: 'Bu gormod o gynigion. Arhoswch ychydig funudau, neu ffoniwch ni ac fe wnawn ni helpu.',
      too_many_codes: 'Rydych chi wedi gofyn am ormod o godau. Arhoswch awr, neu ffoniwch ni ac fe wnawn ni helpu.',
    },
  },
  password: {
    title: 'Mewngofnodi gyda chyfrinair',
    heading: 'Mewngofnodwch gyda’ch cyfrinair',
    contact: 'Eich rhif ffôn neu eich cyfeiriad e-bost',
    contactHint: 'Yr un sydd gan eich cynghorydd.',
    password: 'Eich cyfrinair',
    submit: 'Mewngofnodi',
    none: 'Dim cyfrinair, neu wedi’i anghofio?',
    noneText: 'Does dim angen un arnoch chi.',
    noneLink: 'Gallwn ni anfon cod atoch chi yn lle hynny.',
    errors: {
      noContact: 'Teipiwch eich rhif ffôn neu eich cyfeiriad e-bost',
      noPassword: 'Teipiwch eich cyfrinair',
      wrong:
        'Dydy’r rhif neu’r e-bost hwnnw a’r cyfrinair hwnnw ddim yn mynd gyda’i gilydd. Gwiriwch y ddau, neu defnyddiwch god yn lle hynny.',
      tooMany: 'Bu gormod o gynigion. Arhoswch ychydig funudau, neu defnyddiwch god yn lle hynny.',
      busy: 'Mae llawer o bobl yn mewngofnodi ar hyn o bryd. Rhowch gynnig arall arni mewn munud.',
    },
  },
  passkey: {
    title: 'Mewngofnodi gydag allwedd',
    heading: 'Mewngofnodwch gyda’ch allwedd (passkey)',
    text: 'Bydd eich ffôn neu eich cyfrifiadur yn gofyn am eich wyneb, eich bys neu eich PIN. Mae hynny’n aros ar eich dyfais.',
    submit: 'Defnyddio fy allwedd',
    none: 'Dydy allweddi ddim yn gweithio yn y porwr hwn.',
    noneText: 'Mae angen porwr mwy newydd arnyn nhw, gyda JavaScript ymlaen.',
    noneLink: 'Gallwn ni anfon cod atoch chi yn lle hynny.',
    failed: 'Wnaeth hynny ddim gweithio. Rhowch gynnig arall arni, neu defnyddiwch god yn lle hynny.',
    errors: {
      wrong: 'Dydyn ni ddim yn adnabod yr allwedd honno. Rhowch gynnig arall arni, neu defnyddiwch god yn lle hynny.',
      too_many: 'Bu gormod o gynigion. Arhoswch ychydig funudau, neu defnyddiwch god yn lle hynny.',
    },
  },
  card: {
    title: 'Mewngofnodi gyda cherdyn',
    question: 'Beth yw’r pedwar gair ar eich cerdyn?',
    hint: 'Mae llythrennau mawr neu fach yn iawn, gydag acenion neu hebddyn nhw. Mae cerdyn yn gweithio unwaith, am un diwrnod.',
    submit: 'Mewngofnodi',
    none: 'Does gen i ddim cerdyn',
    noneText:
      'Gall cynghorydd neu hyrwyddwr digidol argraffu un i chi yn y ganolfan waith. Ffoniwch ni, neu gofynnwch pan fyddwch chi’n dod i mewn nesaf.',
    errors: {
      empty: 'Teipiwch y pedwar gair ar eich cerdyn',
      wrong:
        'Dydy’r geiriau hynny ddim yn gweithio. Gwiriwch nhw. Mae cerdyn yn gweithio unwaith, am un diwrnod. Ffoniwch ni os oes angen un newydd arnoch chi.',
      too_many: 'Bu gormod o gynigion. Arhoswch am ychydig, neu ffoniwch ni ac fe wnawn ni helpu.',
    },
  },
  help: {
    title: 'Os na allwch chi fewngofnodi',
    call: 'Ffoniwch ni ac fe wnawn ni eich helpu chi i mewn.',
    phoneLine: 'Does byth angen mewngofnodi i gael help. Gallwn ni wneud hyn i gyd gyda chi ar y ffôn.',
    noCode: {
      heading: 'Dydy eich cod ddim yn dod',
      steps: [
        'Arhoswch funud neu ddwy. Edrychwch yn eich ffolder sbam os mai e-bost yw e.',
        'Gwiriwch mai hwn yw’r rhif neu’r e-bost sydd gan eich cynghorydd.',
        'Gofynnwch am alwad gyda’r cod, os gwelwch chi’r dewis hwnnw. Mae’n gweithio ar ffôn symudol ac ar y rhan fwyaf o linellau tir.',
      ],
    },
    shared: {
      heading: 'Rydych chi’n rhannu ffôn neu e-bost gyda rhywun',
      text: 'Os oes dau berson yn ein defnyddio ni gyda’r un rhif neu e-bost, allwn ni ddim anfon cod yno. Dydyn ni ddim yn gwybod pa un ohonoch chi fyddai’n ei ddarllen.',
      then: 'Gofynnwch i ni am gerdyn i fewngofnodi. Unwaith y byddwch chi i mewn, gallwch chi osod eich cyfrinair eich hun.',
    },
    changed: {
      heading: 'Mae gennych chi rif neu e-bost newydd, neu ddim un o gwbl',
      text: 'Dywedwch wrth eich cynghorydd, neu ffoniwch ni. Byddwn ni’n gwirio mai chi sydd yno ac yn ei newid.',
      then: 'Gallwch chi hefyd ofyn am gerdyn wedi’i argraffu. Mae arno bedwar gair sy’n eich mewngofnodi chi unwaith.',
    },
    lost: {
      heading: 'Rydych chi wedi colli eich cyfrinair, eich allwedd neu eich ffôn',
      text: 'Gallwch chi gael cod o hyd os yw eich rhif neu’ch e-bost gyda ni. Os yw eich ffôn wedi mynd, ffoniwch ni ac fe wnawn ni gadw eich cyfrif yn ddiogel.',
    },
  },
};
