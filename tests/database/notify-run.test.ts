import express from 'express';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createNotify } from '~/adapters/messaging/govuk-notify';
import { readConfig } from '~/config.server';
import { HOUR, MINUTE } from '~/domain/clock';
import { notifyWebhooks } from '~/http/notify-webhooks.server';
import { askAfter } from '~/services/ask-after.server';
import { DEFAULT_ENGINE } from '~/services/engine-settings';
import { reconcileUnknown } from '~/services/reconcile-unknown.server';
import { saveAppointments } from '~/services/save-appointments.server';
import { sendDue } from '~/services/send-due.server';
import { createServices } from '~/services/services.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aDiary, told } from '../support/diary';
import { aCustomer } from '../support/factories';
import { fakeClock } from '../support/fake-clock';
import { callNotifyWebhook, inboundText, receiptOf } from '../support/notify-callbacks';
import { startNotifyServer, type NotifyServer } from '../support/notify-server';
import { NOTIFY_KEY } from '../support/notify-token';

const TOKEN = 'told-to-notify-alone';

describeOnBothDatabases('with GOV.UK Notify as the only provider', (dialect) => {
  const clock = fakeClock('2026-11-23T09:00:00Z');
  let database: TestDatabase;
  let notify: NotifyServer;
  let webhooks: Server;
  let url: string;
  let deps: ReturnType<typeof testDeps>;

  beforeEach(async () => {
    clock.set('2026-11-23T09:00:00Z');
    database = await newDatabase(dialect);
    notify = await startNotifyServer({ now: () => clock.now() });
    const { sms, email } = createNotify({ apiKey: NOTIFY_KEY, baseUrl: notify.url, deadlineMs: 2_000 }, clock);
    deps = testDeps(database.db, { clock, senders: [sms, email] });
    const config = readConfig({ NOTIFY_API_KEY: NOTIFY_KEY, NOTIFY_CALLBACK_TOKEN: TOKEN }, 'test');
    webhooks = createServer(express().use(notifyWebhooks({ services: createServices(deps), config, log: deps.log })));
    await new Promise<void>((resolve) => webhooks.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(webhooks.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    expect(notify.mistakes).toEqual([]);
    await new Promise((resolve) => webhooks.close(resolve));
    await notify.close();
    await database.drop();
  });

  /** A person with an appointment next week, which the file has just told us of. */
  async function book(contacts: Partial<Record<'mobile' | 'email', string>>) {
    const diary = await aDiary(deps);
    const customer = await aCustomer(deps, { officeId: diary.office.id, adviserId: diary.adviser.id }, contacts);
    const item = told(deps, { ...diary, customer }, { startsAt: Date.parse('2026-12-01T14:30:00Z') });
    const actor = { kind: 'import', id: null } as const;
    await deps.db.write((q) => saveAppointments(q, deps, [item], actor, 'request-1'));
  }
  const rows = async () =>
    (await deps.db.read((q) => q.select().from(q.tables.messages))).filter((row) => row.status !== 'planned');
  const tell = async (index: number, status: string) =>
    (await callNotifyWebhook(url, receiptOf(notify.notifications[index]!, status), TOKEN)).status;

  it('a text goes from the plan to its receipt, and is answered', async () => {
    await book({ mobile: '+447700900121' });
    await sendDue(deps, DEFAULT_ENGINE)('worker-1');
    expect(notify.notifications).toMatchObject([{ type: 'sms', to: '+447700900121' }]);
    expect(notify.notifications[0]!.body).toContain('https://waymark.example/a/');
    expect(await rows()).toMatchObject([{ status: 'accepted', provider: 'notify', channel: 'sms' }]);

    for (const status of ['sending', 'delivered', 'delivered']) expect(await tell(0, status)).toBe(204);
    const [row] = await rows();
    expect(row).toMatchObject({ status: 'delivered', providerId: notify.notifications[0]!.id });

    const yes = inboundText({ id: '740e5834-3a29-46b4-9a6f-16142fde533a', from: '447700900121', message: 'Iawn' });
    expect((await callNotifyWebhook(url, yes, TOKEN)).status).toBe(204);
    const [appointment] = await deps.db.read((q) => q.select().from(q.tables.appointments));
    expect(appointment?.confirmedAt).toBe(clock.now());
  });

  it('an email follows a text to a number that is none', async () => {
    await book({ mobile: '+447700900124', email: 'sian@mail.example' });
    notify.fail({
      kind: 'error',
      status: 400,
      error: 'ValidationError',
      message: 'phone_number Not a UK mobile number',
    });
    await sendDue(deps, DEFAULT_ENGINE)('worker-1');
    await sendDue(deps, DEFAULT_ENGINE)('worker-1');
    expect((await rows()).map((row) => `${row.channel} ${row.status} ${row.reason ?? ''}`).sort()).toEqual([
      'email accepted next_after_failure',
      'sms failed person:not_a_recipient',
    ]);
    expect(notify.notifications).toMatchObject([{ type: 'email', to: 'sian@mail.example' }]);
    expect(notify.notifications[0]!.subject).not.toBe('');
  });

  it('a text that Notify took while the line went dead is found by its reference, and goes once', async () => {
    await book({ mobile: '+447700900125' });
    notify.fail({ kind: 'reset_after' });
    await sendDue(deps, DEFAULT_ENGINE)('worker-1');
    expect(await rows()).toMatchObject([{ status: 'unknown' }]);
    for (let round = 0; round < 6; round += 1) {
      clock.advance(MINUTE);
      await reconcileUnknown(deps, DEFAULT_ENGINE)('worker-2');
      await sendDue(deps, DEFAULT_ENGINE)('worker-2');
    }
    expect(await rows()).toMatchObject([{ status: 'accepted', providerId: notify.notifications[0]!.id }]);
    expect(notify.notifications).toHaveLength(1);
  });

  it('a text that Notify never had goes again, once', async () => {
    await book({ mobile: '+447700900126' });
    notify.fail({ kind: 'reset_before' });
    for (let round = 0; round < 6; round += 1) {
      await sendDue(deps, DEFAULT_ENGINE)('worker-1');
      await reconcileUnknown(deps, DEFAULT_ENGINE)('worker-1');
      clock.advance(MINUTE);
    }
    expect(notify.notifications).toHaveLength(1);
    expect((await rows()).map((row) => row.status).sort()).toEqual(['accepted', 'failed']);
  });

  it('a text whose receipt does not come is asked about, and so is what it cost', async () => {
    await book({ mobile: '+447700900127' });
    await sendDue(deps, DEFAULT_ENGINE)('worker-1');
    Object.assign(notify.notifications[0]!, { status: 'delivered', cost: { pounds: 0.0227, fragments: 1 } });
    clock.advance(2 * HOUR);
    await askAfter(deps, DEFAULT_ENGINE)();
    const cost = { segments: 1, price: 0.0227, currency: 'GBP' };
    expect((await rows())[0]).toMatchObject({ status: 'delivered', ...cost });
  });
});
