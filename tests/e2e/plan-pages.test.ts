import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '~/domain/language';
import { planWords } from '~/i18n/pages/plan';
import { staffPlanWords } from '~/i18n/pages/staff-plan';
import { bytesOnTheWire, scrollsSideways } from '../support/page-checks';
import { pageFaults } from '../support/page-faults';
import { aPlanWorld, type PlanWorld } from '../support/plan-world';
import { DESKTOP, startPortal, type TestPortal } from '../support/portal';
import { theyAreSound, type Shown } from '../support/sound-pages';

/** Monday 23 November, nine in the morning. Aled has a plan, Nia has none. */
describe('the pages of a plan', () => {
  let portal: TestPortal;
  let world: PlanWorld;
  beforeAll(async () => {
    portal = await startPortal({ at: '2026-11-23T09:00:00Z' });
    world = await aPlanWorld(portal);
  });
  afterAll(() => portal.close());

  it('are light: what a phone gets in one go', async () => {
    const page = await fetch(`${portal.url}/sign-in`).then((response) => response.text());
    const styles = await bytesOnTheWire(`${portal.url}${/rel="stylesheet" href="([^"]+)"/.exec(page)![1]!}`);
    for (const path of ['/plan', '/plan/steps/new', `/plan/steps/${world.steps.late}`, '/journey']) {
      const html = await bytesOnTheWire(`${portal.url}${path}`, `session=${world.sessions.get('aled')}`);
      console.log(`${path.replace(/[0-9a-f-]{36}/, ':id')}: ${html} bytes, with the style sheet ${html + styles}`);
      expect(html).toBeLessThanOrEqual(4_000);
      expect(html + styles).toBeLessThanOrEqual(10_000);
    }
  });

  describe('in every state', () => {
    type Words = ReturnType<typeof planWords.in>;
    const get = (who: string, path: () => string, status = 200): Omit<Shown, 'name'> => ({
      status,
      async open(page, language) {
        await world.as(who, page);
        return page.goto(`${path()}${path().includes('?') ? '&' : '?'}lang=${language}`);
      },
    });
    const wrong = (
      who: string,
      path: () => string,
      button: (language: Language) => string,
      before: (page: Page, words: Words) => Promise<void> = async () => undefined,
    ): Omit<Shown, 'name'> => ({
      status: 422,
      async open(page, language) {
        await world.as(who, page);
        await page.goto(`${path()}?lang=${language}`);
        await before(page, planWords.in(language));
        const [answer] = await Promise.all([
          page.waitForNavigation(),
          page.getByRole('button', { name: button(language), exact: true }).click(),
        ]);
        return answer;
      },
    });
    theyAreSound(
      () => portal,
      [
        { name: 'the plan', ...get('aled', () => '/plan') },
        { name: 'the plan after help was asked for', ...get('aled', () => `/plan?done=help&step=${world.steps.late}`) },
        { name: 'the plan after a step was added', ...get('aled', () => `/plan?done=added&step=${world.steps.own}`) },
        { name: 'an empty plan', ...get('nia', () => '/plan') },
        { name: 'a step', ...get('aled', () => `/plan/steps/${world.steps.late}`) },
        { name: 'a step with help asked for', ...get('aled', () => `/plan/steps/${world.steps.helped}`) },
        { name: 'a step of the adviser', ...get('aled', () => `/plan/steps/${world.steps.theirs}`) },
        { name: 'a step that is done', ...get('aled', () => `/plan/steps/${world.steps.finished}`) },
        { name: 'a step of somebody else', ...get('nia', () => `/plan/steps/${world.steps.late}`, 404) },
        {
          name: 'a step with too much said',
          ...wrong(
            'aled',
            () => `/plan/steps/${world.steps.late}`,
            (language) => planWords.in(language).step.markDone,
            (page) => page.getByRole('textbox').fill('x'.repeat(1001)),
          ),
        },
        { name: 'a new step', ...get('aled', () => '/plan/steps/new') },
        {
          name: 'a new step, not answered',
          ...wrong(
            'aled',
            () => '/plan/steps/new',
            (language) => planWords.in(language).form.submit,
          ),
        },
        { name: 'changing a step', ...get('aled', () => `/plan/steps/${world.steps.own}/change`) },
        { name: 'reminders', ...get('aled', () => '/plan/reminders') },
        { name: 'the journey', ...get('aled', () => '/journey') },
        { name: 'a journey that begins', ...get('nia', () => '/journey') },
      ],
    );

    it.each(LANGUAGES)('are sound for the office, in %s', async (language) => {
      const page = await portal.newVisitor({ viewport: DESKTOP });
      await world.as('sioned', page);
      const plan = (customer: { id: string }) => `/staff/customers/${customer.id}/plan?lang=${language}`;
      const look = async () => {
        expect(await pageFaults(page)).toEqual([]);
        await page.setViewportSize({ width: 320, height: 640 });
        await page.evaluate("document.documentElement.style.fontSize = '200%'");
        expect(await scrollsSideways(page)).toBe(false);
        await page.setViewportSize(DESKTOP);
      };
      for (const customer of [world.nia, world.aled]) {
        await page.goto(plan(customer));
        await look();
      }
      for (const button of [staffPlanWords.in(language).addGoal]) {
        await page.goto(plan(world.aled));
        await page.getByRole('button', { name: button, exact: true }).click();
        await page.locator('.govuk-error-summary').waitFor();
        await look();
      }
    });
  });
});
