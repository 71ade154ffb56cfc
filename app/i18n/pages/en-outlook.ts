import type { Attitude, Confidence } from '~/domain/situation/outlook';

const confidences: Record<Confidence, string> = {
  sure: 'I feel sure I will find work',
  fairly_sure: 'I feel fairly sure',
  not_sure: 'I do not feel sure',
};
const attitudes: Record<Attitude, string> = {
  ready_now: 'I am ready to start now',
  ready_with_help: 'I am ready, with some help',
  not_yet: 'I am not ready yet',
};

/** How somebody looks at work, as they choose to tell it. */
export const en = {
  title: 'How you feel about work',
  lead: 'You do not have to answer. Skip what you like. It helps your adviser to help you.',
  safe: 'This does not change your money. Nobody counts it. Only your adviser reads your own words.',
  confidence: 'How sure do you feel about finding work?',
  confidences,
  attitude: 'How do you look at it right now?',
  attitudes,
  skip: 'I’d rather not say',
  note: 'In your own words, if you like',
  noteHint: 'What would make it easier? Leave this empty if you want to.',
  submit: 'Save',
  told: (day: string) => `You told us this on ${day}.`,
  toldStaff: (day: string) => `You told us this with someone at your office on ${day}.`,
  withdraw: {
    heading: 'Take it back',
    text: 'You can take this back at any time. Then it no longer counts. We keep a note of what it was.',
    submit: 'Take it back',
  },
  errors: {
    nothing: 'Choose an answer or write something, or go back',
    long: 'Write less: there is room for 1,000 letters',
    wrong: 'Choose one of these',
  },
  done: { saved: 'We’ve saved what you told us.', withdrawn: 'You’ve taken it back.' },
  link: 'How you feel about work',
  nearMe: 'Help near you with being online',
};
