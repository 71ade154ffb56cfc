import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LANGUAGES } from '~/domain/language';
import { issueCard } from '~/services/issue-card.server';
import { CHROMIUM_FLAGS, findChromium } from '../support/chromium';
import { aCustomer, anAppointment } from '../support/factories';
import { filesWith } from '../support/files-with';
import { goOnTo, signInByCard } from '../support/kiosk-visit';
import { aKioskWorld } from '../support/kiosk-world';
import { scrollsSideways, smallTargets } from '../support/page-checks';
import { pageFaults } from '../support/page-faults';
import { DESKTOP, startPortal, type TestPortal } from '../support/portal';

/** What only the first person's pages hold. */
const MARK = 'Quillfeather';
const TYPED = 'Wendeltreppe';

let portal: TestPortal;
let world: Awaited<ReturnType<typeof aKioskWorld>>;
let folder: string;
let browser: BrowserContext;
let page: Page;

beforeAll(async () => void (portal = await startPortal()));
afterAll(() => portal.close());

/** A browser with a folder of its own, which keeps pages for Back as people's browsers do. */
async function start(): Promise<void> {
  browser = await chromium.launchPersistentContext(folder, {
    ...{ executablePath: findChromium() ?? undefined, args: CHROMIUM_FLAGS, viewport: DESKTOP, baseURL: portal.url },
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  page = browser.pages()[0] ?? (await browser.newPage());
}

/** The same as processes of their own, so that they can be killed. */
async function startProcess(): Promise<ChildProcess> {
  const flags = [
    ...CHROMIUM_FLAGS,
    '--headless',
    `--user-data-dir=${folder}`,
    '--remote-debugging-port=0',
    'about:blank',
  ];
  const running = spawn(findChromium()!, flags, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  const address = await new Promise<string>((resolve) => {
    let said = '';
    running.stderr.on('data', (text: Buffer) => {
      said += text.toString();
      const found = /listening on (ws:\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
  });
  const context = (await chromium.connectOverCDP(address)).contexts()[0]!;
  page = context.pages()[0] ?? (await context.newPage());
  return running;
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kiosk-'));
  world = await aKioskWorld(portal.deps);
  await start();
  await page.goto('/kiosk');
  await page.getByLabel('The 8-digit code').fill(await world.code());
  await press('Make this a shared computer');
  await page.getByLabel('Your 6-digit number for today').fill(await world.pin());
  await press('Open this computer');
});
afterEach(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const follow = (name: string) => page.getByRole('link', { name, exact: true }).first().click();
const goTo = (path: string) => goOnTo(page, path);
const heading = () => page.locator('h1').innerText();

async function aPerson(lastName = MARK) {
  const team = { officeId: world.office.id, adviserId: world.manager.id };
  const customer = await aCustomer(portal.deps, team, { firstName: 'Zebedee', lastName });
  const meeting = { purpose: 'A marked purpose', startsAt: portal.clock.now() + 86_400_000 };
  const appointment = await anAppointment(portal.deps, { ...team, customerId: customer.id }, meeting);
  return { customer, appointment };
}

/** Signs somebody in with a card, from the start page. */
async function signIn(customerId: string) {
  const card = await issueCard(portal.deps)({ staff: world.champion, customerId });
  await signInByCard(page, { url: portal.url, words: card!.words });
}

const cookieNames = async () => (await browser.cookies()).map(({ name }) => name).sort();

describe('somebody who uses a shared computer', () => {
  it('leaves nothing behind: not on Back, in the cache, in storage, in cookies, or on the disk', async () => {
    const { customer } = await aPerson();
    await page.goto('/kiosk');
    await page.getByLabel('Largest').check();
    await press('Use these');
    expect(await page.locator('html').getAttribute('class')).toContain('wm-text-largest');
    await signIn(customer.id);
    await goTo('/kiosk');
    await follow('Go to my pages');
    await goTo('/details/name');
    expect(await page.locator('#firstName').inputValue()).toBe('Zebedee');
    await page.locator('#firstName').fill(TYPED);
    await press('Finish and clear');
    expect(await heading()).toBe('You have finished');
    expect(await cookieNames()).toEqual(['kiosk']);

    for (let n = 0; n < 8; n += 1) {
      await page.goBack({ waitUntil: 'commit' }).catch(() => null);
      const shown = await page.content();
      expect(shown).not.toMatch(new RegExp(`${MARK}|${TYPED}|Zebedee`));
    }
    await page.goto('/details/name');
    expect(page.url()).toContain('/sign-in');
    await page.reload();
    expect(await page.content()).not.toContain(MARK);
    const stored =
      'Promise.all([caches.keys(), indexedDB.databases()]).then(([a, b]) => [a.length, b.length, localStorage.length, sessionStorage.length])';
    expect(await page.evaluate(stored)).toEqual([0, 0, 0, 0]);
    await browser.close();
    expect(filesWith([MARK, TYPED, 'Zebedee'], folder)).toEqual([]);
  });

  it('leaves nothing to a second person, who signs in after them', async () => {
    const [first, second] = [await aPerson(), await aPerson('Rowlands')];
    await signIn(first.customer.id);
    await goTo('/details/name');
    await page.locator('#firstName').fill('');
    await press('Save');
    expect(await page.title()).toContain('Error');
    await press('Finish and clear');
    await signIn(second.customer.id);
    const cookies = (await browser.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    // The first one's form, from the browser's history, sent again while the second is signed in.
    const sent = await page.request.post('/details/name', {
      headers: { cookie: cookies, 'sec-fetch-site': 'same-origin' },
      form: { firstName: TYPED, lastName: MARK, 'kiosk-form': 'of-the-first-one' },
      maxRedirects: 0,
    });
    expect([sent.status(), sent.headers().location]).toEqual([303, '/']);
    await goTo('/details');
    expect(await page.content()).not.toMatch(new RegExp(`${MARK}|${TYPED}`));
  });

  it('is asked after two minutes whether they need more time, and what was typed is kept', async () => {
    const { customer } = await aPerson();
    await signIn(customer.id);
    const answer = await goTo('/details/name');
    expect(answer.headers().refresh).toBe('180;url=/kiosk/finished?why=time');
    const at = async (seconds: number) => {
      await page.evaluate(
        `document.getAnimations().forEach((one) => { one.pause(); one.currentTime = ${seconds * 1000}; })`,
      );
      const seen = await page.evaluate(
        "[...document.querySelectorAll('.wm-idle, main')].map((one) => getComputedStyle(one).visibility)",
      );
      return seen;
    };
    expect(await at(119)).toEqual(['visible', 'hidden', 'hidden']);
    expect(await at(121)).toEqual(['hidden', 'visible', 'hidden']);
    expect(
      await page.evaluate("getComputedStyle(document.querySelector('.wm-idle__count')).getPropertyValue('--wm-left')"),
    ).toBe('59');
    expect(await at(181)).toEqual(['hidden', 'visible', 'visible']);
    await page
      .locator('#firstName')
      .evaluate((field, typed) => void ((field as { value?: string }).value = typed), TYPED);
    await at(121);
    // With the keyboard alone there is nowhere else to go.
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('I need more time');
    await page.keyboard.press('Enter');
    await page.waitForResponse('**/details/name');
    expect(await page.locator('#firstName').inputValue()).toBe(TYPED);

    portal.clock.advance(181_000);
    await page.reload();
    expect(page.url()).toContain('/sign-in');
    expect(await page.content()).not.toContain(TYPED);
    await signIn(customer.id);
    expect(await page.locator('.wm-kiosk-bar').innerText()).toContain('You had begun to change your name.');
    await follow('Go on');
    expect(await page.locator('#firstName').inputValue()).toBe(TYPED);
    await follow('Start page');
    await press('Throw it away');
  });

  it('is signed out by an address that is typed, and by a browser that is started anew', async () => {
    const { customer } = await aPerson();
    await signIn(customer.id);
    await page.goto('/details/name');
    expect(await heading()).toBe('You have finished');
    expect(await cookieNames()).toEqual(['kiosk']);
    await signIn(customer.id);
    await page.goto('/kiosk');
    expect(await heading()).toBe('You have finished');

    // Not closed: ended, as by a crash.
    await browser.close();
    const running = await startProcess();
    await signIn(customer.id);
    // All of it: what Debian calls the browser is a script that starts it.
    process.kill(-running.pid!, 'SIGKILL');
    await new Promise((resolve) => running.once('exit', resolve));
    await start();
    await page.goto('/details/name');
    expect(await page.content()).not.toContain(MARK);
    expect(filesWith([MARK], folder)).toEqual([]);
  });

  it('is told nothing of what is for their own device, and nothing of forms is remembered', async () => {
    const { customer, appointment } = await aPerson();
    await signIn(customer.id);
    for (const path of [
      '/sign-in-methods',
      '/details/download',
      '/plan.pdf',
      `/appointments/${appointment.id}/appointment.ics`,
    ]) {
      await goTo(path);
      expect(new URL(page.url()).pathname).toBe('/kiosk/not-here');
    }
    await goTo('/details/name');
    expect(await page.locator('form:not([autocomplete="off"])').count()).toBe(0);
    expect(
      await page.locator('input[type="text"]:not([autocomplete="off"]), textarea:not([autocomplete="off"])').count(),
    ).toBe(0);
    await press('Finish and clear');
    await page.goto('/sign-in');
    await page.locator('#contact').fill('name@mail.example');
    await press('Send me a code');
    expect(await page.locator('.govuk-error-message').innerText()).toContain('use your phone number');
    expect(await page.locator('a[href*="password"], a[href*="passkey"]').count()).toBe(0);
  });

  it('prints without their details unless they ask', async () => {
    const { customer, appointment } = await aPerson();
    await signIn(customer.id);
    await goTo(`/appointments/${appointment.id}`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('body').innerText()).not.toMatch(new RegExp(MARK));
    expect(await page.locator('.wm-kiosk-bar').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await follow('Print with my details');
    expect(await page.locator('.wm-kiosk-bar').innerText()).toContain('Take it with you');
    expect(await page.locator('body').innerText()).not.toMatch(new RegExp(MARK));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('body').innerText()).toMatch(new RegExp(MARK));
    await page.emulateMedia({ media: 'screen' });
  });

  it('can lock it, and then nothing but the way to open it is there', async () => {
    await page.goto('/kiosk');
    await press('Lock this computer');
    for (const path of ['/kiosk', '/', '/sign-in', '/clubs', '/staff/sign-in']) {
      await page.goto(path);
      expect([new URL(page.url()).pathname, await heading()]).toEqual(['/kiosk', 'This computer is locked']);
    }
  });
});

describe.each(LANGUAGES)('the pages of a shared computer, in %s', (language) => {
  it('are sound: axe, fingers, 200 % text, and strong contrast', async () => {
    const { customer } = await aPerson();
    await page.goto(`/kiosk?lang=${language}`);
    await page.locator('input[name="contrast"][value="high"]').check();
    await page.locator('form[action="/kiosk/display"] button[type="submit"]').last().click();
    const paths = ['/kiosk', '/sign-in', '/sign-in/card', '/kiosk/near?near=LL57', '/kiosk/not-here', '/kiosk/enrol'];
    for (const path of paths) {
      const answer = await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
      expect(answer!.headers()['cache-control']).toBe('no-store');
      expect([path, await pageFaults(page, await answer!.text())]).toEqual([path, []]);
      expect([path, await smallTargets(page, { action: 44, other: 24 })]).toEqual([path, []]);
      await page.setViewportSize({ width: 320, height: 640 });
      await page.evaluate("document.documentElement.style.fontSize = '200%'");
      expect([path, await scrollsSideways(page)]).toEqual([path, false]);
      await page.setViewportSize(DESKTOP);
    }
    const rows = await portal.deps.db.read((q) => q.select().from(q.tables.kiosks));
    const kioskId = rows.find(({ officeId }) => officeId === world.office.id)!.id;
    const session = { kind: 'customer' as const, id: customer.id, kioskId };
    const value = await portal.composition.services.startSession(session, null);
    await page.goto('/kiosk');
    await browser.addCookies([{ name: 'session', value, url: portal.url }]);
    await goTo('/');
    await page.evaluate('document.getAnimations().forEach((one) => { one.pause(); one.currentTime = 121000; })');
    expect(await pageFaults(page)).toEqual([]);
    expect(await smallTargets(page, { action: 44, other: 24 })).toEqual([]);
  });
});
