import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { HOUR, MINUTE } from '~/domain/clock';
import type { MessageStatus } from '~/domain/messaging/message';
import { describeJourney } from '../support/databases';
import { aCustomer, aMemberOfStaff, anAppointment, anOffice } from '../support/factories';
import { scrollsSideways } from '../support/page-checks';
import { pageFaults } from '../support/page-faults';
import { DESKTOP, PHONE, startPortal, type TestPortal } from '../support/portal';

let portal: TestPortal;

/** An office with two advisers, and meetings written straight into its ledger. */
async function anOfficeInTrouble() {
  const { deps } = portal;
  const office = await anOffice(deps);
  const sioned = await aMemberOfStaff(deps, office.id, { firstName: 'Sioned' });
  const rhys = await aMemberOfStaff(deps, office.id, { firstName: 'Rhys' });
  async function meeting(
    firstName: string,
    message: { status: MessageStatus; reason?: string; minutesAgo?: number },
    fields: { startsAt?: number; adviserId?: string; status?: 'cancelled_by_office'; noMessages?: boolean } = {},
  ) {
    const { adviserId = sioned.id, noMessages = false, startsAt = now() + 5 * HOUR, status = 'booked' } = fields;
    const customer = await aCustomer(deps, { officeId: office.id, adviserId }, { firstName, noMessages });
    const people = { customerId: customer.id, adviserId, officeId: office.id };
    const appointment = await anAppointment(deps, people, { startsAt, status });
    const at = now() - (message.minutesAgo ?? 90) * MINUTE;
    const times = { notBefore: at, sendBy: startsAt - 15 * MINUTE, createdAt: at };
    const reminder = { id: deps.newId(), appointmentId: appointment.id, appointmentVersion: 1, policy: 'default-1' };
    const sent = message.status === 'planned' ? {} : { channel: 'sms' as const, provider: 'twilio', claimedAt: at };
    await deps.db.write(async (q) => {
      const rule = status === 'booked' ? ('one_day_before' as const) : ('cancelled' as const);
      await q.insert(q.tables.reminders).values({ ...reminder, rule, ...times });
      await q.insert(q.tables.messages).values({
        ...{ id: deps.newId(), reminderId: reminder.id, appointmentId: appointment.id, customerId: customer.id },
        ...{ purpose: 'reminder', language: 'en', status: message.status, reason: message.reason ?? null },
        ...{ ...sent, ...times },
      });
    });
    return appointment;
  }
  return { office, sioned, rhys, meeting };
}

const now = () => portal.clock.now();

/** A page for somebody who has signed in already. */
async function signedIn(staff: { id: string }, options: { javaScript?: boolean } = {}): Promise<Page> {
  const page = await portal.newVisitor({ viewport: DESKTOP, javaScript: false, ...options });
  const value = await portal.composition.services.startSession({ kind: 'staff', id: staff.id }, null);
  await page.context().addCookies([{ name: 'session', value, url: portal.url }]);
  return page;
}

const rowsOn = (page: Page) => page.locator('ol.wm-day > li');

