import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { channelScene, contactRecordRows, customerActRows, fairnessRows, reaskRows } from '@db/seed/channels';
import { customersOfDistrict } from '@db/seed/people';
import { createRandom } from '@db/seed/random';
import { DAY } from '~/domain/clock';
import { LANGUAGES } from '~/domain/language';
import { assessed } from '../support/assessed';
import { aClub, aCustomer, aMemberOfStaff, anAppointment, anOffice } from '../support/factories';
import { brokenWords, lowButtons } from '../support/page-checks';
import { pageFaults } from '../support/page-faults';
import { DESKTOP, startPortal, type TestPortal } from '../support/portal';
import { staffPageFaults } from '../support/sound-staff-pages';

/** It is one in the afternoon of Tuesday 24 November 2026. */
describe('the pages about channels', () => {
  let portal: TestPortal;
  let manager: { id: string };
  let adviser: { id: string };
  let customer: { id: string };
  let appointment: { id: string };

  beforeAll(async () => {
    portal = await startPortal({ at: '2026-11-24T13:00:00Z' });
    const { deps } = portal;
    const office = await anOffice(deps);
    adviser = await aMemberOfStaff(deps, office.id);
    manager = await aMemberOfStaff(deps, office.id, { role: 'manager', firstName: 'Nerys' });
    const owner = { officeId: office.id, adviserId: adviser.id };
    customer = await aCustomer(deps, owner, { firstName: 'Gwen', landline: '+441632960123' });
    await aCustomer(deps, owner, { firstName: 'Idris', lastName: 'Nowhere' });
    await aCustomer(deps, owner, { firstName: 'Safe', noMessages: true });
    await assessed(deps, customer.id, 'assisted', { finishedAt: deps.clock.now() - 40 * DAY });
    await aClub(deps, { officeId: office.id });
    const startsAt = deps.clock.now() + 7_200_000;
    appointment = await anAppointment(deps, { ...owner, customerId: customer.id }, { startsAt });
    // A year of one office, told of one person.
    const [someone] = customersOfDistrict(createRandom(2012));
    const make = { id: deps.newId, seal: deps.vault.seal, index: deps.vault.index, now: deps.clock.now() };
    const ids = {
      offices: new Map([[someone!.officeRef, office.id]]),
      staff: new Map([[someone!.adviserRef, adviser.id]]),
      customers: new Map([[someone!.ref, customer.id]]),
    };
    const scene = channelScene([someone!], ids, make);
    await deps.db.write(async (q) => {
      const { tables: t } = q;
      await q.insert(t.customerActs).values(customerActRows(scene));
      await q.insert(t.contactRecords).values(contactRecordRows(scene));
      await q.insert(t.fairnessChecks).values(fairnessRows(scene));
      await q.insert(t.reasks).values(reaskRows(channelScene([someone!, someone!], ids, make)));
    });
  });
  afterAll(() => portal.close());

  async function as(kind: 'staff' | 'customer', { id }: { id: string }, page: Page) {
    const value = await portal.composition.services.startSession({ kind, id }, null);
    await page.context().addCookies([{ name: 'session', value, url: portal.url }]);
  }
  /** With SHOTS=folder, what it looks like. */
  async function shoot(page: Page, name: string) {
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
  }

  it.each(LANGUAGES)(
    'are sound in %s, at every width, without a script',
    async (language) => {
      const page = await portal.newVisitor({ viewport: DESKTOP });
      const visits: [who: 'manager' | 'adviser', path: string][] = [
        ['manager', '/staff/office'],
        ['manager', '/staff/office/re-asks'],
        ['manager', '/staff/office/continuity'],
        ['manager', '/staff/office/fairness'],
        ['manager', '/staff/office/channels'],
        ['manager', '/staff/office/channels?period=twelve_months'],
        ['manager', '/staff/office/channels/unreachable'],
        ['adviser', '/staff/office/channels/moved'],
        ['adviser', '/staff/office/re-asks?done=not-needed'],
        ['adviser', `/staff/customers/${customer.id}/club-going`],
        ['adviser', '/staff/day'],
        ['adviser', `/staff/appointments/${appointment.id}`],
      ];
      for (const [who, path] of visits) {
        await as('staff', who === 'manager' ? manager : adviser, page);
        await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
        expect(await staffPageFaults(page, language), path).toEqual([]);
        await page.setViewportSize({ width: 360, height: 640 });
        expect([...(await brokenWords(page)), ...(await lowButtons(page))], path).toEqual([]);
        await page.setViewportSize(DESKTOP);
        await shoot(page, `${language}${path.replaceAll(/[^a-z]+/g, '-')}`);
      }
      const phone = await portal.newVisitor();
      await as('customer', customer, phone);
      await phone.goto(`/call-request?lang=${language}`);
      expect(await pageFaults(phone)).toEqual([]);
      await shoot(phone, `${language}-call-request`);
      expect(await phone.locator('script').count()).toBe(0);
      if (process.env.SHOTS) {
        for (const path of ['fairness', 'channels', 're-asks']) {
          await as('staff', manager, phone);
          await phone.goto(`/staff/office/${path}`);
          await shoot(phone, `${language}-phone-${path}`);
        }
      }
    },
    300_000,
  );

  it('takes a good time for a call, and says what is wrong with another', async () => {
    const page = await portal.newVisitor({ javaScript: false });
    await as('customer', customer, page);
    await page.goto('/?lang=en');
    await page.getByRole('link', { name: 'Choose a good time' }).click();
    await page.getByRole('radio', { name: 'Today' }).check();
    await page.getByRole('radio', { name: 'Morning, before 12' }).check();
    await page.getByRole('button', { name: 'Ask for a call' }).click();
    await page.getByRole('link', { name: 'That time is over' }).waitFor();
    expect(await page.getByRole('radio', { name: 'Today' }).isChecked()).toBe(true);
    expect(await page.title()).toMatch(/^Error: /);
    await page.getByRole('radio', { name: 'Tomorrow' }).check();
    await page.getByRole('button', { name: 'Ask for a call' }).click();
    await page.getByText('Someone will call you by midday tomorrow.').first().waitFor();
    await page.getByRole('link', { name: 'Choose another time' }).waitFor();

    const staff = await portal.newVisitor({ javaScript: false });
    await as('staff', adviser, staff);
    await staff.goto('/staff/calls?show=office&lang=en');
    await staff.getByText('They asked to be rung from 9am tomorrow').waitFor();
  });
});
