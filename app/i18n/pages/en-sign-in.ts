import type { PluralForms } from '../format';

const triesLeft: PluralForms = { one: 'You have # try left.', other: 'You have # tries left.' };

/** Signing in with a code, or by another way, and out again. */
export const en = {
  title: 'Sign in',
  question: 'What’s your mobile number or email address?',
  hint: 'We’ll send you a code. Use the number or email your adviser has. If it’s a landline, we’ll call you.',
  hintNoCalls: 'We’ll send you a code. Use the number or email your adviser has.',
  submit: 'Send me a code',
  signedOut: 'You’ve signed out.',
  again: 'To keep your account safe, sign in once more. Then you can make this change.',
  others: {
    heading: 'Other ways to sign in',
    code: 'With a code',
    password: 'With a password',
    passkey: 'With a passkey',
    card: 'With a card from your adviser',
    help: 'I can’t sign in',
  },
  errors: {
    empty: 'Type your mobile number or email address',
    not_a_contact: 'Type a phone number, like 07700 900123, or an email, like name@mail.example',
    landline: 'We can’t send a code to a landline. Type a mobile number or an email, or call us and we’ll help.',
    too_many: 'You’ve asked for too many codes. Wait an hour, or call us and we’ll help.',
  },
  code: {
    title: 'Type your code',
    question: 'Type the 6-digit code',
    sent: 'If we know that number or email, we’ve sent it a code. It can take a minute and works for 10 minutes.',
    calling:
      'If we know that number, we’re calling it now. Pick up and press 1 to hear the code. It works for 10 minutes.',
    submit: 'Sign in',
    again: 'I didn’t get a code',
    againText: 'Check the number or email and try again. If it still does not come, call us and we’ll help.',
    callText: 'We can also call that number and say a new code.',
    call: 'Call me with a code',
    askAgain: 'Ask for a new code',
    triesLeft,
    errors: {
      malformed: 'The code is 6 digits, like 042917',
      wrong: (tries: string) => `That code is not right. ${tries}`,
      used_up: 'That was too many tries. Ask for a new code.',
      expired: 'That code does not work any more. Ask for a new code.',
      too_many: 'There have been too many tries. Wait a few minutes, or call us and we’ll help.',
      too_many_codes: 'You’ve asked for too many codes. Wait an hour, or call us and we’ll help.',
    },
  },
  password: {
    title: 'Sign in with a password',
    heading: 'Sign in with your password',
    contact: 'Your phone number or email address',
    contactHint: 'The one your adviser has.',
    password: 'Your password',
    submit: 'Sign in',
    none: 'No password, or you forgot it?',
    noneText: 'You don’t need one.',
    noneLink: 'We can send you a code instead.',
    errors: {
      noContact: 'Type your phone number or email address',
      noPassword: 'Type your password',
      wrong: 'That number or email and that password don’t go together. Check both, or use a code instead.',
      tooMany: 'There have been too many tries. Wait a few minutes, or use a code instead.',
      busy: 'A lot of people are signing in right now. Try again in a moment.',
    },
  },
  passkey: {
    title: 'Sign in with a passkey',
    heading: 'Sign in with your passkey',
    text: 'Your phone or computer will ask for your face, your finger or your PIN. That stays on your device.',
    submit: 'Use my passkey',
    none: 'Passkeys don’t work in this browser.',
    noneText: 'They need a newer browser, with JavaScript on.',
    noneLink: 'We can send you a code instead.',
    failed: 'That did not work. Try again, or use a code instead.',
    errors: {
      wrong: 'We don’t know that passkey. Try again, or use a code instead.',
      too_many: 'There have been too many tries. Wait a few minutes, or use a code instead.',
    },
  },
  card: {
    title: 'Sign in with a card',
    question: 'What are the four words on your card?',
    hint: 'Big or small letters are both fine. A card works once, for one day.',
    submit: 'Sign in',
    none: 'I have no card',
    noneText:
      'An adviser or digital champion can print one for you at the jobcentre. Call us, or ask when you next come in.',
    errors: {
      empty: 'Type the four words on your card',
      wrong: 'Those words don’t work. Check them. A card works once, for one day. Call us if you need a new one.',
      too_many: 'There have been too many tries. Wait a while, or call us and we’ll help.',
    },
  },
  help: {
    title: 'If you can’t sign in',
    call: 'Call us and we’ll get you in.',
    phoneLine: 'You never need to sign in to get help. We can do all of this with you on the phone.',
    noCode: {
      heading: 'Your code does not come',
      steps: [
        'Wait a minute or two. Check your spam folder if it’s an email.',
        'Check that it’s the number or email your adviser has.',
        'Ask for a call with the code, if you see that choice. It works for mobiles and most landlines.',
      ],
    },
    shared: {
      heading: 'You share a phone or an email with someone',
      text: 'If two people use us with the same number or email, we can’t send a code there. We don’t know which of you would read it.',
      then: 'Ask us for a card to sign in with. Once you’re in, you can set a password of your own.',
    },
    changed: {
      heading: 'You have a new number or email, or none at all',
      text: 'Tell your adviser, or call us. We’ll check that it’s you and change it.',
      then: 'You can also ask for a printed card. It has four words that sign you in once.',
    },
    lost: {
      heading: 'You lost your password, passkey or phone',
      text: 'You can still get a code if we have your number or email. If your phone is gone, call us and we’ll keep your account safe.',
    },
  },
};