describeJourney('messages in trouble', 'sqlite', (dialect) => {
  beforeAll(async () => {
    portal = await startPortal({ at: '2026-11-24T09:50:00Z', dialect });
  });
  afterAll(() => portal.close());
  beforeEach(() => portal.clock.set('2026-11-24T09:50:00Z'));

  it('an adviser finds whom nothing has reached, from their day, and asks somebody to phone', async () => {
    const { sioned, meeting } = await anOfficeInTrouble();
    const lost = await meeting('Megan', { status: 'undelivered', reason: 'undelivered:30003' });
    await meeting('Aled', { status: 'delivered' });
    const page = await signedIn(sioned);
    await page.goto('/staff/day');
    await page.getByRole('link', { name: 'Nothing has reached them yet Megan Hughes' }).click();
    expect(new URL(page.url()).hash).toBe(`#appointment-${lost.id}`);
    await page.getByRole('link', { name: 'My customers (1)' }).click();
    const row = rowsOn(page).filter({ hasText: 'Megan Hughes' });
    await row.getByText('2:50pm today').waitFor();
    await row.getByText('Text not delivered').waitFor();
    await row.getByText('Why: the network could not deliver it').waitFor();
    await row.getByText('Nothing, unless you ask someone to phone').waitFor();
    expect(await rowsOn(page).count()).toBe(1);

    await row.getByRole('button', { name: 'Ask someone to phone Megan Hughes' }).click();
    await page.getByRole('alert').getByText('Somebody is asked to phone').waitFor();
    expect(new URL(page.url()).searchParams.get('show')).toBe('mine');
    await row.getByText('Sioned Parry is to phone by 2:20pm today').waitFor();
    expect(await row.getByRole('button').count()).toBe(0);
    await row.getByRole('link', { name: 'Call list Megan Hughes' }).click();
    await page.getByRole('button', { name: 'Spoke to them Megan Hughes' }).click();
    await page.goto('/staff/messages');
    await page.getByText('Nothing is in trouble.').waitFor();
  });

  it('a page that is out of date asks nobody: the message has arrived meanwhile', async () => {
    const { sioned, meeting } = await anOfficeInTrouble();
    await meeting('Megan', { status: 'sent' });
    const page = await signedIn(sioned);
    await page.goto('/staff/messages');
    await page.getByText('Text sent, but no sign that it arrived').waitFor();
    await portal.deps.db.write((q) => q.update(q.tables.messages).set({ status: 'delivered' }));
    await page.getByRole('button', { name: 'Ask someone to phone' }).click();
    await page.getByRole('alert').getByText('Nothing is wrong any more').waitFor();
  });

  it('is chosen by whose and by what is wrong, and the address keeps it', async () => {
    const { sioned, rhys, meeting } = await anOfficeInTrouble();
    await meeting('Megan', { status: 'failed', reason: 'person:21211' });
    await meeting('Owain', { status: 'planned' }, { adviserId: rhys.id, startsAt: now() + 2 * HOUR });
    await meeting('Nia', { status: 'sent' }, { adviserId: rhys.id, startsAt: now() + 26 * HOUR });
    await meeting('Gwen', { status: 'undelivered', reason: 'undelivered:30003' }, { adviserId: rhys.id, status: 'cancelled_by_office' }); // prettier-ignore
    const page = await signedIn(sioned);
    await page.goto('/staff/messages');
    expect(await rowsOn(page).count()).toBe(1);
    await page.getByRole('link', { name: 'The whole office (4)' }).click();
    const names = await rowsOn(page).getByRole('heading').allTextContents();
    expect(names).toEqual(['Owain Hughes', expect.stringMatching(/Megan|Gwen/), expect.stringMatching(/Megan|Gwen/), 'Nia Hughes']); // prettier-ignore
    await rowsOn(page).filter({ hasText: 'Gwen' }).getByText('They may come for nothing.').waitFor();
    await page.getByRole('link', { name: 'Late (1)' }).click();
    expect(await rowsOn(page).getByRole('heading').allTextContents()).toEqual(['Owain Hughes']);
    expect(new URL(page.url()).search).toBe('?show=office&cause=late');
    await page.getByRole('button', { name: 'Ask someone to phone' }).click();
    await page.getByText('Rhys Parry is to phone by').waitFor();
    expect(page.url()).toContain('show=office&cause=late');
    await page.getByRole('link', { name: 'My customers (1)' }).click();
    await page.getByText('Nothing here at the moment.').waitFor();
    await page.getByRole('link', { name: 'See everything that is in trouble' }).click();
    expect(await rowsOn(page).getByRole('heading').allTextContents()).toEqual(['Megan Hughes']);
    await page.goto('/staff/messages?show=everybody&cause=%3Cb%3E');
    expect(await rowsOn(page).count()).toBe(1);
    await page.getByRole('link', { name: 'Megan Hughes' }).click();
    await page.getByRole('heading', { name: 'Appointment: Megan Hughes' }).waitFor();
  });

  it.each(['en', 'cy'] as const)('has pages without faults, in %s, that fit a phone', async (language) => {
    const { sioned, meeting } = await anOfficeInTrouble();
    const page = await signedIn(sioned, { javaScript: true });
    const faults: string[] = [];
    const look = async (where: string) => {
      await page.goto(`${where}${where.includes('?') ? '&' : '?'}lang=${language}`);
      faults.push(...(await pageFaults(page)).map((fault) => `${where}: ${fault}`));
      await page.setViewportSize(PHONE);
      if (await scrollsSideways(page)) faults.push(`${where}: wider than a phone`);
      await page.setViewportSize({ width: 320, height: 640 });
      await page.evaluate("document.documentElement.style.fontSize = '200%'");
      if (await scrollsSideways(page)) faults.push(`${where}: wider than 320 pixels in large letters`);
      await page.setViewportSize(DESKTOP);
    };
    await look('/staff/messages');
    await meeting('Aled', { status: 'delivered' });
    const called = await meeting('Megan', { status: 'undelivered', reason: 'undelivered:30003' });
    await portal.composition.services.askForCall({
      ...{ appointmentId: called.id, staff: { ...sioned, kind: 'staff' as const, role: 'adviser' as const } },
    });
    await meeting('Owain', { status: 'planned' });
    await meeting('Nia', { status: 'sent' });
    await meeting('Gwen', { status: 'expired' }, { noMessages: true });
    await meeting('Ffion', { status: 'unknown' }, { status: 'cancelled_by_office' });
    await look('/staff/messages?show=office');
    await look('/staff/messages?cause=late&done=call_asked');
    await look('/staff/messages?cause=paused&done=call_not_needed');
    expect(faults).toEqual([]);
  });
});
