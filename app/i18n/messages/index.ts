import { spokenLanguage, type Language } from '~/domain/language';
import { segmentsOf } from '~/domain/messaging/text-segments';
import type { QuickAnswer } from '~/domain/messaging/quick-answer';
import type { ReminderRule } from '~/domain/reminder/policy';
import { defineCatalogue } from '../catalogue';
import { formatOnDate, formatTime } from '../format';
import { spokenTime } from '../spoken';
import { cy, reviewed } from './cy';
import { easyLetterBody } from './easy-letter';
import { en } from './en';
import { gapsOf, type Gaps, type MessageFacts, type ReplyFacts } from './facts';

export type { MessageFacts, ReplyFacts } from './facts';

/** Everything that goes out to a customer: one catalogue for texts, emails, calls and letters. */
export const messageWords = defineCatalogue('messages', { en, cy }, reviewed);

export interface MessageText {
  /** Of an email or a letter; null elsewhere. */
  subject: string | null;
  body: string;
}

export type WrittenChannel = 'sms' | 'email' | 'voice' | 'call_list' | 'letter';

/** The words of a reminder: a text, an email, what a voice call says to the person, what a colleague who phones says, or a letter. */
export function reminderText(message: {
  rule: ReminderRule;
  channel: WrittenChannel;
  language: Language;
  /** True for a person whose messages others may see: names neither the place nor the purpose. */
  discreet: boolean;
  /** A letter in easy read: short sentences, each with its picture. */
  easy?: boolean;
  facts: MessageFacts;
}): MessageText {
  const { rule, channel, discreet } = message;
  const language = channel === 'voice' ? spokenLanguage(message.language) : message.language;
  const { startsAt, zone } = message.facts;
  const written = gapsOf(message.facts, language, discreet);
  const gaps = channel === 'voice' ? { ...written, time: spokenTime(startsAt, zone, language) } : written;
  const words = messageWords.in(language);
  // After these two there is nothing left to come to, only another time to find.
  const over = rule === 'missed' || rule === 'cancelled';
  switch (channel) {
    case 'sms':
      return { subject: null, body: cheapest(words.sms[rule](gaps)) };
    case 'email':
      return emailText(words, rule, over, gaps);
    case 'voice':
      return {
        subject: null,
        body: lines(
          ' ',
          words.voice.thanks(gaps),
          words.headline[rule](gaps),
          over ? '' : words.voice.where(gaps),
          over ? words.voice.askAgain : words.voice.ask(gaps),
        ),
      };
    case 'call_list':
      return callText(words, rule, over, gaps);
    case 'letter':
      return letterText(words, rule, over, gaps, message.easy === true);
  }
}

type MessageWords = typeof en;

function emailText(words: MessageWords, rule: ReminderRule, over: boolean, gaps: Gaps): MessageText {
  const { email } = words;
  const details = over ? '' : lines('\n', email.where(gaps), email.purpose(gaps), email.bring(gaps));
  return {
    subject: gaps.discreet ? email.discreetSubject(gaps) : email.subject[rule](gaps),
    body: lines(
      '\n\n',
      email.greeting(gaps),
      words.headline[rule](gaps),
      details,
      over ? email.askAgain(gaps) : email.ask(gaps),
      over ? '' : email.talk(gaps),
    ),
  };
}

function callText(words: MessageWords, rule: ReminderRule, over: boolean, gaps: Gaps): MessageText {
  const { callList } = words;
  const said = over
    ? [words.headline[rule](gaps), callList.questionAgain]
    : [
        words.headline[rule](gaps),
        callList.where(gaps),
        callList.purpose(gaps),
        callList.bring(gaps),
        callList.question(gaps),
      ];
  return {
    subject: null,
    body: lines(
      '\n',
      callList.ask(gaps),
      gaps.discreet ? callList.discreet : '',
      lines(' ', callList.hello(gaps), ...said),
      over ? callList.afterAgain : callList.after,
    ),
  };
}

function letterText(words: MessageWords, rule: ReminderRule, over: boolean, gaps: Gaps, easy: boolean): MessageText {
  const { letter, email } = words;
  if (easy) {
    const subject = gaps.discreet ? email.discreetSubject(gaps) : email.subject[rule](gaps);
    return { subject, body: easyLetterBody(words, rule, gaps) };
  }
  return {
    subject: gaps.discreet ? email.discreetSubject(gaps) : email.subject[rule](gaps),
    body: lines(
      '\n\n',
      lines('\n', letter.phone(gaps), over ? '' : letter.online(gaps)),
      letter.greeting(gaps),
      words.headline[rule](gaps),
      over ? '' : lines('\n', email.where(gaps), email.purpose(gaps), email.bring(gaps)),
      over ? letter.askAgain : letter.ask(gaps),
    ),
  };
}

/**
 * The text with a customer's sign-in code; what a voice call says of it are lines, each said by itself, the code's with
 * its digits apart: "0 4 2 9 1 7".
 */
export function signInCodeText(message: {
  channel: 'sms' | 'email' | 'voice';
  language: Language;
  code: string;
}): MessageText {
  const { code, voice } = messageWords.in(message.language);
  if (message.channel === 'voice') return { subject: null, body: voice.code.words([...message.code].join(' ')) };
  return { subject: message.channel === 'email' ? code.subject : null, body: code.text(message.code) };
}

