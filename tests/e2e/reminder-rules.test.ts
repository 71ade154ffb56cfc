import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '~/domain/access/role';
import { MINUTE } from '~/domain/clock';
import { addMemberOfStaff } from '~/services/add-member-of-staff.server';
import { pauseSending, resumeSending } from '~/services/stop-sending.server';
import { insertCopyHold } from '@db/queries/arming.server';
import { aDiary } from '../support/diary';
import { aManager, book, setRules } from '../support/office-rules';
import { scrollsSideways } from '../support/page-checks';
import { pageFaults } from '../support/page-faults';
import { DESKTOP, PHONE, startPortal, type TestPortal } from '../support/portal';

const PASSWORD = 'three damp otters';
const NARROW = { width: 320, height: 640 };
const RULES = '/staff/reminder-policy';

/** At 9:50 on Tuesday 24 November 2026. */
async function startOffice() {
  const portal = await startPortal({ at: '2026-11-24T09:50:00Z' });
  const diary = await aDiary(portal.deps);
  await book(portal.deps, diary, { kind: 'review' });
  await book(portal.deps, diary, { kind: 'first_interview' });
  const secrets = new Map<Role, string>();
  for (const role of ['manager', 'adviser'] as const) {
    const added = await addMemberOfStaff(portal.deps)({
      ...{ officeRef: diary.office.ref, ref: role, email: `${role}@waymark.example`, role, password: PASSWORD },
      ...{ firstName: role === 'manager' ? 'Elin' : 'Rhys', lastName: 'Vaughan' },
    });
    if (!added.ok) throw new Error(added.reason);
    secrets.set(role, added.totpSecret);
  }
  /** A page on which somebody of the office has signed in. */
  async function signIn(
    role: Role,
    options: Parameters<TestPortal['newVisitor']>[0] = { viewport: DESKTOP },
  ): Promise<Page> {
    // A code of the authenticator works once.
    portal.clock.advance(MINUTE);
    const page = await portal.newVisitor(options);
    await page.goto('/staff/sign-in');
    await page.getByLabel('Work email').fill(`${role}@waymark.example`);
    await page.getByLabel('Password').fill(PASSWORD);
    await page
      .getByLabel(/Code from/)
      .fill(portal.deps.oneTimePasswords.codeAt(secrets.get(role)!, portal.clock.now()));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Signed in as').waitFor();
    return page;
  }
  return { portal, diary, signIn };
}
type Office = Awaited<ReturnType<typeof startOffice>>;

