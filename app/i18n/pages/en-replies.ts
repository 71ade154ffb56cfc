import type { ReplyNotice } from '~/domain/reply-notice';
import type { AnswerBar } from '~/domain/messaging/may-answer';
import type { QuickAnswer } from '~/domain/messaging/quick-answer';
import { plural } from '../format';

const bars: Record<AnswerBar, string> = {
  safety: 'For somebody’s safety nothing may be sent to this number. Talk to them in person.',
  shared: 'More than one customer has this number, so we cannot know who reads it. Nothing personal may be sent to it.',
  not_theirs: 'This number is on nobody’s record any more, so nothing may be sent to it.',
  dead: 'This number does not work, or somebody else has it now. Nothing may be sent to it.',
  opted_out: 'This number has asked us for no more texts.',
};

const quick: Record<QuickAnswer, string> = {
  see_you: 'See you then',
  come_when_you_can: 'Come as soon as you can',
  bring_it: 'Yes, bring it',
  moved: 'We have moved it',
  call_us: 'Please call us',
  call_today: 'I will call you today',
};

const notices: Record<ReplyNotice, string> = {
  answered: 'Your answer is on its way',
  handled: 'Marked as dealt with',
  reopened: 'The text is open again',
  call_opened: 'They are on the call list',
  answered_already: 'A colleague has answered this text meanwhile, so nothing was sent',
  barred: 'Nothing was sent: no text may go to this number now',
};

export const en = {
  title: 'Texts from customers',
  all: 'All texts from customers',
  whose: 'Whose texts',
  mine: 'My customers',
  office: 'Whole office',
  open: (n: number) => plural('en', n, { one: '# text to read', other: '# texts to read' }),
  noneOpen: 'No texts are waiting for an answer.',
  handled: 'Dealt with in the last 7 days',
  noneHandled: 'None.',
  shared: (names: string) => `A number that several people share: ${names}`,
  nobody: 'A number that is on no record any more',
  about: 'About',
  appointment: (when: string) => `appointment ${when}`,
  readAs: (meaning: string) => `Read as: ${meaning}`,
  automatic: 'Waymark answered',
  answered: 'We answered',
  dealtWith: (who: string, when: string) => `Dealt with by ${who}, ${when}`,
  byEngine: (when: string) => `Dealt with by Waymark, ${when}`,
  answer: 'Answer',
  answerAgain: 'Answer again',
  handle: 'Dealt with',
  reopen: 'Open again',
  to: (name: string) => ` ${name}`,
  page: {
    title: (name: string) => `A text from ${name}`,
    someone: 'somebody',
    back: 'Back to the texts',
    wrote: (when: string, number: string) => `${when}, from ${number}`,
    question: 'Your answer',
    hint: 'It goes at once, at any hour, because they have just written to us. Ready answers go in their language.',
    inLanguage: { en: 'They read English.', cy: 'They read Welsh.' },
    own: 'In your own words',
    ownHint: 'At most 300 letters. It goes exactly as you type it.',
    ownLabel: 'Your words',
    time: 'Time of the call',
    timeHint: 'Only for “I will call you today”.',
    toPreview: 'See it before it goes',
    cannot: 'You cannot answer by text',
    callInstead: 'Put them on the call list',
  },
  preview: {
    title: 'Check your answer',
    exactly: (name: string) => `This is exactly what ${name} will get:`,
    cost: (segments: string, cost: string) => `${segments}, ${cost}`,
    segments: (n: number) => plural('en', n, { one: 'One text', other: '# texts' }),
    about: (cost: string) => `about ${cost}`,
    characters: (n: number) => plural('en', n, { one: '# letter', other: '# letters' }),
    send: 'Send the answer',
    change: 'Change it',
  },
  faults: {
    choose: 'Choose an answer',
    time: 'Enter the time of the call, like 14:30',
    empty: 'Write your answer',
    too_long: (n: string) => `Your answer has ${n} letters. Shorten it to 300`,
    forbidden: (words: string) => `Take this out: ${words}. Our texts never warn anybody, and name no payments`,
    opt_out: 'Do not ask for a word like STOP or CANCEL: the network would end all our texts to them',
  },
  seeWhy: 'See why, and what to do instead',
  quick,
  bars,
  notices,
};
