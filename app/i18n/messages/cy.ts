import { gyda } from '../welsh';
import { adviser } from './cy-adviser';
import { easy } from './cy-easy';
import { papers } from './cy-papers';
import { step } from './cy-step';
import { contact } from './cy-contact';
import { offer } from './cy-offer';
import { voice } from './cy-voice';
import type { ClubGaps } from './club';
import type { AccessGaps, en, FeedbackGaps, NewsGaps, QuickGaps, ReplyGaps } from './en';
import type { Gaps } from './facts';

const comma = (text: string) => (text ? `, ${text}` : '');
const meetings = ({ adviser, mode }: Gaps) =>
  ({
    in_person: [`bydd ${adviser} yn eich gweld chi`, `byddwch yn gweld ${adviser}`],
    outreach: [`bydd ${adviser} yn eich gweld chi`, `byddwch yn gweld ${adviser}`],
    phone: [`bydd ${adviser} yn eich ffonio chi`, `bydd ${adviser} yn ffonio`],
    video: [`bydd ${adviser} yn eich gweld chi ar fideo`, `byddwch yn gweld ${adviser} ar fideo`],
    home: [`bydd ${adviser} yn galw yn eich cartref`, `bydd ${adviser} yn galw`],
  })[mode] as [string, string];
const meeting = (g: Gaps) => meetings(g)[0];
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const when = (g: Gaps) => `${g.onDate} am ${g.time}`;
const nearly = (g: Gaps) => (g.near ? `${g.near}, ${g.date}, am ${g.time}` : when(g));
const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
const fullPlace = (g: Gaps) => [g.place, g.address].filter(Boolean).join(', ');

const answers = (g: Gaps) => {
  const kind = g.waits
    ? "Atebwch 1 os yw hynny'n iawn, 2 os nad yw"
    : 'Atebwch 1 os byddwch chi yno, 2 os na allwch chi ddod';
  const question = g.waits ? "Ydy hynny'n iawn? Atebwch 1 ydy, 2 na" : 'Fyddwch chi yno? Atebwch 1 byddaf, 2 na';
  return [kind, question, 'Atebwch 1 ie, 2 na'].map((text) => (g.link ? `${text}. ${g.link}` : text));
};
const call = (g: Gaps) => (g.phone ? `ffoniwch ${g.phone}` : g.link);
const newTime = (g: Gaps) => call(g) && `I gael amser arall ${call(g)}`;
const instead = (g: Gaps) => (g.replaces ? ' Mae hon yn lle ein neges gynharach.' : '');

const texts = (g: Gaps, opening: string, day: string) => {
  const [kind, question, bare] = answers(g);
  return [
    `Helo ${g.first}, ${opening}${meeting(g)} ${day}${comma(g.place)}. ${kind}`,
    `Helo ${g.first}, ${meeting(g)} ${when(g)}${comma(g.place)}. ${kind}`,
    `Helo ${g.first}, ${meeting(g)} ${day}${comma(g.place)}. ${question}`,
    `Helo ${g.first}, ${meeting(g)} ${when(g)}${comma(g.place)}. ${question}`,
    `Helo ${g.first}, ${meeting(g)} ${day}${comma(g.place)}. ${bare}`,
    `Helo ${g.first}, ${meeting(g)} ${when(g)}${comma(g.place)}. ${bare}`,
    `${g.first}, ${meetings(g)[1]} ${g.onDate} ${g.time}${comma(g.place)}. ${bare}`,
  ];
};

