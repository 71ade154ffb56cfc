import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assertUnused } from '@db/dialect/backup-sqlite';
import { CHROMIUM_FLAGS, findChromium } from '../support/chromium';

const PORT = 4577;

interface Demo {
  portal: string;
  outbox: string;
  signIns: {
    role: string;
    name: string;
    email: string;
    password: string | null;
    totpSecret: string | null;
    url: string;
  }[];
}

describe('npm run demo', () => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-demo-'));
  const summary = join(folder, 'demo.json');
  let printed = '';
  let command: ChildProcess;
  let ended: Promise<number | null>;
  let demo: Demo;
  let browser: Browser;
  let customer: Page;

  beforeAll(async () => {
    command = spawn('npm', ['run', 'demo', '--', '--port', String(PORT), '--data', folder], { detached: true });
    for (const stream of [command.stdout, command.stderr]) stream?.on('data', (text) => (printed += String(text)));
    ended = new Promise((resolve) => command.once('exit', (code) => resolve(code)));
    let over = false;
    void ended.then(() => (over = true));
    while (!existsSync(summary)) {
      if (over) throw new Error(`The demo ended:\n${printed}`);
      await pause(200);
    }
    demo = JSON.parse(readFileSync(summary, 'utf8')) as Demo;
    browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: CHROMIUM_FLAGS });
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    try {
      if (command.pid) process.kill(-command.pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
    rmSync(folder, { recursive: true, force: true });
  });

  const newPage = async () => (await browser.newContext({ baseURL: demo.portal, javaScriptEnabled: false })).newPage();

  it('tells where everything is and who can sign in, on the screen and in demo.json', () => {
    expect(demo.portal).toBe(`http://127.0.0.1:${PORT}`);
    expect(demo.outbox).toBe(`${demo.portal}/outbox`);
    expect(demo.signIns.map((one) => one.role)).toEqual([
      'customer',
      'adviser',
      'champion',
      'manager',
      'organiser',
      'administrator',
      'partner',
    ]);
    for (const { url, email } of demo.signIns) {
      expect(printed).toContain(url);
      expect(email).toMatch(/\.example$/);
    }
  });

  it('signs each person in by their address, once', async () => {
    for (const { role, url } of demo.signIns) {
      const page = await newPage();
      await page.goto(url);
      if (role === 'customer') {
        expect(await page.locator('h1').textContent()).toMatch(/meeting Sioned, tomorrow at 2:30pm/);
        customer = page;
      } else {
        expect(new URL(page.url()).pathname).toMatch(/^\/staff/);
        expect(await page.locator('h1').count()).toBe(1);
      }
      const again = await (await newPage()).goto(url);
      expect(again?.status()).toBe(404);
    }
  });

  it('shows a text within seconds, takes it as delivered, and hears the answer', async () => {
    const visitor = await newPage();
    await visitor.goto('/sign-in');
    await visitor.locator('main input[type="text"]').fill('07700 900001');
    await visitor.locator('main button').click();

    const outbox = await newPage();
    const address = '/outbox?channel=sms&status=open&name=Carys';
    const arrived = outbox.getByRole('button', { name: /^Delivered/ });
    await expect.poll(async () => (await outbox.goto(address)) && arrived.count(), { timeout: 30_000 }).toBe(1);
    expect(await outbox.locator('.wm-outbox__bubble').textContent()).toMatch(/\d{6}/);
    await arrived.click();
    expect(await outbox.locator('main').textContent()).toContain('noted as delivered');

    await outbox.getByRole('button', { name: /^Answer with 1 ?: Text to Carys/ }).click();
    expect(await outbox.locator('main').textContent()).toContain('taken as: I’ll be there');
    await customer.reload();
    expect(await customer.locator('main').textContent()).toContain('You’ve said yes to this');
  });

  it('keeps an empty answer on the page, with words', async () => {
    const outbox = await newPage();
    await outbox.goto('/outbox?channel=sms&name=Carys');
    await outbox.locator('.wm-outbox__card h2 a').first().click();
    const [answer] = await Promise.all([
      outbox.waitForResponse((response) => response.request().method() === 'POST'),
      outbox.getByRole('button', { name: /^Send answer/ }).click(),
    ]);
    expect(answer.status()).toBe(422);
    expect(await outbox.title()).toMatch(/^Error: Text to Carys/);
    expect(await outbox.locator('.govuk-error-summary').textContent()).toContain('Write an answer first');
  });

  it('says plainly that the port is taken', async () => {
    const second = spawn('npm', ['run', 'demo', '--', '--port', String(PORT), '--data', folder]);
    let said = '';
    second.stderr.on('data', (text) => (said += String(text)));
    expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(1);
    expect(said).toContain(`Port ${PORT} is taken`);
    expect(said).not.toMatch(/\n\s+at /);
  });

  it('stops both at Ctrl-C', async () => {
    expect(() => assertUnused(join(folder, 'demo.db'))).toThrow('in use');
    // The whole group, as a terminal does it.
    process.kill(-command.pid!, 'SIGINT');
    await ended;
    await expect(fetch(`${demo.portal}/healthz`)).rejects.toThrow();
    // Neither has the database open any more.
    expect(() => assertUnused(join(folder, 'demo.db'))).not.toThrow();
    expect(printed).toContain('Stopped.');
  });
});
