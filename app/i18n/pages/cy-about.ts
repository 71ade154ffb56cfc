import type { en } from './en-about';

export const cy: typeof en = {
  accessibility: {
    title: 'Hygyrchedd',
    intro: [
      'Rydyn ni eisiau i bawb allu defnyddio’r tudalennau hyn. Dylech chi allu:',
      'gwneud y testun ddwywaith yn fwy, defnyddio bysellfwrdd yn unig, defnyddio darllenydd sgrin, a gwneud y cyfan ar hen ffôn.',
    ],
    parts: {
      help: {
        heading: 'Os na allwch chi ddefnyddio tudalen',
        text: [
          'Ffoniwch ni. Gallwn wneud y cyfan gyda chi dros y ffôn.',
          'Os na allwch chi glywed neu siarad ar y ffôn, defnyddiwch Relay UK. Deialwch 18001, yna ein rhif ni.',
          'Gallwch chi hefyd ofyn am lythyrau mewn print bras, neu am ffordd arall o glywed gennym ni.',
        ],
      },
      meets: {
        heading: 'Pa mor dda mae’n gweithio',
        text: [
          'Ein nod yw bodloni WCAG 2.2, lefel AA. Set o reolau ar gyfer tudalennau gwe yw honno.',
          'Rydyn ni’n profi pob tudalen â pheiriant yn Gymraeg ac yn Saesneg. Does neb o’r tu allan wedi’u profi eto.',
        ],
      },
      fails: {
        heading: 'Beth sydd ddim yn gweithio eto',
        text: [
          'Drafft yw’r Gymraeg. Does dim siaradwr Cymraeg wedi’i gwirio eto.',
          'Mae beth mae swyddfa neu gynghorydd yn ei deipio yn yr iaith y cafodd ei deipio ynddi.',
          'Mae negeseuon gwall yn mynd pan fyddwch chi’n newid iaith tudalen. Mae eich atebion yn aros.',
          'I fewngofnodi gyda phasallwedd rhaid i’ch porwr redeg sgript. Gallwch chi bob amser fewngofnodi gyda chod.',
          'Ffeiliau PDF yw llythyrau i’w hargraffu. Rydyn ni wedi profi sut maen nhw’n cael eu gwneud, ond nid gyda darllenwyr sgrin.',
          'Does dim tudalennau mewn Iaith Arwyddion Prydain nac mewn fersiwn hawdd ei darllen.',
        ],
      },
      complain: {
        heading: 'Dweud wrthym ni am broblem',
        text: [
          'Ffoniwch ni a dweud pa dudalen yw hi a beth aeth o’i le. Byddwn yn ei nodi ac yn dweud wrthych chi beth wnawn ni.',
          'Os nad yw ein hateb o help, ffoniwch y Gwasanaeth Cynghori a Chefnogi Cydraddoldeb. Gofynnwch i ni am eu rhif.',
        ],
      },
      date: { heading: 'Am y dudalen hon', text: ['Ysgrifennwyd y dudalen hon ar 26 Tachwedd 2026.'] },
    },
  },
  cookies: {
    title: 'Cwcis',
    intro: [
      'Nodiadau bach y mae gwefan yn eu gadael ar eich ffôn neu gyfrifiadur yw cwcis.',
      'Dim ond y rhai sy’n gwneud i’r tudalennau hyn weithio rydyn ni’n eu defnyddio. Dydyn ni ddim yn gwylio beth rydych chi’n ei wneud, a does dim byd yn mynd i gwmnïau eraill.',
    ],
    lasts: (time) => `Yn cael ei gadw: ${time}`,
    kinds: {
      session: {
        purpose: 'Yn gwybod eich bod chi wedi mewngofnodi.',
        time: 'nes i chi allgofnodi, neu am 30 munud heb ei ddefnyddio',
      },
      'sign-in': {
        purpose: 'Yn gwneud i’ch cod mewngofnodi weithio ar y ffôn neu’r cyfrifiadur hwn yn unig.',
        time: '1 awr',
      },
      lang: { purpose: 'Yn gwybod pa iaith rydych chi wedi’i dewis.', time: '1 flwyddyn' },
      display: {
        purpose: 'Ar gyfrifiadur a rennir: yn gwybod maint y testun a’r lliwiau rydych chi wedi’u dewis.',
        time: 'nes i chi orffen',
      },
      kiosk: {
        purpose: 'Ar gyfrifiadur a rennir: yn gwybod ei fod yn un. Nid yw amdanoch chi.',
        time: '400 diwrnod',
      },
      seen: {
        purpose:
          'Ar gyfrifiadur a rennir: yn gwybod pa dudalen welsoch chi ddiwethaf, fel na fydd neb ar eich ôl yn ei gweld.',
        time: 'nes i chi orffen',
      },
      help: {
        purpose: 'I’n staff: yn gwybod pwy maen nhw’n ei helpu.',
        time: 'nes iddyn nhw orffen, neu am 15 munud heb ei ddefnyddio',
      },
    },
    parts: {
      rid: {
        heading: 'Sut i gael gwared arnyn nhw',
        text: [
          'Allgofnodwch ac maen nhw wedi mynd, ond am yr un sy’n gwybod eich iaith. Gallwch chi glirio honno yn eich porwr.',
        ],
      },
    },
  },
  privacy: {
    title: 'Preifatrwydd',
    intro: ['Mae’r dudalen hon yn dweud beth rydyn ni’n ei wybod amdanoch chi, pam, a phwy sy’n ei weld.'],
    parts: {
      know: {
        heading: 'Beth rydyn ni’n ei gadw',
        text: [
          'Eich enw, a sut i gysylltu â chi: ffôn, e-bost, cyfeiriad, iaith.',
          'Eich apwyntiadau, a beth ddywedoch chi wrthym amdanyn nhw. Eich cynllun a’ch camau.',
          'Beth rydych chi’n dewis ei ddweud wrthym am eich bywyd neu’ch anghenion. Does dim rhaid i chi.',
          'Pob neges rydyn ni’n ei hanfon atoch chi, pryd, ac a gyrhaeddodd. Beth rydych chi’n ei ateb drwy neges destun.',
        ],
      },
      why: {
        heading: 'Pam',
        text: [
          'I’ch atgoffa chi mewn pryd, i’ch helpu chi i chwilio am waith, ac i gysylltu â chi mewn ffordd sy’n gweithio i chi.',
          'Does dim cyfrifiadur yn penderfynu dim amdanoch chi yma. Pobl sy’n gwneud hynny.',
        ],
      },
      who: {
        heading: 'Pwy sy’n ei weld',
        text: [
          'Eich cynghorydd a’r bobl yn eu swyddfa. Rydyn ni’n cadw rhestr o bwy edrychodd, a gallwch chi ofyn am ei gweld.',
          'Y cwmnïau sy’n cario ein negeseuon testun, galwadau, e-byst a llythyrau. Maen nhw’n cael eich rhif neu’ch cyfeiriad, a’r neges.',
          'Neb arall, oni bai eich bod chi’n cytuno i bartner weld eich cynllun. Dydyn ni ddim yn ei werthu, a does dim hysbysebion.',
        ],
      },
      safe: {
        heading: 'Sut rydyn ni’n ei gadw’n ddiogel',
        text: [
          'Mae eich rhifau ffôn, eich cyfeiriad e-bost a’n negeseuon wedi’u cloi ag allwedd yn ein ffeiliau.',
          'Os yw rhywun arall yn gweld eich ffôn, dywedwch wrthym. Wedyn fydd ein negeseuon ddim yn enwi lle na rheswm.',
        ],
      },
      long: {
        heading: 'Am ba hyd',
        text: [
          'Rydyn ni’n anghofio eich codau mewngofnodi yn fuan wedyn. Rydyn ni’n cadw pryd y gwnaethoch chi fewngofnodi, ac ar ba fath o ddyfais, am 13 mis.',
          'Mae ein negeseuon atoch chi’n mynd ar ôl 13 mis, neu ar ôl amser y mae eich ardal wedi’i osod.',
          'Does dim byd arall yn mynd ohono’i hun eto. Gofynnwch i’ch swyddfa os ydych chi eisiau i rywbeth fynd.',
        ],
      },
      rights: {
        heading: 'Beth gallwch chi ofyn amdano',
        text: [
          'Gallwch chi ofyn beth rydyn ni’n ei gadw, gofyn i ni ei gywiro, a gofyn i ni beidio â’i ddefnyddio.',
          'Ffoniwch ni neu dywedwch wrth eich cynghorydd. Os nad yw ein hateb o help, gallwch chi fynd at y Comisiynydd Gwybodaeth.',
        ],
      },
    },
  },
  terms: {
    title: 'Telerau',
    intro: ['Mae’r tudalennau hyn am ddim. Maen nhw yma i’ch helpu chi i gadw mewn cysylltiad â’ch cynghorydd.'],
    parts: {
      yours: {
        heading: 'Beth rydyn ni’n ei ofyn gennych chi',
        text: [
          'Mewngofnodwch fel chi’ch hun yn unig. Peidiwch â dweud eich cod wrth eraill, ac allgofnodwch ar ffôn neu gyfrifiadur y mae eraill yn ei ddefnyddio.',
          'Dywedwch wrthym pan fydd eich rhif ffôn yn newid, fel nad yw ein negeseuon yn mynd at ddieithryn.',
        ],
      },
      ours: {
        heading: 'Beth gallwch chi ddibynnu arno',
        text: [
          'Does dim rhaid i chi byth ddefnyddio’r tudalennau hyn. Gallwch chi wneud y cyfan dros y ffôn neu gyda’ch cynghorydd.',
          'Efallai y bydd rhaid i ni gau’r tudalennau am gyfnod. Wedyn byddwn yn dweud tan pryd, a gallwch chi ein ffonio o hyd.',
          'Os byddwn ni’n gwneud camgymeriad yma, fydd e ddim yn cyfrif yn eich erbyn.',
        ],
      },
      links: {
        heading: 'Gwefannau eraill',
        text: ['Mae rhai dolenni’n mynd i wefannau eraill. Nid ni sy’n rhedeg y rheini.'],
      },
    },
  },
  contact: {
    title: 'Cysylltu â ni',
    intro: ['Gallwch chi ein ffonio am unrhyw beth ar y tudalennau hyn.'],
    hours: (from, to) => `Dydd Llun i ddydd Gwener, ${from} i ${to}`,
    phone: 'Ffôn',
    open: 'Ar agor',
    address: 'Cyfeiriad',
    none: 'Does dim swyddfa wedi’i rhestru eto.',
    parts: {
      other: {
        heading: 'Os na allwch chi ddefnyddio’r ffôn',
        text: [
          'Defnyddiwch Relay UK: deialwch 18001, yna ein rhif ni.',
          'Neu atebwch un o’n negeseuon testun yn eich geiriau eich hun. Mae rhywun yn darllen pob un.',
        ],
      },
    },
  },
};
