import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addDays, wallClockOf } from '~/domain/time/wall-clock';
import { CHROMIUM_FLAGS, findChromium } from '../support/chromium';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { TEST_KEYS } from '../support/deps';
import { freePort, runCommand, startProgram } from '../support/programs';
import { ACCOUNT, callWebhook, startTwilioServer, type TwilioServer } from '../support/twilio-server';

const PATIENCE = { timeout: 30_000, interval: 100 };
/** Programs have the machine's clock, and texts go out by day only: the office is where it is now about 11 o'clock. */
const hours = 11 - new Date().getUTCHours();
const ZONE = `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;

describeOnBothDatabases('from an appointments file to a delivered text', (dialect) => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-file-'));
  let database: TestDatabase;
  let twilio: TwilioServer;
  let browser: Browser;
  let portal: ReturnType<typeof startProgram>;
  let worker: ReturnType<typeof startProgram>;
  let publicUrl: string;

  beforeEach(async () => {
    database = await newDatabase(dialect, { migrate: false });
    twilio = await startTwilioServer();
    browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: CHROMIUM_FLAGS });
  });
  afterEach(async () => {
    portal?.kill();
    worker?.kill();
    await browser?.close();
    await twilio.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const statusOf = async (messageId: string) => {
    const rows = await database.db.read((q) => q.select().from(q.tables.messages));
    return rows.find((row) => row.id === messageId)?.status;
  };
  const callBack = (path: string, params: Record<string, string>, signWith?: string) =>
    callWebhook({ publicUrl, url: publicUrl }, path, params, signWith);

  it('and the page it links to, and the answer to it', async () => {
    const port = await freePort();
    publicUrl = `http://127.0.0.1:${port}`;
    const settings = {
      ...{ DATABASE_URL: database.url, DATA_KEY: TEST_KEYS.dataKey, SESSION_SECRET: TEST_KEYS.sessionSecret },
      ...{ HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: publicUrl, NODE_ENV: 'production' },
      ...{ SMS_PROVIDER: 'twilio', TWILIO_ACCOUNT_SID: ACCOUNT.accountSid, TWILIO_AUTH_TOKEN: ACCOUNT.authToken },
      ...{ TWILIO_FROM: '+441632960999', TWILIO_API_BASE_URL: twilio.url },
    };
    const forCommands = { ...settings, NODE_ENV: 'test', SMS_PROVIDER: 'outbox' };
    await runCommand(forCommands, 'db', '--', 'migrate');
    const office = ['--ref', 'BANGOR', '--name', 'Bangor Jobcentre', '--phone', '01632 960100', '--time-zone', ZONE];
    await runCommand(forCommands, 'office', '--', 'add', ...office);

    // The programs are there before the file is.
    portal = startProgram(settings, 'build/portal.js', '--demo');
    worker = startProgram(settings, 'build/worker.js', '--demo');
    await Promise.all([portal.says('the portal is listening'), worker.says('the worker has started')]);

    const day = addDays(wallClockOf(Date.now(), ZONE).date, 9);
    const file = join(folder, 'appointments.csv');
    writeFileSync(
      file,
      [
        'appointment_ref,customer_ref,first_name,last_name,mobile,adviser_ref,adviser_name,office_ref,kind,mode,starts_at,duration_minutes,status',
        `A-1,C-1,Siân,Llewelyn,07700 900123,ADV-1,Sioned Parry,BANGOR,review,in_person,${day}T14:30,30,booked`,
      ].join('\r\n'),
    );
    expect(await runCommand(forCommands, 'import', '--', 'appointments', file)).toMatch(/created +1\n/);

    await expect.poll(() => twilio.messages.length, PATIENCE).toBe(1);
    const [text] = twilio.messages;
    expect(text).toMatchObject({ to: '+447700900123', from: '+441632960999' });
    expect(text!.body).toContain('Siân');
    const receipts = new URL(text!.statusCallback!).pathname;
    const messageId = receipts.split('/').at(-1)!;
    const receipt = (MessageStatus: string) => ({
      MessageSid: text!.sid,
      MessageStatus,
      AccountSid: ACCOUNT.accountSid,
    });

    expect((await callBack(receipts, receipt('delivered'), 'forged')).status).toBe(403);
    await expect.poll(() => statusOf(messageId), PATIENCE).toBe('accepted');
    for (const word of ['sent', 'delivered', 'delivered', 'sent'])
      expect((await callBack(receipts, receipt(word))).status).toBe(204);
    expect(await statusOf(messageId)).toBe('delivered');

    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(/http\S+\/a\/[\w-]+/.exec(text!.body)![0]);
    expect(await page.locator('h1').innerText()).toMatch(/^You’re meeting Sioned on .+ at 2:30pm$/);
    await page.getByRole('button', { name: 'I can’t come' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();

    const answer = { MessageSid: `SM${'7'.repeat(32)}`, From: '+447700900123', To: '+441632960999', Body: '1' };
    expect((await callBack('/webhooks/twilio/inbound', answer)).status).toBe(200);
    expect((await callBack('/webhooks/twilio/inbound', answer)).status).toBe(200);
    await expect.poll(() => twilio.messages.length, PATIENCE).toBe(2);
    await page.goto(/http\S+\/a\/[\w-]+/.exec(text!.body)![0]);
    expect(await page.locator('main').innerText()).toContain('You’ve said yes to this.');

    expect(await runCommand(forCommands, 'import', '--', 'appointments', file)).toMatch(/unchanged +1\n/);
    expect(await Promise.all([portal.stop(), worker.stop()])).toEqual([0, 0]);
    expect(twilio.messages).toHaveLength(2);
    expect(twilio.mistakes).toEqual([]);
    expect(portal.text() + worker.text()).not.toMatch(/900123|Siân|Llewelyn/);
  });
});
