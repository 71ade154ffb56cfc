import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SECOND } from '~/domain/clock';
import { issueCard } from '~/services/issue-card.server';
import { CHROMIUM_FLAGS, findWholeChromium } from '../support/chromium';
import { aCustomer } from '../support/factories';
import { filesWith } from '../support/files-with';
import { goOnTo, signInByCard } from '../support/kiosk-visit';
import { aKioskWorld } from '../support/kiosk-world';
import { startPortal, type TestPortal } from '../support/portal';

/** What only the first person's pages hold. */
const MARK = 'Quillfeather';
const PATIENCE = { timeout: 20_000, interval: 100 };
/** It can reopen a closed tab, as Ctrl+Shift+T does; no key can be pressed in a window that is not there. */
const REOPENS = {
  'manifest.json': JSON.stringify({
    ...{ manifest_version: 3, name: 'Reopens tabs', version: '1' },
    ...{ permissions: ['sessions'], background: { service_worker: 'worker.js' } },
  }),
  'worker.js': '',
};

const executable = findWholeChromium();
let portal: TestPortal;
let world: Awaited<ReturnType<typeof aKioskWorld>>;
let folder: string;
let running: ChildProcess;
let browser: BrowserContext;
let page: Page;
let customerId: string;

beforeAll(async () => void (portal = await startPortal()));
afterAll(() => portal.close());

function write(files: Record<string, string>, place: string) {
  mkdirSync(join(folder, place));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, place, name), text);
}

