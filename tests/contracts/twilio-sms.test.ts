import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MessageSender, OutgoingMessage } from '~/adapters/messaging/sender';
import { createTwilioSms } from '~/adapters/messaging/twilio-sms';
import { DAY, HOUR } from '~/domain/clock';
import { fakeClock } from '../support/fake-clock';
import { ACCOUNT, startTwilioServer, type TwilioServer } from '../support/twilio-server';

describe('texts through Twilio', () => {
  const clock = fakeClock('2026-11-23T09:00:00Z');
  let twilio: TwilioServer;
  let sms: MessageSender;

  beforeEach(async () => {
    twilio = await startTwilioServer({ now: () => clock.now() });
    sms = sender(twilio.url);
  });
  afterEach(async () => {
    expect(twilio.mistakes).toEqual([]);
    await twilio.close();
  });

  function sender(baseUrl: string, overrides: Partial<Parameters<typeof createTwilioSms>[0]> = {}) {
    const settings = { ...ACCOUNT, baseUrl, messagingServiceSid: null, from: '+441632960999', perSecond: 10 };
    return createTwilioSms({ ...settings, publicUrl: 'https://waymark.example', deadlineMs: 400, ...overrides }, clock);
  }

  function message(overrides: Partial<OutgoingMessage> = {}): OutgoingMessage {
    return {
      id: '0198f0aa-1111-7000-8000-000000000001',
      recipient: '+447700900123',
      subject: null,
      body: 'Hi Siân, you’re meeting Sioned at 2:30pm. https://waymark.example/a/7kD2',
      sendBy: clock.now() + 3 * HOUR,
      calendar: null,
      language: 'en',
      ...overrides,
    };
  }

  it('are created as Twilio describes it, with the attempt id in the callback and an end to their validity', async () => {
    const answer = await sms.send(message());
    expect(answer).toEqual({ kind: 'accepted', providerId: twilio.messages[0]?.sid, segments: 1 });
    expect(twilio.requests).toEqual([
      {
        To: '+447700900123',
        From: '+441632960999',
        Body: message().body,
        StatusCallback: 'https://waymark.example/webhooks/twilio/status/0198f0aa-1111-7000-8000-000000000001',
        ValidityPeriod: '10800',
      },
    ]);
  });

  it('never ask Twilio to keep trying for longer than it does, nor for less than a second', async () => {
    await sms.send(message({ sendBy: clock.now() + 72 * HOUR }));
    await sms.send(message({ sendBy: clock.now() + 10 }));
    expect(twilio.requests.map((fields) => fields.ValidityPeriod)).toEqual(['36000', '1']);
  });

  it('go through the messaging service when there is one', async () => {
    const service = `MG${'b2'.repeat(16)}`;
    const answer = await sender(twilio.url, { messagingServiceSid: service }).send(message());
    expect(answer).toMatchObject({ kind: 'accepted', segments: null });
    expect(twilio.requests[0]).toMatchObject({ MessagingServiceSid: service });
    expect(twilio.requests[0]).not.toHaveProperty('From');
  });

  it.each([
    ['a number that is none', 400, 21211, { kind: 'rejected', cause: 'person', code: '21211' }],
    ['a number that cannot be reached', 400, 21214, { kind: 'rejected', cause: 'person', code: '21214' }],
    ['a landline', 400, 21614, { kind: 'rejected', cause: 'person', code: '21614' }],
    ['a person who texted STOP', 400, 21610, { kind: 'rejected', cause: 'person', code: '21610', optedOut: true }],
    ['a wrong token', 401, 20003, { kind: 'rejected', cause: 'us', code: '20003' }],
    ['a sender that cannot text', 400, 21606, { kind: 'rejected', cause: 'us', code: '21606' }],
    ['a country not permitted', 400, 21408, { kind: 'rejected', cause: 'us', code: '21408' }],
    ['no route', 400, 21612, { kind: 'rejected', cause: 'us', code: '21612' }],
    ['a service without senders', 400, 21703, { kind: 'rejected', cause: 'us', code: '21703' }],
    ['a refusal nobody has heard of', 400, 29999, { kind: 'rejected', cause: 'us', code: '29999' }],
    ['a full queue', 400, 21611, { kind: 'try_later', code: '21611' }],
    ['trouble at Twilio', 500, 20500, { kind: 'try_later', code: '20500' }],
    ['maintenance', 503, 20503, { kind: 'try_later', code: '20503' }],
  ] as const)('say what they met: %s', async (_name, status, code, expected) => {
    twilio.fail({ kind: 'error', status, code });
    expect(await sms.send(message())).toMatchObject(expected);
  });

  it('wait as long as Twilio asks', async () => {
    twilio.fail({ kind: 'error', status: 429, code: 20429, retryAfter: '17' });
    const answer = await sms.send(message());
    expect(answer).toMatchObject({ kind: 'try_later', code: '20429', retryAfterMs: 17_000 });
  });

  it.each([502, 504])('are unknown when a gateway lost its way (%i)', async (status) => {
    twilio.fail({ kind: 'page', status });
    expect(await sms.send(message())).toMatchObject({ kind: 'unknown' });
  });

  it.each(['reset_before', 'reset_after', 'hang_after', 'trickle_after'] as const)(
    'are unknown after a %s, and nothing is tried twice',
    async (kind) => {
      twilio.fail({ kind });
      expect(await sms.send(message())).toMatchObject({ kind: 'unknown' });
      expect(twilio.requests).toHaveLength(kind === 'reset_before' ? 0 : 1);
    },
  );

  it('are tried later when nobody is listening', async () => {
    const closed = await new Promise<number>((resolve) => {
      const probe = createServer().listen(0, '127.0.0.1', () => {
        const { port } = probe.address() as { port: number };
        probe.close(() => resolve(port));
      });
    });
    expect(await sender(`http://127.0.0.1:${closed}`).send(message())).toMatchObject({
      kind: 'try_later',
      code: 'ECONNREFUSED',
    });
  });

  describe('of which the outcome is not known', () => {
    it('are found by number, time and words, also while they wait in the queue', async () => {
      twilio.fail({ kind: 'reset_after' });
      await sms.send(message());
      const found = await sms.reconcile(message(), clock.now());
      expect(found).toEqual({
        kind: 'found',
        candidates: [{ providerId: twilio.messages[0]!.sid, providerStatus: 'queued', errorCode: null }],
      });
    });

    it('are found although Twilio wrote look-alike letters', async () => {
      await sms.send(message());
      twilio.messages[0]!.body = twilio.messages[0]!.body.replace('’', "'");
      expect(await sms.reconcile(message(), clock.now())).toMatchObject({ kind: 'found' });
    });

    it('are found although our clock was an hour ahead when they were handed over', async () => {
      twilio.fail({ kind: 'reset_after' });
      await sms.send(message());
      expect(await sms.reconcile(message(), clock.now() + HOUR)).toMatchObject({ kind: 'found' });
    });

    it('are not taken for another text to the same number, nor for an older one', async () => {
      await sms.send(message({ body: 'Another text' }));
      await sms.send(message());
      expect(await sms.reconcile(message(), clock.now() + 2 * DAY)).toEqual({ kind: 'not_found' });
      expect(await sms.reconcile(message({ recipient: '+447700900124' }), clock.now())).toEqual({ kind: 'not_found' });
    });

    it('are found among very many', async () => {
      await sms.send(message());
      for (let other = 0; other < 120; other += 1) await sms.send(message({ body: `Text ${other}` }));
      expect(await sms.reconcile(message(), clock.now())).toMatchObject({ kind: 'found' });
    });

    it('stay unknown while Twilio cannot be asked', async () => {
      twilio.failLists({ kind: 'error', status: 503, code: 20503 });
      expect(await sms.reconcile(message(), clock.now())).toMatchObject({ kind: 'cannot_tell', ever: true });
    });
  });
});
