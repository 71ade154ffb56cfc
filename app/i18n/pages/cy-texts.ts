import { plural } from '../format';
import type { en } from './en-texts';

export const cy: typeof en = {
  title: 'Beth rydym yn ei anfon',
  intro:
    'Dyma’r geiriau y mae cwsmeriaid yn eu cael, gydag enwau gwneud. Does dim modd eu newid yma: y rhaglen sy’n eu hysgrifennu ac yn profi pob un, fel bod pob neges yn ffitio, yn darllen yn dda, a byth yn rhybuddio neb.',
  which: 'Pa negeseuon',
  who: 'I bwy',
  how: 'Pa mor agored',
  example: 'Enghraifft',
  longest: 'Yr enwau hiraf',
  open: 'Geiriau arferol',
  discreet: 'Geiriau niwtral',
  discreetMeans: 'I bobl y gall eraill weld eu negeseuon: dim lle, dim diben, dim byd am y gwasanaeth.',
  languages: { en: 'Saesneg', cy: 'Cymraeg' },
  subject: (text) => `Pwnc: ${text}`,
  segments: (n) => plural('cy', n, { one: 'Un neges', two: '# neges', other: '# neges' }),
  cost: (segments, cost) => `${segments}, tua ${cost}`,
  costs: 'Cost negeseuon testun',
  perText: (cost) => `Mae un neges o hyd at 160 o lythrennau yn costio ${cost}.`,
  wide: 'Mae llythrennau fel ŵ ac ŷ yn gwneud neges yn fyrrach: 70 o lythrennau. Dydyn ni byth yn gadael yr acen allan.',
  charged: (n) =>
    plural('cy', n, {
      one: 'Dyna a gododd y darparwr am # neges yn y 30 diwrnod diwethaf.',
      other: 'Dyna a gododd y darparwr ar gyfartaledd am # neges yn y 30 diwrnod diwethaf.',
    }),
  list: (source, from) =>
    `Dyna bris rhestr ${source} o ${from}, heb TAW. Bydd yr hyn y mae’r darparwr yn ei godi yn cymryd ei le cyn gynted ag y bydd yn hysbys.`,
  forecast: (texts) =>
    plural('cy', texts, {
      one: 'Y 30 diwrnod nesaf: mae # neges ar y gweill i’r swyddfa hon.',
      other: 'Y 30 diwrnod nesaf: mae # neges ar y gweill i’r swyddfa hon.',
    }),
  forecastCost: (cost) => `Bydd hynny’n costio tua ${cost}.`,
  sets: {
    sms: 'Negeseuon testun',
    answers: 'Atebion',
    email: 'E-byst',
    voice: 'Galwadau llais',
    call_list: 'Galwadau ffôn',
    letter: 'Llythyrau',
  },
  keys: {
    booked: 'Wedi’i drefnu',
    three_days_before: 'Tri diwrnod cyn hynny',
    one_day_before: 'Y diwrnod cynt',
    same_day: 'Dwy awr cyn hynny',
    missed: 'Ar ôl colli apwyntiad',
    changed: 'Newidiodd rhywbeth',
    cancelled: 'Wedi’i ganslo',
    confirmed: 'Dywedon nhw byddaf',
    cannot_come: 'Dywedon nhw na',
    help: 'Gofynnon nhw am help',
    unclear: 'Rhaid i berson ei darllen',
    closed: 'Rhaid i berson ei darllen, ac mae’r swyddfa ar gau',
    wrong_number: 'Dywedon nhw mai rhif anghywir ydyw',
    offer_kept: 'Maen nhw’n cadw’r amser sydd ganddyn nhw',
    offer_gone: 'Mae’r amser cynt wedi mynd',
    see_you: 'Ateb parod: wela i chi bryd hynny',
    come_when_you_can: 'Ateb parod: dewch cyn gynted ag y gallwch',
    bring_it: 'Ateb parod: ie, dewch ag ef',
    moved: 'Ateb parod: rydym wedi’i symud',
    call_us: 'Ateb parod: ffoniwch ni',
    call_today: 'Ateb parod: fe ffoniaf i chi heddiw',
    sign_in_code: 'Y cod i fewngofnodi',
  },
};
