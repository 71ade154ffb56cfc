import type { PluralForms } from '../format';

const triesLeft: PluralForms = { one: 'You have # try left.', other: 'You have # tries left.' };

/** Signing in with a code, and out again. */
export const en = {
  title: 'Sign in',
  question: 'What’s your mobile number or email address?',
  hint: 'We’ll send you a code. Use the number or email your adviser has.',
  submit: 'Send me a code',
  signedOut: 'You’ve signed out.',
  errors: {
    empty: 'Type your mobile number or email address',
    not_a_contact: 'Type a mobile number, like 07700 900123, or an email, like name@mail.example',
    landline: 'We can’t send a code to a landline. Type a mobile number or an email, or call us and we’ll help.',
    too_many: 'You’ve asked for too many codes. Wait an hour, or call us and we’ll help.',
  },
  code: {
    title: 'Type your code',
    question: 'Type the 6-digit code',
    sent: 'If we know that number or email, we’ve sent it a code. It can take a minute and works for 10 minutes.',
    submit: 'Sign in',
    again: 'I didn’t get a code',
    againText: 'Check the number or email and try again. If it still does not come, call us and we’ll help.',
    askAgain: 'Ask for a new code',
    triesLeft,
    errors: {
      malformed: 'The code is 6 digits, like 042917',
      wrong: (tries: string) => `That code is not right. ${tries}`,
      used_up: 'That was too many tries. Ask for a new code.',
      expired: 'That code does not work any more. Ask for a new code.',
      too_many: 'There have been too many tries. Wait a few minutes, or call us and we’ll help.',
    },
  },
};
