import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '~/domain/clock';
import { VISIT_TASKS } from '~/domain/assisted/visit';
import { LANGUAGES } from '~/domain/language';
import { guidesWords } from '~/i18n/pages/guides';
import { aCustomerWorld, type CustomerWorld } from '../support/customer-world';
import { aMemberOfStaff } from '../support/factories';
import { smallTargets } from '../support/page-checks';
import { pageFaults } from '../support/page-faults';
import { DESKTOP, PHONE, startPortal, type TestPortal } from '../support/portal';
import { theyAreSound, type Shown } from '../support/sound-pages';
import { brokenWords, lowButtons } from '../support/page-checks';
import { staffPageFaults } from '../support/sound-staff-pages';

/** The clock stands at 9:00 on Monday 23 November 2026. */
describe('the champion’s desk', () => {
  let portal: TestPortal;
  let world: CustomerWorld;
  let kofi: string;

  beforeAll(async () => {
    portal = await startPortal({ at: '2026-11-23T09:00:00Z' });
    world = await aCustomerWorld(portal.deps);
    kofi = (await aMemberOfStaff(portal.deps, world.office.id, { firstName: 'Kofi', lastName: 'Mensah', role: 'champion' })).id; // prettier-ignore
  });
  afterAll(() => portal.close());
  beforeEach(async () => {
    await portal.deps.db.write(async (q) => {
      for (const table of ['visitTasks', 'customerActs', 'sessions', 'helps', 'visits'] as const)
        await q.delete(q.tables[table]);
    });
  });

  const signIn = async (page: Page, id: string, kind: 'staff' | 'customer') => {
    const value = await portal.composition.services.startSession({ kind, id }, null);
    await page.context().addCookies([{ name: 'session', value, url: portal.url }]);
  };
  const visitor = async (id: string, kind: 'staff' | 'customer', viewport = kind === 'staff' ? DESKTOP : PHONE) => {
    const page = await portal.newVisitor({ viewport, javaScript: false });
    await signIn(page, id, kind);
    return page;
  };
  const main = async (page: Page) => (await page.locator('body').innerText()).replaceAll('\u00a0', ' ');
  const press = async (page: Page, name: string | RegExp) => {
    await Promise.all([page.waitForNavigation(), page.getByRole('button', { name }).first().click()]);
  };
  /** Aled waits, or is with Kofi and has agreed. */
  const aVisit = async (state: 'waiting' | 'taken' | 'agreed') => {
    const { services } = portal.composition;
    const staff = { kind: 'staff', id: kofi, officeId: world.office.id, role: 'champion', firstName: 'Kofi', lastName: 'Mensah' } as const; // prettier-ignore
    const person = { kind: 'customer', id: world.aled.id, officeId: world.office.id, language: 'en', signedInAt: 0, kioskId: null, help: null } as const; // prettier-ignore
    const asked = await services.askForVisit({ person, wants: 'see_meeting', here: true });
    const id = asked.ok ? asked.id : '';
    if (state !== 'waiting') await services.takeVisit({ staff, id });
    if (state === 'agreed') await services.answerVisit({ person, id, yes: true });
    return id;
  };

  it('somebody asks for help, the champion takes them, they agree, are shown, stop it, and can now do it alone', async () => {
    await portal.deps.db.write(async (q) => {
      const skills = {
        open_link: 'with_help',
        write_message: 'no',
        fill_form: 'no',
        use_code: 'alone',
        spot_scam: 'no',
      };
      const answers = { device: 'own', online: 'yes', readByOthers: 'no', often: 'weekly', ...skills, way: 'no_preference', wants: ['champion'] }; // prettier-ignore
      const at = portal.clock.now() - DAY;
      await q.insert(q.tables.profiles).values({
        ...{
          id: portal.deps.newId(),
          customerId: world.aled.id,
          answers: portal.deps.vault.seal(JSON.stringify(answers)),
        },
        ...{ startedAt: at, updatedAt: at, finishedAt: at, toldBy: 'customer' },
        ...{ version: 1, score: 6, recommended: 'champion_first', rule: 'score' },
      });
    });
    const aled = await visitor(world.aled.id, 'customer');
    await aled.goto('/');
    await aled.getByRole('link', { name: 'Someone to show me how' }).click();
    await aled.locator('a.govuk-button').click();
    await aled.waitForURL('/visits/new');
    await press(aled, 'Ask for help');
    await aled.waitForSelector('.govuk-error-summary');
    expect(await aled.title()).toMatch(/^Error: /);
    await aled.getByLabel('See my next meeting').check();
    await aled.getByLabel(/Now. I am at the jobcentre/).check();
    await press(aled, 'Ask for help');
    expect(await main(aled)).toContain('You are on the list.');

    const champion = await visitor(kofi, 'staff');
    await champion.goto('/staff');
    expect(new URL(champion.url()).pathname).toBe('/staff/desk');
    expect(await main(champion)).toContain('1 person waits');
    expect(await main(champion)).toContain('Wants: See the next meeting');
    await press(champion, /I’m with them/);
    expect(await main(champion)).toContain('You are with them.');
    expect(await main(champion)).toContain('Mobile ending in 123');
    expect(await champion.getByRole('button', { name: 'Open their pages' }).count()).toBe(0);

    await aled.goto('/');
    await aled.getByRole('link', { name: 'What Kofi would like to ask' }).click();
    expect(await main(aled)).toContain('Kofi cannot see:');
    await press(aled, 'Yes, for this visit');
    await aled.goto('/plan');
    expect(await main(aled)).toContain('Kofi can see your pages and is helping you.');

    await champion.reload();
    await press(champion, 'Open their pages');
    expect(new URL(champion.url()).pathname).toBe('/');
    expect(await main(champion)).toContain('Tuesday 24 November');
    expect(await main(champion)).not.toContain('forklift');
    await champion.goto('/details');
    expect(new URL(champion.url()).pathname).toBe('/details');

    await press(aled, 'Stop');
    expect(await main(aled)).toContain('Nobody else sees your pages now.');
    await champion.goto('/details');
    expect(new URL(champion.url()).pathname).toBe('/sign-in');

    await champion.goto('/staff/desk');
    await champion.getByRole('link', { name: 'Aled Hughes' }).click();
    await champion.getByLabel('Can do it alone now').check();
    await champion.getByLabel('Aled agrees that we put this in their profile').check();
    await press(champion, 'Write down');
    expect(await main(champion)).toContain('Written down, and put in their profile.');
    await press(champion, 'Finish the visit');
    expect(await main(champion)).toContain('See the next meeting: Can do it alone now');
    await press(champion, 'Undo');
    expect(await main(champion)).toContain('The visit goes on.');
    const profiles = await portal.deps.db.read((q) => q.select().from(q.tables.profiles));
    expect(profiles.map(({ source }) => source).sort()).toEqual(['asked', 'evidence']);
    await aled.context().close();
    await champion.context().close();
  });

  it('the champion cannot reach plan, messages, situation or notes in the session', async () => {
    const id = await aVisit('agreed');
    const { services } = portal.composition;
    await services.startSession({ kind: 'customer', id: world.aled.id }, null);
    const page = await visitor(kofi, 'staff');
    await page.goto(`/staff/desk/${id}`);
    await press(page, 'Open their pages');
    expect(await main(page)).toContain('Tuesday 24 November');
    for (const path of [
      '/plan',
      '/plan/reminders',
      '/adviser/messages',
      '/adviser/messages/new',
      '/situation',
      '/situation/help',
      '/journey',
      '/details/sharing',
      '/details/download',
      '/sign-in-methods',
      '/calendar',
      '/visits',
      `/appointments/${world.appointment.id}/messages`,
      `/appointments/${world.appointment.id}/feedback`,
    ]) // prettier-ignore
    {
      await page.goto(path);
      expect(new URL(page.url()).pathname, path).toMatch(/^\/(help\/only-them|sign-in)$/);
    }
    const agreed = await page.request.post(`/visits/${id}/agreement`, { form: { answer: 'yes' }, headers: { 'sec-fetch-site': 'same-origin' }, maxRedirects: 0 }); // prettier-ignore
    expect(agreed.headers().location).toMatch(/^\/(help\/only-them|sign-in)/);
    await page.context().close();
  });

  it('by keyboard alone somebody asks, agrees and stops', async () => {
    const page = await visitor(world.aled.id, 'customer');
    const tabTo = async (text: string) => {
      for (let n = 0; n < 60; n += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate(`(document.activeElement.innerText || document.activeElement.value || '').includes(${JSON.stringify(text)})`)) return; // prettier-ignore
      }
      throw new Error(`no way to ${text}`);
    };
    await page.goto('/visits/new');
    await tabTo('sign_in');
    await page.keyboard.press('Space');
    await tabTo('here');
    await page.keyboard.press('Space');
    await tabTo('Ask for help');
    await page.keyboard.press('Enter');
    await page.waitForURL(/done=asked/);
    await aVisit('taken');
    const { id } = (await portal.deps.db.read((q) => q.select().from(q.tables.visits)))[0]!;
    await portal.composition.services.takeVisit({ staff: { kind: 'staff', id: kofi, officeId: world.office.id, role: 'champion', firstName: 'Kofi', lastName: 'Mensah' }, id }); // prettier-ignore
    await page.goto('/visits');
    await tabTo('Yes, for this visit');
    await page.keyboard.press('Enter');
    await page.waitForURL(/done=agreed/);
    await page.goto('/');
    await tabTo('Stop');
    await page.keyboard.press('Enter');
    await page.waitForURL(/done=stopped/);
    await page.context().close();
  });

  describe.each(LANGUAGES)('in %s', (language) => {
    it('the staff pages are sound', async () => {
      const id = await aVisit('agreed');
      const page = await portal.newVisitor({ viewport: DESKTOP });
      await signIn(page, kofi, 'staff');
      for (const path of [
        '/staff/desk',
        '/staff/desk/print',
        `/staff/desk/${id}`,
        `/staff/desk/people/${world.nia.id}`,
        '/staff/guides',
        '/staff/guides/stay_safe',
      ]) // prettier-ignore
      {
        await page.goto(`${path}?lang=${language}`);
        expect(await staffPageFaults(page, language), path).toEqual([]);
        await page.setViewportSize({ width: 360, height: 640 });
        expect([...(await brokenWords(page)), ...(await lowButtons(page))], path).toEqual([]);
        await page.setViewportSize(DESKTOP);
      }
      await page.goto(`/staff/desk/${id}`);
      await Promise.all([
        page.waitForNavigation(),
        page.locator(`form[action="/staff/desk/${id}"] .govuk-button`).click(),
      ]);
      expect(await page.locator('.govuk-error-summary').count()).toBe(1);
      expect(await pageFaults(page)).toEqual([]);
      await page.context().close();
    });

    it('every guide is on one sheet of paper', async () => {
      const page = await portal.newVisitor();
      for (const task of VISIT_TASKS) {
        await page.goto(`/guides/${task}?lang=${language}`);
        const pdf = await page.pdf({ format: 'A4' });
        expect(pagesOf(pdf), `${task} ${language}`).toBe(1);
      }
      expect(await main(page)).toContain(guidesWords.in(language).guides.find_jobs.title);
      await page.context().close();
    });

    it('the bar on a customer’s page is as large as a finger, and sound', async () => {
      await aVisit('agreed');
      const page = await portal.newVisitor({ viewport: PHONE });
      await signIn(page, world.aled.id, 'customer');
      const response = await page.goto(`/?lang=${language}`);
      expect(await pageFaults(page, await response!.text())).toEqual([]);
      expect(await page.evaluate("document.querySelector('.wm-champion-bar button').getBoundingClientRect().height")).toBeGreaterThanOrEqual(44); // prettier-ignore
      expect(await smallTargets(page, { action: 44, other: 24 })).toEqual([]);
      await page.context().close();
    });
  });

  const open =
    (path: string, state: Parameters<typeof aVisit>[0] | null = null): Shown['open'] =>
    async (page, language) => {
      await signIn(page, world.aled.id, 'customer');
      if (state) await aVisit(state);
      return page.goto(`${path}?lang=${language}`);
    };
  const pages: Shown[] = [
    { name: 'help at the jobcentre', open: open('/visits') },
    { name: 'asking for it', open: open('/visits/new') },
    { name: 'waiting', open: open('/visits', 'waiting') },
    { name: 'the question', open: open('/visits', 'taken') },
    { name: 'having agreed', open: open('/visits', 'agreed') },
    { name: 'the guides', open: open('/guides') },
    { name: 'a guide', open: open('/guides/change_contact') },
  ];
  theyAreSound(() => portal, pages);
});

/** How many pages a PDF of a browser has. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
