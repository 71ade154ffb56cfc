/** What changed, of which only so much is said that its owner knows it. */
export interface ChangedDetail {
  kind: 'mobile' | 'landline' | 'email' | 'post';
  what: 'changed' | 'added' | 'removed';
  /** The last digits, or the first letters; empty: nothing is said of it. */
  hint: string;
}

const things = { mobile: 'mobile number', landline: 'home phone number', email: 'email address', post: 'address' };
const hints = {
  mobile: (hint: string) => ` It ends in ${hint}.`,
  landline: (hint: string) => ` It ends in ${hint}.`,
  email: (hint: string) => ` It begins with ${hint}.`,
  post: (_: string) => '',
};

/** Letters that a colleague asks for: the plan, and what has changed in somebody's details. */
export const papers = {
  plan: { subject: 'Your plan', intro: 'This is your plan. You can change it at any time.' },
  change: {
    subject: 'We have changed your details',
    discreetSubject: 'A change that you should know about',
    intro: 'You, or somebody who helps you, told us something new.',
    line: ({ kind, what, hint }: ChangedDetail) =>
      ({
        changed: `Your ${things[kind]} is new.${hint && hints[kind](hint)}`,
        added: `We have one more ${things[kind]} for you.${hint && hints[kind](hint)}`,
        removed: `We do not use one ${things[kind]} any more.`,
      })[what],
    discreet: 'Something was changed for you.',
    wrong: 'Is this wrong? Please phone us at once.',
  },
};
