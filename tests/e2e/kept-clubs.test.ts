import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '~/domain/language';
import { frameWords } from '~/i18n/pages/frame';
import { aCustomerWorld, type CustomerWorld } from '../support/customer-world';
import { aClub, aMemberOfStaff } from '../support/factories';
import { DESKTOP, startPortal, type TestPortal } from '../support/portal';
import type { Shown } from '../support/sound-pages';
import { staffPageFaults } from '../support/sound-staff-pages';

/** The clock stands at 9:00 on Monday 23 November 2026; the club meets on Thursdays. */
describe('work clubs, as those see them who keep them', () => {
  let portal: TestPortal;
  let world: CustomerWorld;
  const people = { beca: '', elin: '', lone: '' };

  beforeAll(async () => {
    portal = await startPortal({ at: '2026-11-23T09:00:00Z' });
    const { deps } = portal;
    world = await aCustomerWorld(deps);
    const { id: officeId } = world.office;
    people.beca = (
      await aMemberOfStaff(deps, officeId, { firstName: 'Beca', lastName: 'Rowlands', role: 'organiser' })
    ).id;
    people.lone = (await aMemberOfStaff(deps, officeId, { firstName: 'Del', role: 'organiser' })).id;
    people.elin = (await aMemberOfStaff(deps, officeId, { firstName: 'Elin', role: 'manager' })).id;
    for (const [ref, name] of [
      ['PONT', 'Clwb Gwaith y Bont'],
      ['SHUT', 'Harbour club'],
    ] as const) {
      const club = await aClub(deps, { ref, name, officeId, active: ref === 'PONT' });
      await deps.db.write((q) => q.insert(q.tables.clubOrganisers).values({ clubId: club.id, staffId: people.beca }));
    }
  });
  afterAll(() => portal.close());

  async function signIn(page: Page, id: string, kind: 'staff' | 'customer' = 'staff') {
    const value = await portal.composition.services.startSession({ kind, id }, null);
    await page.context().addCookies([{ name: 'session', value, url: portal.url }]);
  }
  async function at(path: string, id: string) {
    const page = await portal.newVisitor({ viewport: DESKTOP, javaScript: false });
    await signIn(page, id);
    await page.goto(path);
    return page;
  }
  const main = async (page: Page) => (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
  const texts = async () => {
    const rows = await portal.deps.db.read((q) => q.select().from(q.tables.messages).orderBy(q.tables.messages.id));
    return rows.filter(({ purpose }) => purpose === 'club').map(({ body }) => portal.deps.vault.open(body!));
  };

  it('an organiser sees that a club needs a look, says that all is right, and is not asked again', async () => {
    const page = await at('/staff', people.beca);
    expect(new URL(page.url()).pathname).toBe('/staff/clubs');
    expect(await page.locator('nav[aria-label="Staff"]').innerText()).toBe('Work clubs');
    expect(await main(page)).toContain('A club needs a look');
    await page.getByRole('link', { name: 'Clwb Gwaith y Bont' }).click();
    await press(page, 'Yes, all of it is right');
    expect(await main(page)).toContain('Nobody will be asked again for three months.');
    await page.goto('/staff/clubs');
    expect(await main(page)).not.toContain('needs a look');
    await page.context().close();
  });

  it('an organiser closes the club on a day, by keyboard alone; who is coming is told, and the day is taken back', async () => {
    await portal.composition.services.goToClub({ customerId: world.aled.id, ref: 'PONT', date: '2026-12-03', requestId: null }); // prettier-ignore
    const page = await at('/staff/clubs/PONT', people.beca);
    expect(await main(page)).toContain('Thursday 3 December, 10am: 1 person');
    expect(await main(page)).toContain('Aled H');
    await page.getByLabel('First day').focus();
    await page.keyboard.type('12032026');
    await page.keyboard.press('Tab');
    for (let n = 0; n < 8 && !(await page.evaluate("document.activeElement.name === 'reason'")); n += 1) await page.keyboard.press('Tab'); // prettier-ignore
    await page.keyboard.type('The hall is being painted');
    await page.keyboard.press('Enter');
    await page.waitForURL(/done=days-closed/);
    expect(await main(page)).toContain('Whoever said that they are going then is told.');
    expect(await main(page)).toContain('Thursday 3 December (The hall is being painted)');
    expect(await main(page)).not.toContain('Aled H');
    expect((await texts()).at(-1)).toContain('Clwb Gwaith y Bont has changed when or where it meets');
    await press(page, 'Undo');
    expect(await main(page)).toContain('None at the moment.');
    await page.context().close();
  });

  it('an organiser changes when it meets; what is wrong is said and what was typed is kept', async () => {
    const page = await at('/staff/clubs/PONT/details', people.beca);
    await page.getByLabel('Begins').fill('half past');
    await page.getByLabel('Who to ask for').fill('Del');
    await page.getByLabel('Every second week', { exact: true }).check();
    await press(page, 'Save');
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('Enter a time for “Begins”');
    expect(await page.getByLabel('Who to ask for').inputValue()).toBe('Del');
    expect(await page.getByLabel('Every second week', { exact: true }).isChecked()).toBe(true);
    await page.getByLabel('Begins').fill('9.30am');
    await page.getByLabel(/a date on which it meets/).fill('2026-12-03');
    await press(page, 'Save');
    expect(await main(page)).toContain('Every second Thursday, 9:30am to midday');
    await page.goto('/clubs/PONT');
    expect(await main(page)).toContain('Every second Thursday');
    expect(await main(page)).not.toContain('26 November');
    await page.context().close();
  });

  it('a manager adds a club, gives it an organiser, closes it, and opens it again', async () => {
    const page = await at('/staff/clubs', people.elin);
    await page
      .getByRole('button', { name: 'Add a club' })
      .or(page.getByRole('link', { name: 'Add a club' }))
      .click();
    for (const [label, text] of [['Name of the club', 'Coed job club'], ['Where it meets', 'The hut'], ['Address', '1 Lane'], ['Postcode', 'LL57 1AA'], ['Begins', '10am'], ['Ends', '11am']] as const) await page.getByLabel(label).fill(text); // prettier-ignore
    await page.getByLabel('Day of the week').selectOption({ label: 'Friday' });
    await press(page, 'Save');
    expect(await page.locator('h1').innerText()).toBe('Coed job club');
    await page.getByLabel('Del Parry').check();
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await page.getByLabel('Del Parry').isChecked()).toBe(true);
    await press(page, 'Close it for good');
    expect(await main(page)).toContain('This club has closed. Nobody is shown it.');
    await press(page, 'Open it again');
    expect(await main(page)).toContain('The club is open again.');
    const del = await at('/staff/clubs', people.lone);
    expect(await main(del)).toContain('Coed job club');
    expect(await main(del)).not.toContain('Clwb Gwaith y Bont');
    for (const one of [page, del]) await one.context().close();
  });

  const open = (path: string, who: () => string) => async (page: Page, language: string) => {
    await signIn(page, who());
    return page.goto(`${path}?lang=${language}`);
  };
  const sent =
    (path: string, button: RegExp, who: () => string, fill?: (page: Page) => Promise<unknown>) =>
    async (page: Page, language: string) => {
      await open(path, who)(page, language);
      await fill?.(page);
      const [answer] = await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: button }).last().click()]); // prettier-ignore
      return answer;
    };
  const beca = () => people.beca;
  const elin = () => people.elin;
  const PAGES: Shown[] = [
    { name: 'the list', open: open('/staff/clubs', elin) },
    { name: 'the list of somebody who keeps none', open: open('/staff/clubs', () => people.lone) },
    { name: 'a club', open: open('/staff/clubs/PONT', elin) },
    { name: 'a club that has closed', open: open('/staff/clubs/SHUT', beca) },
    {
      name: 'days that are no days',
      status: 422,
      open: sent('/staff/clubs/PONT', /does not meet then|Nid yw’n cwrdd bryd hynny/, beca),
    },
    { name: 'the form', open: open('/staff/clubs/PONT/details', beca) },
    { name: 'the form with nothing in it', status: 422, open: sent('/staff/clubs/new', /^(Save|Cadw)$/, elin) },
  ];
  it.each(LANGUAGES)('every page of them is sound, in %s', async (language) => {
    const faults: string[] = [];
    for (const { name, open, status = 200 } of PAGES) {
      const page = await portal.newVisitor({ viewport: DESKTOP });
      const response = await open(page, language);
      if (response?.status() !== status) faults.push(`${name}: status ${response?.status()}`);
      const says = (await page.title()).startsWith(frameWords.in(language).errorInTitle);
      if (says !== (status === 422)) faults.push(`${name}: title`);
      faults.push(...(await staffPageFaults(page, language)).map((fault) => `${name}: ${fault}`));
      await page.context().close();
    }
    expect(faults).toEqual([]);
  });
});
