import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY, DEMO_POLICY, type PolicyRules } from './policy';
import { policyName, policyNamed, versionInForce } from './policy-in-force';

describe('the version in force', () => {
  const versions = [
    { version: 1, effectiveFrom: 100 },
    { version: 2, effectiveFrom: 300 },
    { version: 3, effectiveFrom: 200 },
    { version: 4, effectiveFrom: 300 },
  ];

  it.each([
    [99, null],
    [100, 1],
    [199, 1],
    [200, 3],
    [299, 3],
    // Of two that begin at once the one that was saved later.
    [300, 4],
    [9_000, 4],
  ])('at %i is version %s', (now, version) => {
    expect(versionInForce(versions, now)?.version ?? null).toBe(version);
  });

  it('has begun, is the last that did, and does not depend on the order in which versions are read', () => {
    const some = fc.uniqueArray(
      fc.record({ version: fc.integer({ min: 1, max: 40 }), effectiveFrom: fc.integer({ min: 0, max: 20 }) }),
      { selector: ({ version }) => version },
    );
    fc.assert(
      fc.property(some, fc.integer({ min: -1, max: 21 }), (all, now) => {
        const [expected = null] = all
          .filter(({ effectiveFrom }) => effectiveFrom <= now)
          .sort((a, b) => b.effectiveFrom - a.effectiveFrom || b.version - a.version);
        expect(versionInForce(all, now)).toEqual(expected);
        expect(versionInForce(all.toReversed(), now)).toEqual(expected);
      }),
    );
  });
});

describe('the name of a version', () => {
  it.each([
    [{ kind: 'first interview', version: 3 }, 'BAN:first%20interview:3'],
    [{ kind: '', version: 1 }, 'BAN:*:1'],
    [{ kind: '*', version: 1 }, 'BAN:%2A:1'],
    [{ kind: 'a:b', version: 2 }, 'BAN:a%3Ab:2'],
  ])('of %j', (version, name) => {
    expect(policyName('BAN', version)).toBe(name);
  });

  it('is that of one version only, whatever offices and kinds are called', () => {
    const text = fc.oneof(
      fc.constantFrom('', '*', ':', 'a', 'a:1', '%2A'),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    );
    const one = fc.tuple(text, text, fc.integer({ min: 1, max: 99 }));
    const nameOf = ([ref, kind, version]: [string, string, number]) => policyName(ref, { kind, version });
    fc.assert(
      fc.property(one, one, (a, b) => {
        expect(nameOf(a) === nameOf(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });

  it('finds the rules it stands for, those that come with the service, and for a name that nobody knows the base', () => {
    const own: PolicyRules = { ...DEFAULT_POLICY, mergeWithinMinutes: 0 };
    const known = new Map([['BAN:*:1', own]]);
    expect(policyNamed('BAN:*:1', known, DEMO_POLICY)).toBe(own);
    expect(policyNamed('default-1', known, DEMO_POLICY)).toBe(DEFAULT_POLICY);
    expect(policyNamed('demo-1', known, DEFAULT_POLICY)).toBe(DEMO_POLICY);
    expect(policyNamed('BAN:*:2', known, DEFAULT_POLICY)).toBe(DEFAULT_POLICY);
  });
});