const group = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
const secondAt = (page: Page) => group(page, 'Second reminder').getByLabel('Time', { exact: true });
const preview = (page: Page) => page.getByRole('button', { name: 'See what would change' });
const text = async (page: Page) => (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ');

describe('the reminder rules of an office', () => {
  let office: Office;
  beforeAll(async () => {
    office = await startOffice();
  });
  afterAll(() => office.portal.close());

  it('a manager has the second reminder of one kind go at nine from tomorrow, and takes that back', async () => {
    const page = await office.signIn('manager', { viewport: DESKTOP, javaScript: false });
    await page.getByRole('link', { name: 'Office', exact: true }).click();
    await page.getByRole('link', { name: 'Reminder rules' }).click();
    await page.getByRole('heading', { name: 'Reminder rules' }).waitFor();
    await page.getByRole('link', { name: 'Give it rules of its own for: First interview' }).click();
    await page.getByText('For: First interview').waitFor();
    await secondAt(page).fill('09:00');
    await preview(page).click();

    await page.getByRole('heading', { name: 'What would change' }).waitFor();
    const shown = await text(page);
    expect(shown).toContain('Second reminder New: 1 day before, 9am');
    expect(shown).toContain('Now: 1 day before, 10am');
    expect(shown).toContain('The new rules begin on Wednesday 25 November 2026.');
    const row = page.getByRole('row', { name: /^Second reminder/ });
    expect(await row.getByRole('cell').allInnerTexts()).toEqual([
      'Monday 30 November, 10am',
      'Monday 30 November, 9am',
    ]);
    await page.getByText('This appointment on Tuesday 1 December, 2:30pm').waitFor();
    // Nothing is saved by looking.
    const other = await office.portal.newVisitor();
    await other.context().addCookies(await page.context().cookies());
    await other.goto(RULES);
    expect(await text(other)).not.toContain('begins on');

    await page.getByRole('button', { name: 'Save the new rules' }).click();
    await page.getByRole('alert').getByText('The new rules are saved').waitFor();
    await page.getByRole('heading', { name: 'Version 1 begins on Wednesday 25 November 2026' }).waitFor();
    await page.getByText('Saved by Elin Vaughan').waitFor();

    await page.getByRole('link', { name: 'Take back version 1: First interview' }).click();
    await page.getByRole('heading', { name: 'Take back version 1?' }).waitFor();
    await page.getByRole('link', { name: 'Keep them' }).click();
    await page.getByRole('heading', { name: 'Version 1 begins on' }).waitFor();
    await page.getByRole('link', { name: 'Take back version 1: First interview' }).click();
    await page.getByRole('button', { name: 'Take them back' }).click();
    await page.getByRole('alert').getByText('The rules that were to come are taken back').waitFor();
    expect(await page.getByText('begins on').count()).toBe(0);
    await page.getByRole('link', { name: 'Give it rules of its own for: First interview' }).waitFor();
  });

  it('a manager who types what cannot be is told where, and finds what was typed', async () => {
    const page = await office.signIn('manager');
    await page.goto(`${RULES}/new-version?kind=review`);
    await secondAt(page).fill('21:00');
    await group(page, 'First reminder').getByLabel('Days before').fill('many');
    await group(page, 'Quiet hours').getByLabel('To').fill('');
    await page.getByLabel('When do the new rules begin?').fill('2026-11-20');
    const [answer] = await Promise.all([page.waitForResponse(`**${RULES}/new-version*`), preview(page).click()]);
    expect(answer.status()).toBe(422);
    expect(await page.title()).toBe('Error: Change the reminder rules – Waymark');
    const summary = page.getByRole('alert');
    expect(await summary.getByRole('link').allInnerTexts()).toEqual([
      'First reminder, Days before: Enter a number of days from 1 to 14',
      'Second reminder, Time if it is booked on that very day, after the time above: The later time has to come after the usual time',
      'Quiet hours, To: Enter a time that exists, like 10:00',
      'When do the new rules begin?: Choose today or a later day',
    ]);
    expect(await pageFaults(page)).toEqual([]);
    await summary.getByRole('link').first().click();
    const days = group(page, 'First reminder').getByLabel('Days before');
    expect(await days.evaluate((input) => input === input.ownerDocument.activeElement)).toBe(true);
    expect(await days.inputValue()).toBe('many');
    expect(await secondAt(page).inputValue()).toBe('21:00');
    await page.getByText('For: Review').waitFor();
  });

  it('a manager who was overtaken by a colleague sees what they saved, keeps what was typed, and may save after all', async () => {
    const page = await office.signIn('manager');
    await page.goto(`${RULES}/new-version?kind=`);
    await secondAt(page).fill('09:30');
    await preview(page).click();
    const colleague = await aManager(office.portal.deps, office.diary.office.id);
    await setRules(office.portal.deps, colleague, { secondAt: '12:15' });
    const save = page.getByRole('button', { name: 'Save the new rules' });
    const [answer] = await Promise.all([page.waitForResponse(`**${RULES}/new-version*`), save.click()]);
    expect(answer.status()).toBe(409);
    expect(await page.title()).toMatch(/^Error: /);
    await page
      .getByRole('alert')
      .getByRole('link', { name: /A colleague changed the rules/ })
      .click();
    expect(await page.locator('#newest').innerText()).toMatch(/Version 1, from .*Saved by Sioned Parry.*12:15pm/s);
    expect(await secondAt(page).inputValue()).toBe('09:30');
    expect(await pageFaults(page)).toEqual([]);
    await preview(page).click();
    expect(await text(page)).toContain('Now: 1 day before, 12:15pm');
    await page.getByRole('button', { name: 'Save the new rules' }).click();
    await page.getByRole('heading', { name: 'Version 2 begins on' }).waitFor();
    // What is to come is where the next change starts.
    await page.goto(`${RULES}/new-version?kind=`);
    expect(await secondAt(page).inputValue()).toBe('09:30');
  });

  it('rules that have begun cannot be taken back any more, and the earlier ones stay to be read', async () => {
    const { deps } = office.portal;
    const colleague = await aManager(deps, office.diary.office.id);
    const page = await office.signIn('manager');
    const id = await setRules(
      deps,
      colleague,
      { secondAt: '13:00' },
      { effectiveFrom: deps.clock.now() + 10 * MINUTE },
    );
    await page.goto(`${RULES}/${id}/withdrawal`);
    office.portal.clock.advance(11 * MINUTE);
    await page.getByRole('button', { name: 'Take them back' }).click();
    await page.getByRole('alert').getByText('Nothing was taken back').waitFor();
    await page.getByRole('heading', { name: 'Earlier versions' }).waitFor();
    const earlier = page.getByText(/^Version 1, from/);
    await earlier.click();
    expect(await text(page)).toContain('12:15pm');
    expect((await page.goto(`${RULES}/${id}/withdrawal`))?.status()).toBe(404);
  });

  it('for an adviser there are no such pages, and no way to them', async () => {
    const page = await office.signIn('adviser');
    expect(await page.getByRole('link', { name: 'Reminder rules' }).count()).toBe(0);
    for (const path of [RULES, `${RULES}/new-version?kind=`]) expect((await page.goto(path))?.status()).toBe(404);
  });

  it('a manager does it all with the keyboard', async () => {
    const page = await office.signIn('manager');
    await page.goto(`${RULES}/new-version?kind=review`);
    await tabTo(page, /^bookedOn$/);
    await page.keyboard.press('ArrowRight');
    await tabTo(page, /^mergeHours$/);
    await page.keyboard.type('6');
    await tabTo(page, /^See what would change$/);
    await page.keyboard.press('Enter');
    await page.getByText('New: Of two within 6 hours the earlier goes').waitFor();
    await page.getByText('New: Off').waitFor();
    await tabTo(page, /^Save the new rules$/);
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('The new rules are saved').waitFor();
  });

  /** Presses Tab until something with that name has the focus; a field's content is selected, as browsers do. */
  async function tabTo(page: Page, name: RegExp) {
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab');
      const focus = page.locator(':focus');
      // After the last link the browser's own buttons have it.
      if ((await focus.count()) === 0) continue;
      const label = (await focus.getAttribute('name')) ?? '';
      if (name.test(label) || name.test((await focus.innerText()).trim())) return;
    }
    throw new Error(`nothing called ${name} can be reached with Tab`);
  }

  describe.each(['en', 'cy'])('in %s', (language) => {
    it('every page is sound, and fits the narrowest telephone', async () => {
      const { deps } = office.portal;
      const colleague = await aManager(deps, office.diary.office.id);
      const effectiveFrom = deps.clock.now() + 3 * 24 * 60 * MINUTE;
      // One that counts, one that did, one that is to come.
      for (const secondAt of ['11:00', '11:30']) await setRules(deps, colleague, { secondAt });
      const id = await setRules(deps, colleague, { sameDayWay: 'voice' }, { kind: 'first_interview', effectiveFrom });
      const page = await office.signIn('manager', { viewport: NARROW });
      const sound = async () => {
        expect(await pageFaults(page)).toEqual([]);
        expect(await scrollsSideways(page)).toBe(false);
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
      };
      await page.goto(`${RULES}?lang=${language}`);
      await page.locator('details').first().click();
      await sound();
      await page.goto(`${RULES}/${id}/withdrawal`);
      await sound();
      await page.goto(`${RULES}/new-version?kind=review`);
      await sound();
      await page.locator('#missedMinutes').fill('5');
      await page.locator('main form:not(.wm-staff-bar form) button').last().click();
      await page.locator('caption').waitFor();
      await sound();
      await page.locator('#missedMinutes').fill('');
      await page.locator('main form:not(.wm-staff-bar form) button').last().click();
      await page.locator('#missedMinutes-error').waitFor();
      await sound();
    });
  });
});

