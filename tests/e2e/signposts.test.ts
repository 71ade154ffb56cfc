import { eq, inArray } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCustomerWorld, type CustomerWorld } from '../support/customer-world';
import { aClub, aDigitalPlace, aMemberOfStaff, aProfile, someHelp } from '../support/factories';
import { smallTargets } from '../support/page-checks';
import { DESKTOP, startPortal, type TestPortal } from '../support/portal';
import { theyAreSound, type Shown } from '../support/sound-pages';
import { staffPageFaults } from '../support/sound-staff-pages';

/** Tuesday 24 November 2026. Aled of Bangor has said no to forms; Nia has said nothing. */
describe('what is near by', () => {
  let portal: TestPortal;
  let world: CustomerWorld;
  const sessions: Record<string, string> = {};

  beforeAll(async () => {
    portal = await startPortal({ at: '2026-11-24T10:00:00Z' });
    const { deps, composition } = portal;
    world = await aCustomerWorld(deps);
    await aDigitalPlace(deps, world.office.id);
    await aDigitalPlace(deps, world.office.id, { kind: 'computers', name: 'Llyfrgell Lôn y Bont', teaches: '' });
    await aClub(deps, { name: 'Harbour work club', computers: true });
    await someHelp(deps, world.office.id, { barrier: 'money', name: 'Cyngor Arian Menai' });
    await aProfile(deps, world.aled.id, { fill_form: 'no', device: 'none' });
    const elin = await aMemberOfStaff(deps, world.office.id, { firstName: 'Elin', role: 'manager' });
    const kofi = await aMemberOfStaff(deps, world.office.id, { firstName: 'Kofi', role: 'champion' });
    const people = { aled: world.aled, nia: world.nia, sioned: world.adviser, elin, kofi };
    for (const [name, { id }] of Object.entries(people)) {
      const kind = name === 'aled' || name === 'nia' ? 'customer' : 'staff';
      sessions[name] = await composition.services.startSession({ kind, id }, null);
    }
  });
  afterAll(() => portal.close());

  const signIn = (who: string, page: Page) =>
    page.context().addCookies([{ name: 'session', value: sessions[who]!, url: portal.url }]);
  async function as(who: string, options: Parameters<TestPortal['newVisitor']>[0] = { javaScript: false }) {
    const page = await portal.newVisitor(options);
    await signIn(who, page);
    return page;
  }
  const main = async (page: Page) => (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');
  const press = (page: Page, name: string | RegExp) =>
    Promise.all([page.waitForNavigation(), page.getByRole('button', { name }).first().click()]);
  const pagesOf = async (page: Page) => {
    const pdf = await page.pdf({ format: 'A4' });
    return (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
  };
  const record = (rest: string) => `/staff/customers/${world.aled.id}/${rest}`;

  it('points who said no to forms to the Tuesday course, on a sheet to take home, and somebody asks two weeks later', async () => {
    const aled = await as('aled');
    await aled.goto('/near-me');
    let text = await main(aled);
    for (const words of [
      'Forms, step by step',
      'Helps with filling in forms',
      'Tuesday, 10 to 12',
      '01632 960650',
      'Free',
    ])
      expect(text).toContain(words);
    expect(text).toContain('Llyfrgell Lôn y Bont');
    expect(text).toContain('Could a course change your money? Ask your adviser first.');
    await press(aled, /^I’d like to go\s*: Forms/);
    text = await main(aled);
    expect(text).toContain('We’ve noted that you’d like to go: Forms, step by step.');
    expect(text).toContain('Someone will ask how it went on Tuesday 8 December or after.');
    await press(aled, /^Take it back/);
    expect(await main(aled)).toContain('You’ve taken it back.');

    // The adviser sees why, and gives it at the meeting.
    const sioned = await as('sioned', { javaScript: false, viewport: DESKTOP });
    await sioned.goto(record('signposts'));
    expect(await main(sioned)).toContain('Because of: filling in a form');
    expect(await sioned.getByLabel('Ask them how it went on').inputValue()).toBe('2026-12-08');
    await press(sioned, 'Give these');
    expect(await sioned.title()).toMatch(/^Error: /);
    expect(await main(sioned)).toContain('Tick what you want to give them');
    await sioned.getByLabel('Forms, step by step').check();
    await press(sioned, 'Give these');
    expect(await main(sioned)).toContain('Given. The sheet is ready to print.');
    await sioned.getByRole('link', { name: 'A sheet for them to take home' }).click();
    expect(await main(sioned)).toContain('4 Ffordd Caellepa, Bangor, LL57 1ZV');
    expect(await pagesOf(sioned)).toBe(1);

    // Nobody is asked before the day.
    await sioned.goto('/staff/signposts');
    expect(await main(sioned)).toContain('Nobody to ask today.');
    portal.clock.set('2026-12-08T10:00:00Z');
    sessions.sioned = await portal.composition.services.startSession({ kind: 'staff', id: world.adviser.id }, null);
    await signIn('sioned', sioned);
    await sioned.goto('/staff/day');
    expect(await sioned.locator('.wm-needs').innerText()).toContain('Forms, step by step, for filling in a form');
    await sioned.goto('/staff/signposts');
    await press(sioned, /^Ask again in two weeks/);
    expect(await main(sioned)).toContain('It will be asked about again in two weeks.');
    await press(sioned, 'Undo');
    await press(sioned, /^They went/);
    expect(await main(sioned)).toContain('Aled Hughes, Forms, step by step: They went');
    portal.clock.set('2026-11-24T10:00:00Z');
    for (const [name, id] of [['sioned', world.adviser.id]] as const)
      sessions[name] = await portal.composition.services.startSession({ kind: 'staff', id }, null);
  });

  it('is one sheet of paper, however much is on it, in large letters, in Welsh as well', async () => {
    const long = 'A very long name for a place that people know by another name';
    const more: { id: string }[] = [];
    for (const cost of ['£10', 'free', 'Ask about the price: it depends on what you earn and on where you live'])
      more.push(await aDigitalPlace(portal.deps, world.office.id, { name: `${long}, ${cost}`.slice(0, 80), kind: 'computers', cost, open: 'Monday to Friday, 9:30am to 5pm, and Saturdays 10am to 4pm' })); // prettier-ignore
    for (const { id: targetId } of more) {
      const pick = { kind: 'digital_place', targetId, need: 'device' } as const;
      await portal.composition.services.chooseSignpost({ customerId: world.nia.id, pick });
    }
    const nia = await as('nia');
    await nia.goto('/near-me');
    await press(nia, /^I’d like to go/);
    await nia.goto('/near-me/sheet?lang=cy');
    expect(await main(nia)).toContain('Lleoedd all eich helpu chi');
    expect(await nia.locator('.wm-sheet__item').count()).toBe(3);
    expect(await pagesOf(nia)).toBe(1);
    await nia.emulateMedia({ media: 'print' });
    expect(await nia.locator('.wm-menu').isVisible()).toBe(false);
    expect(await nia.locator('.wm-sheet').isVisible()).toBe(true);
    expect(await nia.content()).not.toContain('Nia');
    const { digitalPlaces, signposts } = portal.deps.db.tables;
    await portal.deps.db.write((q) => q.delete(signposts).where(eq(signposts.customerId, world.nia.id)));
    await portal.deps.db.write((q) => q.update(digitalPlaces).set({ active: false }).where(inArray(digitalPlaces.id, more.map(({ id }) => id)))); // prettier-ignore
  });

  it('is put down together with an adviser, leads to help by name, and is the customer’s to take back', async () => {
    const sioned = await as('sioned', { javaScript: false, viewport: DESKTOP });
    await sioned.goto(record('situation'));
    await sioned.getByLabel('Money', { exact: true }).check();
    await sioned.getByLabel('In their own words', { exact: true }).fill('Behind with the rent');
    await sioned.getByLabel('Not sure of finding work').check();
    await press(sioned, 'Save what they told you');
    expect(await main(sioned)).toContain('What they told you is saved.');
    await press(sioned, /^Give this\s*: Cyngor Arian Menai/);
    expect(await main(sioned)).toContain('Given. The sheet is ready to print.');
    await sioned.goto(record(''));
    expect(await main(sioned)).toContain('Not sure of finding work');

    const elin = await as('elin', { javaScript: false, viewport: DESKTOP });
    await elin.goto(record('situation'));
    expect(await main(elin)).toContain('Cyngor Arian Menai');
    expect(await main(elin)).not.toContain('Behind with the rent');
    const kofi = await as('kofi', { javaScript: false, viewport: DESKTOP });
    expect((await kofi.goto(record('situation')))!.status()).toBe(404);
    await kofi.goto(record('signposts'));
    expect(await kofi.content()).not.toContain('Cyngor Arian');

    const aled = await as('aled');
    await aled.goto('/situation');
    await aled.getByRole('link', { name: 'How you feel about work' }).click();
    expect(await main(aled)).toContain('This does not change your money.');
    expect(await main(aled)).toContain('You told us this with someone at your office');
    expect(await aled.getByLabel('I do not feel sure').isChecked()).toBe(true);
    await press(aled, 'Take it back');
    expect(await main(aled)).toContain('You’ve taken it back.');
    await press(aled, 'Save');
    expect(await aled.title()).toMatch(/^Error: /);
  });

  it('can be done with the keyboard alone, and every button is as large as a finger', async () => {
    const nia = await as('nia');
    await nia.goto('/near-me');
    expect(await main(nia)).toContain('Most people start with one of these.');
    await nia
      .getByRole('button', { name: /^I’d like to go/ })
      .first()
      .focus();
    await Promise.all([nia.waitForNavigation(), nia.keyboard.press('Enter')]);
    expect(nia.url()).toContain('/near-me?done=chosen');
    expect(await smallTargets(nia, { action: 44, other: 24 })).toEqual([]);
  });

  it.each(['en', 'cy'] as const)('is sound for staff in %s', async (language) => {
    const sioned = await as('sioned', { javaScript: true, viewport: DESKTOP });
    for (const path of [record('signposts'), record('signposts/sheet'), record('situation'), '/staff/signposts?show=office', '/staff/office/digital-places/new']) {
      if (path.startsWith('/staff/office')) await signIn('elin', sioned);
      await sioned.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
      expect(await staffPageFaults(sioned, language), path).toEqual([]);
    }
  }); // prettier-ignore

  const get = (path: string, who: string): Omit<Shown, 'name'> => ({
    async open(page, language) {
      await signIn(who, page);
      return page.goto(`${path}?lang=${language}`);
    },
  });
  theyAreSound(
    () => portal,
    [
      { name: 'near me', ...get('/near-me', 'aled') },
      { name: 'near me, with nothing told', ...get('/near-me', 'nia') },
      { name: 'the sheet', ...get('/near-me/sheet', 'aled') },
      { name: 'the outlook', ...get('/situation/outlook', 'aled') },
    ],
  );
});
