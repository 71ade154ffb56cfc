import type { TextSet } from '../messages/preview';
import { plural } from '../format';

const sets: Record<TextSet, string> = {
  sms: 'Texts',
  answers: 'Answers',
  email: 'Emails',
  voice: 'Voice calls',
  call_list: 'Phone calls',
  letter: 'Letters',
};

/** The reminders by their rules, and the answers by what they answer. */
const keys: Record<string, string> = {
  booked: 'Booked',
  three_days_before: 'Three days before',
  one_day_before: 'The day before',
  same_day: 'Two hours before',
  missed: 'After a missed appointment',
  changed: 'Something changed',
  cancelled: 'Cancelled',
  confirmed: 'They said yes',
  cannot_come: 'They said no',
  help: 'They asked for help',
  unclear: 'A person has to read it',
  closed: 'A person has to read it, and the office is closed',
  wrong_number: 'They said it is a wrong number',
  offer_kept: 'They keep the time they have',
  offer_gone: 'The earlier time has gone',
  see_you: 'Ready answer: see you then',
  come_when_you_can: 'Ready answer: come as soon as you can',
  bring_it: 'Ready answer: yes, bring it',
  moved: 'Ready answer: we have moved it',
  call_us: 'Ready answer: please call us',
  call_today: 'Ready answer: I will call you today',
  sign_in_code: 'The code to sign in',
};

export const en = {
  title: 'What we send',
  intro:
    'These are the words that customers get, with made-up names. They cannot be changed here: the programme writes them and tests each one, so that every text fits, reads well, and never warns anybody.',
  which: 'Which messages',
  who: 'For whom',
  how: 'How open',
  example: 'An example',
  longest: 'The longest names',
  open: 'Usual words',
  discreet: 'Neutral words',
  discreetMeans: 'For people whose messages others may see: no place, no purpose, nothing about the service.',
  languages: { en: 'English', cy: 'Welsh' },
  subject: (text: string) => `Subject: ${text}`,
  segments: (n: number) => plural('en', n, { one: 'One text', other: '# texts' }),
  cost: (segments: string, cost: string) => `${segments}, about ${cost}`,
  costs: 'What texts cost',
  perText: (cost: string) => `One text of up to 160 letters costs ${cost}.`,
  wide: 'Letters such as ŵ and ŷ make a text shorter: 70 letters. We never leave the accent out.',
  charged: (n: number) =>
    plural('en', n, {
      one: 'That is what the provider charged for # text in the last 30 days.',
      other: 'That is what the provider charged on average for # texts in the last 30 days.',
    }),
  list: (source: string, from: string) =>
    `That is the list price of ${source} from ${from}, without VAT. What the provider really charges replaces it as soon as it is known.`,
  forecast: (texts: number) =>
    plural('en', texts, {
      one: 'The next 30 days: # text is planned for this office.',
      other: 'The next 30 days: # texts are planned for this office.',
    }),
  forecastCost: (cost: string) => `That will cost about ${cost}.`,
  sets,
  keys,
};
