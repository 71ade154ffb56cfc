import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '~/domain/language';
import { appointmentWords } from '~/i18n/pages/appointment';
import { frameWords } from '~/i18n/pages/frame';
import { homeWords } from '~/i18n/pages/home';
import { signInWords } from '~/i18n/pages/sign-in';
import { aLink } from '../support/factories';
import { aCustomerWorld, someMessages, type CustomerWorld } from '../support/customer-world';
import { bytesOnTheWire } from '../support/page-checks';
import { startPortal, type TestPortal } from '../support/portal';
import { theyAreSound, type Shown } from '../support/sound-pages';

describe('customers’ pages', () => {
  let portal: TestPortal;
  let world: CustomerWorld;
  let cancelled: string;
  let declined: string;
  let quiet: string;
  const session: Record<'aled' | 'nia', string> = { aled: '', nia: '' };

  beforeAll(async () => {
    portal = await startPortal({ at: '2026-11-23T09:00:00Z' });
    world = await aCustomerWorld(portal.deps);
    const { services } = portal.composition;
    for (const who of ['aled', 'nia'] as const) {
      session[who] = await services.startSession({ kind: 'customer', id: world[who].id }, null);
    }
    const off = await world.meet(world.aled.id, '2026-11-25T09:00:00Z', { status: 'cancelled_by_office' });
    cancelled = `/a/${await aLink(portal.deps, off)}`;
    const other = await world.meet(world.aled.id, '2026-12-20T09:00:00Z', { cannotComeAt: 1, mode: 'video' });
    declined = `/a/${await aLink(portal.deps, other)}`;
    quiet = (await world.meet(world.nia.id, '2026-11-20T09:00:00Z')).id;
    await someMessages(portal.deps, world.appointment);
  });
  afterAll(() => portal.close());

  const signedIn = (who: 'aled' | 'nia', page: Page) =>
    page.context().addCookies([{ name: 'session', value: session[who], url: portal.url }]);
  const get = (path: () => string, status = 200): Omit<Shown, 'name'> => ({
    open: (page, language) => page.goto(`${path()}${path().includes('?') ? '&' : '?'}lang=${language}`),
    status,
  });
  /** Opens a page and presses its button without having answered. */
  const wrong = (path: () => string, button: (language: Language) => string): Omit<Shown, 'name'> => ({
    status: 422,
    async open(page, language) {
      await page.goto(`${path()}?lang=${language}`);
      const [answer] = await Promise.all([
        page.waitForNavigation(),
        page.getByRole('button', { name: button(language), exact: true }).click(),
      ]);
      return answer;
    },
  });

  const pages: Shown[] = [
    { name: 'the link', ...get(() => world.link) },
    { name: 'the link after a move', ...get(() => `${world.link}?done=moved`) },
    { name: 'the link of somebody who cannot come', ...get(() => declined) },
    { name: 'why not', ...get(() => `${world.link}/cannot-come`) },
    { name: 'another time', ...get(() => `${world.link}/new-time`) },
    {
      name: 'another time, not answered',
      ...wrong(
        () => `${world.link}/new-time`,
        (language) => appointmentWords.in(language).newTime.submit,
      ),
    },
    { name: 'a link to nothing', ...get(() => '/a/nothing', 404) },
    { name: 'a link to something cancelled', ...get(() => cancelled, 410) },
    { name: 'no such page', ...get(() => '/nothing', 404) },
    { name: 'sign in', ...get(() => '/sign-in') },
    { name: 'signed out', ...get(() => '/sign-in?done=signed-out') },
    {
      name: 'sign in, not answered',
      ...wrong(
        () => '/sign-in',
        (language) => signInWords.in(language).submit,
      ),
    },
    {
      name: 'the code',
      async open(page, language) {
        await page.context().addCookies([{ name: 'sign-in', value: 'a'.repeat(43), url: portal.url }]);
        return page.goto(`/sign-in/code?lang=${language}`);
      },
    },
    {
      name: 'the code, too late',
      status: 422,
      async open(page, language) {
        await page.context().addCookies([{ name: 'sign-in', value: 'a'.repeat(43), url: portal.url }]);
        await page.goto(`/sign-in/code?lang=${language}`);
        await page.getByRole('textbox').fill('123456');
        const submit = page.getByRole('button', { name: signInWords.in(language).code.submit, exact: true });
        const [answer] = await Promise.all([page.waitForNavigation(), submit.click()]);
        return answer;
      },
    },
    {
      name: 'home',
      async open(page, language) {
        await signedIn('aled', page);
        return page.goto(`/?lang=${language}`);
      },
    },
    {
      name: 'home, with nothing on it',
      async open(page, language) {
        await signedIn('nia', page);
        return page.goto(`/?lang=${language}`);
      },
    },
    {
      name: 'what we send, with a text that arrived and one that is planned',
      async open(page, language) {
        await signedIn('aled', page);
        return page.goto(`/appointments/${world.appointment.id}/messages?lang=${language}`);
      },
    },
    {
      name: 'what we send, with nothing in it',
      async open(page, language) {
        await signedIn('nia', page);
        return page.goto(`/appointments/${quiet}/messages?lang=${language}`);
      },
    },
    {
      name: 'what we send about somebody else’s',
      status: 404,
      async open(page, language) {
        await signedIn('nia', page);
        return page.goto(`/appointments/${world.appointment.id}/messages?lang=${language}`);
      },
    },
    {
      name: 'why not, signed in',
      async open(page, language) {
        await signedIn('aled', page);
        return page.goto(`/appointments/${world.appointment.id}/cannot-come?lang=${language}`);
      },
    },
  ];

  theyAreSound(() => portal, pages);

  it('say that the Welsh is a draft as long as it is one', async () => {
    const drafts = [frameWords, homeWords, appointmentWords, signInWords].some(({ review }) => review.draft > 0);
    const page = await portal.newVisitor();
    await page.goto('/sign-in?lang=cy');
    expect(await page.locator('footer').innerText()).toContain(frameWords.in('cy').draftNotice);
    expect(frameWords.in('cy').draftNotice !== '').toBe(drafts);
  });

  it('fit what a phone gets in one go: 14,600 bytes with the style sheet, 4,000 when it has that', async () => {
    const home = await bytesOnTheWire(`${portal.url}/`, `session=${session.aled}`);
    const told = await bytesOnTheWire(
      `${portal.url}/appointments/${world.appointment.id}/messages`,
      `session=${session.aled}`,
    );
    const linked = await bytesOnTheWire(`${portal.url}${world.link}/new-time`);
    const page = await fetch(`${portal.url}/sign-in`).then((response) => response.text());
    const css = /rel="stylesheet" href="([^"]+)"/.exec(page)![1]!;
    const styles = await bytesOnTheWire(`${portal.url}${css}`);
    console.log(`home ${home}, another time ${linked}, what we send ${told}, style sheet ${styles} bytes on the wire`);
    for (const html of [home, linked, told]) {
      expect(html).toBeLessThanOrEqual(4_000);
      expect(html + styles).toBeLessThanOrEqual(10_000);
    }
  });
});
