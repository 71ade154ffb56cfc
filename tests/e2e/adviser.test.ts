import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '~/domain/clock';
import { LANGUAGES, type Language } from '~/domain/language';
import { adviserWords } from '~/i18n/pages/adviser';
import { recordWords } from '~/i18n/pages/record';
import { DEFAULT_ENGINE } from '~/services/engine-settings';
import { sendDue } from '~/services/send-due.server';
import { aCustomerWorld, type CustomerWorld } from '../support/customer-world';
import { aCustomer, aMemberOfStaff } from '../support/factories';
import { fullRecord } from '../support/full-record';
import { DESKTOP, startPortal, type TestPortal } from '../support/portal';
import { theyAreSound, type Shown } from '../support/sound-pages';
import { staffPageFaults } from '../support/sound-staff-pages';

const MONDAY = '2026-11-23T09:00:00Z';

/** The clock stands at 9:00 on Monday 23 November 2026. */
describe('the adviser and what is written', () => {
  let portal: TestPortal;
  let world: CustomerWorld;
  let rhys: string;
  let elin: string;
  let lone: string;
  let quiet: string;

  beforeAll(async () => {
    portal = await startPortal({ at: MONDAY });
    const { deps } = portal;
    world = await aCustomerWorld(deps);
    const profile = { helpsWith: 'job search, CVs', speaks: 'en,cy' };
    await deps.db.write(async (q) => void (await q.update(q.tables.staff).set(profile)));
    rhys = (await aMemberOfStaff(deps, world.office.id, { firstName: 'Rhys', lastName: 'Tudur' })).id;
    elin = (await aMemberOfStaff(deps, world.office.id, { firstName: 'Elin', role: 'manager' })).id;
    const team = { officeId: world.office.id, adviserId: world.adviser.id };
    quiet = (await aCustomer(deps, team, { firstName: 'Tomos' })).id;
    lone = (await aCustomer(deps, team, { firstName: 'Mari', adviserId: null })).id;
    await fullRecord(deps, world);
  });
  afterAll(() => portal.close());

  async function visit(who: { kind: 'customer' | 'staff'; id: string }, page: Page) {
    const value = await portal.composition.services.startSession(who, null);
    await page.context().addCookies([{ name: 'session', value, url: portal.url }]);
  }
  const asCustomer = (page: Page, id: string) => visit({ kind: 'customer', id }, page);
  async function aCustomerAt(path: string, id: string) {
    const page = await portal.newVisitor({ javaScript: false });
    await asCustomer(page, id);
    await page.goto(path);
    return page;
  }
  async function aColleagueAt(path: string, id: string) {
    const page = await portal.newVisitor({ viewport: DESKTOP, javaScript: false });
    await visit({ kind: 'staff', id }, page);
    await page.goto(path);
    return page;
  }
  const main = (page: Page) => page.locator('main').innerText();
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
  const texts = async () => {
    const rows = await portal.deps.db.read((q) => q.select().from(q.tables.messages).orderBy(q.tables.messages.id));
    return rows.filter(({ purpose }) => purpose === 'notice').map(({ body }) => portal.deps.vault.open(body!));
  };

  it('a customer sees who their adviser is, when and how to reach them, and when they meet', async () => {
    const page = await aCustomerAt('/adviser', world.aled.id);
    expect(await page.locator('h1').innerText()).toBe('Your adviser is Sioned Parry');
    const said = await main(page);
    for (const words of [
      'job search, CVs',
      'English, Welsh',
      'Monday to Friday, 9am to 5pm',
      '01632\u00a0960100',
      'You’re meeting Sioned, tomorrow at 2:30pm',
    ])
      expect(said).toContain(words);
    await page.getByRole('link', { name: 'Cymraeg' }).click();
    expect(await main(page)).toContain('dydd Llun i ddydd Gwener, 9yb tan 5yp');
    expect(await main(page)).toContain('Saesneg, Cymraeg');
  });

  it('a customer without an adviser is told that nothing is wrong, and may write all the same', async () => {
    const page = await aCustomerAt('/adviser', lone);
    expect(await page.locator('h1').innerText()).toBe('You don’t have an adviser yet');
    expect(await page.getByRole('button', { name: 'Ask someone to call me' }).count()).toBe(1);
    await page.getByRole('link', { name: 'Write to us' }).click();
    expect(await main(page)).toContain('Someone here reads this on working days.');
  });

  it('a customer writes, the adviser answers, a notice goes out, and the customer reads it', async () => {
    const page = await aCustomerAt('/adviser', world.aled.id);
    await page.getByRole('link', { name: 'Write to Sioned' }).click();
    expect(await main(page)).toContain('Sioned reads this on working days. It’s not live chat.');
    await press(page, 'Send');
    expect(await page.title()).toBe('Error: Write a message – Waymark');
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('Write your message before you send it');
    await page.getByLabel('Your message').fill('x'.repeat(2003));
    await press(page, 'Send');
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('Take out 3 letters or signs');
    expect(await page.getByLabel('Your message').inputValue()).toHaveLength(2003);
    await page.getByLabel('Your message').fill('The course is full.\nIs there another?');
    await press(page, 'Send');
    expect(await main(page)).toContain('Your message is sent.');
    expect(await main(page)).toContain('The course is full.\nIs there another?');
    expect(await main(page)).toContain('Not read yet');

    const colleague = await aColleagueAt('/staff/day', world.adviser.id);
    const need = colleague.getByRole('listitem').filter({ hasText: '1 message, 9am' });
    await need.getByRole('link', { name: /^Read and answer.*Aled Hughes/ }).click();
    expect(await main(colleague)).toContain('Waits for an answer');
    await press(colleague, 'Send');
    await colleague.getByLabel('Your answer').fill('Yes, in Caernarfon, on Friday.');
    portal.clock.advance(MINUTE);
    await press(colleague, 'Send');
    await colleague.getByRole('alert').getByText('the customer will be told').waitFor();
    expect(await texts()).toEqual([
      `Hi Aled, Sioned has answered your message. Sign in to read it: ${portal.url}/sign-in?then=messages`,
    ]);
    await sendDue(portal.deps, DEFAULT_ENGINE)('test');

    await page.goto('/');
    await page.getByRole('link', { name: 'You have 1 new message' }).waitFor();
    // Whoever is signed in is led on from the text's link.
    await page.goto('/sign-in?then=messages');
    expect(new URL(page.url()).pathname).toBe('/adviser/messages');
    await page.goto('/');
    await page.goto('/adviser');
    await page.getByRole('link', { name: 'You have 1 new message' }).click();
    expect(await main(page)).toContain('Yes, in Caernarfon, on Friday.');
    expect(await main(page)).toContain('Read: Today, 9:01am');
    await press(page, 'I’ve read this');
    expect(await main(page)).toContain('Thank you. We can see that you’ve read it.');
    expect(await page.getByRole('button', { name: 'I’ve read this' }).count()).toBe(0);
  });

  it('a customer takes a message back before anybody reads it, and must wait a minute between two', async () => {
    const page = await aCustomerAt('/adviser/messages/new', quiet);
    await page.getByLabel('Your message').fill('Forget this');
    await press(page, 'Send');
    await page.goto('/adviser/messages/new');
    await page.getByLabel('Your message').fill('One more thing');
    await press(page, 'Send');
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('Wait a minute, then send this one');
    expect(await page.getByLabel('Your message').inputValue()).toBe('One more thing');
    await page.goto('/adviser/messages');
    await press(page, /^Take it back/);
    expect(await main(page)).toContain('Your message is taken back. Nobody had read it.');
  });

  it('all of it works by keyboard', async () => {
    const page = await aCustomerAt('/adviser/messages/new', world.nia.id);
    const tabTo = async (what: string) => {
      for (let n = 0; n < 25; n += 1) {
        await page.keyboard.press('Tab');
        if ((await page.locator(`${what}:focus`).count()) > 0) return;
      }
      throw new Error(`Tab does not get to ${what}`);
    };
    await tabTo('textarea');
    await page.keyboard.type('Can you ring me?');
    await tabTo('main button');
    await Promise.all([page.waitForURL(/done=sent/), page.keyboard.press('Enter')]);
  });

  it('an adviser notes what was done, the customer sees it, and it can be undone', async () => {
    const colleague = await aColleagueAt(`/staff/customers/${world.nia.id}/journal`, world.adviser.id);
    await press(colleague, 'Mark as read');
    await colleague.getByRole('link', { name: /^Dealt with, no answer needed/ }).click();
    await colleague.getByLabel('What was done').fill('x'.repeat(501));
    await press(colleague, 'Dealt with');
    expect(await colleague.title()).toMatch(/^Error: /);
    await colleague.getByLabel('What was done').fill('Rang you on Monday');
    await press(colleague, 'Dealt with');
    await colleague.getByRole('alert').getByText('Marked as dealt with').waitFor();
    const page = await aCustomerAt('/adviser/messages', world.nia.id);
    expect(await main(page)).toContain('What Sioned has done about it: Rang you on Monday');
    await press(colleague, 'Undo');
    await colleague.getByRole('alert').getByText('It waits for an answer again').waitFor();
    await page.reload();
    expect(await main(page)).not.toContain('Rang you on Monday');
  });

  it('an adviser sees everything about a customer; a manager everything but their own words', async () => {
    const path = `/staff/customers/${world.aled.id}`;
    const colleague = await aColleagueAt(`/staff/appointments/${world.appointment.id}`, world.adviser.id);
    await colleague.getByRole('link', { name: 'Aled Hughes', exact: true }).click();
    expect(new URL(colleague.url()).pathname).toBe(path);
    const said = await main(colleague);
    const [open, words] = [
      ['BSL interpreter: Ask for Owain', 'Getting there', 'The careers service, since', '1 open step', 'aled@new.example', 'Got some of what they needed'], // prettier-ignore
      ['No car any more', 'It was rather short', 'Is there another?', 'in Caernarfon'],
    ];
    for (const text of [...open, ...words]) expect(said).toContain(text);
    await press(colleague, /^Seen/);
    await colleague.getByRole('alert').getByText('Marked as seen').waitFor();
    expect(await main(colleague)).not.toContain('aled@new.example');

    const manager = await aColleagueAt(path, elin);
    const shown = await main(manager);
    for (const text of open.filter((one) => !one.includes('@'))) expect(shown).toContain(text);
    for (const text of words) expect(await manager.content()).not.toContain(text);
    await manager.getByRole('link', { name: 'The whole journal' }).click();
    expect(await main(manager)).toContain('Aled Hughes wrote');
    for (const text of words) expect(await manager.content()).not.toContain(text);
    expect(await manager.getByRole('textbox').count()).toBe(0);
    const read = await portal.deps.db.read((q) => q.select().from(q.tables.auditEntries));
    const opened = read.filter(({ action, subjectId }) => action === 'customer.read' && subjectId === world.aled.id);
    expect(opened.map(({ actorId }) => actorId)).toEqual([world.adviser.id, world.adviser.id, elin]);
  });

  it('a manager sets a cover, customers and colleagues see it, and it ends by itself or early', async () => {
    const manager = await aColleagueAt('/staff/cover', elin);
    await manager.getByRole('link', { name: 'Set a cover' }).click();
    await press(manager, 'Save');
    expect(await manager.locator('.govuk-error-summary').innerText()).toContain('Choose who is away');
    await manager.getByLabel('Who is away?').selectOption({ label: 'Sioned Parry' });
    await manager.getByLabel('Who stands in?').selectOption({ label: 'Rhys Tudur' });
    await manager.getByLabel('Last day').fill('2026-12-04');
    await press(manager, 'Save');
    await manager.getByRole('alert').getByText('Appointments in those days were not moved').waitFor();
    expect(await main(manager)).toContain('1 appointment of Sioned’s is in these days, and is not moved');

    const page = await aCustomerAt('/adviser', world.aled.id);
    expect(await main(page)).toContain('Rhys is standing in until Friday 4 December, then Sioned again.');
    await page.goto('/');
    expect(await main(page)).toContain('Rhys is standing in until Friday 4 December, then Sioned again.');
    await page.goto('/adviser');
    await page.getByRole('link', { name: 'Write to Rhys' }).click();
    expect(await main(page)).toContain('Rhys reads this on working days while Sioned is away.');
    const standIn = await aColleagueAt('/staff/day', rhys);
    expect(await main(standIn)).toContain('Rhys Tudur stands in for Sioned Parry until Friday 4 December.');
    await standIn.getByRole('link', { name: /^Read and answer.*Nia Hughes/ }).waitFor();

    await manager.getByRole('link', { name: 'Set a cover' }).click();
    await manager.getByLabel('Who is away?').selectOption({ label: 'Sioned Parry' });
    await manager.getByLabel('Who stands in?').selectOption({ label: 'Rhys Tudur' });
    await manager.getByLabel('First day').fill('2026-12-04');
    await manager.getByLabel('Last day').fill('2026-12-08');
    await press(manager, 'Save');
    expect(await manager.locator('.govuk-error-summary').innerText()).toContain(
      'Rhys Tudur already stands in for Sioned Parry from Monday 23 November to Friday 4 December.',
    );
    expect(await manager.getByLabel('Last day').inputValue()).toBe('2026-12-08');
    await manager.goto('/staff/cover');
    await manager.getByRole('link', { name: /^Correct/ }).click();
    await manager.getByLabel('Last day').fill('2026-12-03');
    await press(manager, 'Save');
    expect(await main(manager)).toContain('Monday 23 November to Thursday 3 December');
    await press(manager, /^End it now/);
    await page.goto('/adviser');
    expect(await main(page)).not.toContain('standing in');
    await press(manager, 'Undo');
    await page.reload();
    expect(await main(page)).toContain('Rhys is standing in until Thursday 3 December');
    portal.clock.set('2026-12-04T00:00:00Z');
    const after = await aCustomerAt('/adviser', world.aled.id);
    expect(await main(after)).not.toContain('standing in');
    portal.clock.set(Date.parse(MONDAY) + HOUR);
  });

  const get = (who: () => string, path: string): Omit<Shown, 'name'> => ({
    async open(page, language) {
      await asCustomer(page, who());
      return page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
    },
  });
  const pages: Shown[] = [
    { name: 'the adviser, while somebody stands in', ...get(() => world.aled.id, '/adviser') },
    { name: 'no adviser yet', ...get(() => lone, '/adviser') },
    { name: 'messages both ways', ...get(() => world.aled.id, '/adviser/messages?done=read') },
    { name: 'a message that can be taken back', ...get(() => world.nia.id, '/adviser/messages') },
    { name: 'no messages', ...get(() => lone, '/adviser/messages') },
    { name: 'writing a message', ...get(() => world.aled.id, '/adviser/messages/new') },
    {
      name: 'writing nothing',
      status: 422,
      async open(page, language) {
        await asCustomer(page, world.aled.id);
        await page.goto(`/adviser/messages/new?lang=${language}`);
        const submit = page.getByRole('button', { name: adviserWords.in(language).form.submit, exact: true });
        const [answer] = await Promise.all([page.waitForNavigation(), submit.click()]);
        return answer;
      },
    },
  ];
  theyAreSound(() => portal, pages);

  it.each(LANGUAGES)('staff’s pages are sound, in %s', async (language: Language) => {
    const page = await portal.newVisitor({ viewport: DESKTOP });
    await visit({ kind: 'staff', id: elin }, page);
    const faults: string[] = [];
    const look = async (where: string) => {
      faults.push(...(await staffPageFaults(page, language)).map((fault) => `${where}: ${fault}`));
    };
    const base = `/staff/customers/${world.aled.id}`;
    const open = async (path: string) => {
      await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
      await look(path);
    };
    const words = recordWords.in(language);
    for (const path of [base, `${base}/journal`, '/staff/cover?done=cover_set', '/staff/cover/new']) await open(path);
    await page.getByRole('button', { name: words.cover.form.submit }).click();
    await look('a cover, nothing filled in');
    await visit({ kind: 'staff', id: world.adviser.id }, page);
    const nia = `/staff/customers/${world.nia.id}`;
    for (const path of ['/staff/day', base, nia, `${base}/journal?done=journal_untold`, `${nia}/journal`])
      await open(path);
    await page.getByRole('button', { name: words.journal.submit }).click();
    await look('an answer, nothing written');
    await open(`${nia}/journal`);
    await page.getByRole('link', { name: new RegExp(`^${words.journal.close}`) }).click();
    await look('what was done');
    await open(`/staff/customers/${lone}`);
    expect(faults).toEqual([]);
  });
});
