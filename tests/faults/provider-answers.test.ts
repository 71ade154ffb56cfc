import { afterEach, beforeEach, expect, it } from 'vitest';
import { createNotify } from '~/adapters/messaging/govuk-notify';
import type { MessageSender } from '~/adapters/messaging/sender';
import { createSmtp } from '~/adapters/messaging/smtp';
import { createTwilioSms } from '~/adapters/messaging/twilio-sms';
import { HOUR, MINUTE, SECOND } from '~/domain/clock';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine, type TestEngine } from '../support/engine';
import { startNotifyServer, type NotifyFault, type NotifyServer } from '../support/notify-server';
import { NOTIFY_KEY } from '../support/notify-token';
import { startSmtpServer, type SmtpFault, type TestSmtpServer } from '../support/smtp-server';
import { ACCOUNT, startTwilioServer, type Fault, type TwilioServer } from '../support/twilio-server';

/** Long enough for an answer on this machine, short enough to wait for silence a few times. */
const DEADLINE = 400;
const MOBILE = '+447700900123';

/** What somebody was told in the end: texts and emails that a provider took, and calls that a person is asked to make. */
interface End {
  texts: number;
  emails: number;
  calls: number;
  /** What the ledger says of each attempt, in order. */
  story: RegExp;
  /** Requests that reached the provider at the most: nothing is hammered. */
  requests: number;
}

const error = (status: number, code: number, retryAfter?: string): Fault => ({
  ...{ kind: 'error', status, code },
  ...(retryAfter ? { retryAfter } : {}),
});
const page = (status: number): Fault => ({ kind: 'page', status });
const inTwoMinutes = () => new Date(Date.now() + 2 * MINUTE).toUTCString();
const BY_TEXT = { texts: 1, emails: 0, calls: 0 };
const BY_EMAIL = { texts: 0, emails: 1, calls: 0 };
const ADOPTED = { ...BY_TEXT, requests: 1, story: /^sms accepted mobile_works$/ };
const AGAIN = { ...BY_TEXT, requests: 2, story: /^sms failed not_handed_over; sms accepted mobile_works$/ };

/** How Twilio answers a text, for how many requests, and what comes of it. */
const TWILIO: [string, () => Fault | 'refused', number, End][] = [
  ['a number that is none (400)', () => error(400, 21211), Infinity, { ...BY_EMAIL, requests: 1, story: /^sms failed person:21211; email accepted next_after_failure$/ }], // prettier-ignore
  ['a person who said STOP (400)', () => error(400, 21610), Infinity, { ...BY_EMAIL, requests: 1, story: /^sms failed person:21610; email accepted/ }], // prettier-ignore
  ['a country that is not allowed (400)', () => error(400, 21408), Infinity, { ...BY_EMAIL, requests: 1, story: /^sms failed us:21408; email accepted/ }], // prettier-ignore
  ['a token that is wrong (401), for good', () => error(401, 20003), Infinity, { ...BY_EMAIL, requests: 30, story: /^(sms failed us:20003; )+email accepted/ }], // prettier-ignore
  ['a token that is wrong (401), twice', () => error(401, 20003), 2, { ...BY_TEXT, requests: 3, story: /^(sms failed us:20003; ){2}sms accepted/ }], // prettier-ignore
  ['a fault of its own (500), once', () => error(500, 20500), 1, { ...BY_TEXT, requests: 2, story: /^sms failed later:20500; sms accepted/ }], // prettier-ignore
  ['a fault of its own (500), for good', () => error(500, 20500), Infinity, { ...BY_EMAIL, requests: 3, story: /^(sms failed later:20500; ){3}email accepted/ }], // prettier-ignore
  ['not available (503), for good', () => error(503, 20503), Infinity, { ...BY_EMAIL, requests: 3, story: /^(sms failed later:20503; ){3}email accepted/ }], // prettier-ignore
  ['a gateway that lost its way (502), once', () => page(502), 1, AGAIN],
  ['a gateway that lost its way (504), for good', () => page(504), Infinity, { ...BY_EMAIL, requests: 30, story: /^(sms failed (not_handed_over|down:\w+); )+email accepted/ }], // prettier-ignore
  ['too many (429), with seconds', () => error(429, 20429, '120'), 1, { ...BY_TEXT, requests: 2, story: /^sms failed later:20429; sms accepted/ }], // prettier-ignore
  ['too many (429), with a date', () => error(429, 20429, inTwoMinutes()), 1, { ...BY_TEXT, requests: 2, story: /^sms failed later:20429; sms accepted/ }], // prettier-ignore
  ['nobody listens', () => 'refused', Infinity, { ...BY_EMAIL, requests: 0, story: /^(sms failed later:ECONNREFUSED; ){3}email accepted/ }], // prettier-ignore
  ['a reset before it took it, once', () => ({ kind: 'reset_before' }), 1, AGAIN],
  ['a reset after it took it', () => ({ kind: 'reset_after' }), Infinity, ADOPTED],
  ['silence after it took it', () => ({ kind: 'hang_after' }), Infinity, ADOPTED],
  ['a body that never ends', () => ({ kind: 'trickle_after' }), Infinity, ADOPTED],
  ['201, and then cut off in the body', () => ({ kind: 'cut_after' }), Infinity, ADOPTED],
];

