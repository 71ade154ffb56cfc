import type { PluralForms } from '../format';

const triesLeft: PluralForms = { one: 'You have # try left.', other: 'You have # tries left.' };

/** How somebody changes their number, email or address. */
export const en = {
  hints: {
    number: (ending: string) => `number that ends in ${ending}`,
    email: (beginning: string) => `email that starts with ${beginning}`,
    home: 'home address',
  },
  notChecked: 'not checked yet',
  notWorking: 'does not work',
  shared: 'someone else has it too',
  /** For those who hear the link alone: which number or address. */
  aboutHint: (hint: string) => `: ${hint}`,
  remove: 'Remove',
  add: { phone: 'Add a phone number', email: 'Add an email', post: 'Add an address' },
  pending: {
    text: (value: string) => `We’ve sent a code to ${value}. Type it to use this from now on.`,
    type: 'Type the code',
    cancel: 'Don’t change it',
  },
  form: {
    titles: { phone: 'New phone number', email: 'New email', post: 'New address' },
    questions: {
      phone: 'What is the new phone number?',
      email: 'What is the new email?',
      post: 'What is the new address?',
    },
    takesPlaceOf: (value: string) => `It takes the place of ${value}.`,
    phoneHint:
      'We’ll text a code to a mobile. Your adviser has to check a landline with you before it gets sign-in codes.',
    emailHint: 'We’ll send a code to it.',
    postHint: 'Street and town. A line for each.',
    postcode: 'Postcode',
    notice: 'We’ll also tell the number or email we have now. If that is not safe for you, call us first on',
    submit: { phone: 'Continue', email: 'Send me a code', post: 'Save' },
    errors: {
      phone_empty: 'Type a phone number',
      phone_wrong: 'Type a phone number, like 07700 900123 or 01632 960001',
      email_empty: 'Type an email address',
      email_wrong: 'Type an email, like name@mail.example',
      post_lines: 'Type your address, up to five lines',
      post_long_line: 'A line is too long. Put some of it on the next line.',
      post_hidden: 'There is a hidden sign in this address. Please type it again.',
      post_postcode: 'Type your postcode, like LL57 2AB',
      same: 'We have this one already',
      enough: 'You have three already. Change one of them, or remove one first.',
      by_adviser: 'To keep you safe, we do this with you in person. Please call us.',
      too_many: 'You’ve asked for too many codes. Wait an hour, or call us and we’ll help.',
    },
  },
  code: {
    title: 'Type your code',
    question: 'Type the 6-digit code',
    sent: (value: string) => `We’ve sent it to ${value}. It can take a minute and works for 10 minutes.`,
    submit: 'Continue',
    again: 'Send another code',
    cancel: 'Don’t change it',
    sentAgain: 'We’ve sent another code.',
    triesLeft,
    errors: {
      malformed: 'The code is 6 digits, like 042917',
      wrong: (tries: string) => `That code is not right. ${tries}`,
      used_up: 'That was too many tries. Ask for another code.',
      expired: 'That code does not work any more. Ask for another code.',
      too_many: 'There have been too many tries. Wait a few minutes, or call us and we’ll help.',
    },
  },
  removal: {
    titles: { phone: 'Remove a phone number', email: 'Remove an email', post: 'Remove an address' },
    question: (value: string) => `Remove ${value}?`,
    means: 'We will not use it for anything any more.',
    lastForCodes: 'You sign in with codes we send there. Without it, you need another way to sign in.',
    last: 'This is the last way we have to reach you. Without it, we can’t tell you if a meeting changes.',
    lastInstead: 'You could add another one first.',
    submit: 'Remove it',
    keep: 'Keep it',
  },
  check: {
    title: 'Check that it’s you',
    question: 'Where shall we send a code?',
    why: 'To keep your details safe, we check that it’s you.',
    none: 'We have no number or email that we can send a code to.',
    other: 'Or sign out, and sign in again the way you do. Then you have 10 minutes to make your change.',
    signOut: 'Sign out',
    submit: 'Send me a code',
    call: 'Or call us on',
    errors: {
      contact: 'Choose where we send the code',
      too_many: 'You’ve asked for too many codes. Wait an hour, or call us and we’ll help.',
    },
    sent: 'We’ve sent you a code. It can take a minute and works for 10 minutes.',
    askAgain: 'Ask for a new code',
  },
};
