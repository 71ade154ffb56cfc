import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { HOUR, MINUTE } from '~/domain/clock';
import { addMemberOfStaff } from '~/services/add-member-of-staff.server';
import { verifyAudit } from '~/services/audit.server';
import { describeJourney } from '../support/databases';
import { aCustomer, anAppointment, anOffice } from '../support/factories';
import { scrollsSideways } from '../support/page-checks';
import { pageFaults } from '../support/page-faults';
import { DESKTOP, PHONE, startPortal, type TestPortal } from '../support/portal';

const PASSWORD = 'three damp otters';
const at = (time: string) => Date.parse(`2026-11-24T${time}:00Z`);

let portal: TestPortal;
let number = 0;

/** An office of its own for each test, with an adviser who may sign in. */
async function anAdviser() {
  const { deps } = portal;
  number += 1;
  const office = await anOffice(deps);
  const email = `sioned.parry${number}@waymark.example`;
  const added = await addMemberOfStaff(deps)({
    ...{ officeRef: office.ref, ref: `STAFF${number}`, email, role: 'adviser', password: PASSWORD },
    ...{ firstName: 'Sioned', lastName: 'Parry' },
  });
  if (!added.ok) throw new Error(added.reason);
  return { ...added, email, officeId: office.id };
}
type Adviser = Awaited<ReturnType<typeof anAdviser>>;

async function anAppointmentOf(adviser: Adviser, startsAt: number, firstName = 'Aled') {
  const owner = { officeId: adviser.officeId, adviserId: adviser.id };
  const customer = await aCustomer(portal.deps, owner, { firstName, mobile: `+4477009001${10 + (number % 80)}` });
  return { customer, ...(await anAppointment(portal.deps, { ...owner, customerId: customer.id }, { startsAt })) };
}

async function aTextOf(appointment: { id: string; customerId: string }, status: 'delivered' | 'undelivered') {
  const { deps } = portal;
  const id = deps.newId();
  const sent = at('08:00');
  const times = { notBefore: sent, sendBy: at('13:00'), createdAt: sent };
  const rule = { appointmentVersion: 1, rule: 'one_day_before', policy: 'default-1' } as const;
  await deps.db.write(async (q) => {
    await q.insert(q.tables.reminders).values({ id, appointmentId: appointment.id, ...rule, ...times });
    await q.insert(q.tables.messages).values({
      ...{ id, reminderId: id, appointmentId: appointment.id, customerId: appointment.customerId },
      ...{ purpose: 'reminder', channel: 'sms', provider: 'twilio', language: 'en', status, ...times },
      ...{ reason: status === 'undelivered' ? 'undelivered:30003' : 'mobile_works', errorCode: null },
      recipient: deps.vault.seal('+447700900123'),
      body: deps.vault.seal('Hello Aled. You’re meeting Sioned today at 2:30pm.'),
      ...{ claimedAt: sent, acceptedAt: sent, sentAt: sent, finishedAt: sent + MINUTE },
    });
  });
  return id;
}

async function aCallTo(adviser: Adviser, appointment: { id: string; customerId: string }) {
  const { deps } = portal;
  const id = deps.newId();
  const entry = { id, officeId: adviser.officeId, customerId: appointment.customerId, appointmentId: appointment.id };
  await deps.db.write((q) =>
    q.insert(q.tables.callList).values({
      ...{ ...entry, ownerId: adviser.id, reason: 'not_delivered', cause: id },
      ...{ dueAt: at('12:00'), createdAt: at('08:05') },
    }),
  );
}

async function signIn(page: Page, adviser: Adviser) {
  await page.goto('/staff/sign-in');
  await page.getByLabel('Work email').fill(adviser.email);
  await page.getByLabel('Password').fill(PASSWORD);
  const { oneTimePasswords, clock } = portal.deps;
  await page.getByLabel(/Code from/).fill(oneTimePasswords.codeAt(adviser.totpSecret, clock.now()));
  await page.getByRole('button', { name: 'Sign in' }).click();
}

const aVisitor = () => portal.newVisitor({ viewport: DESKTOP, javaScript: false });