/**
 * "Did you get what you needed?", after a meeting. Names no place and no purpose, so it is always discreet; to somebody
 * whose messages others may see its subject says nothing of a meeting either.
 */
export function feedbackText(message: {
  channel: 'sms' | 'email';
  language: Language;
  firstName: string;
  adviserFirstName: string;
  discreet: boolean;
  link: string;
}): MessageText {
  const words = messageWords.in(message.language);
  const { feedback } = words;
  const gaps = { first: message.firstName.trim(), adviser: message.adviserFirstName.trim(), link: message.link };
  if (message.channel === 'sms') return { subject: null, body: cheapest(feedback.sms(gaps)) };
  return {
    subject: message.discreet ? feedback.discreetSubject : feedback.subject(gaps),
    body: lines('\n\n', feedback.greeting(gaps), feedback.question(gaps), feedback.tell(gaps), feedback.free),
  };
}

/** Says that there is something to read in the journal, and where to sign in; never what it is. */
export function journalNoticeText(message: {
  channel: 'sms' | 'email';
  language: Language;
  discreet: boolean;
  /** True when it answers something that the customer wrote. */
  answers: boolean;
  firstName: string;
  /** First name of the colleague who wrote. */
  from: string;
  link: string;
}): MessageText {
  const { journal } = messageWords.in(message.language);
  const gaps = { first: message.firstName.trim(), from: message.from.trim(), link: message.link };
  const body = message.discreet
    ? journal.discreet(gaps)
    : message.answers
      ? journal.answered(gaps)
      : journal.written(gaps);
  return { subject: message.channel === 'email' ? journal.subject(gaps) : null, body };
}

/** What has changed in how a customer signs in. */
export const ACCESS_NEWS = [
  'password_set',
  'password_changed',
  'password_removed',
  'passkey_added',
  'passkey_removed',
] as const;
export type AccessNews = (typeof ACCESS_NEWS)[number];

/** Tells a customer that how they sign in has changed; to whom others may read along, only that something has. */
export function accessText(message: {
  channel: 'sms' | 'email';
  news: AccessNews;
  language: Language;
  discreet: boolean;
  firstName: string;
  officePhone: string;
}): MessageText {
  const { channel, news, language, discreet } = message;
  const { access } = messageWords.in(language);
  const what = discreet ? access.discreet : access.news[news];
  const body = access.text({ first: message.firstName.trim(), what, phone: message.officePhone.trim() });
  return { subject: channel === 'sms' ? null : discreet ? access.discreetSubject : access.subject, body };
}

/** What the engine says by itself to somebody who sent us a text. */
export const AUTOMATIC_ANSWERS = [
  'confirmed',
  'cannot_come',
  'help',
  'unclear',
  'closed',
  'wrong_number',
  'feedback',
  'offer_kept',
  'offer_gone',
] as const;
export type AutomaticAnswer = (typeof AUTOMATIC_ANSWERS)[number];

/**
 * What goes back to whoever sent us a text. Never names the place or the purpose, so it is always discreet; to a wrong
 * number it says nothing of anybody.
 */
export function replyText(message: {
  kind: AutomaticAnswer;
  language: Language;
  discreet: boolean;
  facts: ReplyFacts;
}): MessageText {
  const { kind, language, facts } = message;
  const { startsAt, zone, hours } = facts;
  const body = messageWords.in(language).reply[kind]({
    first: facts.firstName.trim(),
    adviser: facts.adviserFirstName?.trim() ?? '',
    onDate: startsAt === null ? '' : formatOnDate(startsAt, zone, language),
    time: startsAt === null ? '' : formatTime(startsAt, zone, language),
    link: facts.link?.trim() ?? '',
    phone: facts.officePhone.trim(),
    opens: hours ? formatTime(hours.opensAt, zone, language) : '',
    closes: hours ? formatTime(hours.closesAt, zone, language) : '',
  });
  return { subject: null, body };
}

/** A colleague's ready answer to a text, in the customer's language. Names no place and no purpose: always discreet. */
export function quickAnswerText(message: {
  answer: QuickAnswer;
  language: Language;
  firstName: string;
  /** First name of the colleague who answers. */
  from: string;
  officePhone: string;
  /** "14:30", for `call_today`. */
  time: string | null;
}): string {
  const { answer, language, time } = message;
  return messageWords.in(language).quick[answer]({
    first: message.firstName.trim(),
    from: message.from.trim(),
    phone: message.officePhone.trim(),
    time: time === null ? '' : formatTime(time, 'UTC', language),
  });
}

/** The first of the wordings that take the fewest texts: a longer name costs courtesy, never letters. */
export function cheapest(wordings: readonly string[]): string {
  // Where no link or number is known, nothing may be left hanging at the end.
  const whole = wordings.map((wording) => wording.replace(/[:\s]+$/, ''));
  const short = whole.find((wording) => segmentsOf(wording) === 1);
  if (short !== undefined) return short;
  const costs = whole.map(segmentsOf);
  return whole[costs.indexOf(Math.min(...costs))] ?? '';
}

function lines(between: string, ...parts: string[]): string {
  return parts.filter(Boolean).join(between);
}
