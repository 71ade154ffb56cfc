import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anAttempt, NOW, outlook } from '../../../tests/support/telling-attempts';
import { DAY } from '../clock';
import { afterTrouble } from './after-trouble';
import { CHANNELS } from './channel';
import { MESSAGE_STATUSES } from './message';
import { standingOf, STANDINGS } from './standing';
import { causeOf, TROUBLE_CAUSES, troubleOf } from './trouble';

/** What `messages.reason` may hold, and what it may not. */
const REASONS = [
  ...[null, 'confirmed', 'delivered', 'cannot_come', 'merged', 'not_confirmed', 'out_of_time', 'nonsense'],
  ...['person:21211', 'person:opted_out', 'us:20003', 'us:21408', 'later:503', 'down:503', 'undelivered:30003'],
  ...['safety', 'opted_out', 'no_contact_point', 'only_landline', 'shared_number', 'all_failed', 'preference'],
];
const instant = fc.integer({ min: NOW - 4 * DAY, max: NOW + 4 * DAY });
const attempt = fc
  .record({
    status: fc.constantFrom(...MESSAGE_STATUSES),
    rule: fc.constantFrom('booked', 'one_day_before', 'same_day'),
    channel: fc.option(fc.constantFrom(...CHANNELS)),
    provider: fc.constantFrom('twilio', 'notify', 'smtp', 'print', 'outbox', null),
    reason: fc.constantFrom(...REASONS),
    reminderId: fc.constantFrom('a', 'b'),
    attempt: fc.integer({ min: 1, max: 4 }),
    notBefore: instant,
    sendBy: instant,
    at: instant,
    claimedAt: fc.option(instant),
    acceptedAt: fc.option(instant),
    askAt: fc.option(instant),
  })
  .map((fields) => anAttempt(fields as Parameters<typeof anAttempt>[0]));
const attempts = fc.array(attempt, { maxLength: 6 });
const looks = fc
  .record({ paused: fc.boolean(), knowsSince: fc.option(instant) })
  .map(({ paused, knowsSince }) => outlook({ knowsSince, stopped: () => (paused ? 'paused' : null) }));

describe('messages in trouble, whatever is on record', () => {
  it('every status and reason has a cause or none', () => {
    for (const status of MESSAGE_STATUSES)
      for (const reason of REASONS)
        for (const channel of [null, ...CHANNELS]) {
          const cause = causeOf(anAttempt({ status, reason, channel, claimedAt: NOW - DAY }), outlook());
          expect(cause === null || TROUBLE_CAUSES.includes(cause)).toBe(true);
          if (['delivered', 'superseded', 'cancelled'].includes(status)) expect(cause).toBe(null);
        }
  });
  it('a reminder that was delivered is never in trouble, whatever else was tried for it', () => {
    fc.assert(
      fc.property(attempts, looks, (all, look) => {
        const trouble = troubleOf(all, look);
        const own = all.filter(({ reminderId }) => reminderId === trouble?.about.reminderId);
        return trouble === null || own.every(({ status }) => status !== 'delivered');
      }),
    );
  });
  it('whoever has been told since is in no trouble', () => {
    fc.assert(
      fc.property(attempts, (all) => {
        const knowsSince = NOW + 4 * DAY;
        return troubleOf(all, outlook({ knowsSince })) === null;
      }),
    );
  });
  it('the order in which attempts are read does not matter', () => {
    fc.assert(
      fc.property(attempts, looks, (all, look) => {
        const apart = all.map((one, i) => ({ ...one, attempt: i + 1 }));
        expect(troubleOf(apart.toReversed(), look)).toEqual(troubleOf(apart, look));
      }),
    );
  });
  it('what happens next is never past, and somebody phones only when somebody is asked to', () => {
    fc.assert(
      fc.property(attempts, looks, fc.boolean(), (all, look, hasCall) => {
        const trouble = troubleOf(all, look);
        if (!trouble) return;
        const next = afterTrouble(trouble, all, { hasCall, now: NOW });
        expect(next.kind === 'call').toBe(hasCall);
        if ('at' in next) expect(next.at).toBeGreaterThanOrEqual(NOW);
        if ('until' in next) expect(next.until).toBeGreaterThan(NOW);
      }),
    );
  });
  it('a reminder has one standing, and one in trouble has a cause', () => {
    fc.assert(
      fc.property(attempts, looks, fc.boolean(), (all, look, hasCall) => {
        const own = all.filter(({ reminderId }) => reminderId === 'a');
        const standing = standingOf(own, { ...look, hasCall });
        expect(standing === null || STANDINGS.includes(standing)).toBe(true);
        if (standing === 'in_trouble') expect(troubleOf(own, look)).not.toBe(null);
        if (standing === 'on_the_way') expect(troubleOf(own, look)).toBe(null);
        if (own.some(({ status }) => status === 'delivered')) expect(['arrived', null]).toContain(standing);
      }),
    );
  });
});
