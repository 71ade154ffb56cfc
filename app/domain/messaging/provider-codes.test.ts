import { describe, expect, it } from 'vitest';
import { notifyErrorCode } from './notify-codes';
import { isDeadEnd, kindOfFailure } from './provider-codes';
import { stateOfProviderStatus } from './provider-status';

describe("the providers' words for a state", () => {
  it.each([
    ['twilio', 'queued', 'accepted'],
    ['twilio', 'sent', 'sent'],
    ['twilio', 'delivered', 'delivered'],
    ['twilio', 'canceled', 'failed'],
    ['outbox', 'undelivered', 'undelivered'],
    ['notify', 'created', 'accepted'],
    ['notify', 'pending-virus-check', 'accepted'],
    ['notify', 'accepted', 'accepted'],
    ['notify', 'sending', 'sent'],
    ['notify', 'pending', 'sent'],
    ['notify', 'sent', 'sent'],
    ['notify', 'received', 'sent'],
    ['notify', 'delivered', 'delivered'],
    ['notify', 'temporary-failure', 'undelivered'],
    ['notify', 'permanent-failure', 'undelivered'],
    ['notify', 'technical-failure', 'failed'],
    ['notify', 'validation-failed', 'failed'],
    ['notify', 'virus-scan-failed', 'failed'],
    ['notify', 'cancelled', 'failed'],
    ['notify', 'queued', null],
    ['twilio', 'permanent-failure', null],
    ['notify', 'toString', null],
  ])('of %s, %s is %s', (provider, word, state) => {
    expect(stateOfProviderStatus(provider, word)).toBe(state);
  });
});

describe('a message that did not arrive', () => {
  it.each([
    ['twilio', '30005', 'person'],
    ['twilio', '30008', 'undelivered'],
    ['twilio', null, 'undelivered'],
    ['notify', 'permanent-failure', 'person'],
    ['notify', 'temporary-failure', 'undelivered'],
    ['notify', 'technical-failure', 'later'],
    ['notify', 'validation-failed', 'us'],
    ['notify', '30005', 'undelivered'],
  ])('through %s with %s is %s', (provider, code, kind) => {
    expect(kindOfFailure(provider, code)).toBe(kind);
  });

  it.each([
    ['twilio', 'sms', '30005', true],
    ['twilio', 'sms', '30008', false],
    ['smtp', 'email', '550', true],
    ['smtp', 'email', '450', false],
    ['smtp', 'email', null, false],
    ['notify', 'email', 'permanent-failure', true],
    // The network may refuse our words as well as the number.
    ['notify', 'sms', 'permanent-failure', false],
    ['notify', 'sms', 'not_a_recipient', true],
    ['notify', 'email', 'temporary-failure', false],
  ] as const)('through %s by %s with %s ends that number or address: %s', (provider, channel, code, dead) => {
    expect(isDeadEnd({ provider, channel, code })).toBe(dead);
  });

  it("has Notify's word as its code, and one that arrived has none", () => {
    expect(notifyErrorCode('permanent-failure')).toBe('permanent-failure');
    expect(notifyErrorCode('delivered')).toBeNull();
    expect(notifyErrorCode('toString')).toBeNull();
  });
});
