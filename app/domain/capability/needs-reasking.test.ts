import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY } from '../clock';
import { LEVELS } from './assess-capability';
import { needsReasking, REASK_RULES, type ReaskFacts } from './needs-reasking';

const NOW = Date.parse('2026-11-24T10:00:00Z');
const ago = (days: number) => NOW - days * DAY;
const failed = (days: number) => ({ endedAt: ago(days), arrived: false });
const arrived = (days: number) => ({ endedAt: ago(days), arrived: true });
const facts = (more: Partial<ReaskFacts> = {}): ReaskFacts => ({
  level: 'self_service',
  finishedAt: ago(30),
  lastUsedAt: ago(2),
  messages: [],
  calls: [],
  settledAt: {},
  ...more,
});

describe('who is to be asked again', () => {
  it.each<[string, Partial<ReaskFacts>, string[]]>([
    ['nobody whose profile is new and does', {}, []],
    ['a profile a day short of six months', { finishedAt: ago(182) }, []],
    ['six months, whatever the level', { finishedAt: ago(183), level: 'assisted' }, ['six_months']],
    ['not when a colleague said so since', { finishedAt: ago(200), settledAt: { six_months: ago(10) } }, []],
    ['again six months after that', { finishedAt: ago(400), settledAt: { six_months: ago(183) } }, ['six_months']],
    ['three messages in a row that did not arrive', { messages: [failed(1), failed(2), failed(9)] }, ['undelivered']],
    ['two of them', { messages: [failed(1), failed(2)] }, []],
    ['three, and then one that did', { messages: [arrived(1), failed(2), failed(3), failed(4)] }, []],
    ['three, one of them from before the profile', { messages: [failed(1), failed(2), failed(31)] }, []],
    [
      'three, and settled after the first',
      { messages: [failed(1), failed(2), failed(3)], settledAt: { undelivered: ago(2.5) } },
      [],
    ],
    ['three, but they are served by people', { level: 'assisted', messages: [failed(1), failed(2), failed(3)] }, []],
    ['never signed in for three months', { finishedAt: ago(91), lastUsedAt: null }, ['never_signs_in']],
    ['last seen three months ago', { finishedAt: ago(150), lastUsedAt: ago(91) }, ['never_signs_in']],
    ['at a shared computer last week', { finishedAt: ago(150), lastUsedAt: ago(7) }, []],
    ['never, but the profile is new', { lastUsedAt: null }, []],
    ['never, but served by people', { level: 'assisted', finishedAt: ago(100), lastUsedAt: null }, []],
    ['first with a champion, and never since', { level: 'champion_first', finishedAt: ago(100), lastUsedAt: null }, ['never_signs_in']], // prettier-ignore
    ['three calls in sixty days', { finishedAt: ago(80), calls: [ago(1), ago(20), ago(59)] }, ['always_on_call_list']],
    ['the third was longer ago', { finishedAt: ago(80), calls: [ago(1), ago(20), ago(60)] }, []],
    ['two calls', { calls: [ago(1), ago(2)] }, []],
  ])('%s', (_, more, reasons) => {
    expect(needsReasking(facts(more), NOW)).toEqual(reasons);
  });

  it('asks nobody again for a reason that was settled a moment ago, nor right after they were asked', () => {
    const instant = fc.integer({ min: ago(500), max: NOW });
    const anything = fc.record({
      level: fc.constantFrom(...LEVELS),
      finishedAt: instant,
      lastUsedAt: fc.option(instant),
      messages: fc.array(fc.record({ endedAt: instant, arrived: fc.boolean() }), { maxLength: 5 }),
      calls: fc.array(instant, { maxLength: 6 }),
    });
    fc.assert(
      fc.property(anything, (known) => {
        const reasons = needsReasking({ ...known, settledAt: {} }, NOW);
        const settledAt = Object.fromEntries(reasons.map((reason) => [reason, NOW]));
        expect(needsReasking({ ...known, settledAt }, NOW)).toEqual([]);
        expect(needsReasking({ ...known, finishedAt: NOW, settledAt: {} }, NOW)).toEqual([]);
        if (known.level === 'assisted') expect(reasons.filter((one) => one !== 'six_months')).toEqual([]);
        if (reasons.includes('six_months')) expect(NOW - known.finishedAt).toBeGreaterThanOrEqual(REASK_RULES.oldAfter);
      }),
    );
  });
});
