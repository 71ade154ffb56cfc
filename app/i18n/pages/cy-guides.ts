import type { en, Shown } from './en-guides';

export const cy: typeof en = {
  title: 'Canllawiau',
  intro: 'Un dudalen ar gyfer pob peth. Argraffwch hi ac ewch â hi adref.',
  introStaff: 'Un dudalen ar gyfer pob peth. Argraffwch hi, rhowch hi rhyngoch, a gadewch iddyn nhw ei wneud.',
  helpWith: (task: string) => `Help gyda hyn: ${task}`,
  steps: 'Beth i’w wneud',
  watch: 'Gwyliwch rhag hyn',
  champion: 'I bwy bynnag sy’n helpu',
  championRules: [
    'Eisteddwch wrth eu hochr. Nhw sy’n dal y llygoden neu’r ffôn.',
    'Peidiwch byth â theipio drostyn nhw. Dywedwch beth i’w bwyso, ac arhoswch.',
    'Peidiwch byth â gofyn am eu cyfrinair na’u cod. Edrychwch i ffwrdd tra byddan nhw’n ei deipio.',
    'Gadewch iddyn nhw ei wneud unwaith eto ar eu pen eu hunain.',
  ],
  print: 'Pwyswch Ctrl a P i argraffu’r dudalen hon. Mae’n ffitio ar un ddalen.',
  back: 'Pob canllaw',
  picture: (title: string) => `Llun: ${title}`,
  get: 'Cael help gan rywun yn y ganolfan waith',
  guides: {
    sign_in: {
      title: 'Mewngofnodi',
      steps: (b: Shown) => [
        `Agorwch y porth a phwyswch “${b.signIn}”.`,
        'Teipiwch eich rhif ffôn symudol neu’ch e-bost.',
        `Pwyswch “${b.sendCode}”.`,
        'Arhoswch am y neges destun neu’r e-bost. Mae chwe rhif ynddo.',
        `Teipiwch y chwe rhif a phwyswch “${b.signIn}”.`,
        `Pan fyddwch wedi gorffen, pwyswch “${b.signOut}”.`,
      ],
      watch: ['Mae’r cod yn gweithio am ddeg munud.', 'Does neb o’r ganolfan waith byth yn gofyn i chi am y cod.'],
    },
    see_meeting: {
      title: 'Gweld eich cyfarfod nesaf',
      steps: (b: Shown) => [
        'Mewngofnodwch. Mae eich cyfarfod nesaf ar frig y dudalen gyntaf.',
        'Darllenwch y diwrnod, yr amser a’r lle.',
        `Pwyswch “${b.willCome}” os gallwch chi ddod.`,
        `I’w gweld i gyd, pwyswch “${b.meetings}” ar waelod y dudalen.`,
      ],
      watch: ['Os nad ydych yn siŵr ble i fynd, ffoniwch y rhif ar waelod y dudalen.'],
    },
    change_meeting: {
      title: 'Newid amser cyfarfod',
      steps: (b: Shown) => [
        `Mewngofnodwch a phwyswch “${b.meetings}”.`,
        'Pwyswch y cyfarfod rydych am ei newid.',
        `Pwyswch “${b.cannotCome}”.`,
        `Does dim rhaid dweud pam. Pwyswch “${b.continue}”.`,
        `Pwyswch “${b.pickAnother}” a dewiswch amser.`,
        'Darllenwch yr amser newydd. Cewch neges amdano.',
      ],
      watch: ['Rydych chi’n cadw’ch hen amser nes i chi ddewis un newydd.'],
    },
    use_plan: {
      title: 'Defnyddio eich cynllun',
      steps: (b: Shown) => [
        `Mewngofnodwch a phwyswch “${b.plan}”.`,
        'Darllenwch eich camau. Mae diwrnod i bob un.',
        'Pwyswch gam i weld beth allwch chi ei wneud ag ef.',
        `Os yw wedi’i wneud, pwyswch “${b.stepDone}”.`,
        `Os yw’n anodd, pwyswch “${b.stepHelp}”. Mae eich cynghorydd yn gweld hynny.`,
      ],
      watch: ['Nid yw diwrnod sydd wedi mynd heibio yn rhy hwyr.', 'Os pwyswch chi’r peth anghywir, pwyswch Dadwneud.'],
    },
    change_contact: {
      title: 'Newid eich rhif ffôn neu e-bost',
      steps: (b: Shown) => [
        `Mewngofnodwch a phwyswch “${b.details}”.`,
        `Dewch o hyd i’ch rhif ffôn neu e-bost. Pwyswch “${b.change}” wrth ei ymyl.`,
        'Teipiwch yr un newydd. Gwiriwch bob rhif neu lythyren.',
        `Pwyswch “${b.continue}”. Rydym yn anfon cod i’r un newydd.`,
        'Teipiwch y chwe rhif. Nawr mae’r un newydd wedi’i gadw.',
      ],
      watch: [
        'Mae angen y ffôn neu’r e-bost newydd gyda chi, ar gyfer y cod.',
        'Rydym yn dweud wrth yr hen rif hefyd.',
      ],
    },
    find_club: {
      title: 'Dod o hyd i glwb gwaith',
      steps: (b: Shown) => [
        `Pwyswch “${b.clubs}” ar waelod y dudalen.`,
        'Teipiwch hanner cyntaf eich cod post.',
        `Pwyswch “${b.findClubs}”. Mae’r agosaf ar y brig.`,
        'Pwyswch glwb i weld pryd a ble mae’n cwrdd.',
        `Pwyswch “${b.going}” os ydych am fynd. Gallwch hefyd alw heibio.`,
      ],
      watch: ['Mae clybiau am ddim. Does neb yno’n cymryd eich arian na’ch manylion banc.'],
    },
    write_message: {
      title: 'Ysgrifennu at eich cynghorydd',
      steps: (b: Shown) => [
        `Mewngofnodwch a phwyswch “${b.adviser}”.`,
        `Pwyswch “${b.write}”.`,
        'Teipiwch beth rydych am ei ddweud. Mae byr yn iawn.',
        'Darllenwch ef unwaith eto.',
        `Pwyswch “${b.send}”.`,
      ],
      watch: [
        'Mae’n cael ei ddarllen ar ddiwrnodau gwaith. Os na all aros, ffoniwch.',
        'Peidiwch ag ysgrifennu cyfrineiriau na manylion banc.',
      ],
    },
    use_email: {
      title: 'Defnyddio e-bost',
      steps: () => [
        'Agorwch eich e-bost ar eich ffôn neu’r cyfrifiadur.',
        'Mae’r e-bost mwyaf newydd ar y brig. Pwyswch ef i’w ddarllen.',
        'I ateb, pwyswch Reply neu Ateb a theipiwch.',
        'Pwyswch Send neu Anfon.',
        'Os oes e-bost ar goll, edrychwch yn y ffolder Spam neu Junk.',
        'Ar gyfrifiadur y mae eraill yn ei ddefnyddio, allgofnodwch ar y diwedd.',
      ],
      watch: [
        'Chi yn unig biau cyfrinair eich e-bost. Teipiwch ef eich hun.',
        'Peidiwch ag agor ffeil gan rywun nad ydych yn ei adnabod.',
      ],
    },
    stay_safe: {
      title: 'Cadw’n ddiogel ar-lein',
      steps: () => [
        'Arhoswch ac edrychwch. Gan bwy mae e?',
        'A yw’n eich rhuthro, neu eisiau arian neu god? Yna gall fod yn dric.',
        'Peidiwch â phwyso’r ddolen. Peidiwch ag ateb.',
        'Gofynnwch i rywun rydych yn ymddiried ynddo, neu gofynnwch i ni yma.',
        'Anfonwch neges destun ryfedd ymlaen i 7726. Mae hynny am ddim.',
      ],
      watch: [
        'Nid ydym byth yn gofyn am eich cod, eich cyfrinair na’ch cerdyn banc.',
        'Mae’n digwydd i bawb. Dywedwch wrthym yn fuan.',
      ],
    },
    find_jobs: {
      title: 'Chwilio am swyddi ar-lein',
      steps: () => [
        'Agorwch safle gyda swyddi, fel Dod o hyd i swydd ar GOV.UK.',
        'Teipiwch swydd a’ch tref.',
        'Pwyswch Chwilio. Darllenwch rai sy’n addas.',
        'Ysgrifennwch yr enw, y lle a’r diwrnod olaf i ymgeisio.',
        'I ymgeisio, darllenwch y ffurflen unwaith cyn ei llenwi.',
        'Gofynnwch i ni ei darllen gyda chi cyn ei hanfon.',
      ],
      watch: [
        'Nid yw swydd go iawn byth yn gofyn i chi dalu yn gyntaf.',
        'Peidiwch â rhoi manylion banc cyn cael y swydd.',
      ],
    },
  },
};