describeJourney('staff', 'sqlite', (dialect) => {
  beforeAll(async () => {
    portal = await startPortal({ at: '2026-11-24T09:50:00Z', dialect });
  });
  afterAll(() => portal.close());
  beforeEach(() => portal.clock.set('2026-11-24T09:50:00Z'));

  it('an adviser signs in with a password and an authenticator code, by keyboard only', async () => {
    const adviser = await anAdviser();
    const page = await aVisitor();
    await page.goto('/staff/day');
    expect(new URL(page.url()).pathname).toBe('/staff/sign-in');
    await page.getByLabel('Work email').focus();
    await page.keyboard.type(adviser.email);
    await page.keyboard.press('Tab');
    await page.keyboard.type('not my password');
    await page.keyboard.press('Tab');
    const { oneTimePasswords, clock } = portal.deps;
    const code = oneTimePasswords.codeAt(adviser.totpSecret, clock.now());
    await page.keyboard.type(code);
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('is not right').waitFor();
    expect(await page.title()).toBe('Error: Staff sign in – Waymark');
    expect(await page.getByLabel('Work email').inputValue()).toBe(adviser.email);
    expect(await page.getByLabel('Password').inputValue()).toBe('');

    await page.getByLabel('Password').focus();
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Tab');
    await page.keyboard.type(code);
    await page.keyboard.press('Enter');
    await page.getByText('Signed in as Sioned Parry').waitFor();
    expect(await page.title()).toBe('Appointments, Tuesday 24 November – Waymark');

    await page.getByRole('button', { name: 'Sign out' }).press('Enter');
    await page.getByRole('heading', { name: 'Staff sign in' }).waitFor();
    await page.goto('/staff/day');
    expect(new URL(page.url()).pathname).toBe('/staff/sign-in');
  });

  it('an adviser records that someone did not attend, then undoes it', async () => {
    const adviser = await anAdviser();
    await anAppointmentOf(adviser, at('09:30'));
    await anAppointmentOf(adviser, at('14:30'), 'Megan');
    const page = await aVisitor();
    await signIn(page, adviser);
    const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Aled Hughes' }) });
    const later = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Megan Hughes' }) });
    expect(await later.getByRole('button').count()).toBe(0);
    await page.getByText('Now, 9:50am').waitFor();

    await row.getByRole('button', { name: 'Did not attend Aled Hughes, 9:30am' }).click();
    await page.getByRole('alert').getByText('Recorded: did not attend').waitFor();
    await row.getByText('Did not attend', { exact: true }).waitFor();

    await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('alert').getByText('The outcome was taken back').waitFor();
    await row.getByText('No reply yet').waitFor();
    await row.getByRole('button', { name: 'Did not attend Aled Hughes, 9:30am' }).waitFor();

    await row.getByRole('link', { name: 'Aled Hughes', exact: true }).click();
    await page.getByText('Outcome taken back').waitFor();
    expect(await verifyAudit(portal.deps)()).toMatchObject({ ok: true });
  });

  it('an adviser sees that a text was not delivered before the meeting, phones, and says so', async () => {
    const adviser = await anAdviser();
    const appointment = await anAppointmentOf(adviser, at('14:30'));
    await aTextOf(appointment, 'undelivered');
    await aCallTo(adviser, appointment);
    const page = await aVisitor();
    await signIn(page, adviser);
    const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Aled Hughes' }) });
    await row.getByText('Nothing has reached them yet').waitFor();
    await row.getByText('Text not delivered').waitFor();
    await row.getByText('On the call list').waitFor();
    await page.getByText('Nothing we sent arrived. Call by midday').waitFor();
    expect(await page.getByRole('link', { name: /^07700 9001/ }).getAttribute('href')).toMatch(/^tel:\+447700/);

    await page.getByRole('button', { name: 'Spoke to them Aled Hughes' }).click();
    await page.getByRole('alert').getByText('The call is off the list').waitFor();
    await row.getByText('Told by phone 9:50am').waitFor();
    expect(await row.getByText('Nothing has reached them yet').count()).toBe(0);

    await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Nothing we sent arrived. Call by midday').waitFor();

    await row.getByRole('link', { name: 'Aled Hughes', exact: true }).click();
    await page.getByText('the network could not deliver it').waitFor();
    await page.getByText('Twilio said 30003').waitFor();
    await page.getByText('As it was sent').click();
    await page.getByText('You’re meeting Sioned today at 2:30pm.').waitFor();
  });

  it('an adviser on a phone reads the day first, and is told how much waits below it', async () => {
    const adviser = await anAdviser();
    const appointment = await anAppointmentOf(adviser, at('14:30'));
    await aTextOf(appointment, 'undelivered');
    await aCallTo(adviser, appointment);
    const page = await portal.newVisitor({ viewport: PHONE, javaScript: false });
    await signIn(page, adviser);
    const headings = await page.getByRole('heading', { level: 2 }).allTextContents();
    expect(headings).toEqual(['1 appointment', 'Needs you']);
    expect(await page.locator('footer').innerText()).not.toContain('01632');
    await page.getByRole('link', { name: '1 thing needs you' }).click();
    expect(new URL(page.url()).hash).toBe('#needs');

    const noAnswer = page.getByRole('button', { name: 'No answer Aled Hughes' });
    expect(await noAnswer.isVisible()).toBe(false);
    await page.getByText('Something else Aled Hughes').click();
    await noAnswer.click();
    await page.getByRole('alert').getByText('The call stays on the list').waitFor();
    await page.getByText('Try again 10:50am').waitFor();

    await page.goto('/staff/day?date=2026-02-31');
    expect(await page.title()).toBe('Error: Appointments, Tuesday 24 November – Waymark');
    expect(await page.getByLabel('Date').isVisible()).toBe(true);
  });

  it('an adviser gives someone another time, of the adviser’s own choosing', async () => {
    const adviser = await anAdviser();
    const appointment = await anAppointmentOf(adviser, at('14:30'));
    const page = await aVisitor();
    await signIn(page, adviser);
    await page.goto(`/staff/appointments/${appointment.id}/new-time`);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('alert').getByText('Choose a time, or another answer').waitFor();
    await page.getByLabel('Another time').check();
    await page.getByLabel('Date').fill('2027-03-28');
    await page.getByLabel('Time', { exact: true }).fill('01:30');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('alert').getByText('Enter a time that exists').waitFor();
    expect(await page.getByLabel('Date').inputValue()).toBe('2027-03-28');
    expect(await page.getByLabel('Another time').isChecked()).toBe(true);

    await page.getByLabel('Date').fill('2026-11-26');
    await page.getByLabel('Time', { exact: true }).fill('10:15');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('alert').getByText('The new time is booked').waitFor();
    await page.getByText('Thursday 26 November, 10:15am to 10:45am').waitFor();
  });

  it('a member of another office finds nothing', async () => {
    const appointment = await anAppointmentOf(await anAdviser(), at('09:30'));
    const stranger = await anAdviser();
    const page = await aVisitor();
    await signIn(page, stranger);
    await page.getByText('You have no appointments on this day.').waitFor();
    await page.getByRole('link', { name: 'See the whole office' }).click();
    await page.getByText('No appointments on this day.').waitFor();

    const theirs = await page.goto(`/staff/appointments/${appointment.id}`);
    const theirPage = await page.content();
    const nobodys = await page.goto('/staff/appointments/01900000-0000-7000-8000-000000000000');
    expect([theirs?.status(), nobodys?.status()]).toEqual([404, 404]);
    const withoutChance = (html: string) =>
      html.replace(/nonce="[^"]*"|01900000[0-9a-f-]+/g, '').replaceAll(appointment.id, '');
    expect(withoutChance(theirPage)).toBe(withoutChance(await page.content()));
  });

  it.each(['en', 'cy'] as const)(
    'has pages without faults, in %s, that are light and fit a phone',
    async (language) => {
      const adviser = await anAdviser();
      const appointment = await anAppointmentOf(adviser, at('09:30'));
      const unreached = await anAppointmentOf(adviser, at('14:30'), 'Megan');
      await anAppointmentOf(adviser, at('09:30') - 24 * HOUR, 'Gwen');
      await aTextOf(appointment, 'delivered');
      await aTextOf(unreached, 'undelivered');
      await aCallTo(adviser, unreached);
      // Our pages have no scripts; axe is one, and needs to run.
      const page = await portal.newVisitor({ viewport: DESKTOP });
      const faults: string[] = [];
      const look = async (where: string) => {
        faults.push(...(await pageFaults(page)).map((fault) => `${where}: ${fault}`));
        if ((await page.locator('html').getAttribute('lang')) !== language) faults.push(`${where}: language`);
        if ((await page.locator('script').count()) > 0) faults.push(`${where}: a script`);
        await page.setViewportSize(PHONE);
        if (await scrollsSideways(page)) faults.push(`${where}: wider than a phone`);
        await page.setViewportSize({ width: 320, height: 640 });
        await page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))");
        await page.evaluate("document.documentElement.style.fontSize = '200%'");
        if (await scrollsSideways(page)) faults.push(`${where}: wider than 320 pixels in large letters`);
        await page.setViewportSize(DESKTOP);
      };
      await signIn(page, adviser);
      for (const path of [
        '/staff/day',
        '/staff/day?date=2026-11-25&adviser=all',
        '/staff/day?date=2026-02-31',
        '/outbox',
        `/staff/appointments/${unreached.id}`,
        `/staff/appointments/${appointment.id}/new-time`,
      ]) {
        const answer = await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
        expect((await answer?.body())?.length, path).toBeLessThan(100_000);
        await look(path);
      }
      await page.locator('form[action$="/new-time"] button').click();
      await look('new time, nothing chosen');
      await page.locator('.wm-link-button').click();
      await look('sign in');
      await page.locator('form button').last().click();
      await look('sign in, nothing filled in');
      expect(faults).toEqual([]);
    },
  );
});
