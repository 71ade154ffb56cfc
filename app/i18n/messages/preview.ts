import { DAY } from '~/domain/clock';
import type { Language } from '~/domain/language';
import { QUICK_ANSWERS } from '~/domain/messaging/quick-answer';
import { REMINDER_RULES } from '~/domain/reminder/policy';
import { addDays, instantAt, wallClockOf } from '~/domain/time/wall-clock';
import {
  AUTOMATIC_ANSWERS,
  quickAnswerText,
  reminderText,
  replyText,
  signInCodeText,
  type MessageFacts,
  type MessageText,
} from './index';

/** What is looked at together: a channel, or the answers to texts. */
export const TEXT_SETS = ['sms', 'answers', 'email', 'voice', 'call_list', 'letter'] as const;
export type TextSet = (typeof TEXT_SETS)[number];

export type PreviewPerson = 'example' | 'longest';
export type WrittenText = MessageText;

const LINK = 'https://waymark.example/a/abcdefgh012345678';
const ZONE = 'Europe/London';

/** People who do not exist; the second have the longest names, place and date that a text has to hold in one segment. */
const PEOPLE: Record<PreviewPerson, Pick<MessageFacts, 'firstName' | 'adviserFirstName' | 'place' | 'address'>> = {
  example: {
    firstName: 'Sam',
    adviserFirstName: 'Sioned',
    place: 'Bangor Jobcentre',
    address: '1 High Street, Bangor, LL57 1AA',
  },
  longest: {
    firstName: 'Alexandrina',
    adviserFirstName: 'Bartholomew',
    place: 'Merthyr Tydfil Jobcentre',
    address: '1 High Street, Merthyr Tydfil, CF47 8AB',
  },
};

/** The next 23 September, a Wednesday in 2026: the longest date and time of the year; for the example, the day after tomorrow. */
function factsFor(person: PreviewPerson, now: number): MessageFacts {
  const { date } = wallClockOf(now, ZONE);
  const startsAt =
    person === 'longest' ? instantAt('2026-09-23', '12:30', ZONE) : instantAt(addDays(date, 2), '14:30', ZONE);
  return {
    ...PEOPLE[person],
    startsAt,
    zone: ZONE,
    mode: 'in_person',
    bring: 'your CV if you have one',
    purpose: 'Plan your next steps towards work',
    link: LINK,
    officePhone: '01632 960100',
    replaces: true,
    now: startsAt - 2 * DAY,
  };
}

/** Every text of a set, by rule or by answer, as it would go to somebody who does not exist. */
export function previewText(what: {
  set: TextSet;
  person: PreviewPerson;
  language: Language;
  discreet: boolean;
  now: number;
}): Record<string, WrittenText> {
  const { set, language, discreet } = what;
  const facts = factsFor(what.person, what.now);
  if (set === 'answers') return answers(facts, language, discreet);
  return Object.fromEntries(
    REMINDER_RULES.map((rule) => [rule, reminderText({ rule, channel: set, language, discreet, facts })]),
  );
}

function answers(facts: MessageFacts, language: Language, discreet: boolean): Record<string, WrittenText> {
  const { firstName, officePhone, adviserFirstName } = facts;
  const hours = { opensAt: '09:00', closesAt: '17:00' };
  const quick = { language, firstName, from: adviserFirstName, officePhone, time: '14:30' };
  return Object.fromEntries([
    ...AUTOMATIC_ANSWERS.map((kind) => [kind, replyText({ kind, language, discreet, facts: { ...facts, hours } })]),
    ...QUICK_ANSWERS.map((answer) => [answer, { subject: null, body: quickAnswerText({ ...quick, answer }) }]),
    ['sign_in_code', signInCodeText({ channel: 'sms', language, code: '123456' })],
  ]) as Record<string, WrittenText>;
}
