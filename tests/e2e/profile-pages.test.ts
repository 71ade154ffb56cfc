import { eq } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findCurrentProfile } from '@db/queries/profiles.server';
import { QUESTIONS } from '~/domain/capability/answers';
import { questionPath } from '~/domain/capability/question-path';
import { profileWords } from '~/i18n/pages/profile';
import { staffProfileWords } from '~/i18n/pages/staff-profile';
import { sealAnswers } from '~/services/profile-answers.server';
import { aCustomerWorld, type CustomerWorld } from '../support/customer-world';
import { aCustomer, aMemberOfStaff } from '../support/factories';
import { bytesOnTheWire } from '../support/page-checks';
import { startPortal, type TestPortal } from '../support/portal';
import { aProfile, LEARNING } from '../support/profiles';

const words = profileWords.in('en');
const staff = staffProfileWords.in('en');

describe('being online: what suits somebody', () => {
  let portal: TestPortal;
  let world: CustomerWorld;
  let page: Page;
  let champion: { id: string };
  /** Somebody who is half way, and somebody with a result that waits. */
  let half: { id: string };
  let told: { id: string };

  beforeAll(async () => {
    portal = await startPortal({ at: '2026-11-23T09:00:00Z' });
    const { deps } = portal;
    world = await aCustomerWorld(deps);
    champion = await aMemberOfStaff(deps, world.office.id, { role: 'champion', firstName: 'Kofi', lastName: 'Mensah' });
    const staffed = { officeId: world.office.id, adviserId: world.adviser.id };
    half = await aCustomer(deps, staffed, { firstName: 'Half', lastName: 'Way' });
    told = await aCustomer(deps, staffed, { firstName: 'Mair', lastName: 'Puw' });
    const begun = { finishedAt: null, version: null, score: null, recommended: null, rule: null };
    await aProfile(deps, half.id, LEARNING, { ...begun, answers: sealAnswers(deps, { device: 'own', online: 'yes' }) });
    await aProfile(deps, told.id, LEARNING);
  });
  afterAll(() => portal.close());
  beforeEach(async () => {
    page = await portal.newVisitor({ javaScript: false });
  });

  const signIn = async (who: { id: string }, kind: 'customer' | 'staff' = 'customer', on: Page = page) => {
    const value = await portal.composition.services.startSession({ kind, id: who.id }, null);
    await on.context().addCookies([{ name: 'session', value, url: portal.url }]);
    return value;
  };
  const main = async () => (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');
  const address = () => page.url().slice(portal.url.length);
  const press = async (name: string) => {
    const [answer] = await Promise.all([
      page.waitForNavigation(),
      page.getByRole('button', { name, exact: true }).first().click(),
    ]);
    return answer!.status();
  };
  const follow = (name: string) => page.getByRole('link', { name, exact: true }).first().click();
  const tick = (name: string) => page.getByLabel(name, { exact: true }).check();
  const currentOf = (who: { id: string }) => portal.deps.db.read((q) => findCurrentProfile(q, who.id));
  const discreet = async (who: { id: string }) => {
    const { db } = portal.deps;
    const [row] = await db.read((q) => q.select().from(q.tables.customers).where(eq(q.tables.customers.id, who.id)));
    return row!.discreet;
  };

  it('is asked for quietly on the first page, told question by question, checked and finished', async () => {
    await signIn(world.aled);
    await page.goto('/');
    await page.getByRole('link', { name: 'Tell us what suits you' }).click();
    expect(await main()).toContain(words.intro.noTest);
    await follow(words.intro.start);
    expect(await main()).toContain('Question 1 of 10');
    expect(await press(words.next)).toBe(422);
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.locator('.govuk-error-summary').innerText()).toContain(words.errors.missing);
    await tick('One that I share');
    await press(words.next);
    await tick('Sometimes');
    await press(words.next);
    expect(address()).toBe('/profile/messages');

    // Leaves half way, and comes back another day.
    portal.clock.advance(24 * 60 * 60 * 1000);
    await signIn(world.aled);
    await page.goto('/');
    await page.getByRole('link', { name: 'Go on telling us what suits you' }).click();
    await follow(words.intro.goOn);
    expect(address()).toBe('/profile/messages');
    await page.goto('/profile/in-touch');
    expect(address()).toBe('/profile/messages');
    await page.getByRole('link', { name: 'Back', exact: true }).click();
    expect(await page.getByLabel('Sometimes').isChecked()).toBe(true);
    await press(words.next);

    await tick('No, only me');
    await press(words.next);
    await tick('Every week');
    await press(words.next);
    for (const answer of ['Yes, on my own', 'Yes, with some help', 'Yes, with some help', 'Yes, on my own'])
      await tick(answer).then(() => press(words.next));
    await tick('No, or I have not tried');
    await press(words.next);
    expect(await main()).toContain('Question 10 of 10');
    await tick('I do not mind');
    await tick('Someone beside me the first time');
    await press(words.next);
    expect(address()).toBe('/profile/age');
    await press(words.next);

    expect(address()).toBe('/profile/check');
    expect(await main()).toContain('Someone beside me the first time');
    expect(await main()).toContain('I would rather not say');
    await page.getByRole('link', { name: 'Change – What you use' }).click();
    await tick('One of my own');
    await press(words.next);
    expect(address()).toBe('/profile/check');
    await press(words.check.finish);
    expect(address()).toBe('/profile?done=finished');
    const text = await main();
    for (const said of [
      words.result.done,
      words.result.levels.champion_first,
      'This is only what we suggest. Sioned will talk to you about it.',
      words.result.money,
      words.result.rules.score,
      'You have 8 of 13 points.',
      words.result.otherWay,
      'One of my own',
    ])
      expect(text).toContain(said);
    await page.goto('/');
    expect(await main()).not.toContain('what suits you');
  });

  it('can be answered with the keyboard alone', async () => {
    await signIn(world.nia);
    await page.goto('/profile');
    const tabTo = async (what: string) => {
      for (let presses = 0; presses < 40; presses += 1) {
        await page.keyboard.press('Tab');
        const isThere = await page.evaluate<boolean>(`document.activeElement?.matches(${JSON.stringify(what)})`);
        if (isThere) return;
      }
      throw new Error(`${what} cannot be reached on ${address()}`);
    };
    const go = async () => {
      await tabTo('main .govuk-button');
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    };
    await go();
    for (const question of QUESTIONS) {
      expect(address()).toBe(questionPath(question));
      await tabTo(`input[name="${question}"]`);
      await page.keyboard.press('Space');
      await go();
    }
    await go();
    await go();
    expect(address()).toBe('/profile?done=finished');
    expect(await currentOf(world.nia)).toMatchObject({ score: 13, recommended: 'self_service', rule: 'preference' });
  });

  it('says gently what we do where others can read along, and does it at once', async () => {
    await signIn(half);
    await page.goto('/profile/messages');
    await tick('Yes');
    await press(words.next);
    expect(address()).toBe('/profile/plain-messages');
    expect(await page.title()).not.toMatch(/read|private|safe/i);
    expect(await main()).toContain(words.quiet.text);
    expect(await discreet(half)).toBe(true);
    await follow(words.quiet.next);
    expect(address()).toBe('/profile/often');
  });

  it('is in Welsh as well', async () => {
    await signIn(told);
    await page.goto('/profile?lang=cy');
    const cy = profileWords.in('cy');
    expect(await page.locator('h1').innerText()).toBe(cy.title);
    expect(await main()).toContain(cy.result.levels.champion_first);
    await page.goto('/profile/device');
    expect(await main()).toContain('Cwestiwn 1 o 10');
  });

  it('another way can be asked for on every page, checked, and taken back', async () => {
    await signIn(told);
    await page.goto('/plan');
    await page.locator('footer').getByRole('link', { name: 'Ask for another way' }).click();
    expect(await press(words.otherWay.next)).toBe(422);
    expect(await page.title()).toMatch(/^Error: /);
    await tick(words.otherWay.ways.face_to_face);
    await page.getByLabel(words.otherWay.note).fill('My eyes are sore');
    expect(await press(words.otherWay.next)).toBe(200);
    expect(address()).toBe('/profile/another-way');
    expect(await main()).toContain('My eyes are sore');
    await press(words.otherWay.change);
    expect(await page.getByLabel(words.otherWay.note).inputValue()).toBe('My eyes are sore');
    await press(words.otherWay.next);
    await press(words.otherWay.send);
    expect(address()).toBe('/profile/another-way?done=asked');
    expect(await main()).toContain('Sioned will see this');
    await press(words.otherWay.takeBack);
    expect(await main()).toContain(words.otherWay.takenBack);
  });

  it('is told how without signing in: whoever cannot needs it most', async () => {
    await page.goto('/sign-in');
    await page.locator('footer').getByRole('link', { name: 'Ask for another way' }).click();
    expect(await main()).toContain('01632 960100');
    expect(await main()).toContain(words.otherWay.orCome);
  });

  it('is confirmed by the adviser, or decided otherwise with a reason; what is newer is not decided unseen', async () => {
    await signIn(world.adviser, 'staff');
    await page.goto(`/staff/customers/${told.id}`);
    await page.getByRole('link', { name: `${staff.levels.champion_first}, ${staff.record.waits}` }).click();
    expect(address()).toBe(`/staff/customers/${told.id}/profile`);
    expect(await main()).toContain('7 of 13');
    await press(staff.save);
    expect(await main()).toContain('Confirmed by Sioned Parry');
    await press(staff.undo);
    expect(await main()).toContain(staff.waits);
    await tick(staff.levels.assisted);
    expect(await press(staff.save)).toBe(422);
    expect(await page.getByLabel(staff.levels.assisted, { exact: true }).isChecked()).toBe(true);
    await page.getByLabel(staff.whyOther).fill('Calls are easier for her');

    portal.clock.advance(60_000);
    const newer = await aProfile(portal.deps, told.id, { ...LEARNING, device: 'shared' });
    expect(await press(staff.save)).toBe(409);
    expect(await main()).toContain(staff.errors.changed);
    expect((await currentOf(told))!.decided).toBeNull();
    await press(staff.save);
    expect(await main()).toContain('Decided by Sioned Parry');
    expect(await currentOf(told)).toMatchObject({ id: newer.id, decided: 'assisted', decidedBy: world.adviser.id });

    await signIn(told);
    await page.goto('/profile');
    expect(await main()).toContain('Calls are easier for her');
    expect(await main()).toContain(words.result.levels.assisted);
  });

  it('is asked by the champion on one page, who sees no words and decides nothing', async () => {
    await signIn(champion, 'staff');
    const who = await aCustomer(portal.deps, { officeId: world.office.id, adviserId: world.adviser.id });
    await page.goto(`/staff/customers/${who.id}/profile`);
    await follow(staff.askThem);
    expect(await press(staff.submit)).toBe(422);
    expect(await page.locator('.govuk-error-summary li').count()).toBe(10);
    for (const question of QUESTIONS) await page.locator(`#${question}`).check();
    await page.locator('#readByOthers-3').check();
    await press(staff.submit);
    expect(await main()).toContain(staff.rules.safety);
    expect(await main()).toContain('asked by Kofi Mensah');
    expect(await main()).not.toContain(staff.whyOther);
    expect(await currentOf(who)).toMatchObject({ toldBy: 'staff', askedBy: champion.id, recommended: 'assisted' });
    expect(await discreet(who)).toBe(true);
  });

  it('a wish for another way waits on the adviser’s day, and is seen to with one press', async () => {
    const who = await aCustomer(
      portal.deps,
      { officeId: world.office.id, adviserId: world.adviser.id },
      { firstName: 'Wyn', lastName: 'Ellis' },
    );
    const teller = { customerId: who.id, officeId: world.office.id, staffId: null };
    await portal.composition.services.askOtherWay({ teller, wants: 'phone', note: 'marked words' });
    await signIn(world.adviser, 'staff');
    await page.goto('/staff/day');
    expect(await main()).toContain(staff.needs);
    expect(await main()).not.toContain('marked words');
    await page.getByRole('link', { name: 'Wyn Ellis' }).click();
    expect(await main()).toContain('marked words');
    await press(staff.settle);
    expect(await main()).not.toContain('marked words');
    await press('Undo');
    expect(await main()).toContain('marked words');
  });

  it('is light: a cold page with its styles comes in one round trip', async () => {
    const session = await signIn(told);
    for (const path of ['/profile', '/profile/device', '/profile/in-touch', '/profile/another-way', '/']) {
      const html = await bytesOnTheWire(`${portal.url}${path}`, `session=${session}`);
      await page.goto(path);
      const styles = await page.locator('link[rel="stylesheet"]').getAttribute('href');
      const css = await bytesOnTheWire(`${portal.url}${styles!}`);
      expect(html, path).toBeLessThanOrEqual(4_600);
      expect(html + css, path).toBeLessThanOrEqual(14_600);
    }
  });
});