/** The whole browser, set to go on where it left off. */
async function start(): Promise<void> {
  const reopens = join(folder, 'reopens');
  const flags = [
    ...CHROMIUM_FLAGS,
    ...['--headless=new', '--remote-debugging-port=0', '--hide-crash-restore-bubble', `--user-data-dir=${folder}`],
    ...[`--load-extension=${reopens}`, `--disable-extensions-except=${reopens}`],
  ];
  running = spawn(executable!, flags, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  const address = await new Promise<string>((resolve) => {
    let said = '';
    running.stderr!.on('data', (text: Buffer) => {
      said += text.toString();
      const found = /listening on (ws:\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
  });
  browser = (await chromium.connectOverCDP(address)).contexts()[0]!;
  browser.setDefaultTimeout(10_000);
}

/** All of it at once, as when the power fails. */
async function kill(): Promise<void> {
  if (running.exitCode !== null || running.signalCode !== null) return;
  const gone = new Promise((resolve) => running.once('exit', resolve));
  process.kill(-running.pid!, 'SIGKILL');
  await gone;
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kiosk-'));
  write(REOPENS, 'reopens');
  write({ Preferences: JSON.stringify({ session: { restore_on_startup: 1 } }) }, 'Default');
  world = await aKioskWorld(portal.deps);
  const { secret } = await world.open();
  const team = { officeId: world.office.id, adviserId: world.manager.id };
  customerId = (await aCustomer(portal.deps, team, { firstName: 'Zebedee', lastName: MARK })).id;
  await start();
  page = browser.pages()[0]!;
  const expires = Math.floor(Date.now() / 1000) + 1_000_000;
  await browser.addCookies([{ name: 'kiosk', value: secret, url: portal.url, expires }]);
  const card = await issueCard(portal.deps)({ staff: world.champion, customerId });
  await signInByCard(page, { url: portal.url, words: card!.words });
});
afterEach(async () => {
  await kill();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
const follow = (name: string) => page.getByRole('link', { name, exact: true }).first().click();
const heading = (on: Page) => on.locator('h1').innerText();
const wait = () => portal.clock.advance(20 * SECOND);

const goTo = (path: string) => goOnTo(page, path);
async function sessions() {
  const rows = await portal.deps.db.read((q) => q.select().from(q.tables.sessions));
  return rows.filter((row) => row.customerId === customerId).length;
}
const isOnDisk = (text: string, place: string) =>
  expect.poll(() => filesWith([text], join(folder, 'Default', place)).length, PATIENCE).toBeGreaterThan(0);

/** Chromium writes cookies down after half a minute, or once there are 512 of them. */
async function writeCookies() {
  const many = Array.from({ length: 600 }, (_, n) => ({ name: 'n', value: 'v', domain: `n${n}.example`, path: '/' }));
  await browser.addCookies(many);
  await isOnDisk('n500.example', '.');
}
async function seesNothing(shown: Page) {
  await expect.poll(() => shown.url(), PATIENCE).toBe(`${portal.url}/kiosk/finished?why=left`);
  expect(await heading(shown)).toBe('You have finished');
  expect(await shown.content()).not.toMatch(new RegExp(`${MARK}|Zebedee`));
  expect(await sessions()).toBe(0);
  expect((await browser.cookies(portal.url)).map(({ name }) => name)).toEqual(['kiosk']);
}
const firstOfOurs = async () => {
  await expect.poll(() => browser.pages().some((one) => one.url().startsWith(portal.url)), PATIENCE).toBe(true);
  return browser.pages().find((one) => one.url().startsWith(portal.url))!;
};

describe.skipIf(executable === null)('somebody who uses a shared computer that goes on where it left off', () => {
  it('is signed out, and nothing of theirs is shown, when it is killed and started again', async () => {
    await goTo('/details/name');
    expect(await page.locator('#lastName').inputValue()).toBe(MARK);
    await writeCookies();
    await isOnDisk('details/name', 'Sessions');
    await kill();
    wait();
    expect(await sessions()).toBe(1);
    await start();
    await seesNothing(await firstOfOurs());
  });

  it('is signed out also when it had no time to write their last page down', async () => {
    await goTo('/details');
    await writeCookies();
    wait();
    await goTo('/adviser');
    wait();
    await goTo('/details/name');
    await isOnDisk('details/name', 'Sessions');
    await kill();
    wait();
    await start();
    await seesNothing(await firstOfOurs());
  });

  it('is signed out when the tab that they closed is opened again', async () => {
    await goTo('/details/name');
    await browser.newPage();
    await page.close();
    wait();
    const worker = browser.serviceWorkers()[0] ?? (await browser.waitForEvent('serviceworker'));
    const opened = browser.waitForEvent('page');
    await worker.evaluate('chrome.sessions.restore().then(() => null)');
    await seesNothing(await opened);
  });

  it('is not disturbed by reload, Back, forms, the language, more time, or the same link twice', async () => {
    const goBack = async () => {
      const arrived = page.waitForNavigation({ waitUntil: 'commit' });
      await page.evaluate('setTimeout(() => { history.back(); }, 0)');
      await arrived;
    };
    const steps: (() => Promise<unknown>)[] = [
      () => goTo('/details'),
      () => page.reload(),
      () => page.reload(),
      () => goTo('/details/name'),
      goBack,
      () => goTo('/details/name'),
      () => page.locator('#firstName').fill(''),
      () => press('Save'),
      goBack,
      goBack,
      () => goTo('/details'),
      () =>
        page
          .getByRole('button', { name: 'Cymraeg' })
          .or(page.getByRole('link', { name: 'Cymraeg' }))
          .first()
          .click(),
      () =>
        page
          .getByRole('button', { name: 'English' })
          .or(page.getByRole('link', { name: 'English' }))
          .first()
          .click(),
      () => goTo('/kiosk/near'),
      ...Array.from({ length: 3 }, () => async () => {
        await page.evaluate('document.getAnimations().forEach((one) => { one.pause(); one.currentTime = 121000; })');
        await page.locator('.wm-idle__more').click();
      }),
      () => goTo('/'),
      ...Array.from({ length: 3 }, () => () => follow('Start page')),
    ];
    for (const [at, step] of steps.entries()) {
      wait();
      await step();
      await page.waitForLoadState();
      expect([at, page.url(), await sessions()]).toEqual([at, expect.not.stringContaining('finished'), 1]);
    }
  });
});
