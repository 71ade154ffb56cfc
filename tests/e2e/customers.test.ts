import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, HOUR } from '~/domain/clock';
import { LANGUAGES } from '~/domain/language';
import { customersWords } from '~/i18n/pages/customers';
import { aCustomerWorld, type CustomerWorld } from '../support/customer-world';
import { aCustomer, aMemberOfStaff, anAppointment } from '../support/factories';
import { DESKTOP, startPortal, type TestPortal } from '../support/portal';
import { staffPageFaults } from '../support/sound-staff-pages';

/** The clock stands at 9:00 on Monday 23 November 2026. */
describe('customers and whose they are', () => {
  let portal: TestPortal;
  let world: CustomerWorld;
  let [rhys, elin, kofi]: string[] = [];
  let gwen: string;

  beforeAll(async () => {
    portal = await startPortal({ at: '2026-11-23T09:00:00Z' });
    const { deps } = portal;
    world = await aCustomerWorld(deps);
    const officeId = world.office.id;
    rhys = (await aMemberOfStaff(deps, officeId, { firstName: 'Rhys', lastName: 'Tudur' })).id;
    elin = (await aMemberOfStaff(deps, officeId, { firstName: 'Elin', lastName: 'Vaughan', role: 'manager' })).id;
    kofi = (await aMemberOfStaff(deps, officeId, { firstName: 'Kofi', lastName: 'Mensah', role: 'champion' })).id;
    const team = { officeId, adviserId: world.adviser.id };
    const names = { firstName: 'Gwenllïan', lastName: 'Prŷs', knownAs: 'Gwen', mobile: '+447700900321' };
    gwen = (await aCustomer(deps, team, { ...names, ref: 'CUS-7777' })).id;
    await anAppointment(deps, { ...team, customerId: gwen }, { startsAt: deps.clock.now() + 2 * DAY });
    const missed = { status: 'failed_to_attend' as const, startsAt: deps.clock.now() - 3 * DAY };
    await anAppointment(deps, { ...team, customerId: gwen }, missed);
    const rhyssTeam = { officeId, adviserId: rhys };
    for (let n = 0; n < 3; n += 1) await aCustomer(deps, rhyssTeam, { firstName: 'Tomos', lastName: `Huws${n}` });
    await aCustomer(deps, rhyssTeam, { firstName: 'Nia', lastName: 'Lewis', email: 'nia@mail.example' });
  });
  afterAll(() => portal.close());

  async function aColleagueAt(path: string, id: string, javaScript = false): Promise<Page> {
    const page = await portal.newVisitor({ viewport: DESKTOP, javaScript });
    const value = await portal.composition.services.startSession({ kind: 'staff', id }, null);
    await page.context().addCookies([{ name: 'session', value, url: portal.url }]);
    await page.goto(path);
    return page;
  }
  const main = (page: Page) => page.locator('main').innerText();
  const names = (page: Page) => page.locator('.wm-caseload .wm-need__who').allInnerTexts();

  it('an adviser finds somebody with the keyboard alone, by whatever they know of them', async () => {
    const page = await aColleagueAt('/staff/customers', world.adviser.id);
    await page.getByLabel('Find a customer').focus();
    for (const typed of ['prys gwen', 'GWENLLIAN', 'cus 7777', '07700 900 321', '+44 7700 900321']) {
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(typed);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: '1 found' }).waitFor();
      expect(await names(page)).toEqual(['Gwenllïan Prŷs']);
      expect(await page.title()).not.toContain(typed);
      await page.getByLabel('Find a customer').focus();
    }
    await page.goto('/staff/customers?q=x');
    expect(await main(page)).toContain('Type at least 2 letters or digits.');
    await page.goto('/staff/customers?q=nobody+%25');
    expect(await main(page)).toContain('Nobody in this office matches');
    expect(await main(page)).toContain('fewer letters of each name');
    const entries = await portal.deps.db.read((q) => q.select().from(q.tables.auditEntries));
    const searched = entries.filter(({ action }) => action === 'customer.searched');
    expect(searched.length).toBeGreaterThan(5);
    expect(JSON.stringify(searched)).not.toMatch(/prys|gwen|7700|nobody/i);
  });

  it('a digital champion finds a name and the card, and no record', async () => {
    const page = await aColleagueAt('/staff/customers', kofi!);
    expect(await page.locator('.wm-caseload').count()).toBe(0);
    await page.getByLabel('Find a customer').fill('gwen');
    await page.getByRole('button', { name: 'Find' }).click();
    expect(await main(page)).toContain('CUS-7777');
    expect(await main(page)).not.toContain('Sioned');
    await page.getByRole('link', { name: 'Sign-in card for Gwenllïan Prŷs' }).click();
    expect(await page.locator('h1').innerText()).toContain('Gwenllïan Prŷs');
    expect((await page.goto(`/staff/customers/${gwen}`))!.status()).toBe(404);
  });

  it('an adviser sees who needs them and why, and keeps the choice in the address', async () => {
    const page = await aColleagueAt('/staff/customers', world.adviser.id);
    const row = page.getByRole('listitem').filter({ hasText: 'CUS-7777' });
    expect(await row.innerText()).toContain('Missed the last meeting');
    expect(await row.innerText()).toContain('Next: ');
    await page.getByRole('link', { name: 'Missed the last meeting (1)' }).click();
    expect(await names(page)).toEqual(['Gwenllïan Prŷs']);
    await page.getByText('Choose which customers').click();
    await page.getByLabel('Whose').selectOption({ label: 'Rhys Tudur' });
    await page.getByLabel('Why').selectOption('');
    await page.getByLabel('Order').selectOption('name');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await names(page)).toEqual(['Tomos Huws0', 'Tomos Huws1', 'Tomos Huws2', 'Nia Lewis']);
    expect(new URL(page.url()).searchParams.get('sort')).toBe('name');
    await page.getByRole('link', { name: 'Print this list' }).click();
    expect(await page.getByRole('link', { name: 'Back to the list in pages' }).count()).toBe(1);
    await page.emulateMedia({ media: 'print' });
    expect(await main(page)).toContain('Nia Lewis');
    expect(await main(page)).not.toMatch(/Book|Back to the list/);
  });

  it('an adviser gives a customer another adviser, and takes it back before anybody has heard', async () => {
    const page = await aColleagueAt(`/staff/customers/${gwen}`, world.adviser.id);
    await page.getByRole('link', { name: 'Adviser', exact: true }).click();
    expect(await main(page)).toContain('These stay with whom they are booked.');
    await page.getByRole('button', { name: 'Change adviser' }).click();
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('Choose why');
    await page.getByLabel('Who is their adviser from now on').selectOption({ label: 'Rhys Tudur (4 customers)' });
    await page.getByLabel('Why').selectOption('specialist');
    await page.getByLabel('Note for colleagues').fill('Wants to work outdoors');
    await page.getByRole('button', { name: 'Change adviser' }).click();
    expect(await main(page)).toContain('They have another adviser now');
    expect(await main(page)).toContain('A text tells them, at 9:15am.');
    expect(await main(page)).toContain('Wants to work outdoors');
    await page.getByRole('button', { name: /^Take this back/ }).click();
    expect(await main(page)).toContain('Taken back');
    expect(await main(page)).not.toContain('Wants to work outdoors');
  });

  it('a manager spreads the customers of one who leaves, sees first what changes, and how all are told', async () => {
    portal.clock.advance(HOUR);
    const page = await aColleagueAt('/staff/customers', elin!);
    await page.getByRole('link', { name: 'Pass customers on' }).click();
    await page.getByRole('link', { name: 'Rhys Tudur: 4 customers' }).click();
    expect(await main(page)).toContain('Rhys Tudur has 4 customers and no appointments to come.');
    await page.getByRole('button', { name: 'See what changes' }).click();
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('Choose who takes them');
    await page.getByLabel('All of them (4)').check();
    await page.getByLabel(/^Sioned Parry/).check();
    await page.getByLabel('Why').selectOption('leaver');
    await page.getByRole('button', { name: 'See what changes' }).click();
    expect(await main(page)).toContain('4 customers get another adviser. Nothing has changed yet.');
    await page.getByRole('button', { name: 'Change what I chose' }).click();
    expect(await page.title()).not.toMatch(/^Error/);
    expect(await page.getByLabel('Why').inputValue()).toBe('leaver');
    expect(await page.getByLabel(/^Sioned Parry/).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'See what changes' }).click();
    await page.getByRole('button', { name: 'Pass 4 customers on' }).click();
    expect(await main(page)).toContain('4 customers have another adviser now.');
    expect(await main(page)).toContain(
      'Told by text: 0. By email: 1. By letter: 0. By phone or in person, on the new adviser’s call list: 3.',
    );
    await page.getByRole('button', { name: 'Take all of it back' }).click();
    expect(await main(page)).toContain('4 customers went back.');
  });

  it.each(LANGUAGES)('are sound in %s', async (language) => {
    const words = customersWords.in(language);
    // What looks for faults is a script itself.
    const page = await aColleagueAt('/staff/customers', elin!, true);
    const faults: string[] = [];
    const look = async (path: string, says: string) => {
      await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
      if (!(await main(page)).includes(says)) faults.push(`${path} does not say ${says}`);
      faults.push(...(await staffPageFaults(page, language)).map((fault) => `${path}: ${fault}`));
    };
    await look('/staff/customers?adviser=all', words.list.all);
    await look('/staff/customers?adviser=none', words.list.empty);
    await look('/staff/customers?q=gwen', words.search.found(1));
    await look('/staff/customers?q=zzz', words.search.tryThese);
    await look(`/staff/customers/${gwen}`, words.record.messages);
    await look(`/staff/customers/${gwen}/adviser`, words.adviser.history);
    await page.getByRole('button', { name: words.adviser.submit }).click();
    faults.push(...(await staffPageFaults(page, language)));
    await look('/staff/customers/transfer', words.passing.choose);
    await look(`/staff/customers/transfer?from=${rhys}&tick=all`, words.passing.which);
    await page.getByRole('button', { name: words.passing.preview }).click();
    faults.push(...(await staffPageFaults(page, language)));
    await look('/staff/office/continuity', words.continuity.few);
    expect(faults).toEqual([]);
  });
});
