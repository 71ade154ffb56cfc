import type { CallGaps, Gaps } from './facts';

/**
 * What a voice call says. `hello` and `whoIsIt` are all that anybody hears who has not said that they are the person, and
 * so all that a machine records: no adviser, no place, no purpose. The number is said in single digits.
 */
export const voice = {
  hello: (g: Pick<CallGaps, 'first'>) => `Hello. This is a message for ${g.first}.`,
  whoIsIt: (g: Pick<CallGaps, 'first'>) =>
    `If you are ${g.first}, press 1. If you are not, press 2. To get no more calls like this, press 3.`,
  thanks: (g: Gaps) => `Thank you, ${g.first}.`,
  where: (g: Gaps) => (g.place ? `The place is ${g.place}.` : ''),
  ask: (g: Gaps) =>
    `Press 1 if ${g.waits ? 'that suits you' : 'you will be there'}. Press 2 if you would like someone to call you. Press 9 to hear this again.`,
  askAgain: 'Press 2 if you would like someone to call you. Press 9 to hear this again.',
  confirmed: 'Thank you. We have noted that. Goodbye.',
  willCall: 'Thank you. Someone will call you. Goodbye.',
  /** For whoever it is: they may not be the person. */
  wrongNumber: 'Thank you for telling us. Sorry to have troubled you. Goodbye.',
  noMoreCalls: 'You will get no more calls like this. Goodbye.',
  changed: (g: CallGaps) =>
    `The details have changed since we called. ${g.phone ? `To hear them, please call ${g.phone}. ` : ''}Goodbye.`,
  /** A call that says a sign-in code: nobody is named, and nothing but that there is a code. The digits stand apart. */
  code: {
    hello: 'Hello. You asked us for a code.',
    question: 'To hear it, press 1. If you did not ask for a code, press 2. To get no more calls like this, press 3.',
    words: (digits: string) =>
      ['Your code is:', digits, 'Once more:', digits, 'It works for 10 minutes.', 'To hear it again, press 9.'].join(
        '\n',
      ),
    notAsked: 'Thank you for telling us. That code does not work any more. Goodbye.',
    gone: 'That code does not work any more. You can ask for a new one. Goodbye.',
    goodbye: 'Goodbye.',
  },
  noKey: (g: CallGaps) => `${g.phone ? `To talk to someone, please call ${g.phone}. ` : ''}Goodbye.`,
};
