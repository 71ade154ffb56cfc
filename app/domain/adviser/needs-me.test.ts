import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NEED_REASONS, needsMe, type PersonInCaseload } from './needs-me';

const TODAY = '2026-11-24';
/** Somebody for whom nothing is to be done. */
const settled: PersonInCaseload = {
  ...{ callAsked: false, messageWaits: false, noMessages: false, workingContacts: 1, lastNotDelivered: false },
  ...{ missedLast: false, hasNext: true, followUpOn: null, reviewOn: null, stepDueOn: null },
};

describe('who needs their adviser', () => {
  it.each([
    ['nothing', {}, []],
    ['they asked for a call', { callAsked: true }, ['asked_for_call']],
    ['they wrote', { messageWaits: true }, ['message_waits']],
    ['no number and no address', { workingContacts: 0 }, ['unreachable']],
    ['the last message did not arrive', { lastNotDelivered: true }, ['unreachable']],
    ['nothing is sent, for their safety', { workingContacts: 0, lastNotDelivered: true, noMessages: true }, []],
    ['they missed the last meeting', { missedLast: true }, ['missed_last']],
    ['nothing is booked', { hasNext: false }, ['no_next']],
    ['a follow-up is due today', { followUpOn: TODAY }, ['follow_up_due']],
    ['a follow-up is due tomorrow', { followUpOn: '2026-11-25' }, []],
    ['the plan is looked at today', { reviewOn: TODAY }, []],
    ['the plan was to be looked at yesterday', { reviewOn: '2026-11-23' }, ['follow_up_due']],
    ['both', { followUpOn: '2026-11-01', reviewOn: '2026-11-23' }, ['follow_up_due']],
    ['a step is due today', { stepDueOn: TODAY }, []],
    ['a step was due yesterday', { stepDueOn: '2026-11-23' }, ['step_overdue']],
    [
      'everything',
      {
        ...{ callAsked: true, messageWaits: true, workingContacts: 0, missedLast: true, hasNext: false },
        ...{ followUpOn: TODAY, stepDueOn: '2026-01-01' },
      },
      [...NEED_REASONS],
    ],
  ] as const)('%s', (_name, facts, reasons) =>
    expect(needsMe({ ...settled, ...facts }, TODAY).reasons).toEqual(reasons),
  );

  const date = fc.constantFrom(null, '2026-11-23', TODAY, '2026-11-25');
  const person = fc.record({
    ...{ callAsked: fc.boolean(), messageWaits: fc.boolean(), noMessages: fc.boolean() },
    ...{ workingContacts: fc.nat({ max: 3 }), lastNotDelivered: fc.boolean(), missedLast: fc.boolean() },
    ...{ hasNext: fc.boolean(), followUpOn: date, reviewOn: date, stepDueOn: date },
  });
  it('whoever waits for us weighs more than all that is only due', () => {
    const due = needsMe({ ...settled, hasNext: false, followUpOn: TODAY, stepDueOn: '2026-11-01' }, TODAY).weight;
    for (const waits of [{ callAsked: true }, { messageWaits: true }, { workingContacts: 0 }])
      expect(needsMe({ ...settled, ...waits }, TODAY).weight).toBeGreaterThan(due);
  });
  it('reasons come in their order, each once, and no reason means no weight', () => {
    fc.assert(
      fc.property(person, (one) => {
        const { reasons, weight } = needsMe(one, TODAY);
        expect(reasons).toEqual(NEED_REASONS.filter((reason) => reasons.includes(reason)));
        expect(weight === 0).toBe(reasons.length === 0);
      }),
    );
  });
  it('the more is to be done, the heavier; and what is late stays late on any later day', () => {
    fc.assert(
      fc.property(person, (one) => {
        const { weight, reasons } = needsMe(one, TODAY);
        for (const worse of [
          { callAsked: true },
          { missedLast: true },
          { hasNext: false },
          { stepDueOn: '2026-11-01' },
        ])
          expect(needsMe({ ...one, ...worse }, TODAY).weight).toBeGreaterThanOrEqual(weight);
        expect(needsMe(one, '2027-01-01').reasons).toEqual(expect.arrayContaining(reasons));
      }),
    );
  });
});
