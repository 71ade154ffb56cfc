import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSenders } from '~/adapters/messaging/create-senders';
import type { MessageSender } from '~/adapters/messaging/sender';
import { readConfig } from '~/config.server';
import { MINUTE } from '~/domain/clock';
import { DEFAULT_ENGINE } from '~/services/engine-settings';
import { saveAppointments } from '~/services/save-appointments.server';
import { sendDue } from '~/services/send-due.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aDiary, told } from '../support/diary';
import { aCustomer } from '../support/factories';
import { fakeClock } from '../support/fake-clock';
import { startNotifyServer, type NotifyServer } from '../support/notify-server';
import { NOTIFY_KEY } from '../support/notify-token';
import { ACCOUNT, startTwilioServer, type TwilioServer } from '../support/twilio-server';

const PEOPLE = 8;

describeOnBothDatabases('between Twilio and GOV.UK Notify', (dialect) => {
  const clock = fakeClock('2026-11-23T09:00:00Z');
  let database: TestDatabase;
  let notify: NotifyServer;
  let twilio: TwilioServer;
  let senders: MessageSender[];

  beforeEach(async () => {
    clock.set('2026-11-23T09:00:00Z');
    database = await newDatabase(dialect);
    [notify, twilio] = await Promise.all([startNotifyServer(), startTwilioServer({ now: () => clock.now() })]);
  });
  afterEach(async () => {
    expect([...notify.mistakes, ...twilio.mistakes]).toEqual([]);
    await Promise.all([...senders.map((sender) => sender.close()), notify.close(), twilio.close()]);
    await database.drop();
  });

  /** The senders that these settings give, over the two servers; people with appointments; texts to them are due. */
  async function begin(first: 'twilio' | 'notify') {
    const env = {
      ...{ SMS_PROVIDER: first, TWILIO_FROM: '+441632960999', TWILIO_API_BASE_URL: twilio.url, TWILIO_MPS: '1000' },
      ...{ TWILIO_ACCOUNT_SID: ACCOUNT.accountSid, TWILIO_AUTH_TOKEN: ACCOUNT.authToken },
      ...{ NOTIFY_API_KEY: NOTIFY_KEY, NOTIFY_BASE_URL: notify.url, NOTIFY_CALLBACK_TOKEN: 'told-to-notify-alone' },
    };
    senders = createSenders(readConfig(env, 'test'), clock, 2_000).filter(({ channel }) => channel === 'sms');
    const deps = testDeps(database.db, { clock, senders });
    const diary = await aDiary(deps);
    const ids = { officeId: diary.office.id, adviserId: diary.adviser.id };
    const startsAt = Date.parse('2026-12-01T14:30:00Z');
    for (let person = 0; person < PEOPLE; person += 1) {
      const customer = await aCustomer(deps, ids, { mobile: `+4477009002${String(person).padStart(2, '0')}` });
      const item = told(deps, { ...diary, customer }, { startsAt: startsAt + person * 30 * MINUTE });
      await deps.db.write((q) => saveAppointments(q, deps, [item], { kind: 'import', id: null }, 'request-1'));
    }
    const send = sendDue(deps, DEFAULT_ENGINE);
    /** Twelve minutes of a worker's rounds. */
    return async () => {
      for (let minute = 0; minute < 12; minute += 1) {
        while (await send('worker-1'));
        clock.advance(MINUTE);
      }
    };
  }
  const reached = () => [...twilio.messages.map((one) => one.to), ...notify.notifications.map((one) => one.to!)];
  const everybody = () => expect(new Set(reached()).size).toBe(PEOPLE);

  it.each([
    ['is down', { kind: 'error', status: 503, code: 20503 }],
    ['refuses our account', { kind: 'error', status: 401, code: 20003 }],
  ] as const)('Notify sends the texts while Twilio %s, each once', async (_why, fault) => {
    twilio.failAlways(fault);
    const work = await begin('twilio');
    await work();
    everybody();
    expect(notify.notifications).toHaveLength(PEOPLE);
    expect(twilio.messages).toEqual([]);
    expect(twilio.requests.length).toBeLessThan(2 * PEOPLE);
  });

  it.each([
    ['is down', { kind: 'error', status: 500, error: 'Exception', message: 'Internal server error' }],
    ['refuses our key', { kind: 'error', status: 403, error: 'AuthError', message: 'Invalid token: API key revoked' }],
    [
      'has had enough for today',
      { kind: 'error', status: 429, error: 'TooManyRequestsError', message: 'Exceeded send limits (250000) for today' },
    ],
  ] as const)('Twilio sends the texts while Notify %s, each once', async (_why, fault) => {
    notify.failAlways(fault);
    const work = await begin('notify');
    await work();
    everybody();
    expect(twilio.messages).toHaveLength(PEOPLE);
    expect(notify.notifications).toEqual([]);
    expect(notify.requests.length).toBeLessThan(2 * PEOPLE);
  });

  it('Twilio sends the texts while Notify has no template for them', async () => {
    notify.templates.length = 0;
    const work = await begin('notify');
    await work();
    everybody();
    expect(twilio.messages).toHaveLength(PEOPLE);
  });
});
