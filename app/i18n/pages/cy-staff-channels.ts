import { onDay } from '../welsh';
import type { en } from './en-staff-channels';

/** Draft Welsh. */
export const cy: typeof en = {
  title: 'Sut mae pobl mewn cysylltiad',
  lead: 'Dros y ffôn, wrth y ddesg ac ar-lein; gyda chymorth neu ar eu pen eu hunain.',
  periodsLabel: 'Pa gyfnod',
  periods: {
    this_month: 'Y mis hwn',
    last_month: 'Y mis diwethaf',
    three_months: 'Y 3 mis diwethaf',
    twelve_months: 'Y 12 mis diwethaf',
  },
  days: (from, until) => `O ${onDay(from)} tan ${onDay(until)}.`,
  counted: (when) => `Wedi’i gyfrif am ${when}.`,
  csv: 'Lawrlwytho’r ffigurau hyn (CSV)',
  services: {
    appointment: 'Cyfarfodydd',
    plan: 'Cynllun gweithredu',
    details: 'Manylion',
    messages: 'Negeseuon',
    work_club: 'Clybiau gwaith',
    situation: 'Sefyllfa',
    other: 'Unrhyw beth arall',
  },
  ways: {
    phone: 'Ffôn',
    desk: 'Wrth y ddesg',
    letter: 'Llythyr',
    home_visit: 'Ymweliad gartref',
    outreach: 'Allgymorth',
    text: 'Neges destun',
    email: 'E-bost',
    video: 'Fideo',
    online: 'Ar-lein',
    kiosk: 'Cyfrifiadur a rennir',
    link: 'Dolen mewn neges',
  },
  table: {
    heading: 'Yn ôl gwasanaeth',
    none: 'Doedd dim cysylltiadau.',
    service: 'Gwasanaeth',
    way: 'Sut',
    alone: 'Ar eu pen eu hunain',
    helped: 'Gyda chymorth',
    all: 'Y cyfan',
    every: 'Pob gwasanaeth',
    total: (alone, helped) => `${alone + helped} cysylltiad: ${alone} ar eu pen eu hunain, ${helped} gyda chymorth.`,
    meaning:
      'Cysylltiad yw rhywbeth a nododd cydweithiwr, rhywbeth a wnaed yn y porth, neu ateb am gyfarfod. Gyda chymorth: gwnaeth cydweithiwr hynny drostyn nhw neu gyda nhw.',
  },
  trend: {
    heading: 'Fis wrth fis',
    month: 'Mis',
    hours: 'Oriau ar y ffôn ac wrth y ddesg',
    digital: 'Cysylltiadau ar-lein ar eu pen eu hunain',
    meaning:
      'Yr oriau yw’r rhai a nododd cydweithwyr, ac amser y cymorth yn y porth. Ar-lein ar eu pen eu hunain: yn y porth, ar gyfrifiadur a rennir, drwy ddolen neu neges destun. Y 12 mis cyfan cyn hwn.',
    picture: 'Mae pob bar yn un mis. Mae’r ffigurau yn y tabl.',
  },
  sent: {
    heading: 'Negeseuon a anfonwyd gennym',
    channel: 'Sut',
    count: 'Anfonwyd',
    channels: { sms: 'Neges destun', email: 'E-bost', voice: 'Galwad lais', letter: 'Llythyr' },
    none: 'Ni anfonwyd dim.',
    meaning: 'Negeseuon a gymerodd darparwr, a llythyrau a argraffwyd.',
  },
  moved: {
    heading: 'O gymorth i’w wneud eu hunain',
    title: 'Pwy ddaeth i’w wneud eu hunain',
    link: (n) => `${n} person`,
    meaning:
      'Gwnaethon nhw rywbeth eu hunain mewn ymweliad, rhoddwyd hynny ar eu proffil, neu cododd eu lefel. Mae pob person yn cyfrif unwaith.',
    none: 'Neb yn y cyfnod hwn.',
  },
  unreachable: {
    heading: 'Ar ddim sianel sy’n gweithio',
    title: 'Ar ddim sianel sy’n gweithio',
    link: (n, more) => (more ? `Mwy na ${n} o bobl` : `${n} person`),
    meaning:
      'Ni all neges destun, e-bost, galwad na llythyr eu cyrraedd: does dim yn hysbys, does dim yn gweithio, dywedon nhw na, neu mae gan rywun arall yr un rhif. Fel y mae nawr.',
    none: 'Gellir cyrraedd pawb.',
    why: {
      no_contact_point: 'does gennym ni ddim rhif na chyfeiriad',
      only_landline: 'dim ond llinell dir nad oes modd ei ffonio sydd ganddyn nhw',
      opted_out: 'fe ofynnon nhw i ni beidio',
      all_failed: 'does dim sydd gennym yn gweithio mwyach',
      shared_number: 'mae gan rywun arall yr un rhif neu e-bost',
    },
    unknown: 'does dim ffordd ar ôl',
    safety: (n) => `Mae ${n} person arall yn cael dim, er eu diogelwch.`,
    safetyHeading: 'Does dim yn cael ei anfon, er eu diogelwch',
    safetyLead: 'Dydy’r bobl hyn ddim ymhlith y lleill. Siaradwch â nhw pan fyddwch yn cwrdd.',
    more: (n) => `Dim ond y ${n} cyntaf sy’n cael eu dangos.`,
  },
  back: 'Yn ôl i Sut mae pobl mewn cysylltiad',
};
