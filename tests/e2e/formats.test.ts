import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY } from '~/domain/clock';
import { LANGUAGES } from '~/domain/language';
import { saveAccessNeeds } from '~/services/save-access-needs.server';
import { aContactPoint, aCustomer, aMemberOfStaff, anAppointment, anOffice } from '../support/factories';
import { DESKTOP, startPortal, type TestPortal } from '../support/portal';
import { readPdf } from '../support/read-pdf';
import { staffPageFaults } from '../support/sound-staff-pages';

/** The clock stands at 9:50 on Tuesday 24 November 2026; they meet the next day. */
describe('meetings and letters in another form', () => {
  let portal: TestPortal;
  let adviser: { id: string; officeId: string };
  beforeAll(async () => {
    portal = await startPortal({ at: '2026-11-24T09:50:00Z' });
    const office = await anOffice(portal.deps);
    adviser = await aMemberOfStaff(portal.deps, office.id);
  });
  afterAll(() => portal.close());

  async function aDeafCustomer(firstName: string) {
    const { deps } = portal;
    const team = { officeId: adviser.officeId, adviserId: adviser.id };
    const customer = await aCustomer(deps, team, { firstName });
    await aContactPoint(deps, customer.id, 'post', '14 Heol y Bryn\nBangor\nLL57 2AB');
    const startsAt = portal.clock.now() + DAY;
    const appointment = await anAppointment(deps, { ...team, customerId: customer.id }, { startsAt });
    await saveAccessNeeds(deps)({ customerId: customer.id, told: { bsl: '' } });
    return { customerId: customer.id, appointmentId: appointment.id };
  }
  async function signedIn(
    who: { kind: 'staff' | 'customer'; id: string },
    path: string,
    javaScript = false,
  ): Promise<Page> {
    const page = await portal.newVisitor({ viewport: DESKTOP, javaScript });
    const value = await portal.composition.services.startSession(who, null);
    await page.context().addCookies([{ name: 'session', value, url: portal.url }]);
    await page.goto(path);
    return page;
  }
  const main = (page: Page) => page.locator('main').innerText();

  it("a deaf customer's meeting is not ready until the interpreter is booked", async () => {
    const { customerId, appointmentId } = await aDeafCustomer('Aled');
    const own = await signedIn({ kind: 'customer', id: customerId }, `/appointments/${appointmentId}`);
    expect(await main(own)).toContain('We are arranging a BSL interpreter');
    const page = await signedIn({ kind: 'staff', id: adviser.id }, '/staff/day?date=2026-11-25');
    await page.getByRole('link', { name: /Not ready: no BSL interpreter yet/ }).click();
    expect(page.url()).toContain(`/staff/customers/${customerId}/formats`);
    await page.getByRole('link', { name: /^Change/ }).click();
    await page.getByLabel('Booked').check();
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await page.title()).toMatch(/^Error: /);
    expect(await main(page)).toContain('Write who is booked');
    await page.getByRole('textbox', { name: 'Supplier' }).fill('Dwylo Interpreting');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Saved');
    await page.goto('/staff/day?date=2026-11-25');
    expect(await main(page)).toContain('BSL interpreter booked');
    expect(await main(page)).not.toContain('Not ready');
    await page.goto(`/staff/appointments/${appointmentId}`);
    expect(await main(page)).toContain('BSL interpreter booked');
    await own.reload();
    expect(await main(own)).toContain('Your BSL interpreter is booked');
  });

  it('a colleague looks at letters in each form, and sends a plan', async () => {
    const { customerId } = await aDeafCustomer('Nia');
    const base = `/staff/customers/${customerId}/formats`;
    const page = await signedIn({ kind: 'staff', id: adviser.id }, base);
    for (const print of ['standard', 'large', 'easy']) {
      const response = await page.request.get(`${base}/letter.pdf?paper=appointment&print=${print}&in=both`);
      expect(response.headers()['content-type']).toBe('application/pdf');
      const { text } = await readPdf(await response.body());
      expect(text).toMatch(/Annwyl Nia|Dear Nia/);
    }
    await page.getByRole('button', { name: 'Post their plan' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('waits to be printed');
    await page.getByRole('button', { name: /Take it back/ }).click();
    expect(await page.getByRole('alert').innerText()).toContain('taken back');
    await page.getByRole('link', { name: 'Ask for something by hand' }).click();
    await page.getByLabel('What is needed?').selectOption('braille');
    await page.getByLabel('What is to be made?').selectOption('plan');
    await page.getByRole('button', { name: 'Add' }).click();
    expect(await main(page)).toContain('Braille');
  });

  it.each(LANGUAGES)('its pages are sound, empty and full (%s)', async (language) => {
    const { customerId } = await aDeafCustomer('Mair');
    // With scripts, which the checks of a page need.
    const page = await signedIn({ kind: 'staff', id: adviser.id }, '/staff/formats', true);
    const paths = ['/staff/formats?show=all', '/staff/formats?show=manager'];
    for (const path of [
      ...paths,
      `/staff/customers/${customerId}/formats`,
      `/staff/customers/${customerId}/formats/new`,
    ]) {
      await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
      expect([path, await staffPageFaults(page, language)]).toEqual([path, []]);
    }
    await page.goto(`/staff/customers/${customerId}/formats?lang=${language}`);
    await page.locator('a[href^="/staff/formats/"]').first().click();
    expect(await staffPageFaults(page, language)).toEqual([]);
  });
});
