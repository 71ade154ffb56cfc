import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, HOUR } from '~/domain/clock';
import { offerFreedTimes } from '~/services/offer-freed-times.server';
import { moveAppointment } from '~/services/move-appointment.server';
import { anAppointmentsWorld, TOMORROW, type AppointmentsWorld } from '../support/appointments-world';
import { startPortal, type TestPortal } from '../support/portal';
import { theyAreSound } from '../support/sound-pages';
import { staffPageFaults } from '../support/sound-staff-pages';

describe('an earlier time that comes free', () => {
  let portal: TestPortal;
  let world: AppointmentsWorld;
  let mobile = 100;
  beforeAll(async () => {
    portal = await startPortal({ at: '2026-11-23T09:00:00Z' });
    world = await anAppointmentsWorld(portal);
  });
  afterAll(() => portal.close());

  /** A time that comes free tomorrow, offered to one person who waits. @returns the address in their message. */
  async function offered(language: 'en' | 'cy' = 'en') {
    const { deps } = portal;
    // Each test has a time of its own, so that nobody else is asked about it.
    const at = TOMORROW - ((mobile - 100) % 4) * HOUR;
    const gone = await world.someone({ startsAt: at }, { firstName: 'Nia', mobile: undefined });
    const waits = await world.someone(
      { startsAt: at + 7 * DAY },
      { firstName: 'Bryn', language, mobile: `+447700900${(mobile += 1)}` },
    );
    await deps.db.write((q) =>
      q.insert(q.tables.earlierWishes).values({ appointmentId: waits.id, customerId: waits.customerId, askedAt: 1 }),
    );
    const actor = { kind: 'staff' as const, id: world.team.adviserId };
    await moveAppointment(deps)({ appointmentId: gone.id, startsAt: at + 21 * DAY, actor, override: true });
    await offerFreedTimes(deps)();
    const rows = await deps.db.read((q) =>
      q.select().from(q.tables.slotOffers).where(eq(q.tables.slotOffers.customerId, waits.customerId)),
    );
    return { ...waits, at, path: `/o/${deps.vault.offerToken(rows[0]!.id)}` };
  }
  const startOf = async (id: string) => {
    const rows = await portal.deps.db.read((q) =>
      q.select().from(q.tables.appointments).where(eq(q.tables.appointments.id, id)),
    );
    return rows[0]!.startsAt;
  };

  it('is taken by the link in the message, without scripts, and looking at it changes nothing', async () => {
    const one = await offered();
    const page = await portal.newVisitor({ javaScript: false });
    await page.goto(`${one.path}/yes`);
    expect(await page.locator('h1').innerText()).toBe('Would you like to see Sioned sooner?');
    expect(await startOf(one.id)).toBe(one.at + 7 * DAY);
    await page.getByRole('button', { name: 'Yes, move it' }).click();
    expect(await page.locator('h1').innerText()).toBe('It’s yours');
    expect(await startOf(one.id)).toBe(one.at);
  });

  it('may be left, and the office sees who was asked and who said what', async () => {
    const one = await offered();
    const page = await portal.newVisitor({ javaScript: false });
    await page.goto(one.path);
    await page.getByRole('button', { name: 'No, keep mine' }).click();
    expect(await page.locator('h1').innerText()).toBe('You keep your time');
    const staff = await portal.newVisitor();
    const session = await portal.composition.services.startSession({ kind: 'staff', id: world.team.adviserId }, null);
    await staff.context().addCookies([{ name: 'session', value: session, url: portal.url }]);
    await staff.goto('/staff/earlier');
    expect(await staff.locator('main').innerText()).toContain('Bryn Hughes: said no');
    expect(await staffPageFaults(staff, 'en')).toEqual([]);
    await staff
      .getByRole('button', { name: /^Stop offering/ })
      .first()
      .click();
    expect(await staff.locator('main').innerText()).toContain('Nobody else is asked');
    await staff.getByRole('button', { name: 'Undo' }).click();
  });

  theyAreSound(
    () => portal,
    [{ name: 'the offer', open: async (page, language) => page.goto((await offered(language)).path) }],
  );
});
