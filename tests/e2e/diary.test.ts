import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '~/domain/language';
import { diaryWords } from '~/i18n/pages/staff-diary';
import { aCustomerWorld, type CustomerWorld } from '../support/customer-world';
import { aMemberOfStaff } from '../support/factories';
import { bytesOnTheWire } from '../support/page-checks';
import { DESKTOP, PHONE, startPortal, type TestPortal } from '../support/portal';
import { staffPageFaults } from '../support/sound-staff-pages';

/** The clock stands at 9:00 on Monday 23 November 2026; Sioned meets Aled on Tuesday at 2:30pm. */
describe('the diary', () => {
  let portal: TestPortal;
  let world: CustomerWorld;
  let rhys: string;
  let elin: string;

  beforeAll(async () => {
    portal = await startPortal({ at: '2026-11-23T09:00:00Z' });
    const { deps } = portal;
    world = await aCustomerWorld(deps);
    rhys = (await aMemberOfStaff(deps, world.office.id, { firstName: 'Rhys', lastName: 'Tudur' })).id;
    elin = (await aMemberOfStaff(deps, world.office.id, { firstName: 'Elin', lastName: 'Môn', role: 'manager' })).id;
    const hall = { id: deps.newId(), officeId: world.office.id, kind: 'venue' as const, name: 'Llyfrgell y Cei' };
    await deps.db.write((q) => q.insert(q.tables.places).values({ ...hall, address: '3 Stryd y Cei', seats: 8 }));
  });
  afterAll(() => portal.close());

  async function visit(id: string, path: string, viewport = DESKTOP, javaScript = false) {
    const page = await portal.newVisitor({ viewport, javaScript });
    const value = await portal.composition.services.startSession({ kind: 'staff', id }, null);
    await page.context().addCookies([{ name: 'session', value, url: portal.url }]);
    await page.goto(path);
    return page;
  }
  const main = (page: Page) => page.locator('main').innerText();
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
  const notice = (page: Page, text: string) => page.getByRole('alert').getByText(text).waitFor();
  const day = (page: Page, name: string) => page.locator('.wm-week__day').filter({ hasText: name });

  it('an adviser sees their week: who comes, what is free, now, and the weeks on either side', async () => {
    const page = await visit(world.adviser.id, '/staff/diary');
    expect(await page.locator('h1').innerText()).toBe('Diary: Sioned Parry, week of Monday 23 November');
    expect(await day(page, 'Monday 23 November').innerText()).toContain('Now, 9am');
    const tuesday = await day(page, 'Tuesday 24 November').innerText();
    for (const words of ['2:30pm to 3pm', 'Aled Hughes', 'Review', 'No reply yet', '9am to 2:30pm', '3pm to 5pm'])
      expect(tuesday).toContain(words);
    await page.getByRole('link', { name: 'Week after' }).click();
    expect(new URL(page.url()).searchParams.get('week')).toBe('2026-W49');
    await page.goto('/staff/diary?date=2026-12-25');
    expect(await main(page)).toContain('Bank holiday: Christmas Day');
    const wrong = await page.goto('/staff/diary?week=2026-W99');
    expect(wrong!.status()).toBe(400);
    expect(await page.title()).toMatch(/^Error: /);
    expect(await main(page)).toContain('Choose a date that exists');
  });

  it('an adviser notes leave by keyboard alone, sees who is booked then first, and takes it out and back', async () => {
    const page = await visit(world.adviser.id, '/staff/diary');
    const tabTo = async (what: string) => {
      for (let n = 0; n < 60; n += 1) {
        await page.keyboard.press('Tab');
        if ((await page.locator(`${what}:focus`).count()) > 0) return;
      }
      throw new Error(`Tab does not get to ${what}`);
    };
    const enter = () => Promise.all([page.waitForLoadState(), page.waitForEvent('load'), page.keyboard.press('Enter')]);
    await tabTo('a[href^="/staff/diary/exceptions/new"]');
    await enter();
    await tabTo('input[name="kind"]');
    await tabTo('#from');
    // As the browser of the test writes dates: month, day, year.
    await page.keyboard.type('11242026');
    await tabTo('#note');
    await page.keyboard.type('Half-term');
    await tabTo('main .govuk-button');
    await enter();
    expect(await main(page)).toContain('1 meeting is booked then. It will not be moved or cancelled');
    expect(await page.getByRole('link', { name: 'Aled Hughes' }).count()).toBe(1);
    await tabTo('main .govuk-button');
    await enter();
    await notice(page, 'It is in the diary. Meetings that are booked were not moved');
    expect(await main(page)).toContain('1 meeting is still booked then');
    expect(await page.getByRole('link', { name: 'Ask a colleague to stand in' }).getAttribute('href')).toBe(
      '/staff/cover/new',
    );
    await page.getByRole('link', { name: 'To the diary' }).click();
    expect(await day(page, 'Tuesday 24 November').innerText()).toContain('Leave, all day');
    expect(await day(page, 'Tuesday 24 November').innerText()).not.toContain('Free');

    const colleague = await visit(rhys, `/staff/diary?adviser=${world.adviser.id}`);
    expect(await day(colleague, 'Tuesday 24 November').innerText()).toContain('Away, all day');
    expect(await main(colleague)).not.toContain('Half-term');
    expect(await colleague.getByRole('link', { name: 'Weekly hours' }).count()).toBe(0);

    await page.getByRole('link', { name: 'Leave, all day' }).click();
    await press(page, 'Take it out of the diary');
    await notice(page, 'It is out of the diary');
    expect(await day(page, 'Tuesday 24 November').innerText()).not.toContain('Leave');
    await press(page, 'Undo');
    await notice(page, 'It is back in the diary');
    await press(page, 'Take it out of the diary');
    await notice(page, 'It is out of the diary');
  });

  it('a manager gives a colleague an outreach day and an evening, with mistakes put right on the way', async () => {
    const page = await visit(elin, '/staff/diary');
    expect(await page.locator('h1').innerText()).toBe('Office diary, week of Monday 23 November');
    expect(await main(page)).toContain('1 meeting');
    await page.getByRole('link', { name: 'Sioned Parry' }).click();
    await page.getByRole('link', { name: 'Add leave or other days' }).click();
    await page.getByLabel('Outreach', { exact: true }).check();
    await page.getByLabel('First day').fill('2026-11-26');
    await page.getByLabel('From', { exact: true }).fill('nine');
    await press(page, 'Save');
    expect(await page.title()).toMatch(/^Error: /);
    for (const words of ['Enter a time like 9am', 'Choose where the outreach is'])
      expect(await page.locator('.govuk-error-summary').innerText()).toContain(words);
    expect(await page.getByLabel('From', { exact: true }).inputValue()).toBe('nine');
    await page.getByLabel('From', { exact: true }).fill('9am');
    await page.getByLabel('To', { exact: true }).fill('12:30');
    await page.getByLabel('Where, if it is outreach').selectOption({ label: 'Llyfrgell y Cei' });
    await press(page, 'Save');
    await notice(page, 'It is in the diary');
    await page.locator('summary', { hasText: 'Change it' }).click();
    await page.getByLabel('To', { exact: true }).fill('1pm');
    await press(page, 'Save');
    await notice(page, 'It is in the diary');
    await page.getByRole('link', { name: 'To the diary' }).click();
    expect(await day(page, 'Thursday 26 November').innerText()).toContain('Outreach, 9am to 1pm: Llyfrgell y Cei');
  });

  it('weekly hours are written as they are said, checked, saved once those outside were seen, and undone', async () => {
    const page = await visit(world.adviser.id, '/staff/diary/hours');
    expect(await page.getByLabel('Tuesday').inputValue()).toBe('9am to 5pm');
    await page.getByLabel('Monday').fill('nine to five');
    await page.getByLabel('Tuesday').fill('1pm to 3pm, 2pm to 4pm');
    await press(page, 'Save hours');
    for (const words of ['Monday: Enter hours like', 'Tuesday: These hours overlap'])
      expect(await page.locator('.govuk-error-summary').innerText()).toContain(words);
    await page.getByLabel('Monday').fill('9am to 5pm');
    await page.getByLabel('Tuesday').fill('9am to midday');
    await press(page, 'Save hours');
    expect(await main(page)).toContain('1 booked meeting would be outside these hours');
    await press(page, 'Save all the same');
    await notice(page, 'The weekly hours are saved');
    expect(await day(page, 'Tuesday 24 November').innerText()).not.toContain('3pm to 5pm');
    await press(page, 'Undo');
    await notice(page, 'The hours before are back');
    expect(await day(page, 'Tuesday 24 November').innerText()).toContain('3pm to 5pm');
  });

  it('an adviser has their diary in a calendar of their own, and stops it', async () => {
    const page = await visit(world.adviser.id, '/staff/diary?adviser=me');
    await page.getByRole('link', { name: 'In your own calendar' }).click();
    await press(page, 'Make a private address');
    const address = (await page.locator('.wm-address').innerText()).trim();
    const read = async () => fetch(address);
    const file = await (await read()).text();
    expect(file).toContain('BEGIN:VEVENT');
    expect(file).toContain(world.aled.ref);
    expect(file).not.toMatch(/Aled|Hughes|next steps/);
    await press(page, 'Stop this');
    expect(await main(page)).toContain('The address no longer works.');
    expect((await read()).status).toBe(404);
  });

  it.each(LANGUAGES)(
    'every page is sound, also on the narrowest phone, in %s',
    { timeout: 240_000 },
    async (language: Language) => {
      const words = diaryWords.in(language);
      const { services } = portal.composition;
      const sioned = { ...world.adviser, kind: 'staff' as const, role: 'adviser' as const };
      const id = portal.deps.newId();
      const leave = {
        kind: 'leave' as const,
        fromOn: '2026-11-24',
        untilOn: '2026-11-25',
        fromTime: null,
        toTime: null,
      };
      await services.saveException({
        ...{ staff: sioned, adviserId: sioned.id, id, isNew: true, exception: { ...leave, placeId: null } },
        ...{ note: 'x'.repeat(200), confirmed: true },
      });
      // What looks for faults is a script.
      const page = await visit(world.adviser.id, `/staff/diary?lang=${language}`, DESKTOP, true);
      const look = async (what: string) =>
        expect({ what, faults: await staffPageFaults(page, language) }).toEqual({ what, faults: [] });
      await look('the week');
      for (const path of [
        ...['?adviser=all', '?week=x', '/exceptions/new', '/hours', '/calendar'],
        `/exceptions/${id}?done=exception_saved`,
      ]) {
        await page.goto(`/staff/diary${path}`);
        await look(path);
      }
      await press(page, words.form.end);
      await page.waitForURL(/done=exception_ended/);
      await page.goto(`/staff/diary/exceptions/${id}`);
      await look('an exception that was taken out');
      await page.goto('/staff/diary/exceptions/new');
      await page.locator('#toTime').fill('late');
      await page.locator('#from').fill('');
      await press(page, words.form.submit);
      await page.locator('.govuk-error-summary').waitFor();
      await look('an exception with mistakes');
      await page.locator('#toTime').fill('');
      await page.locator('#from').fill('2026-11-24');
      await press(page, words.form.submit);
      await page.locator('.govuk-warning-text').waitFor();
      await look('an exception with meetings in it');
      await page.goto('/staff/diary/hours');
      await page.locator('#day-1').fill('x');
      await press(page, words.hoursForm.submit);
      await page.locator('.govuk-error-summary').waitFor();
      await look('hours with mistakes');
      await page.goto('/staff/diary/hours');
      for (let n = 1; n <= 7; n += 1) await page.locator(`#day-${n}`).fill('');
      await press(page, words.hoursForm.submit);
      await page.locator('.govuk-warning-text').waitFor();
      await look('hours with meetings outside');
      await page.goto('/staff/diary/calendar');
      await press(page, words.feed.make);
      await page.waitForURL(/done=made/);
      await look('a calendar feed');
      await press(page, words.feed.end);
      await page.waitForURL(/done=ended/);
    },
  );

  it('a week is one column on a phone and five on a desk, and few bytes', async () => {
    const page = await visit(world.adviser.id, '/staff/diary', PHONE);
    const lefts = async () => {
      const boxes = await Promise.all((await page.locator('.wm-week__day').all()).map((one) => one.boundingBox()));
      return new Set(boxes.map((box) => Math.round(box!.x))).size;
    };
    expect(await lefts()).toBe(1);
    await page.setViewportSize(DESKTOP);
    expect(await lefts()).toBe(5);
    const [cookie] = await page.context().cookies();
    expect(await bytesOnTheWire(`${portal.url}/staff/diary`, `session=${cookie!.value}`)).toBeLessThan(20_000);
  });
});
