import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QUESTIONS } from '~/domain/capability/answers';
import { questionPath } from '~/domain/capability/question-path';
import { LANGUAGES } from '~/domain/language';
import { aCustomerWorld, type CustomerWorld } from '../support/customer-world';
import { aCustomer } from '../support/factories';
import { DESKTOP, startPortal, type TestPortal } from '../support/portal';
import { aProfile, LEARNING } from '../support/profiles';
import { theyAreSound } from '../support/sound-pages';
import { staffPageFaults } from '../support/sound-staff-pages';

describe('every page about being online', () => {
  let portal: TestPortal;
  let world: CustomerWorld;
  /** Somebody with a result that waits, somebody with all answers and no result, and somebody whom nobody has asked. */
  let told: { id: string };
  let ready: { id: string };
  let someone: { id: string };

  beforeAll(async () => {
    portal = await startPortal({ at: '2026-11-23T09:00:00Z' });
    const { deps } = portal;
    world = await aCustomerWorld(deps);
    const staffed = { officeId: world.office.id, adviserId: world.adviser.id };
    told = await aCustomer(deps, staffed, { firstName: 'Mair', lastName: 'Puw' });
    ready = await aCustomer(deps, staffed, { firstName: 'Nearly', lastName: 'Done' });
    someone = await aCustomer(deps, staffed);
    const begun = { finishedAt: null, version: null, score: null, recommended: null, rule: null };
    await aProfile(deps, told.id, LEARNING);
    await aProfile(deps, ready.id, LEARNING, begun);
  });
  afterAll(() => portal.close());

  const signIn = async (who: { id: string }, kind: 'customer' | 'staff', on: Page) => {
    const value = await portal.composition.services.startSession({ kind, id: who.id }, null);
    await on.context().addCookies([{ name: 'session', value, url: portal.url }]);
  };

  const as = (who: () => { id: string }, path: string) => async (on: Page, language: string) => {
    await signIn(who(), 'customer', on);
    return on.goto(`${path}?lang=${language}`);
  };
  const sent = (who: () => { id: string }, path: string) => async (on: Page, language: string) => {
    await as(who, path)(on, language);
    const [answer] = await Promise.all([on.waitForNavigation(), on.locator('main form .govuk-button').last().click()]);
    return answer;
  };
  theyAreSound(
    () => portal,
    [
      { name: 'the start', open: as(() => someone, '/profile') },
      { name: 'the result', open: as(() => told, '/profile') },
      ...QUESTIONS.map((question) => ({
        name: questionPath(question),
        open: as(() => ready, questionPath(question)),
      })),
      { name: 'a question without an answer', open: sent(() => someone, '/profile/device'), status: 422 },
      { name: 'the age', open: as(() => ready, '/profile/age') },
      { name: 'the check', open: as(() => ready, '/profile/check') },
      { name: 'plain messages', open: as(() => ready, '/profile/plain-messages') },
      { name: 'another way', open: as(() => ready, '/profile/another-way') },
      { name: 'another way without a choice', open: sent(() => ready, '/profile/another-way'), status: 422 },
      { name: 'another way, signed out', open: (on, language) => on.goto(`/profile/another-way?lang=${language}`) },
    ],
  );

  it.each(LANGUAGES)('of staff is sound in %s', async (language) => {
    const teller = { customerId: told.id, officeId: world.office.id, staffId: null };
    await portal.composition.services.askOtherWay({ teller, wants: 'letter', note: 'Thank you' });
    const page = await portal.newVisitor({ viewport: DESKTOP });
    await signIn(world.adviser, 'staff', page);
    const faults: string[] = [];
    for (const path of [`${told.id}/profile`, `${someone.id}/profile`, `${told.id}/profile/questions`]) {
      await page.goto(`/staff/customers/${path}?lang=${language}`);
      faults.push(...(await staffPageFaults(page, language)).map((fault) => `${path}: ${fault}`));
    }
    await Promise.all([page.waitForNavigation(), page.locator('main form .govuk-button').last().click()]);
    faults.push(...(await staffPageFaults(page, language)).map((fault) => `with errors: ${fault}`));
    expect(faults).toEqual([]);
  });
});
