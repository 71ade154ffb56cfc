import { adviser } from './en-adviser';
import { easy } from './en-easy';
import { papers } from './en-papers';
import { step } from './en-step';
import { contact } from './en-contact';
import { offer } from './en-offer';
import { voice } from './en-voice';
import type { ClubGaps } from './club';
import type { Gaps } from './facts';

const comma = (text: string) => (text ? `, ${text}` : '');
/** How they meet, in a sentence; shorter; and only so much that it is understood. */
const meetings = ({ adviser, mode }: Gaps) =>
  ({
    in_person: [`you're meeting ${adviser}`, `you're seeing ${adviser}`, adviser],
    outreach: [`you're meeting ${adviser}`, `you're seeing ${adviser}`, adviser],
    phone: [`${adviser} will phone you`, `${adviser} will phone`, `${adviser} will phone`],
    video: [`you're meeting ${adviser} by video`, `you're seeing ${adviser} by video`, `${adviser} by video`],
    home: [`${adviser} will visit you at home`, `${adviser} will visit you`, `${adviser} will visit`],
  })[mode] as [string, string, string];
const meeting = (g: Gaps) => meetings(g)[0];
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const when = (g: Gaps) => `${g.onDate} at ${g.time}`;
/** With "today" or "tomorrow" where that is so. */
const nearly = (g: Gaps) => (g.near ? `${g.near}, ${g.date}, at ${g.time}` : when(g));
/** What a colleague typed, so that another sentence can follow. */
const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`);
const fullPlace = (g: Gaps) => [g.place, g.address].filter(Boolean).join(', ');

/** How a text asks for an answer, from friendly to bare. */
const answers = (g: Gaps) => {
  const kind = g.waits ? 'Reply 1 if that suits you, 2 if not' : "Reply 1 if you'll be there, 2 if you can't";
  const question = g.waits ? 'Is that OK? Reply 1 yes, 2 no' : 'Can you come? Reply 1 yes, 2 no';
  return [kind, question, 'Reply 1 yes, 2 no'].map((text) => (g.link ? `${text}. ${g.link}` : text));
};
/** After a meeting that is over or off: its link leads nowhere new, so a person is the way on. */
const call = (g: Gaps) => (g.phone ? `call ${g.phone}` : g.link);
const newTime = (g: Gaps) => call(g) && `For another time ${call(g)}`;
const instead = (g: Gaps) => (g.replaces ? ' This replaces our earlier text.' : '');
const insteadOfMessage = (g: Gaps) => (g.replaces ? ' This replaces our earlier message.' : '');

/** The wordings of a text, best first; the first of those that cost least is sent. Names are never cut. */
const texts = (g: Gaps, opening: string, day: string) => {
  const [kind, question, bare] = answers(g);
  return [
    `Hi ${g.first}, ${opening}${meeting(g)} ${day}${comma(g.place)}. ${kind}`,
    `Hi ${g.first}, ${meeting(g)} ${when(g)}${comma(g.place)}. ${kind}`,
    `Hi ${g.first}, ${meeting(g)} ${day}${comma(g.place)}. ${question}`,
    `Hi ${g.first}, ${meeting(g)} ${when(g)}${comma(g.place)}. ${question}`,
    `Hi ${g.first}, ${meeting(g)} ${day}${comma(g.place)}. ${bare}`,
    `Hi ${g.first}, ${meeting(g)} ${when(g)}${comma(g.place)}. ${bare}`,
    `${g.first}, ${meetings(g)[1]} ${g.date} ${g.time}${comma(g.place)}. ${bare}`,
  ];
};

export const en = {
  sms: {
    booked: (g: Gaps) => texts(g, "it's booked: ", when(g)),
    three_days_before: (g: Gaps) => texts(g, 'a reminder: ', when(g)),
    one_day_before: (g: Gaps) => texts(g, '', nearly(g)),
    same_day: (g: Gaps) => texts(g, '', nearly(g)),
    missed: (g: Gaps) => [
      `Hi ${g.first}, sorry we missed you ${when(g)}. ${g.adviser} would still like to see you. ${newTime(g)}`,
      `Hi ${g.first}, sorry we missed you ${when(g)}. ${g.adviser} can see you another time: ${call(g)}`,
      `${g.first}, sorry we missed you ${g.date} ${g.time}. ${g.adviser} can see you another time: ${call(g)}`,
    ],
    changed: (g: Gaps) => {
      const [kind, question, bare] = answers(g);
      const now = `${meeting(g)} ${when(g)}${comma(g.place)}.${instead(g)}`;
      return [
        ...[kind, question, bare].map((answer) => `Hi ${g.first}, a change: ${now} ${answer}`),
        `Hi ${g.first}, a change: ${now} ${g.link}`,
        `${g.first}, a change: ${meetings(g)[1]} ${g.date} ${g.time}${comma(g.place)}.${instead(g)} ${g.link}`,
        `${g.first}, a change: ${meetings(g)[1]} ${g.date} ${g.time}${comma(g.place)}.${g.replaces ? ' Ignore our earlier text.' : ''} ${g.link}`,
        `${g.first}: ${meetings(g)[2]}, ${g.date} ${g.time}${comma(g.place)}.${instead(g) || ' A change.'} ${g.link}`,
      ];
    },
    cancelled: (g: Gaps) => [
      `Hi ${g.first}, your meeting with ${g.adviser} ${when(g)} is not going ahead.${instead(g)} ${newTime(g)}`,
      `${g.first}, your meeting with ${g.adviser} ${g.date} ${g.time} is off.${instead(g)} ${newTime(g)}`,
    ],
  },
  /** What a message says first, wherever there is room. */
  headline: {
    booked: (g: Gaps) => `${upper(meeting(g))} ${when(g)}.`,
    three_days_before: (g: Gaps) => `A reminder: ${meeting(g)} ${when(g)}.`,
    one_day_before: (g: Gaps) => `${upper(meeting(g))} ${nearly(g)}.`,
    same_day: (g: Gaps) => `${upper(meeting(g))} ${nearly(g)}.`,
    missed: (g: Gaps) => `Sorry we missed you ${when(g)}. ${g.adviser} would still like to see you.`,
    changed: (g: Gaps) =>
      `Your meeting with ${g.adviser} has changed. Now ${meeting(g)} ${when(g)}.${insteadOfMessage(g)}`,
    cancelled: (g: Gaps) => `Your meeting with ${g.adviser} ${when(g)} is not going ahead.${insteadOfMessage(g)}`,
  },
  email: {
    subject: {
      booked: (g: Gaps) => `${upper(meeting(g))} ${when(g)}`,
      three_days_before: (g: Gaps) => `${upper(meeting(g))} ${when(g)}`,
      one_day_before: (g: Gaps) => `${upper(meeting(g))} ${nearly(g)}`,
      same_day: (g: Gaps) => `${upper(meeting(g))} ${nearly(g)}`,
      missed: (g: Gaps) => `Sorry we missed you ${g.onDate}`,
      changed: (g: Gaps) => `New details: ${meeting(g)} ${when(g)}`,
      cancelled: (g: Gaps) => `Not going ahead: your meeting with ${g.adviser} ${g.onDate}`,
    },
    discreetSubject: (g: Gaps) => `A message from ${g.adviser}`,
    greeting: (g: Pick<Gaps, 'first'>) => `Hi ${g.first},`,
    where: (g: Gaps) => (fullPlace(g) ? `Where: ${fullPlace(g)}` : ''),
    purpose: (g: Gaps) => (g.purpose ? `What it's for: ${g.purpose}` : ''),
    bring: (g: Gaps) => (g.bring ? `Please bring: ${g.bring}` : ''),
    ask: (g: Gaps) =>
      g.link && `Tell us if ${g.waits ? 'this suits you' : "you'll be there"}, or pick another time:\n${g.link}`,
    talk: (g: Gaps) => (g.phone ? `To talk to someone, call ${g.phone}.` : ''),
    askAgain: (g: Gaps) => (g.phone ? `To find another time, call ${g.phone}.` : g.link),
  },
  voice,
  contact,
  adviser,
  callList: {
    ask: (g: Pick<Gaps, 'first'>) => `Ask for ${g.first}. Tell nobody else what the call is about.`,
    discreet: 'This person asked for privacy. Leave no message, and do not say where you are calling from.',
    hello: (g: Pick<Gaps, 'first' | 'adviser'>) => `Say: Hello ${g.first}, I'm calling for ${g.adviser}.`,
    where: (g: Gaps) => (fullPlace(g) ? `The place is ${fullPlace(g)}.` : ''),
    purpose: (g: Gaps) => (g.purpose ? `It's for this: ${sentence(g.purpose)}` : ''),
    bring: (g: Gaps) => (g.bring ? `Please bring ${sentence(g.bring)}` : ''),
    question: (g: Gaps): string => (g.waits ? 'Is that time all right?' : 'Will you be there?'),
    after: 'If they cannot come, offer another time. Then write down what they said.',
    questionAgain: 'Would you like another time?',
    afterAgain: 'If they would, find one together. Then write down what they said.',
  },
  letter: {
    phone: (g: Pick<Gaps, 'phone'>) => (g.phone ? `Call us: ${g.phone}` : ''),
    online: (g: Gaps) => (g.link ? `Or go to: ${g.link}` : ''),
    greeting: (g: Pick<Gaps, 'first'>) => `Dear ${g.first},`,
    ask: (g: Gaps) =>
      `Please tell us if ${g.waits ? 'this suits you' : 'you will be there'}. We can find another time if you need one.`,
    askAgain: 'Please get in touch, and we will find another time together.',
  },
  easy,
  papers,
  step,
  offer,
  code: {
    subject: 'Your code for Waymark',
    text: (code: string) =>
      `${code} is your Waymark code. It works for 10 minutes. Nobody from Waymark will ask you for it.`,
  },
  /** A work club that somebody said they go to. */
  club: {
    subject: (g: ClubGaps) => `${g.club}, ${g.onDate} at ${g.from}`,
    discreetSubject: 'A reminder',
    text: (g: ClubGaps) =>
      `Hi ${g.first}, you said you're going to ${g.club} ${g.onDate}, ${g.from} to ${g.to}, ${g.place}.${g.askFor && ` Ask for ${g.askFor}.`} Not going? ${g.link}`,
    changed: (g: ClubGaps) =>
      `Hi ${g.first}, ${g.club} has changed when or where it meets. You said you're going ${g.onDate} at ${g.from}. See the new details: ${g.link}`,
    changedSubject: (g: ClubGaps) => `${g.club} has changed`,
    changedDiscreet: (g: ClubGaps) =>
      `Hi ${g.first}, your plans ${g.onDate} at ${g.from} have changed.${g.phone && ` Please call ${g.phone}`}`,
    discreet: (g: ClubGaps) =>
      `Hi ${g.first}, a reminder of your plans ${g.onDate} at ${g.from}.${g.phone && ` Questions? Call ${g.phone}`}`,
  },
  /** How a customer signs in has changed. */
  access: {
    subject: 'How you sign in to Waymark has changed',
    discreetSubject: 'A change you should know about',
    news: {
      password_set: 'your Waymark account now has a password.',
      password_changed: 'the password of your Waymark account has changed.',
      password_removed: 'the password of your Waymark account is gone.',
      passkey_added: 'your Waymark account has a new passkey.',
      passkey_removed: 'a passkey of your Waymark account is gone.',
    },
    discreet: 'something has changed in how you sign in.',
    text: (g: AccessGaps) => `Hi ${g.first}, ${g.what}${g.phone && ` Was that not you? Call ${g.phone}`}`,
  },
  reply: {
    subject: 'Thanks for your message',
    confirmed: (g: ReplyGaps) =>
      `Thanks${g.first && ` ${g.first}`}. ${g.adviser || 'We'} will see you${g.onDate && ` ${g.onDate} at ${g.time}`}.`,
    cannot_come: (g: ReplyGaps) =>
      `Thanks for telling us${g.first && `, ${g.first}`}. ${g.link ? `Pick another time: ${g.link}` : `To pick another time call ${g.phone}`}`,
    help: (g: ReplyGaps) => `To talk to someone, call ${g.phone}.${g.link && ` To see your meeting: ${g.link}`}`,
    unclear: (g: ReplyGaps) =>
      `Thanks${g.first && ` ${g.first}`}. We've passed this to ${g.adviser || 'someone who can help'}. To talk now call ${g.phone}`,
    closed: (g: ReplyGaps) =>
      `Thanks${g.first && ` ${g.first}`}. We're open Mon to Fri ${g.opens} to ${g.closes} and will answer then.${g.phone && ` Urgent? Call ${g.phone}`}`,
    feedback: (g: ReplyGaps) =>
      `Thanks${g.first && ` ${g.first}`}. ${g.adviser ? `${g.adviser} sees` : 'We see'} what you said.`,
    /** To a no to an earlier time; and to a yes that came too late. */
    offer_kept: (g: ReplyGaps) =>
      `Thanks${g.first && ` ${g.first}`}. Your meeting stays${g.onDate && ` ${g.onDate} at ${g.time}`}.`,
    offer_gone: (g: ReplyGaps) =>
      `Sorry${g.first && ` ${g.first}`}, that time has gone. Your meeting stays${g.onDate && ` ${g.onDate} at ${g.time}`}.`,
    wrong_number: (_: ReplyGaps) => "Sorry about that. We won't text this number again.",
  },
  /** After a meeting. The digits are those of `FEEDBACK_DIGITS`. */
  feedback: {
    sms: (g: FeedbackGaps) => [
      `Hi ${g.first}, did you get what you needed from ${g.adviser}? Reply 7 for yes, 8 for partly or 9 for no. Or tell us here: ${g.link}`,
      `Hi ${g.first}, did you get what you needed from ${g.adviser}? Reply 7 yes, 8 partly, 9 no. Or here: ${g.link}`,
      `${g.first}, did you get what you needed from ${g.adviser}? Reply 7 yes, 8 partly, 9 no. ${g.link}`,
      `${g.first}, did you get what you needed? Reply 7 yes, 8 partly, 9 no. ${g.link}`,
    ],
    subject: (g: FeedbackGaps) => `Did you get what you needed from ${g.adviser}?`,
    discreetSubject: 'A short question',
    greeting: (g: FeedbackGaps) => `Hi ${g.first},`,
    question: (g: FeedbackGaps) => `Did you get what you needed from ${g.adviser}?`,
    tell: (g: FeedbackGaps) => `Tell us here:\n${g.link}`,
    free: "You don't have to answer.",
  },
  /** Ready answers of a colleague to a customer's text, signed with the colleague's first name. */
  quick: {
    see_you: (g: QuickGaps) => `Thanks ${g.first}. See you then. ${g.from}`,
    come_when_you_can: (g: QuickGaps) => `Thanks for telling us, ${g.first}. Please come as soon as you can. ${g.from}`,
    bring_it: (g: QuickGaps) => `Hi ${g.first}, yes, please bring it along. ${g.from}`,
    moved: (g: QuickGaps) => `Hi ${g.first}, we've moved it. You'll get a text with the new time. ${g.from}`,
    call_us: (g: QuickGaps) => `Hi ${g.first}, please call us on ${g.phone}. ${g.from}`,
    call_today: (g: QuickGaps) => `Hi ${g.first}, I'll call you today at ${g.time}. ${g.from}`,
  },
  /** There is something to read in the journal: never what. */
  journal: {
    subject: (g: NewsGaps) => `A message from ${g.from}`,
    answered: (g: NewsGaps) => `Hi ${g.first}, ${g.from} has answered your message. Sign in to read it: ${g.link}`,
    written: (g: NewsGaps) => `Hi ${g.first}, ${g.from} has written to you. Sign in to read it: ${g.link}`,
    discreet: (g: NewsGaps) => `Hi ${g.first}, there is a message for you from ${g.from}: ${g.link}`,
  },
};

/** The facts of an answer, ready for sentences; empty strings are left out of them. */
export interface ReplyGaps {
  first: string;
  adviser: string;
  onDate: string;
  time: string;
  link: string;
  phone: string;
  /** When the office opens and closes: "9am", "5pm". */
  opens: string;
  closes: string;
}

/** The facts of the question after a meeting. */
export interface FeedbackGaps {
  first: string;
  adviser: string;
  link: string;
}

/** The facts of a notice that how a customer signs in has changed. */
export interface AccessGaps {
  first: string;
  /** The change, in a sentence that goes on after a comma. */
  what: string;
  phone: string;
}

/** The facts of a colleague's ready answer. */
export interface QuickGaps {
  first: string;
  /** The colleague's first name. */
  from: string;
  phone: string;
  time: string;
}

/** The facts of a notice that there is something to read. */
export interface NewsGaps {
  first: string;
  /** The colleague's first name. */
  from: string;
  link: string;
}
