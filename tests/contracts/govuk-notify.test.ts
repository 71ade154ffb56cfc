import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createNotify, type NotifySettings, type WriteLetterPdf } from '~/adapters/messaging/govuk-notify';
import type { OutgoingMessage } from '~/adapters/messaging/sender';
import { HOUR, MINUTE } from '~/domain/clock';
import { fakeClock } from '../support/fake-clock';
import { startNotifyServer, type NotifyFault, type NotifyServer } from '../support/notify-server';
import { NOTIFY_KEY } from '../support/notify-token';

const KEY_ERROR = { kind: 'error', status: 403, error: 'AuthError' } as const;
const bad = (message: string): NotifyFault => ({ kind: 'error', status: 400, error: 'BadRequestError', message });
const invalid = (message: string): NotifyFault => ({ kind: 'error', status: 400, error: 'ValidationError', message });

describe('messages through GOV.UK Notify', () => {
  const clock = fakeClock('2026-11-23T09:00:00Z');
  let notify: NotifyServer;

  beforeEach(async () => {
    clock.set('2026-11-23T09:00:00Z');
    notify = await startNotifyServer({ now: () => clock.now() });
  });
  afterEach(async () => {
    expect(notify.mistakes).toEqual([]);
    await notify.close();
  });

  const senders = (overrides: Partial<NotifySettings> = {}, pdf: WriteLetterPdf | null = null) =>
    createNotify({ apiKey: NOTIFY_KEY, baseUrl: notify.url, deadlineMs: 400, ...overrides }, clock, pdf);

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
  const email = () => message({ recipient: 'sian@mail.example', subject: 'Your meeting on Tuesday' });

  it('are texts with the attempt id as their reference and our words as they are', async () => {
    const answer = await senders().sms.send(message());
    const [kept] = notify.notifications;
    expect(answer).toEqual({ kind: 'accepted', providerId: kept?.id, segments: null });
    expect(kept).toMatchObject({ type: 'sms', to: '+447700900123', reference: message().id, body: message().body });
  });

  it('are emails with a subject', async () => {
    expect(await senders().email.send(email())).toMatchObject({ kind: 'accepted' });
    expect(notify.notifications[0]).toMatchObject({
      ...{ type: 'email', to: 'sian@mail.example', subject: 'Your meeting on Tuesday', body: email().body },
    });
  });

  it('are letters, as the file that the letter maker gives, first class', async () => {
    const pdf = Buffer.from('%PDF-1.7 a letter');
    const { letter } = senders({}, async () => pdf);
    expect(await letter!.send(message())).toMatchObject({ kind: 'accepted' });
    expect(notify.requests[0]?.fields).toEqual({
      reference: message().id,
      content: pdf.toString('base64'),
      postage: 'first',
    });
    expect(senders().letter).toBeNull();
  });

  it.each([
    ['cannot be made', async () => Promise.reject(new Error('no font')), 'letter_not_written'],
    ['is larger than Notify takes', async () => Buffer.alloc(6 * 1024 * 1024), 'letter_too_large'],
    ['is no PDF', async () => Buffer.from('not a letter'), 'BadRequestError'],
  ])('are not letters when the file %s', async (_name, write, code) => {
    const { letter } = senders({}, write);
    expect(await letter!.send(message())).toMatchObject({ kind: 'rejected', cause: 'us', code });
    expect(notify.notifications).toEqual([]);
  });

  it('look for their template once, and go on looking while there is none', async () => {
    const { sms } = senders();
    const text = notify.templates[1]!;
    text.name = 'Something else';
    expect(await sms.send(message())).toMatchObject({ kind: 'rejected', cause: 'us', code: 'no_template' });
    text.name = 'waymark TEXT ';
    for (let sent = 0; sent < 3; sent += 1) expect(await sms.send(message())).toMatchObject({ kind: 'accepted' });
    expect(notify.calls.filter((call) => call === 'GET /v2/templates')).toHaveLength(2);
  });

  it('do not go into a template that has no place for them', async () => {
    notify.templates[2]!.subject = 'A meeting';
    expect(await senders().email.send(email())).toMatchObject({ kind: 'rejected', cause: 'us', code: 'no_template' });
    expect(notify.requests).toEqual([]);
  });

  it('find their template again after somebody made it anew', async () => {
    const { sms } = senders();
    await sms.send(message());
    notify.templates[1] = { ...notify.templates[1]!, id: '11111111-1111-4111-8111-111111111111' };
    expect(await sms.send(message())).toMatchObject({ kind: 'rejected', cause: 'us', code: 'BadRequestError' });
    expect(await sms.send(message())).toMatchObject({ kind: 'accepted' });
  });

  it.each<[string, NotifyFault, object]>([
    [
      'a number that is none',
      invalid('phone_number Not enough digits'),
      { kind: 'rejected', cause: 'person', code: 'not_a_recipient' },
    ],
    [
      'a number that is none, in the older words',
      { kind: 'error', status: 400, error: 'InvalidPhoneError', message: 'Must not contain letters' },
      { kind: 'rejected', cause: 'person', code: 'not_a_recipient' },
    ],
    [
      'a number abroad',
      bad('Cannot send to international mobile numbers'),
      { kind: 'rejected', cause: 'person', code: 'international_number' },
    ],
    [
      'a number left out',
      invalid('phone_number is a required property'),
      { kind: 'rejected', cause: 'us', code: 'ValidationError' },
    ],
    [
      'trial mode',
      bad("Can't send to this recipient when service is in trial mode - see https://…"),
      { cause: 'us', code: 'trial_mode' },
    ],
    ['a team key', bad("Can't send to this recipient using a team-only API key"), { cause: 'us', code: 'team_key' }],
    ['a word left out', bad('Missing personalisation: body'), { cause: 'us', code: 'BadRequestError' }],
    ['a refusal nobody has heard of', bad('No.'), { kind: 'rejected', cause: 'us', code: 'BadRequestError' }],
    [
      'our clock being wrong',
      { ...KEY_ERROR, message: 'Error: Your system clock must be accurate to within 30 seconds' },
      { kind: 'rejected', cause: 'us', code: 'system_clock' },
    ],
    [
      'a key that was revoked',
      { ...KEY_ERROR, message: 'Invalid token: API key revoked' },
      { kind: 'rejected', cause: 'us', code: 'AuthError' },
    ],
    ['an address that is not Notify’s', { kind: 'page', status: 404 }, { kind: 'rejected', cause: 'us', code: '404' }],
    ['a redirect', { kind: 'page', status: 302, location: 'http://127.0.0.1:9/' }, { kind: 'rejected', cause: 'us' }],
    [
      'too many at once',
      { kind: 'error', status: 429, error: 'RateLimitError', message: 'Exceeded rate limit', retryAfter: '17' },
      { kind: 'try_later', code: 'RateLimitError', retryAfterMs: 17_000 },
    ],
    [
      'too many at once, without a time',
      { kind: 'error', status: 429, error: 'RateLimitError', message: 'Exceeded rate limit' },
      { kind: 'try_later', code: 'RateLimitError', retryAfterMs: null },
    ],
    [
      'the daily limit, which ends at midnight',
      { kind: 'error', status: 429, error: 'TooManyRequestsError', message: 'Exceeded send limits (250000) for today' },
      { kind: 'try_later', code: 'daily_limit', retryAfterMs: 15 * HOUR },
    ],
    [
      'trouble at Notify',
      { kind: 'error', status: 500, error: 'Exception', message: 'Internal server error' },
      { kind: 'try_later', code: 'Exception' },
    ],
    ['maintenance', { kind: 'page', status: 503 }, { kind: 'try_later', code: '503' }],
    ['a gateway that lost its way', { kind: 'page', status: 502 }, { kind: 'unknown' }],
    ['a gateway that lost patience', { kind: 'page', status: 504 }, { kind: 'unknown' }],
  ])('say what they met: %s', async (_name, fault, expected) => {
    notify.fail(fault);
    expect(await senders().sms.send(message())).toMatchObject(expected);
  });

  it('that cannot be addressed are refused by Notify itself', async () => {
    const { sms, email: mail } = senders();
    const person = { kind: 'rejected', cause: 'person', code: 'not_a_recipient' };
    expect(await sms.send(message({ recipient: '+4477' }))).toMatchObject(person);
    expect(await mail.send({ ...email(), recipient: 'sian at mail' })).toMatchObject(person);
  });

  it('are refused with another key, and the key is in no answer of ours', async () => {
    const apiKey = NOTIFY_KEY.replace(/.$/, '1');
    const answer = await senders({ apiKey }).sms.send(message());
    expect(answer).toMatchObject({ kind: 'rejected', cause: 'us', code: 'AuthError' });
    expect(JSON.stringify(answer)).not.toContain(apiKey.slice(-36));
  });

  it.each(['reset_before', 'reset_after', 'hang_after', 'trickle_after', 'cut_after', 'no_id_after'] as const)(
    'are unknown after a %s, and nothing is tried twice',
    async (kind) => {
      notify.fail({ kind });
      expect(await senders().sms.send(message())).toMatchObject({ kind: 'unknown' });
      expect(notify.calls.filter((call) => call === 'POST /v2/notifications/sms')).toHaveLength(1);
      expect(notify.notifications).toHaveLength(kind === 'reset_before' ? 0 : 1);
    },
  );

  it.each(['reset_after', 'hang_after', 'trickle_after'] as const)(
    'are tried later when it is the template that is not told: %s',
    async (kind) => {
      notify.failReads({ kind });
      expect(await senders().sms.send(message())).toMatchObject({ kind: 'try_later', code: 'no_answer' });
      expect(notify.requests).toEqual([]);
    },
  );

  it('are tried later when nobody is listening', async () => {
    const closed = await new Promise<number>((resolve) => {
      const probe = createServer().listen(0, '127.0.0.1', () => {
        const { port } = probe.address() as { port: number };
        probe.close(() => resolve(port));
      });
    });
    const { sms } = senders({ baseUrl: `http://127.0.0.1:${closed}` });
    expect(await sms.send(message())).toMatchObject({ kind: 'try_later', code: 'ECONNREFUSED' });
  });

  describe('of which the outcome is not known', () => {
    it('are found by their reference, whatever our clocks say', async () => {
      notify.fail({ kind: 'reset_after' });
      const { sms } = senders();
      await sms.send(message());
      const candidates = [{ providerId: notify.notifications[0]!.id, providerStatus: 'created', errorCode: null }];
      expect(await sms.reconcile(message(), clock.now() + 9 * HOUR)).toEqual({ kind: 'found', candidates });
    });

    it('are not taken for the same words in another attempt, nor for another channel', async () => {
      const { sms, email: mail } = senders();
      await sms.send(message());
      const other = message({ id: '0198f0aa-1111-7000-8000-000000000002' });
      expect(await sms.reconcile(other, clock.now())).toEqual({ kind: 'not_found' });
      expect(await mail.reconcile(message(), clock.now())).toEqual({ kind: 'not_found' });
    });

    it('come oldest first when Notify has the reference twice, and say what went wrong', async () => {
      const { sms } = senders();
      await sms.send(message());
      clock.advance(MINUTE);
      await sms.send(message());
      const [first, second] = notify.notifications;
      first!.status = 'permanent-failure';
      expect(await sms.reconcile(message(), clock.now())).toEqual({
        kind: 'found',
        candidates: [
          { providerId: first!.id, providerStatus: 'permanent-failure', errorCode: 'permanent-failure' },
          { providerId: second!.id, providerStatus: 'created', errorCode: null },
        ],
      });
    });

    it.each<NotifyFault>([{ kind: 'page', status: 503 }, { ...KEY_ERROR, message: 'No.' }, { kind: 'hang_after' }])(
      'stay unknown while Notify cannot be asked: %j',
      async (fault) => {
        notify.failReads(fault);
        expect(await senders().sms.reconcile(message(), clock.now())).toMatchObject({
          kind: 'cannot_tell',
          ever: true,
        });
      },
    );
  });

  describe('that Notify has', () => {
    it('can be asked about, with what they cost once that is known', async () => {
      const { sms } = senders();
      await sms.send(message());
      const [kept] = notify.notifications;
      const nothing = { segments: null, price: null, currency: null };
      expect(await sms.lookUp!(kept!.id)).toEqual({ providerStatus: 'created', errorCode: null, ...nothing });
      Object.assign(kept!, { status: 'delivered', cost: { pounds: 0.0454, fragments: 2 } });
      const cost = { segments: 2, price: 0.0454, currency: 'GBP' };
      expect(await sms.lookUp!(kept!.id)).toEqual({ providerStatus: 'delivered', errorCode: null, ...cost });
    });

    it('are asked about again later when there is no answer, or they are too old for Notify', async () => {
      const { sms } = senders();
      expect(await sms.lookUp!('740e5834-3a29-46b4-9a6f-16142fde533a')).toBeNull();
      notify.failReads({ kind: 'trickle_after' });
      expect(await sms.lookUp!('740e5834-3a29-46b4-9a6f-16142fde533a')).toBeNull();
    });
  });
});
