import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutgoingMessage } from '~/adapters/messaging/sender';
import { canCall, createTwilioVoice } from '~/adapters/messaging/twilio-voice';
import { DAY, HOUR, MINUTE } from '~/domain/clock';
import { fakeClock } from '../support/fake-clock';
import { ACCOUNT, startTwilioServer, type TwilioServer } from '../support/twilio-server';

const FROM = '+441632960999';

describe('calls through Twilio', () => {
  const clock = fakeClock('2026-11-23T09:00:00Z');
  let twilio: TwilioServer;

  beforeEach(async () => {
    clock.set('2026-11-23T09:00:00Z');
    twilio = await startTwilioServer({ now: () => clock.now() });
  });
  afterEach(async () => {
    expect(twilio.mistakes).toEqual([]);
    await twilio.close();
  });

  const voice = (from = FROM) =>
    createTwilioVoice({
      ...{ ...ACCOUNT, baseUrl: twilio.url, from, publicUrl: 'https://waymark.example', deadlineMs: 400 },
    });
  const message = (overrides: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
    ...{ id: '0198f0aa-1111-7000-8000-000000000001', recipient: '+441632960401', subject: null, language: 'en' },
    ...{ body: 'Thank you, Aled. You’re meeting Sioned tomorrow.', sendBy: clock.now() + HOUR, calendar: null },
    ...overrides,
  });

  it('are asked for as Twilio describes it, with the attempt id in both addresses and nothing of the message', async () => {
    const answer = await voice().send(message());
    expect(answer).toEqual({ kind: 'accepted', providerId: twilio.calls[0]?.sid, segments: null });
    expect(twilio.callRequests).toEqual([
      {
        To: '+441632960401',
        From: FROM,
        Url: 'https://waymark.example/webhooks/twilio/voice/0198f0aa-1111-7000-8000-000000000001',
        Method: 'POST',
        StatusCallback: 'https://waymark.example/webhooks/twilio/status/0198f0aa-1111-7000-8000-000000000001',
        StatusCallbackMethod: 'POST',
        StatusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
        Timeout: '30',
        TimeLimit: '240',
      },
    ]);
  });

  it.each([
    ['a number that is none', 400, 21211, { kind: 'rejected', cause: 'person', code: '21211' }],
    ['a number that cannot be reached', 400, 21214, { kind: 'rejected', cause: 'person', code: '21214' }],
    ['a number that cannot be', 400, 21217, { kind: 'rejected', cause: 'person', code: '21217' }],
    ['a country not permitted', 400, 21215, { kind: 'rejected', cause: 'us', code: '21215' }],
    ['a sender that is not ours', 400, 21210, { kind: 'rejected', cause: 'us', code: '21210' }],
    ['a wrong token', 401, 20003, { kind: 'rejected', cause: 'us', code: '20003' }],
    ['too many calls at once', 400, 10004, { kind: 'try_later', code: '10004' }],
    ['trouble at Twilio', 503, 20503, { kind: 'try_later', code: '20503' }],
  ] as const)('say what they met: %s', async (_name, status, code, expected) => {
    twilio.fail({ kind: 'error', status, code });
    expect(await voice().send(message())).toMatchObject(expected);
  });

  it.each(['reset_before', 'reset_after', 'hang_after', 'trickle_after'] as const)(
    'are unknown after a %s, and nothing is tried twice',
    async (kind) => {
      twilio.fail({ kind });
      expect(await voice().send(message())).toMatchObject({ kind: 'unknown' });
      expect(twilio.callRequests).toHaveLength(kind === 'reset_before' ? 0 : 1);
    },
  );

  it('say what became of them, and what they cost, when Twilio is asked', async () => {
    await voice().send(message());
    const [call] = twilio.calls;
    Object.assign(call!, { status: 'completed', price: '-0.01300' });
    expect(await voice().lookUp?.(call!.sid)).toEqual({
      ...{ providerStatus: 'completed', errorCode: null, segments: null, price: 0.013, currency: 'USD' },
    });
    expect(await voice().lookUp?.(`CA${'0'.repeat(32)}`)).toBeNull();
  });

  it('need a number to come from', () => {
    expect([FROM, '+15005550006'].filter(canCall)).toHaveLength(2);
    expect(['Waymark', '60606', `MG${'a'.repeat(32)}`, '', null].filter(canCall)).toEqual([]);
  });

  describe('of which the outcome is not known', () => {
    const found = (...indexes: number[]) => ({
      kind: 'found',
      candidates: indexes.map((index) => ({
        ...{ providerId: twilio.calls[index]!.sid, providerStatus: 'queued', errorCode: null },
      })),
    });

    it('are found by number, also while they wait to be made', async () => {
      twilio.fail({ kind: 'reset_after' });
      await voice().send(message());
      expect(await voice().reconcile(message(), clock.now())).toEqual(found(0));
    });

    it('are found although our clock was an hour ahead', async () => {
      await voice().send(message());
      expect(await voice().reconcile(message(), clock.now() + HOUR)).toEqual(found(0));
    });

    it('come nearest in time first, because they have no words to know them by', async () => {
      await voice().send(message());
      clock.advance(2 * HOUR);
      await voice().send(message());
      expect(await voice().reconcile(message(), clock.now() - 5 * MINUTE)).toEqual(found(1, 0));
    });

    it('are not taken for a call to or from another number, nor for one of another day', async () => {
      await voice('+441632960998').send(message());
      expect(await voice().reconcile(message(), clock.now())).toEqual({ kind: 'not_found' });
      await voice().send(message());
      const other = message({ recipient: '+441632960402' });
      expect(await voice().reconcile(other, clock.now())).toEqual({ kind: 'not_found' });
      expect(await voice().reconcile(message(), clock.now() + 2 * DAY)).toEqual({ kind: 'not_found' });
    });

    it('stay unknown while Twilio cannot be asked', async () => {
      twilio.failLists({ kind: 'error', status: 503, code: 20503 });
      expect(await voice().reconcile(message(), clock.now())).toMatchObject({ kind: 'cannot_tell', ever: true });
    });
  });
});
