/** What the office holds of somebody and they would know: asked on the telephone, and nothing else. There is no date of birth here. */
export const IDENTITY_FACTS = [
  'home',
  'step',
  'next_meeting',
  'landline',
  'adviser',
  'club',
  'email',
  'mobile',
] as const;
export type IdentityFact = (typeof IDENTITY_FACTS)[number];

/** Where somebody else could have a fact from: two facts from one source are worth no more than one. */
const SOURCE: Record<IdentityFact, 'home' | 'plan' | 'messages' | 'email' | 'phone'> = {
  home: 'home',
  landline: 'home',
  step: 'plan',
  club: 'plan',
  next_meeting: 'messages',
  adviser: 'messages',
  email: 'email',
  mobile: 'phone',
};

/** What whoever holds somebody's telephone can read on it: texts name the adviser and the time of the meeting. */
const ON_THEIR_PHONE: readonly IdentityFact[] = ['next_meeting', 'adviser', 'email', 'mobile'];

/** Wrong answers in a day after which nobody is helped by phone on that day. */
export const MOST_WRONG = 3;

/** Two facts are proof when they come from different sources, and one of them is on no telephone. Source: decision 31. */
export function isProof(one: IdentityFact, other: IdentityFact): boolean {
  return SOURCE[one] !== SOURCE[other] && !(ON_THEIR_PHONE.includes(one) && ON_THEIR_PHONE.includes(other));
}

export type IdentityStep =
  | { next: 'passed' }
  | { next: 'ask'; fact: IdentityFact; /** How many were right so far. */ right: number }
  | { next: 'stop'; why: 'too_many_wrong' | 'not_enough_known' };

/**
 * What comes next when somebody on the telephone says who they are: a question, enough, or no help by phone today.
 * @param known the facts that the office holds of them.
 * @param right those answered right in this conversation.
 * @param wrong those answered wrong, or not at all, today; they are not asked again.
 * @param turn any whole number: which question comes first, so that it is not always the same one.
 */
export function nextIdentityStep(input: {
  known: readonly IdentityFact[];
  right: readonly IdentityFact[];
  wrong: readonly IdentityFact[];
  turn: number;
}): IdentityStep {
  const { known, right, wrong, turn } = input;
  if (right.some((one) => right.some((other) => isProof(one, other)))) return { next: 'passed' };
  if (wrong.length >= MOST_WRONG) return { next: 'stop', why: 'too_many_wrong' };
  const left = IDENTITY_FACTS.filter((fact) => known.includes(fact) && ![...right, ...wrong].includes(fact));
  const from = Math.abs(Math.trunc(turn)) % Math.max(left.length, 1);
  const inTurn = [...left.slice(from), ...left.slice(0, from)];
  const fact =
    inTurn.find((one) => right.some((other) => isProof(one, other))) ??
    // Only a question that another one can still make a proof of.
    inTurn.find((one) => left.some((other) => isProof(one, other)));
  return fact ? { next: 'ask', fact, right: right.length } : { next: 'stop', why: 'not_enough_known' };
}
