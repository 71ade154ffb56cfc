import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '~/domain/language';
import { anAppointment } from '../support/factories';
import { aPlanTogetherWorld, type PlanTogetherWorld } from '../support/plan-together-world';
import { DESKTOP, startPortal, type TestPortal } from '../support/portal';
import { staffPageFaults } from '../support/sound-staff-pages';

/** Tuesday 24 November, one in the afternoon: Aled meets Sioned at half past two. */
describe('the pages of a plan that is made together', () => {
  let portal: TestPortal;
  let { world, partnerId, library } = {} as PlanTogetherWorld;
  beforeAll(async () => {
    portal = await startPortal({ at: '2026-11-24T13:00:00Z' });
    ({ world, partnerId, library } = await aPlanTogetherWorld(portal));
  });
  afterAll(() => portal.close());

  it.each(LANGUAGES)(
    'has pages that are sound in every state, in %s',
    async (language) => {
      const { customer } = await world.somebody();
      const staffed = { officeId: world.office.id, adviserId: world.adviser.id, customerId: world.aled.id };
      const { id } = await anAppointment(portal.deps, staffed, { startsAt: Date.parse('2026-11-24T12:00:00Z') });
      const empty = await anAppointment(
        portal.deps,
        { ...staffed, customerId: world.nia.id },
        { startsAt: Date.parse('2026-11-24T12:00:00Z') },
      );
      const goal = portal.deps.newId();
      await portal.deps.db.write(async (q) => {
        const row = { customerId: world.aled.id, createdAt: 1, horizon: 'short' as const };
        await q.insert(q.tables.goals).values([
          { ...row, id: goal, title: 'Past', endedAt: 2, reached: true },
          { ...row, id: portal.deps.newId(), title: 'Unwanted', endedAt: 2 },
        ]);
        const agreement = {
          id: portal.deps.newId(),
          customerId: world.aled.id,
          agreedAt: 1,
          agreedBy: world.adviser.id,
        };
        await q.insert(q.tables.planAgreements).values(agreement);
        const followUp = { customerId: world.aled.id, agreementId: agreement.id };
        await q.insert(q.tables.followUps).values([
          { ...followUp, id: portal.deps.newId(), months: 1, dueOn: '2026-11-20' },
          { ...followUp, id: portal.deps.newId(), months: 3, dueOn: '2026-11-30' },
          { ...followUp, id: portal.deps.newId(), months: 6, dueOn: '2026-11-10', doneAt: portal.clock.now(), doneBy: world.adviser.id }, // prettier-ignore
        ]);
        const consent = { customerId: customer.id, partnerId, givenAt: 1, givenBy: 'customer' as const };
        await q.insert(q.tables.consents).values({ ...consent, id: portal.deps.newId() });
      });
      const page = await portal.newVisitor({ viewport: DESKTOP });
      const look = async (path: string) => expect(await staffPageFaults(page, language), path).toEqual([]);
      const plan = `/staff/customers/${world.aled.id}/plan`;
      const visits: [who: string, path: string, press?: string][] = [
        ['sioned', plan],
        ['sioned', `${plan}/new-step`],
        ['sioned', `${plan}/new-step?from=${library.cv}`],
        ['sioned', `${plan}/new-step`, 'form[action$="new-step"] button:not([name])'],
        ['sioned', `${plan}/new-step`, 'form[action$="new-step"] button[name=check]'],
        ['sioned', `/staff/customers/${world.nia.id}/plan/new-step`],
        ['sioned', `${plan}/goals/${goal}/name`],
        ['sioned', `/staff/appointments/${id}/agenda`],
        ['sioned', `/staff/appointments/${id}/agenda`, 'button[value=going_on]'],
        ['sioned', `/staff/appointments/${empty.id}/agenda`],
        ['sioned', `/staff/appointments/${id}`],
        ['sioned', '/staff/follow-ups'],
        ['sioned', '/staff/follow-ups?show=office&done=follow_up_not_reached'],
        ['sioned', '/staff/day'],
        ['osian', '/staff/shared-plans'],
        ['osian', `/staff/shared-plans/${customer.id}`],
        ['lost', '/staff/shared-plans'],
      ];
      for (const [who, path, button] of visits) {
        await world.as(who, page);
        await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
        if (button) await Promise.all([page.waitForNavigation(), page.locator(button).first().click()]);
        await look(`${path} ${button ?? ''}`);
      }
    },
    300_000,
  );
});
