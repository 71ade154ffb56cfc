import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRightAnswer, factsIn, type KnownFacts } from './identity-answers';
import { IDENTITY_FACTS, isProof, MOST_WRONG, nextIdentityStep, type IdentityFact } from './identity-questions';

const PHONE_ALONE: readonly IdentityFact[] = ['next_meeting', 'adviser', 'email', 'mobile'];
const facts = fc.subarray([...IDENTITY_FACTS]);

/** A whole conversation: who answers how, until there is no further question. */
function talk(known: readonly IdentityFact[], turn: number, knows: (fact: IdentityFact) => boolean) {
  const [right, wrong]: [IdentityFact[], IdentityFact[]] = [[], []];
  for (;;) {
    const step = nextIdentityStep({ known, right, wrong, turn });
    if (step.next !== 'ask') return { ...step, right, wrong };
    (knows(step.fact) ? right : wrong).push(step.fact);
  }
}

describe('questions about who somebody is', () => {
  it('are about two things from different sources, one of which is on no telephone', () => {
    fc.assert(
      fc.property(facts, fc.nat(), facts, (known, turn, knows) => {
        const end = talk(known, turn, (fact) => knows.includes(fact));
        if (end.next !== 'passed') return;
        expect(new Set(end.right).size).toBeGreaterThanOrEqual(2);
        expect(end.right.every((fact) => known.includes(fact))).toBe(true);
        expect(end.right.some((one) => end.right.some((other) => isProof(one, other)))).toBe(true);
        expect(end.right.every((fact) => PHONE_ALONE.includes(fact))).toBe(false);
      }),
    );
  });

  it('never let in somebody who only holds the telephone, or only read one letter', () => {
    fc.assert(
      fc.property(facts, fc.nat(), (known, turn) => {
        expect(talk(known, turn, (fact) => PHONE_ALONE.includes(fact)).next).toBe('stop');
        expect(talk(known, turn, (fact) => fact === 'home' || fact === 'landline').next).toBe('stop');
      }),
    );
  });

  it('stop at the third wrong answer, and nothing is asked twice', () => {
    fc.assert(
      fc.property(facts, fc.nat(), facts, (known, turn, knows) => {
        const { right, wrong } = talk(known, turn, (fact) => knows.includes(fact));
        expect(wrong.length).toBeLessThanOrEqual(MOST_WRONG);
        expect(new Set([...right, ...wrong]).size).toBe(right.length + wrong.length);
      }),
    );
  });

  it('let in who knows everything with two answers, where enough is known of them', () => {
    fc.assert(
      fc.property(facts, fc.nat(), (known, turn) => {
        const possible = known.some((one) => known.some((other) => isProof(one, other)));
        const end = talk(known, turn, () => true);
        expect(end.next).toBe(possible ? 'passed' : 'stop');
        if (possible) expect(end.right).toHaveLength(2);
      }),
    );
  });

  it('begin with different ones', () => {
    const first = [0, 1, 2, 3].map((turn) => nextIdentityStep({ known: IDENTITY_FACTS, right: [], wrong: [], turn }));
    expect(new Set(first.map((step) => step.next === 'ask' && step.fact)).size).toBe(4);
  });
});

const SAM: KnownFacts = {
  home: ['12 Glan-yr-afon Street', 'Bangor', 'LL57 2AB'],
  landline: ['+441632960123'],
  mobile: ['+447700900456'],
  email: ['sam.jones@mail.example'],
  adviser: ['Siân Parry'],
  club: ['The Thursday Work Club, Penrhosgarnedd'],
  step: ['Ring the college about the forklift course', 'Write a CV'],
  next_meeting: ['2026-11-27T14:30'],
};

describe('an answer', () => {
  it.each<[IdentityFact, string, boolean]>([
    ['home', 'bangor', true],
    ['home', 'll57', true],
    ['home', 'LL57 2ab', true],
    ['home', '12 glan yr afon street', true],
    ['home', 'LL58', false],
    ['home', '12', false],
    ['home', 'street', false],
    ['landline', '123', true],
    ['landline', '01632 960123', true],
    ['landline', '23', false],
    ['mobile', 'four 456', true],
    ['mobile', '465', false],
    ['email', 'S A M', true],
    ['email', 'sam.j', true],
    ['email', 'sa', false],
    ['email', 'mail.example', false],
    ['adviser', 'it is Sian', true],
    ['adviser', 'Mrs PARRY', true],
    ['adviser', 's', false],
    ['adviser', 'Priya', false],
    ['club', 'the one in Penrhosgarnedd', true],
    ['club', 'the work club', false],
    ['step', 'ring up the college, forklift', true],
    ['step', 'something about a course', false],
    ['next_meeting', 'Friday at half past two, 2.30', true],
    ['next_meeting', 'fri 14:30', true],
    ['next_meeting', 'dydd Gwener 2', true],
    ['next_meeting', '27 November, 2:30pm', true],
    ['next_meeting', 'Friday', false],
    ['next_meeting', 'Friday 3pm', false],
    ['next_meeting', 'Friday 2:15', false],
    ['next_meeting', 'Thursday 2:30', false],
    ['next_meeting', '14', false],
    ['home', ' .-', false],
  ])('to %s, "%s": %s', (fact, said, right) => {
    expect(isRightAnswer(fact, said, SAM)).toBe(right);
  });

  it('about what is not on record is never right, and is not asked for', () => {
    const nothing: KnownFacts = { home: [], club: [''] };
    expect(factsIn(nothing)).toEqual([]);
    for (const fact of IDENTITY_FACTS) {
      fc.assert(fc.property(fc.string(), (said) => !isRightAnswer(fact, said, nothing)));
    }
  });
});
