import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aboutWords } from '~/i18n/pages/about';
import { aCustomerWorld, newestSignInCode, type CustomerWorld } from '../support/customer-world';
import { anOffice } from '../support/factories';
import { startPortal, type TestPortal } from '../support/portal';
import { theyAreSound } from '../support/sound-pages';

const ABOUT = ['/accessibility', '/privacy', '/cookies', '/terms', '/contact'];
const LISTED = Object.keys(aboutWords.in('en').cookies.kinds).sort();

describe('what is around every page', () => {
  let portal: TestPortal;
  let world: CustomerWorld;
  let session: string;

  beforeAll(async () => {
    portal = await startPortal({ at: '2026-11-23T09:00:00Z' });
    world = await aCustomerWorld(portal.deps);
    await anOffice(portal.deps, {
      name: 'Wrexham Jobcentre',
      address: '2 Station Road, Wrexham',
      phone: '01632 960177',
    });
    session = await portal.composition.services.startSession({ kind: 'customer', id: world.aled.id }, null);
  });
  afterAll(() => portal.close());

  const signedIn = async (javaScript = false) => {
    const page = await portal.newVisitor({ javaScript });
    await page.context().addCookies([{ name: 'session', value: session, url: portal.url }]);
    return page;
  };

  theyAreSound(
    () => portal,
    [
      ...ABOUT.map((path) => ({
        name: path,
        open: (page: Parameters<Parameters<typeof theyAreSound>[1][0]['open']>[0], language: string) =>
          page.goto(`${path}?lang=${language}`),
      })),
      {
        name: 'contact, of somebody who is signed in',
        async open(page, language) {
          await page.context().addCookies([{ name: 'session', value: session, url: portal.url }]);
          return page.goto(`/contact?lang=${language}`);
        },
      },
    ],
  );

  it('leads to each of them from every customer’s page', async () => {
    const page = await portal.newVisitor({ javaScript: false });
    for (const path of ABOUT) {
      await page.goto(world.link);
      await page.locator(`footer a[href="${path}"]`).click();
      expect(new URL(page.url()).pathname).toBe(path);
      expect(await page.locator('h1').count()).toBe(1);
    }
  });

  it('has a menu with everything for whoever is signed in, and says where one is', async () => {
    const page = await signedIn();
    await page.goto('/contact');
    await page.getByRole('link', { name: 'Menu', exact: true }).click();
    expect(new URL(page.url()).hash).toBe('#menu');
    const menu = page.getByRole('navigation', { name: 'Menu' });
    expect(await menu.getByRole('link').allInnerTexts()).toEqual([
      ...['Home', 'My meetings', 'My plan', 'My journey', 'Work clubs', 'My adviser'],
      ...['Help with my situation', 'Being online: what suits you', 'Help with being online', 'Someone to show me how'],
      ...['My details', 'How I sign in'],
    ]);
    for (const target of await menu.locator('a, button').all()) {
      expect((await target.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    }
    await menu.getByRole('link', { name: 'Home' }).press('Enter');
    expect(await page.locator('nav [aria-current="page"]').allInnerTexts()).toEqual(['Home']);
  });

  it('has what is for everybody in the menu of whoever is not', async () => {
    const page = await portal.newVisitor({ javaScript: false });
    await page.goto('/terms');
    const menu = page.getByRole('navigation', { name: 'Menu' });
    expect(await menu.getByRole('link').allInnerTexts()).toEqual(['Work clubs', 'Sign in']);
    expect(await menu.getByRole('button').count()).toBe(0);
  });

  it('signs out from the menu', async () => {
    const own = await portal.composition.services.startSession({ kind: 'customer', id: world.nia.id }, null);
    const page = await portal.newVisitor({ javaScript: false });
    await page.context().addCookies([{ name: 'session', value: own, url: portal.url }]);
    await page.goto('/terms');
    await page.getByRole('button', { name: 'Sign out' }).press('Enter');
    expect(await page.locator('main').innerText()).toContain('You’ve signed out.');
  });

  it('shows one’s own office first, with its number, its hours and its address', async () => {
    const page = await signedIn();
    await page.goto('/contact');
    const first = page.locator('main section').first();
    expect(await first.locator('h2').innerText()).toBe('Bangor Jobcentre');
    expect(await first.innerText()).toContain('Monday to Friday, 9am to 5pm');
    const other = page.locator('main section').nth(1);
    expect(await other.innerText()).toContain('2 Station Road, Wrexham');
    expect(await other.getByRole('link').getAttribute('href')).toBe('tel:01632960177');
  });

  it('names every cookie that the code sets, and no other', () => {
    const folder = join(process.cwd(), 'app');
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) => /\.tsx?$/.test(name) && !name.includes('.test.'),
    );
    const set = sources.flatMap((name) =>
      [
        ...readFileSync(join(folder, name), 'utf8').matchAll(
          /hostCookie\([^,()]+, '([^']+)'|\.cookie\('([^']+)'|`([a-z]+)=\$\{value\}/g,
        ),
      ].map((found) => found[1] ?? found[2] ?? found[3]!),
    );
    expect([...new Set(set)].sort()).toEqual(LISTED);
  });

  it('names every cookie that a browser has after signing in', async () => {
    const page = await portal.newVisitor({ javaScript: false });
    const seen = new Set<string>();
    const look = async () => (await page.context().cookies()).forEach(({ name }) => seen.add(name));
    await page.goto('/sign-in?lang=cy');
    await look();
    await page.goto('/sign-in?lang=en');
    await page.getByRole('textbox').fill('07700 900123');
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await look();
    await page.getByRole('textbox').fill(await newestSignInCode(portal.deps, world.aled.id));
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await look();
    await page.goto('/cookies');
    for (const name of seen) expect(await page.locator('dl').innerText()).toContain(name);
    expect([...seen].filter((name) => !LISTED.includes(name))).toEqual([]);
    expect(seen.size).toBe(3);
  });

  it('has the number to call on pages that the server makes by itself, too', async () => {
    await fetch(`${portal.url}/sign-in`);
    const answer = await fetch(`${portal.url}/%`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('href="tel:01632');
  });
});
