import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '~/domain/clock';
import { LANGUAGES, type Language } from '~/domain/language';
import { aCustomer, aMemberOfStaff, anAppointment, anOffice, aStep, availableAllWeek } from '../support/factories';
import { DESKTOP, PHONE, startPortal, type TestPortal } from '../support/portal';
import { staffPageFaults } from '../support/sound-staff-pages';

const at = (time: string) => Date.parse(`2026-11-24T${time}:00Z`);

/** The clock stands at 9:50 on Tuesday 24 November 2026. */
describe('a day and what came of it', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await startPortal({ at: '2026-11-24T09:50:00Z' });
  });
  afterAll(() => portal.close());
  beforeEach(() => portal.clock.set('2026-11-24T09:50:00Z'));

  /** An office of its own for each test. */
  async function aTeam() {
    const { deps } = portal;
    const office = await anOffice(deps);
    const adviser = await aMemberOfStaff(deps, office.id);
    const team = { officeId: office.id, adviserId: adviser.id };
    const someone = async (time: string, firstName = 'Aled', fields: Parameters<typeof anAppointment>[2] = {}) => {
      const customer = await aCustomer(deps, team, { firstName, mobile: '+447700900123' });
      const appointment = await anAppointment(
        deps,
        { ...team, customerId: customer.id },
        { startsAt: at(time), ...fields },
      );
      return { customer, ...appointment };
    };
    return { office, adviser, team, someone };
  }
  async function aColleagueAt(path: string, id: string, more: { viewport?: typeof PHONE; javaScript?: boolean } = {}) {
    const page = await portal.newVisitor({ viewport: DESKTOP, javaScript: false, ...more });
    const value = await portal.composition.services.startSession({ kind: 'staff', id }, null);
    await page.context().addCookies([{ name: 'session', value, url: portal.url }]);
    await page.goto(path);
    return page;
  }
  const rowOf = (page: Page, name: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
  const said = (page: Page) => page.getByRole('alert').innerText();
  const main = (page: Page) => page.locator('main').innerText();

  it('an adviser sees in one list whom they meet, what they need, a session for several, and the time that is free', async () => {
    const { deps } = portal;
    const { adviser, team, someone } = await aTeam();
    await availableAllWeek(deps, adviser.id);
    const aled = await someone('10:30');
    await someone('11:00', 'Gwen', { status: 'cancelled_by_customer' });
    const megan = await someone('14:00', 'Megan');
    await aStep(deps, aled.customerId);
    await aStep(deps, aled.customerId);
    const groupId = deps.newId();
    await deps.db.write(async (q) => {
      const t = q.tables;
      const told = { customerId: aled.customerId, toldAt: at('09:00'), toldBy: 'customer' as const };
      await q.insert(t.accessNeeds).values([
        { ...told, id: deps.newId(), need: 'step_free' },
        { ...told, id: deps.newId(), need: 'interpreter' },
      ]);
      await q.insert(t.earlierWishes).values({
        ...{ appointmentId: megan.id, customerId: megan.customerId, askedAt: at('09:00') },
      });
      await q.insert(t.groupSessions).values({
        ...{ id: groupId, ...team, kind: 'group', title: 'CVs together', titleInWelsh: 'CV gyda’n gilydd' },
        ...{ startsAt: at('15:00'), endsAt: at('16:00'), capacity: 8, createdAt: at('09:00') },
      });
    });
    for (const name of ['Nia', 'Owain']) await someone('15:00', name, { groupId, endsAt: at('16:00') });

    const page = await aColleagueAt('/staff/day', adviser.id);
    const rows = (await page.locator('.wm-day > li').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
    expect(rows.map((row) => row.split(' ')[0])).toEqual([
      ...['Now,', '9:50am', '10:30am', '11am', '11am', '2pm', '2:30pm', '3pm', '4pm'],
    ]);
    expect(rows[1]).toContain('Free for 40 minutes, until 10:30am');
    expect(rows[2]).toContain('Needs an interpreter, Step-free way in 2 steps to look at');
    expect(rows.filter((row) => row.includes('1 person would come sooner'))).toHaveLength(2);
    expect(rows.find((row) => row.includes('Came free'))).toContain('Free for 3 hours, until 2pm');
    expect(rows.find((row) => row.includes('CVs together'))).toContain('2 of 8 places taken');
    expect(await main(page)).not.toContain('Nia');

    await rowOf(page, 'Aled Hughes').getByRole('link', { name: '2 steps to look at' }).click();
    expect(new URL(page.url()).pathname).toBe(`/staff/customers/${aled.customerId}/plan`);
  });

  it('a failure to attend is one tap; the reason may follow; a call is on the list that day; the undo takes all of it back', async () => {
    const { adviser, someone } = await aTeam();
    await someone('09:30');
    const page = await aColleagueAt('/staff/day', adviser.id);
    const row = rowOf(page, 'Aled Hughes');
    await row.getByRole('button', { name: 'Did not attend' }).click();
    expect(await said(page)).toContain('Recorded: did not attend. It is on the call list');
    expect(await main(page)).toContain('Did not come: ask how they are, and find a new time. Call by 5pm');

    await page.getByRole('alert').getByText('Why, if you know').click();
    await page.getByRole('alert').getByRole('button', { name: 'Caring for someone' }).click();
    expect(await said(page)).toContain('The reason is recorded');
    expect(await row.innerText()).toContain('Why: Caring for someone');
    await row.getByText('Change the reason').click();
    await row.getByRole('button', { name: 'Not known' }).click();
    expect(await row.innerText()).not.toContain('Why:');

    await row.getByRole('button', { name: 'Undo' }).click();
    expect(await said(page)).toContain('The outcome was taken back');
    expect(await main(page)).not.toContain('ask how they are');
  });

  it('late, excused and called off are recorded, and one is corrected by another', async () => {
    const { adviser, someone } = await aTeam();
    await someone('09:30');
    const page = await aColleagueAt('/staff/day', adviser.id);
    const row = rowOf(page, 'Aled Hughes');
    await row.getByRole('button', { name: 'Late' }).click();
    expect(await said(page)).toContain('Recorded: attended, late');
    expect(await row.innerText()).toContain('Attended, late');
    await row.getByText('Correct it').click();
    await row.getByRole('button', { name: 'Excused' }).click();
    expect(await said(page)).toContain('Recorded: excused');
    await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
    expect(await row.innerText()).toContain('Attended, late');
    await row.getByRole('button', { name: 'Undo' }).click();
    await row.getByText('Something else').click();
    await row.getByRole('button', { name: 'We called it off' }).click();
    expect(await row.innerText()).toContain('Cancelled');
    await row.getByRole('button', { name: 'Undo' }).click();
    expect(await row.innerText()).toContain('No reply yet');
    await row.getByRole('link', { name: 'Aled Hughes', exact: true }).click();
    expect(await main(page)).toMatch(/Outcome recorded: Attended, late/i);
  });

  it('an outcome is recorded and taken back by keyboard alone', async () => {
    const { adviser, someone } = await aTeam();
    await someone('09:30');
    const page = await aColleagueAt('/staff/day', adviser.id);
    await rowOf(page, 'Aled Hughes').getByRole('link', { name: 'Aled Hughes', exact: true }).focus();
    const focused = () => page.evaluate<string>("document.activeElement.textContent.replace(/\\s+/g, ' ').trim()");
    for (let n = 0; n < 5 && !(await focused()).startsWith('Did not attend'); n += 1) await page.keyboard.press('Tab');
    expect(await focused()).toBe('Did not attend Aled Hughes, 9:30am');
    await page.keyboard.press('Enter');
    expect(await said(page)).toContain('Recorded: did not attend');
    await page.getByRole('alert').getByRole('button', { name: 'Undo' }).press('Enter');
    expect(await said(page)).toContain('The outcome was taken back');
  });

  it('outcomes that nobody recorded on earlier days are counted, and recorded on the spot', async () => {
    const { adviser, someone } = await aTeam();
    await someone('09:30', 'Gwen', { startsAt: at('09:30') - 7 * DAY, endsAt: at('10:00') - 7 * DAY });
    await someone('09:30', 'Elis', { startsAt: at('09:30') - DAY, endsAt: at('10:00') - DAY });
    const page = await aColleagueAt('/staff/day', adviser.id, { viewport: PHONE });
    await page.getByRole('heading', { name: '2 outcomes not recorded' }).waitFor();
    await page.getByRole('button', { name: 'Attended Gwen Hughes, 9:30am', exact: true }).click();
    expect(await said(page)).toContain('Recorded: attended');
    await page.getByRole('heading', { name: '1 outcome not recorded' }).waitFor();
  });

  it('an adviser calls an appointment off with a reason, and takes it back before the customer hears of it', async () => {
    const { adviser, someone } = await aTeam();
    const { id } = await someone('10:10');
    const page = await aColleagueAt(`/staff/appointments/${id}`, adviser.id);
    await page.getByRole('link', { name: 'Call it off' }).click();
    await press(page, 'Call it off');
    expect(await page.title()).toBe('Error: Call the appointment off – Waymark');
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('Choose why');
    await page.getByLabel('The adviser is away').check();
    await press(page, 'Call it off');
    expect(await said(page)).toContain('The appointment is called off');
    expect(await main(page)).toContain('The adviser is away – by Sioned Parry');
    await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
    expect(await said(page)).toContain('The appointment stands again');
    expect(await page.getByRole('link', { name: 'Call it off' }).count()).toBe(1);
    await page.goto(`/staff/appointments/${id}/cancel`);
    portal.clock.set('2026-11-24T10:10:00Z');
    // Twenty minutes later a session has ended.
    const value = await portal.composition.services.startSession({ kind: 'staff', id: adviser.id }, null);
    await page.context().addCookies([{ name: 'session', value, url: portal.url }]);
    await page.getByLabel('The office is closed').check();
    await press(page, 'Call it off');
    expect(await said(page)).toContain('Its time has come');
  });

  it('on paper the day has everything to know and nothing to press', async () => {
    const { adviser, someone } = await aTeam();
    await availableAllWeek(portal.deps, adviser.id);
    await someone('09:30');
    await someone('14:30', 'Megan');
    const page = await aColleagueAt('/staff/day?done=attended', adviser.id);
    await page.emulateMedia({ media: 'print' });
    for (const pressed of ['button', 'summary', 'form', 'nav', '.govuk-notification-banner']) {
      const seen = await page
        .locator(pressed)
        .evaluateAll((all) => all.filter((one) => (one as { checkVisibility(): boolean }).checkVisibility()).length);
      expect(seen, pressed).toBe(0);
    }
    const paper = await main(page);
    for (const words of [
      'Aled Hughes',
      'Megan Hughes',
      '2:30pm',
      'No reply yet',
      'Free for',
      'Plan your next steps together',
    ])
      expect(paper).toContain(words);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(1_000);
  });

  it('an adviser records a contact in one line, is told what is missing, and takes it back', async () => {
    const { adviser, someone, team } = await aTeam();
    const { customerId } = await someone('14:30');
    const page = await aColleagueAt(`/staff/customers/${customerId}`, adviser.id);
    await page.getByRole('link', { name: 'All contacts, and record one' }).click();
    await page.getByLabel('Minutes').fill('ten');
    await page.getByLabel('Note').fill('Rang about the bus');
    await press(page, 'Record');
    expect(await page.title()).toBe('Error: Contacts: Aled Hughes – Waymark');
    const summary = await page.locator('.govuk-error-summary').innerText();
    for (const fault of ['Choose how you were in touch', 'Choose what it was about', 'Minutes must be a whole number'])
      expect(summary).toContain(fault);
    expect(await page.getByLabel('Note').inputValue()).toBe('Rang about the bus');
    await page.getByLabel('How', { exact: true }).selectOption('Phone');
    await page.getByLabel('About').selectOption('Their plan');
    await page.getByLabel('Minutes').fill('10');
    await page.getByLabel('We helped them do it').check();
    await press(page, 'Record');
    expect(await said(page)).toContain('The contact is recorded');
    const item = page.locator('.wm-contacts__item').first();
    expect((await item.innerText()).replace(/\s+/g, ' ')).toContain(
      'Phone They got in touch, about: their plan, helped, 10 minutes, by Sioned Parry Rang about the bus',
    );
    await page.getByRole('link', { name: 'Letter', exact: true }).click();
    expect(await main(page)).toContain('Nothing is on record here');

    const manager = await aMemberOfStaff(portal.deps, team.officeId, { role: 'manager', firstName: 'Elin' });
    const theirs = await aColleagueAt(`/staff/customers/${customerId}/contacts`, manager.id);
    expect(await main(theirs)).toContain('about: their plan');
    expect(await main(theirs)).not.toContain('the bus');
    await page.goto(`/staff/customers/${customerId}/contacts`);
    await press(page, /^Take back/);
    expect(await said(page)).toContain('taken off the record');
    await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
    expect(await said(page)).toContain('on record again');
  });

  it('a call made from the call list is a contact without being written down again, and a champion sees none of it', async () => {
    const { adviser, someone, team } = await aTeam();
    const { customerId } = await someone('09:30');
    const page = await aColleagueAt('/staff/day', adviser.id);
    await press(page, /^Did not attend/);
    await press(page, 'Spoke to them Aled Hughes');
    await page.goto(`/staff/customers/${customerId}/contacts`);
    expect(await main(page)).toContain('We rang: Spoke to them, by Sioned Parry');

    const { id } = await aMemberOfStaff(portal.deps, team.officeId, { role: 'champion', firstName: 'Mari' });
    const desk = await aColleagueAt(`/staff/customers/${customerId}/contacts`, id);
    expect(await main(desk)).not.toContain('We rang');
    expect(await desk.getByLabel('Note').count()).toBe(0);
    await desk.getByLabel('About').selectOption('Their details');
    await desk.getByLabel('We helped them do it').check();
    await press(desk, 'Record');
    expect(await main(desk)).toContain('about: their details, helped, by Mari Parry');
    await press(desk, /^Take back/);
    expect(await said(desk)).toContain('taken off the record');
  });

  it.each(LANGUAGES.filter((one) => one === 'en' || one === 'cy'))(
    'has pages without faults, in %s',
    async (language: Language) => {
      const { adviser, someone } = await aTeam();
      await availableAllWeek(portal.deps, adviser.id);
      const { id: past, customerId } = await someone('09:30');
      const { id: ahead } = await someone('14:30', 'Megan');
      await someone('09:30', 'Gwen', { startsAt: at('09:30') - DAY, endsAt: at('10:00') - DAY });
      const quiet = await someone('16:00', 'Tomos');
      const page = await aColleagueAt('/staff/day', adviser.id, { javaScript: true });
      const faults: string[] = [];
      const look = async (where: string) => {
        await page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))");
        faults.push(...(await staffPageFaults(page, language)).map((fault) => `${where}: ${fault}`));
      };
      const open = (path: string) => page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
      const contacts = `/staff/customers/${customerId}/contacts`;
      await open('/staff/day');
      await look('day');
      await page.locator('button[value="failed_to_attend"]').first().click();
      await look('a day on which somebody did not come');
      for (const path of [`/staff/appointments/${past}`, `/staff/appointments/${ahead}`, contacts]) {
        await open(path);
        await look(path);
      }
      await page.locator('.wm-contact-form .govuk-button').click();
      await look('a contact with nothing filled in');
      await page.locator('#channel').selectOption('desk');
      await page.locator('#service').selectOption('other');
      await page.locator('#note').fill('x'.repeat(200));
      await page.locator('.wm-contact-form .govuk-button').click();
      await look('a contact');
      await open(`/staff/customers/${quiet.customerId}/contacts`);
      await look('no contacts');
      await open(`/staff/customers/${customerId}`);
      await look('record');
      await open(`/staff/appointments/${ahead}/cancel`);
      await look('calling off');
      await page.locator('form[action$="/cancel"] .govuk-button').click();
      await look('calling off, without a reason');
      await page.locator('#reason').check();
      await page.locator('form[action$="/cancel"] .govuk-button').click();
      await look('called off');
      expect(faults).toEqual([]);
    },
    120_000,
  );
});