describe('while messages do not go out', () => {
  let office: Office;
  beforeAll(async () => {
    office = await startOffice();
  });
  afterAll(() => office.portal.close());

  it('everybody on staff reads so on their pages, in both languages, until it is over', async () => {
    const { deps } = office.portal;
    const page = await office.signIn('adviser', { viewport: PHONE });
    const banner = page.getByRole('region', { name: /Important|Pwysig/ });
    const says = async (path: string) => {
      await page.goto(path);
      return (await banner.count()) === 0 ? '' : banner.innerText();
    };
    expect(await says('/staff/day')).toBe('');
    await pauseSending(deps)({ scope: 'sms', by: 'operator' });
    for (const path of ['/staff/day', '/staff/calls', '/staff/replies', '/staff/letters', '/staff/texts']) {
      expect(await says(path)).toContain('Texts have been stopped since 9:51am');
      expect(await banner.innerText()).toContain('People who cannot be reached in time come on the call list.');
      expect(await pageFaults(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
    }
    expect(await says('/staff/calls?lang=cy')).toContain('Mae negeseuon testun wedi’u hatal ers 9:51yb');
    expect(await pageFaults(page)).toEqual([]);
    await pauseSending(deps)({ scope: 'all', by: 'operator' });
    expect(await says('/staff/day?lang=en')).toContain('Sending has been stopped since 9:51am');
    await resumeSending(deps)({ scope: 'all', by: 'operator' });
    expect(await says('/staff/day')).toBe('');
    const since = Date.parse('2026-11-22T23:30:00Z');
    await deps.db.write((q) => insertCopyHold(q, { since, by: 'restore' }));
    expect(await says('/staff/day')).toContain('a copy of Waymark from Sunday 22 November, 11:30pm');
    expect(await banner.innerText()).toContain('phone the people whose appointments are near');
  });
});