export const cy: typeof en = {
  sms: {
    booked: (g: Gaps) => texts(g, "mae'r trefniant wedi'i wneud: ", when(g)),
    three_days_before: (g: Gaps) => texts(g, "nodyn i'ch atgoffa: ", when(g)),
    one_day_before: (g: Gaps) => texts(g, '', nearly(g)),
    same_day: (g: Gaps) => texts(g, '', nearly(g)),
    missed: (g: Gaps) => [
      `Helo ${g.first}, mae'n ddrwg gennym na welsom ni chi ${when(g)}. Hoffai ${g.adviser} eich gweld chi o hyd. ${newTime(g)}`,
      `${g.first}, mae'n ddrwg gennym na welsom ni chi ${when(g)}. Gall ${g.adviser} eich gweld eto: ${call(g)}`,
    ],
    changed: (g: Gaps) => {
      const [kind, question, bare] = answers(g);
      const now = `${meeting(g)} ${when(g)}${comma(g.place)}.${instead(g)}`;
      return [
        ...[kind, question, bare].map((answer) => `Helo ${g.first}, mae newid: ${now} ${answer}`),
        `Helo ${g.first}, mae newid: ${now} ${g.link}`,
        `${g.first}, newid: ${meetings(g)[1]} ${g.onDate} ${g.time}${comma(g.place)}.${instead(g)} ${g.link}`,
      ];
    },
    cancelled: (g: Gaps) => [
      `Helo ${g.first}, ni fydd eich cyfarfod ${gyda(g.adviser)} ${when(g)} yn digwydd.${instead(g)} ${newTime(g)}`,
      `${g.first}, ni fydd eich cyfarfod ${gyda(g.adviser)} ${when(g)} yn digwydd.${instead(g)} Holi: ${call(g)}`,
    ],
  },
  headline: {
    booked: (g: Gaps) => `${upper(meeting(g))} ${when(g)}.`,
    three_days_before: (g: Gaps) => `Nodyn i'ch atgoffa: ${meeting(g)} ${when(g)}.`,
    one_day_before: (g: Gaps) => `${upper(meeting(g))} ${nearly(g)}.`,
    same_day: (g: Gaps) => `${upper(meeting(g))} ${nearly(g)}.`,
    missed: (g: Gaps) => `Mae'n ddrwg gennym na welsom ni chi ${when(g)}. Hoffai ${g.adviser} eich gweld chi o hyd.`,
    changed: (g: Gaps) =>
      `Mae eich cyfarfod ${gyda(g.adviser)} wedi newid. Nawr ${meeting(g)} ${when(g)}.${instead(g)}`,
    cancelled: (g: Gaps) => `Ni fydd eich cyfarfod ${gyda(g.adviser)} ${when(g)} yn digwydd.${instead(g)}`,
  },
  email: {
    subject: {
      booked: (g: Gaps) => `${upper(meeting(g))} ${when(g)}`,
      three_days_before: (g: Gaps) => `${upper(meeting(g))} ${when(g)}`,
      one_day_before: (g: Gaps) => `${upper(meeting(g))} ${nearly(g)}`,
      same_day: (g: Gaps) => `${upper(meeting(g))} ${nearly(g)}`,
      missed: (g: Gaps) => `Mae'n ddrwg gennym na welsom ni chi ${g.onDate}`,
      changed: (g: Gaps) => `Manylion newydd: ${meeting(g)} ${when(g)}`,
      cancelled: (g: Gaps) => `Ni fydd eich cyfarfod ${gyda(g.adviser)} ${g.onDate} yn digwydd`,
    },
    discreetSubject: (g: Gaps) => `Neges gan ${g.adviser}`,
    greeting: (g: Pick<Gaps, 'first'>) => `Helo ${g.first},`,
    where: (g: Gaps) => (fullPlace(g) ? `Ble: ${fullPlace(g)}` : ''),
    purpose: (g: Gaps) => (g.purpose ? `Y rheswm: ${g.purpose}` : ''),
    bring: (g: Gaps) => (g.bring ? `Dewch â: ${g.bring}` : ''),
    ask: (g: Gaps) =>
      g.link &&
      `Rhowch wybod i ni a ${g.waits ? 'yw hyn yn iawn' : 'fyddwch chi yno'}, neu dewiswch amser arall:\n${g.link}`,
    talk: (g: Gaps) => (g.phone ? `I siarad â rhywun, ffoniwch ${g.phone}.` : ''),
    askAgain: (g: Gaps) => (g.phone ? `I ddod o hyd i amser arall, ffoniwch ${g.phone}.` : g.link),
  },
  voice,
  contact,
  adviser,
  callList: {
    ask: (g: Pick<Gaps, 'first'>) => `Gofynnwch am ${g.first}. Peidiwch â dweud wrth neb arall beth yw'r alwad.`,
    discreet: "Gofynnodd y person hwn am breifatrwydd. Peidiwch â gadael neges, na dweud o ble rydych chi'n ffonio.",
    hello: (g: Pick<Gaps, 'first' | 'adviser'>) => `Dywedwch: Helo ${g.first}, rwy'n ffonio ar ran ${g.adviser}.`,
    where: (g: Gaps) => (fullPlace(g) ? `Y lle yw ${fullPlace(g)}.` : ''),
    purpose: (g: Gaps) => (g.purpose ? `Y rheswm: ${sentence(g.purpose)}` : ''),
    bring: (g: Gaps) => (g.bring ? `Dewch â ${sentence(g.bring)}` : ''),
    question: (g: Gaps) => (g.waits ? "Ydy'r amser yn iawn?" : 'Fyddwch chi yno?'),
    after: 'Os na allant ddod, cynigiwch amser arall. Yna ysgrifennwch beth ddywedon nhw.',
    questionAgain: 'Hoffech chi amser arall?',
    afterAgain: 'Os felly, dewch o hyd i un gyda nhw. Yna ysgrifennwch beth ddywedon nhw.',
  },
  letter: {
    phone: (g: Pick<Gaps, 'phone'>) => (g.phone ? `Ffoniwch ni: ${g.phone}` : ''),
    online: (g: Gaps) => (g.link ? `Neu ewch i: ${g.link}` : ''),
    greeting: (g: Pick<Gaps, 'first'>) => `Annwyl ${g.first},`,
    ask: (g: Gaps) =>
      `Rhowch wybod i ni a ${g.waits ? 'yw hyn yn iawn' : 'fyddwch chi yno'}. Gallwn ddod o hyd i amser arall os oes angen.`,
    askAgain: "Cysylltwch â ni, a byddwn yn dod o hyd i amser arall gyda'n gilydd.",
  },
  easy,
  papers,
  step,
  offer,
  code: {
    subject: 'Eich cod ar gyfer Waymark',
    text: (code: string) =>
      `${code} yw eich cod Waymark. Mae'n gweithio am 10 munud. Fydd neb o Waymark yn gofyn i chi amdano.`,
  },
  club: {
    subject: (g: ClubGaps) => `${g.club}, ${g.onDate} am ${g.from}`,
    discreetSubject: "Nodyn i'ch atgoffa",
    text: (g: ClubGaps) =>
      `Helo ${g.first}, fe ddywedoch chi eich bod yn mynd i ${g.club} ${g.onDate}, ${g.from} i ${g.to}, ${g.place}.${g.askFor && ` Gofynnwch am ${g.askFor}.`} Ddim yn mynd? ${g.link}`,
    changed: (g: ClubGaps) =>
      `Helo ${g.first}, mae ${g.club} wedi newid pryd neu ble mae'n cwrdd. Fe ddywedoch chi eich bod yn mynd ${g.onDate} am ${g.from}. Gweld y manylion newydd: ${g.link}`,
    changedSubject: (g: ClubGaps) => `Mae ${g.club} wedi newid`,
    changedDiscreet: (g: ClubGaps) =>
      `Helo ${g.first}, mae eich trefniant ${g.onDate} am ${g.from} wedi newid.${g.phone && ` Ffoniwch ${g.phone}`}`,
    discreet: (g: ClubGaps) =>
      `Helo ${g.first}, nodyn i'ch atgoffa o'ch trefniant ${g.onDate} am ${g.from}.${g.phone && ` Cwestiwn? Ffoniwch ${g.phone}`}`,
  },
  access: {
    subject: 'Mae’r ffordd rydych chi’n mewngofnodi i Waymark wedi newid',
    discreetSubject: 'Newid y dylech chi wybod amdano',
    news: {
      password_set: 'mae gan eich cyfrif Waymark gyfrinair nawr.',
      password_changed: 'mae cyfrinair eich cyfrif Waymark wedi newid.',
      password_removed: 'does dim cyfrinair ar eich cyfrif Waymark mwyach.',
      passkey_added: 'mae gan eich cyfrif Waymark allwedd newydd.',
      passkey_removed: 'mae allwedd eich cyfrif Waymark wedi mynd.',
    },
    discreet: "mae rhywbeth wedi newid yn y ffordd rydych chi'n mewngofnodi.",
    text: (g: AccessGaps) => `Helo ${g.first}, ${g.what}${g.phone && ` Nid chi wnaeth hyn? Ffoniwch ${g.phone}`}`,
  },
  reply: {
    subject: 'Diolch am eich neges',
    confirmed: (g: ReplyGaps) =>
      `Diolch${g.first && ` ${g.first}`}. ${g.adviser ? `Bydd ${g.adviser}` : 'Byddwn'} yn eich disgwyl chi${g.onDate && ` ${g.onDate} am ${g.time}`}.`,
    cannot_come: (g: ReplyGaps) =>
      `Diolch am roi gwybod${g.first && `, ${g.first}`}. ${g.link ? `Dewiswch amser arall: ${g.link}` : `I ddewis amser arall ffoniwch ${g.phone}`}`,
    help: (g: ReplyGaps) => `I siarad â rhywun, ffoniwch ${g.phone}.${g.link && ` I weld eich cyfarfod: ${g.link}`}`,
    unclear: (g: ReplyGaps) =>
      `Diolch${g.first && ` ${g.first}`}. Rydym wedi rhoi eich neges i ${g.adviser || 'rywun all helpu'}. I siarad nawr ffoniwch ${g.phone}`,
    closed: (g: ReplyGaps) =>
      `Diolch${g.first && ` ${g.first}`}. Rydym ar agor Llun i Gwener ${g.opens} tan ${g.closes} a byddwn yn ateb bryd hynny.${g.phone && ` Brys? Ffoniwch ${g.phone}`}`,
    feedback: (g: ReplyGaps) =>
      `Diolch${g.first && ` ${g.first}`}. ${g.adviser ? `Mae ${g.adviser}` : 'Rydym'} yn gweld beth ddywedoch chi.`,
    offer_kept: (g: ReplyGaps) =>
      `Diolch${g.first && ` ${g.first}`}. Mae eich cyfarfod yn aros${g.onDate && ` ${g.onDate} am ${g.time}`}.`,
    offer_gone: (g: ReplyGaps) =>
      `Mae'n ddrwg gennym${g.first && ` ${g.first}`}, mae'r amser hwnnw wedi mynd. Mae eich cyfarfod yn aros${g.onDate && ` ${g.onDate} am ${g.time}`}.`,
    wrong_number: (_: ReplyGaps) => "Mae'n ddrwg gennym. Fyddwn ni ddim yn tecstio'r rhif hwn eto.",
  },
  feedback: {
    sms: (g: FeedbackGaps) => [
      `Helo ${g.first}, gawsoch chi beth oedd ei angen gan ${g.adviser}? Atebwch 7 do, 8 yn rhannol neu 9 naddo. Neu dywedwch yma: ${g.link}`,
      `Helo ${g.first}, gawsoch chi beth oedd ei angen gan ${g.adviser}? Atebwch 7 do, 8 rhannol, 9 naddo. ${g.link}`,
      `${g.first}, gawsoch chi beth oedd ei angen? Atebwch 7 do, 8 rhannol, 9 naddo. ${g.link}`,
    ],
    subject: (g: FeedbackGaps) => `Gawsoch chi beth oedd ei angen gan ${g.adviser}?`,
    discreetSubject: 'Cwestiwn byr',
    greeting: (g: FeedbackGaps) => `Helo ${g.first},`,
    question: (g: FeedbackGaps) => `Gawsoch chi beth oedd ei angen gan ${g.adviser}?`,
    tell: (g: FeedbackGaps) => `Dywedwch wrthym yma:\n${g.link}`,
    free: 'Does dim rhaid i chi ateb.',
  },
  quick: {
    see_you: (g: QuickGaps) => `Diolch ${g.first}. Wela i chi bryd hynny. ${g.from}`,
    come_when_you_can: (g: QuickGaps) => `Diolch am roi gwybod, ${g.first}. Dewch cyn gynted ag y gallwch. ${g.from}`,
    bring_it: (g: QuickGaps) => `Helo ${g.first}, ie, dewch ag ef gyda chi. ${g.from}`,
    moved: (g: QuickGaps) => `Helo ${g.first}, rydym wedi'i symud. Cewch neges destun gyda'r amser newydd. ${g.from}`,
    call_us: (g: QuickGaps) => `Helo ${g.first}, ffoniwch ni ar ${g.phone}. ${g.from}`,
    call_today: (g: QuickGaps) => `Helo ${g.first}, fe ffoniaf i chi heddiw am ${g.time}. ${g.from}`,
  },
  journal: {
    subject: (g: NewsGaps) => `Neges gan ${g.from}`,
    answered: (g: NewsGaps) =>
      `Helo ${g.first}, mae ${g.from} wedi ateb eich neges. Mewngofnodwch i'w darllen: ${g.link}`,
    written: (g: NewsGaps) =>
      `Helo ${g.first}, mae ${g.from} wedi ysgrifennu atoch. Mewngofnodwch i'w darllen: ${g.link}`,
    discreet: (g: NewsGaps) => `Helo ${g.first}, mae neges i chi gan ${g.from}: ${g.link}`,
  },
};

/** Entries that a Welsh reviewer has passed. None has been read yet: all of it is a draft, and says so when counted. */
export const reviewed: ReadonlySet<string> = new Set();
