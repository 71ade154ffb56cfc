import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookAsStaff } from '~/services/book-as-staff.server';
import { aCustomer, aMemberOfStaff, anOffice, availableAllWeek } from '../support/factories';
import { DESKTOP, startPortal, type TestPortal } from '../support/portal';
import { staffPageFaults } from '../support/sound-staff-pages';

/** The clock stands at 9:00 on Monday 23 November 2026. */
describe('booking', () => {
  let portal: TestPortal;
  let officeId: string;
  let sioned: string;
  let rhys: string;
  let people = 0;

  beforeAll(async () => {
    portal = await startPortal({ at: '2026-11-23T09:00:00Z' });
    const { deps } = portal;
    officeId = (await anOffice(deps)).id;
    sioned = (await aMemberOfStaff(deps, officeId)).id;
    rhys = (await aMemberOfStaff(deps, officeId, { firstName: 'Rhys', lastName: 'Tudur' })).id;
    await availableAllWeek(deps, sioned);
    await availableAllWeek(deps, rhys);
    const kind = { officeId, minutes: 30, nameInWelsh: '', purpose: 'Plan your next steps', bring: 'your CV' };
    const kinds = [
      { ...kind, ref: 'new_customer', name: 'First meeting', followedBy: 'review', position: 1 },
      { ...kind, ref: 'review', name: 'Review', position: 2 },
      { ...kind, ref: 'group', name: 'Group', capacity: 2, position: 3 },
    ];
    await deps.db.write(async (q) => {
      await q.insert(q.tables.appointmentKinds).values(kinds.map((one) => ({ ...one, id: deps.newId() })));
      const away = { adviserId: sioned, kind: 'leave' as const, fromOn: '2026-11-23', untilOn: '2026-11-23' };
      await q.insert(q.tables.diaryExceptions).values({ ...away, id: deps.newId(), createdAt: deps.clock.now() });
    });
  });
  afterAll(() => portal.close());

  async function aPerson({ isNew = false } = {}) {
    people += 1;
    const mobile = `+44770090${String(1000 + people).slice(-4)}`;
    const owner = { officeId, adviserId: sioned };
    const { id } = await aCustomer(portal.deps, owner, { lastName: `Hughes${'abcdefghij'[people]}`, mobile });
    if (!isNew) await portal.deps.db.write((q) => q.insert(q.tables.appointments).values(before(id)));
    return id;
  }
  const before = (customerId: string) => {
    const startsAt = portal.clock.now() - 86_400_000 * 7;
    return {
      ...{ id: portal.deps.newId(), ref: portal.deps.newId(), customerId, adviserId: sioned, officeId, kind: 'review' },
      ...{ mode: 'in_person' as const, startsAt, endsAt: startsAt + 1_800_000, status: 'attended' as const },
      ...{ bookedAt: startsAt, updatedAt: startsAt },
    };
  };
  async function signIn(page: Page) {
    const value = await portal.composition.services.startSession({ kind: 'staff', id: sioned }, null);
    await page.context().addCookies([{ name: 'session', value, url: portal.url }]);
  }
  async function adviserAt(path: string) {
    // The look for faults needs scripts to run; the pages themselves have none, which it checks.
    const page = await portal.newVisitor({ viewport: DESKTOP });
    page.setDefaultTimeout(10_000);
    await signIn(page);
    await page.goto(path);
    return page;
  }
  const main = (page: Page) => page.locator('main').innerText();
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
  const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click();
  const sound = async (page: Page, language: 'en' | 'cy' = 'en') =>
    expect(await staffPageFaults(page, language), page.url()).toEqual([]);

  it('an adviser books the next free time in two clicks, with the words that the customer gets, and takes it back', async () => {
    const id = await aPerson();
    const page = await adviserAt(`/staff/customers/${id}`);
    const began = performance.now();
    await follow(page, /9am$/);
    const said = await main(page);
    expect(said).toContain('What Aled gets');
    expect(said).toContain('Text to 07700 90');
    expect(said).toContain("you're meeting Sioned on Tuesday 24 November at 9am");
    expect(said).toContain('After that');
    expect(await page.getByLabel('What it is for').inputValue()).toBe('Plan your next steps');
    await press(page, 'Book it');
    expect(performance.now() - began).toBeLessThan(30_000);
    await page.getByRole('alert').getByText('It is booked').waitFor();
    await follow(page, 'See the appointment');
    expect(await main(page)).toContain('Plan your next steps');
    await page.goBack();
    await press(page, 'Undo');
    await page.getByRole('alert').getByText('Nothing had been sent').waitFor();
    await sound(page);
  });

  it('a time that somebody takes meanwhile leaves what was typed, and shows others', async () => {
    const [id, other] = [await aPerson(), await aPerson()];
    const page = await adviserAt(`/staff/customers/${id}/booking`);
    expect(await main(page)).toContain('Sooner with somebody else');
    expect(await main(page)).toContain('None of them is their named adviser, Sioned Parry.');
    await sound(page);
    await follow(page, /^9:30am Tuesday/);
    await page.getByLabel('What it is for').fill('Talk about vans');
    const startsAt = Date.parse('2026-11-24T09:30:00Z');
    const quick = await bookAsStaff(portal.deps)({
      staff: { kind: 'staff', id: sioned, officeId, role: 'adviser', firstName: 'Sioned', lastName: 'Parry' },
      ...{ customerId: other, key: portal.deps.newId(), adviserId: sioned, kind: 'review', mode: 'phone', minutes: 30 },
      ...{ startsAt, purpose: '', bring: '', placeId: null, typed: false, second: 'straight_after', requestId: null },
    });
    expect(quick).toMatchObject({ ok: true });
    const answer = page.waitForResponse((response) => response.request().method() === 'POST');
    await press(page, 'Book it');
    expect((await answer).status()).toBe(422);
    expect(await page.title()).toMatch(/^Error: /);
    await page.getByRole('alert').getByText('Somebody has that time by now').waitFor();
    await sound(page);
    await press(page, /^10am Tuesday/);
    expect(await page.getByLabel('What it is for').inputValue()).toBe('Talk about vans');
    await sound(page);
    await press(page, 'Book it');
    await page.getByRole('alert').getByText('It is booked').waitFor();
    await page.goto(`/staff/customers/${id}/booking?date=2026-02-30&time=10:00`);
    await page.getByRole('alert').getByText('Enter a date that exists').waitFor();
    await page.goto(`/staff/customers/${id}/booking?minutes=7x`);
    expect(await page.getByRole('textbox', { name: 'Minutes' }).inputValue()).toBe('7x');
    await page.goto(`/staff/customers/${id}/booking?date=2026-11-24&time=19:00&kind=review`);
    expect(await main(page)).toContain('This is outside the hours in which Sioned Parry sees people.');
    await page.goto(`/staff/customers/${id}/booking?lang=cy`);
    await sound(page, 'cy');
  });

  it('a new customer gets both first meetings at once', async () => {
    const page = await adviserAt(`/staff/customers/${await aPerson({ isNew: true })}/booking`);
    expect(await main(page)).toContain('The first meeting is two appointments: “First meeting”, and then “Review”.');
    await follow(page, /^1pm Tuesday/);
    expect(await page.getByLabel('Straight after, at 1:30pm').isChecked()).toBe(true);
    await sound(page);
    await press(page, 'Book both');
    await page.getByRole('alert').getByText('Both appointments are booked').waitFor();
    expect(await main(page)).toContain('1:30pm');
  });

  it('somebody who is here now is recorded by keyboard alone', async () => {
    const id = await aPerson();
    const page = await adviserAt('/staff/customers?q=hughes');
    await sound(page);
    await page.locator(`a[href="/staff/customers/${id}/walk-in"]`).press('Enter');
    await sound(page);
    await page.getByLabel('Minutes').focus();
    await page.keyboard.type('15');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('they came without an appointment').waitFor();
    await page.getByRole('alert').getByRole('button', { name: 'Undo' }).press('Enter');
    await page.getByRole('alert').getByText('The booking was taken back').waitFor();
    await page.goto(`/staff/customers/${id}/walk-in?lang=cy`);
    await sound(page, 'cy');
  });

  it('a series is proposed, changed, booked, cancelled and put back', async () => {
    const id = await aPerson();
    const page = await adviserAt(`/staff/customers/${id}/series`);
    await page.getByLabel('First date').fill('2026-12-18');
    await page.getByLabel('Time', { exact: true }).fill('10:00');
    await page.getByLabel('Then every').fill('7');
    await page.getByLabel('Days or weeks').selectOption('days');
    await page.getByLabel('How many times in all').fill('3');
    await press(page, 'Show the dates');
    expect(await main(page)).toContain('Bank holiday');
    await sound(page);
    await page.getByLabel('Date 2').fill('2026-12-23');
    await page.getByLabel(/^Book Friday 25 December/).check();
    await press(page, 'Book the ticked ones');
    await page.getByRole('alert').getByText('The series is booked').waitFor();
    expect(await main(page)).toContain('Wednesday 23 December');
    await sound(page);
    await press(page, 'Cancel the rest');
    await page.getByRole('alert').getByText('The rest of the series is cancelled').waitFor();
    await press(page, 'Undo');
    await page.getByRole('alert').getByText('The appointments stand again').waitFor();
    await page.goto(`/staff/customers/${id}/series?first=2026-02-30&time=10:00`);
    expect(await main(page)).toContain('Enter a first date');
    await page.goto(`/staff/customers/${id}/series?lang=cy`);
    await sound(page, 'cy');
  });

  it('a group session is made, filled, written up and cancelled', async () => {
    await aPerson();
    const page = await adviserAt('/staff/group-sessions');
    await sound(page);
    await follow(page, 'New group session');
    await press(page, 'Make the session');
    await page.getByRole('alert').getByText('Enter what it is called').waitFor();
    await sound(page);
    await page.getByLabel('What it is called').fill('CV workshop');
    await page.getByLabel('Date').fill('2026-11-27');
    await page.getByLabel('Time').fill('14:00');
    await press(page, 'Make the session');
    await page.getByRole('alert').getByText('The session is in the diary').waitFor();
    for (const left of ['1 place left', 'Full']) {
      await page.getByLabel('Reference or name').fill('hughes');
      await press(page, 'Find');
      await press(page, /^Add /);
      await page.getByRole('alert').getByText('They have a place').waitFor();
      expect(await main(page)).toContain(left);
    }
    await sound(page);
    await press(page, /^Take off/);
    await page.getByRole('alert').getByText('their place is free').waitFor();
    const path = new URL(page.url()).pathname;
    const pdf = await page.request.get(`${path}/print`);
    expect(pdf.headers()['content-type']).toBe('application/pdf');
    portal.clock.set('2026-11-27T14:05:00Z');
    await signIn(page);
    await page.goto(path);
    await page.getByLabel('Came', { exact: true }).check();
    await sound(page);
    await press(page, 'Save who came');
    await page.getByRole('alert').getByText('Saved who came').waitFor();
    portal.clock.set('2026-11-23T09:00:00Z');
    await signIn(page);
    await page.goto(`${path}/cancellation?lang=cy`);
    await sound(page, 'cy');
    await press(page, 'Ie, canslo hi');
    await page.getByRole('alert').getByText('Mae’r sesiwn wedi’i chanslo').waitFor();
    await sound(page, 'cy');
    expect(rhys).not.toBe(sioned);
  });
});
