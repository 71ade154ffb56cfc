import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../clock';
import { healthAfterCall, healthAfterDelivery, healthAfterFailure } from './contact-health';
import { CONTACT_HEALTHS } from './contact-point';

const failures = (...days: number[]) => days.map((day) => day * DAY);
/** Nothing is sent to what nobody has checked. */
const anyHealth = fc.constantFrom(...CONTACT_HEALTHS.filter((health) => health !== 'unchecked'));
const someFailures = fc.array(fc.nat(30 * DAY), { maxLength: 6 });

describe('after a message that did not arrive', () => {
  it.each([
    ['the first says that it is failing', 'working', false, failures(0), 'failing'],
    ['a number that does not exist is dead at once', 'untried', true, failures(0), 'dead'],
    ['two over a week are not enough', 'failing', false, failures(0, 7), 'failing'],
    ['three on one day are not enough: the phone may be off', 'failing', false, failures(0, 0.5, 1), 'failing'],
    ['three over two days are', 'failing', false, failures(0, 1, 2), 'dead'],
    ['after something worked, one is never the end', 'working', false, failures(0, 1, 2, 3), 'failing'],
    ['what is dead stays dead', 'dead', false, failures(0), 'dead'],
  ] as const)('%s', (_, health, permanent, when, after) =>
    expect(healthAfterFailure({ health, permanent, failures: when })).toBe(after),
  );

  it('never looks better than before, and more failures never look better than fewer', () => {
    const rank = { working: 0, untried: 0, unchecked: 0, failing: 1, dead: 2 };
    fc.assert(
      fc.property(anyHealth, fc.boolean(), someFailures, fc.nat(30 * DAY), (health, permanent, when, more) => {
        const after = healthAfterFailure({ health, permanent, failures: when });
        expect(rank[after]).toBeGreaterThanOrEqual(rank[health]);
        expect(rank[after]).toBeGreaterThan(0);
        const worse = healthAfterFailure({ health, permanent, failures: [...when, more] });
        expect(rank[worse]).toBeGreaterThanOrEqual(rank[after]);
        // Within less than two days nothing but the provider's own word is the end.
        const today = when.map((at) => at % (47 * HOUR));
        const soon = healthAfterFailure({ health, permanent: false, failures: today });
        if (health !== 'dead') expect(soon).toBe('failing');
      }),
    );
  });
});

describe('what else is learnt', () => {
  it('a delivered message revives, unless a person has said that the number is not theirs', () => {
    expect(healthAfterDelivery({ health: 'dead', saidWrong: false })).toBe('working');
    expect(healthAfterDelivery({ health: 'dead', saidWrong: true })).toBe('dead');
  });

  it('a call tells when somebody answers', () => {
    expect(healthAfterCall('failing', 'spoke')).toBe('working');
    expect(healthAfterCall('working', 'wrong_number')).toBe('dead');
    for (const outcome of ['no_answer', 'left_word', 'not_needed'] as const)
      expect(healthAfterCall('failing', outcome)).toBe('failing');
  });
});
