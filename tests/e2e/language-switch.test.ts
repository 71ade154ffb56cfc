import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCustomerWorld, newestSignInCode, type CustomerWorld } from '../support/customer-world';
import { pageFaults } from '../support/page-faults';
import { startPortal, type TestPortal } from '../support/portal';

describe('the language switch', () => {
  let portal: TestPortal;
  let world: CustomerWorld;
  let page: Page;

  beforeAll(async () => {
    portal = await startPortal({ at: '2026-11-23T09:00:00Z' });
    world = await aCustomerWorld(portal.deps);
  });
  afterAll(() => portal.close());
  beforeEach(async () => {
    page = await portal.newVisitor({ javaScript: false });
  });

  const language = () => page.locator('html').getAttribute('lang');
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const state = () =>
    portal.deps.db.read(async (q) =>
      JSON.stringify([
        await q.select().from(q.tables.signInCodes),
        await q.select().from(q.tables.messages),
        await q.select().from(q.tables.appointments),
        await q.select().from(q.tables.callList),
      ]),
    );

  it('keeps what was typed, on a page with an error as well, and nothing is sent', async () => {
    await page.goto('/sign-in');
    await page.getByRole('textbox').fill('no number');
    await press('Send me a code');
    expect(await page.title()).toMatch(/^Error: /);
    await page.getByRole('textbox').fill('not yet <done>');
    const before = await state();
    await press('Cymraeg');
    expect(await language()).toBe('cy');
    expect(await page.getByRole('textbox').inputValue()).toBe('not yet <done>');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    expect(await state()).toBe(before);
    expect(await pageFaults(await copyOf(page))).toEqual([]);
    await press('English');
    expect(await page.getByRole('textbox').inputValue()).toBe('not yet <done>');
  });

  it('is remembered on the device', async () => {
    await page.goto('/sign-in');
    await press('Cymraeg');
    await page.goto('/sign-in');
    expect(await language()).toBe('cy');
  });

  it('keeps which answer was chosen, behind a link', async () => {
    await page.goto(`${world.link}/cannot-come`);
    await page.getByRole('radio').nth(3).check();
    const before = await state();
    await press('Cymraeg');
    expect(await language()).toBe('cy');
    expect(await page.getByRole('radio').nth(3).isChecked()).toBe(true);
    expect(await state()).toBe(before);
  });

  it('neither sends another code nor uses a try, and does not show the code that was typed', async () => {
    await page.goto('/sign-in');
    await page.getByRole('textbox').fill('07700 900123');
    await press('Send me a code');
    const code = await newestSignInCode(portal.deps, world.aled.id);
    const before = await state();
    for (let time = 0; time < 4; time += 1) {
      await page.getByRole('textbox').fill('000000');
      await press(time % 2 === 0 ? 'Cymraeg' : 'English');
      expect(await page.getByRole('textbox').inputValue()).toBe('');
    }
    expect(await state()).toBe(before);
    await page.getByRole('textbox').fill(code);
    await page.getByRole('textbox').press('Enter');
    expect(new URL(page.url()).pathname).toBe('/');
  });

  it('leaves the Enter key to the form', async () => {
    await page.goto('/sign-in');
    await page.getByRole('textbox').fill('nobody');
    await page.getByRole('textbox').press('Enter');
    expect(await language()).toBe('en');
    expect(await page.title()).toMatch(/^Error: /);
  });

  it('is reached with Tab once, and pressed with the keyboard', async () => {
    await page.goto('/sign-in');
    const reached: string[] = [];
    for (let step = 0; step < 5; step += 1) {
      await page.keyboard.press('Tab');
      reached.push(await page.locator(':focus').innerText());
    }
    expect(reached).toEqual(['Skip to main content', 'Waymark', 'Menu', 'Cymraeg', '']);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.locator('html[lang=cy]').waitFor();
  });

  it('of another site is refused like everything else that another site sends', async () => {
    const answer = await fetch(`${portal.url}/sign-in`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'contact=x&language-switch=cy',
    });
    expect(answer.status).toBe(403);
  });

  /** axe needs a script, so the page is looked at again in a browser that runs them. */
  async function copyOf(shown: Page): Promise<Page> {
    const copy = await portal.newVisitor();
    await copy.goto(`${portal.url}/sign-in?lang=cy`);
    await copy.setContent(await shown.content(), { waitUntil: 'load' });
    return copy;
  }
});