const notifyError = (status: number, kind: string, message: string): NotifyFault => ({
  ...{ kind: 'error', status, error: kind, message },
});

/** The same for GOV.UK Notify, which is asked by reference. */
const NOTIFY: [string, () => NotifyFault, number, End][] = [
  ['a number that is none (400)', () => notifyError(400, 'ValidationError', 'phone_number Not a UK mobile number'), Infinity, { ...BY_EMAIL, requests: 1, story: /^sms failed person:not_a_recipient; email accepted/ }], // prettier-ignore
  ['a key that is revoked (403), once', () => notifyError(403, 'AuthError', 'Invalid token: API key revoked'), 1, { ...BY_TEXT, requests: 2, story: /^sms failed us:AuthError; sms accepted/ }], // prettier-ignore
  ['enough for today (429), for good', () => notifyError(429, 'TooManyRequestsError', 'Exceeded send limits (250000) for today'), Infinity, { ...BY_EMAIL, requests: 30, story: /^(sms failed (down|later):\w+; )+email accepted/ }], // prettier-ignore
  ['a fault of its own (500), once', () => notifyError(500, 'Exception', 'Internal server error'), 1, { ...BY_TEXT, requests: 2, story: /^sms failed later:\w+; sms accepted/ }], // prettier-ignore
  ['a reset before it took it, once', () => ({ kind: 'reset_before' }), 1, AGAIN],
  ['a reset after it took it', () => ({ kind: 'reset_after' }), Infinity, ADOPTED],
  ['silence after it took it', () => ({ kind: 'hang_after' }), Infinity, ADOPTED],
  ['a body that never ends', () => ({ kind: 'trickle_after' }), Infinity, ADOPTED],
  ['201, and then cut off in the body', () => ({ kind: 'cut_after' }), Infinity, ADOPTED],
  ['201, without an id', () => ({ kind: 'no_id_after' }), Infinity, ADOPTED],
];

const BY_CALL = { texts: 0, emails: 0, calls: 1 };

/** And for a mail server, which cannot be asked at all: here the person has no telephone that takes texts. */
const SMTP: [string, SmtpFault | 'refused', End][] = [
  ['no such mailbox (550)', { at: 'rcpt', code: 550, text: '5.1.1 no such user' }, { ...BY_CALL, requests: 1, story: /^email failed person:550; call_list accepted all_failed$/ }], // prettier-ignore
  ['words refused (554)', { at: 'data', code: 554, text: '5.6.0 looks like spam' }, { ...BY_CALL, requests: 30, story: /^(email failed us:554; )+call_list accepted/ }], // prettier-ignore
  ['greylisting (451)', { at: 'rcpt', code: 451, text: '4.7.1 later' }, { ...BY_CALL, requests: 3, story: /^(email failed later:451; ){3}call_list accepted/ }], // prettier-ignore
  ['nobody listens', 'refused', { ...BY_CALL, requests: 0, story: /^(email failed later:\w+; ){3}call_list accepted/ }],
  ['hung up after DATA', { at: 'reset_after_data' }, { texts: 0, emails: 1, calls: 1, requests: 1, story: /^email failed not_known$/ }], // prettier-ignore
  ['silence after DATA', { at: 'silence_after_data' }, { texts: 0, emails: 1, calls: 1, requests: 1, story: /^email failed not_known$/ }], // prettier-ignore
];

describeOnBothDatabases('a reminder, when the provider answers with', (dialect) => {
  let database: TestDatabase;
  let engine: TestEngine;
  let twilio: TwilioServer;
  let notify: NotifyServer;
  let smtp: TestSmtpServer;
  let open: MessageSender[];

  beforeEach(async () => {
    database = await newDatabase(dialect);
    engine = await anEngine(database);
    const now = () => engine.deps.clock.now();
    [twilio, notify, smtp] = await Promise.all([
      startTwilioServer({ now }),
      startNotifyServer({ now }),
      startSmtpServer(),
    ]);
    open = [];
  });
  afterEach(async () => {
    expect([...twilio.mistakes, ...notify.mistakes]).toEqual([]);
    await Promise.all(open.map((sender) => sender.close()));
    await Promise.all([twilio.close(), notify.close(), smtp.close()]);
    await database.drop();
  });

  const sms = (url = twilio.url) =>
    createTwilioSms(
      {
        ...{ ...ACCOUNT, baseUrl: url, messagingServiceSid: null, from: '+441632960999', perSecond: 1000 },
        ...{ publicUrl: 'https://waymark.example', deadlineMs: DEADLINE },
      },
      engine.deps.clock,
    );
  const email = (url = smtp.url) =>
    createSmtp({ url, from: 'Waymark <no-reply@waymark.example>', deadlineMs: DEADLINE });
  const byNotify = () => createNotify({ apiKey: NOTIFY_KEY, baseUrl: notify.url, deadlineMs: DEADLINE }, engine.deps.clock).sms; // prettier-ignore

  /** One reminder, from the moment it is due until its appointment starts, with two workers. @returns what came of it. */
  async function live(senders: MessageSender[], contacts: { mobile?: string; email?: string }, requests: () => number) {
    open = senders;
    engine.deps.senders = senders;
    const now = engine.deps.clock.now();
    const customerId = (await engine.customer(contacts)).id;
    const { appointment } = await engine.due({
      ...{ customerId, sendBy: now + 2 * HOUR, appointment: { startsAt: now + 2 * HOUR + 15 * MINUTE } },
    });
    while (engine.deps.clock.now() < appointment.startsAt) {
      await Promise.all([engine.send('a'), engine.send('b')]);
      await Promise.all([engine.reconcile('a'), engine.reconcile('b')]);
      await engine.send('a');
      const begun = engine.deps.clock.now() - now < 12 * MINUTE;
      engine.deps.clock.advance(begun ? 30 * SECOND : 5 * MINUTE);
    }
    return {
      texts: twilio.messages.length + notify.notifications.length,
      emails: smtp.received.length,
      calls: (await engine.calls(appointment.id)).length,
      story: (await engine.story(appointment.id)).join('; '),
      requests: requests(),
    };
  }

  function check(found: Awaited<ReturnType<typeof live>>, { story, requests, ...told }: End): void {
    expect(found).toMatchObject(told);
    expect(found.story).toMatch(story);
    expect(found.requests).toBeLessThanOrEqual(requests);
    expect(found.texts + found.emails + found.calls).toBeGreaterThan(0);
  }

  it.each(TWILIO)('%s (Twilio)', async (_what, faultOf, times, end) => {
    const fault = faultOf();
    if (fault === 'refused') return check(await live([sms(await nobody()), email()], BOTH, () => 0), end);
    if (times === Infinity) twilio.failAlways(fault);
    else twilio.fail(...Array.from({ length: times }, () => fault));
    check(await live([sms(), email()], BOTH, () => twilio.requests.length), end);
  });

  it.each(NOTIFY)('%s (GOV.UK Notify)', async (_what, faultOf, times, end) => {
    if (times === Infinity) notify.failAlways(faultOf());
    else notify.fail(...Array.from({ length: times }, faultOf));
    check(await live([byNotify(), email()], BOTH, () => notify.requests.length), end);
  });

  it.each(SMTP)('%s (mail server)', async (_what, fault, end) => {
    if (fault === 'refused') return check(await live([email((await nobody()).replace('http', 'smtp'))], MAIL, () => 0), end); // prettier-ignore
    smtp.fail(fault);
    check(await live([email()], MAIL, () => smtp.received.length), end);
  });

  it('a reset after it took it, and does not show it in its list for a while: it is not sent again', async () => {
    twilio.fail({ kind: 'reset_after' });
    twilio.listLate(100 * SECOND);
    check(await live([sms(), email()], BOTH, () => twilio.requests.length), ADOPTED);
  });

  it.each([
    ['in seconds', () => '120'],
    ['as a date', inTwoMinutes],
  ])('429 and Retry-After %s: not before, and then once', async (_how, retryAfter) => {
    twilio.fail(error(429, 20429, retryAfter()));
    open = engine.deps.senders = [sms()];
    await engine.due();
    await engine.send();
    engine.deps.clock.advance(2 * MINUTE - 3 * SECOND);
    await engine.send();
    expect(twilio.requests).toHaveLength(1);
    engine.deps.clock.advance(5 * SECOND);
    await engine.send();
    expect(twilio.messages).toHaveLength(1);
  });
});

const BOTH = { mobile: MOBILE, email: 'aled@mail.example' };
const MAIL = { email: 'aled@mail.example' };

/** An address at which nobody listens. */
async function nobody(): Promise<string> {
  const gone = await startTwilioServer();
  await gone.close();
  return gone.url;
}
