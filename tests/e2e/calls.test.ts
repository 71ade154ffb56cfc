import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { HOUR, MINUTE } from '~/domain/clock';
import { escalateCalls } from '~/services/escalate-calls.server';
import { aCallList, type TestCallList } from '../support/calls';
import { describeJourney } from '../support/databases';
import { aContactPoint } from '../support/factories';
import { scrollsSideways } from '../support/page-checks';
import { pageFaults } from '../support/page-faults';
import { DESKTOP, PHONE, startPortal, type TestPortal } from '../support/portal';

let portal: TestPortal;

const noon = () => Date.parse('2026-11-24T12:00:00Z');

/** A page for somebody who has signed in already. */
async function signedIn(staff: { id: string }, options: { javaScript?: boolean } = {}): Promise<Page> {
  const page = await portal.newVisitor({ viewport: DESKTOP, javaScript: false, ...options });
  const value = await portal.composition.services.startSession({ kind: 'staff', id: staff.id }, null);
  await page.context().addCookies([{ name: 'session', value, url: portal.url }]);
  return page;
}

/** A call about a meeting this afternoon, with the words to say. */
async function aCallWithScript(list: TestCallList) {
  const { deps } = portal;
  const appointment = await list.appointment(noon() + 3 * HOUR);
  const messageId = deps.newId();
  const now = deps.clock.now();
  await deps.db.write((q) =>
    q.insert(q.tables.messages).values({
      ...{ id: messageId, appointmentId: appointment.id, customerId: list.customer.id, purpose: 'reminder' },
      ...{ channel: 'call_list', language: 'en', status: 'accepted', notBefore: now, sendBy: noon(), createdAt: now },
      body: deps.vault.seal('Say: Hello Aled, I’m calling for Sioned.'),
    }),
  );
  const id = await list.entry({ appointmentId: appointment.id, dueAt: noon() });
  await deps.db.write((q) => q.update(q.tables.callList).set({ messageId }));
  return { id, appointment };
}

describeJourney('the call list', 'sqlite', (dialect) => {
  beforeAll(async () => {
    portal = await startPortal({ at: '2026-11-24T09:50:00Z', dialect });
  });
  afterAll(() => portal.close());
  beforeEach(async () => {
    portal.clock.set('2026-11-24T09:50:00Z');
    await portal.deps.db.write((q) => q.delete(q.tables.callAttempts));
    await portal.deps.db.write((q) => q.delete(q.tables.callList));
  });

  it('an adviser rings, gets no answer, rings again, and takes back what was a slip', async () => {
    const list = await aCallList(portal.deps);
    await aCallWithScript(list);
    const page = await signedIn(list.sioned);
    await page.goto('/staff/day');
    await page.getByRole('link', { name: 'Calls' }).click();
    const entry = page.getByRole('listitem').filter({ hasText: 'Aled Hughes' }).first();
    await entry.getByText('Before midday today').waitFor();
    await entry.getByText('Nothing we sent arrived.').waitFor();
    await entry.getByText('Say: Hello Aled').waitFor();
    expect(await entry.getByRole('link', { name: '07700 900123' }).getAttribute('href')).toBe('tel:+447700900123');

    await entry.getByRole('button', { name: 'No answer Aled Hughes' }).click();
    await page.getByRole('alert').getByText('The call stays on the list').waitFor();
    await entry.getByText('Try again from 10:50am today').waitFor();
    await entry.getByText('No answer, 9:50am, Sioned Parry, on 07700 900123').waitFor();

    portal.clock.advance(10 * MINUTE);
    await page.goto('/staff/calls');
    await entry.getByRole('button', { name: 'Left word Aled Hughes' }).click();
    await page.getByRole('alert').getByText('The call is off the list').waitFor();
    await page.getByText('You have no calls to make.').waitFor();
    await page.getByRole('listitem').filter({ hasText: 'Left word, 10am, Sioned Parry' }).waitFor();
    await page.getByRole('button', { name: 'Undo Aled Hughes' }).click();
    await page.getByRole('alert').getByText('The call is back on the list').waitFor();
    await entry.getByRole('button', { name: 'Spoke to them Aled Hughes' }).click();
    await page.getByText('You have no calls to make.').waitFor();
    expect(await list.tries()).toEqual(['no_answer', 'left_word undone', 'spoke']);
  });

  it('an adviser takes a colleague’s call, and hands it over again', async () => {
    const list = await aCallList(portal.deps);
    const id = await list.entry({ ownerId: list.rhys.id });
    const page = await signedIn(list.sioned);
    await page.goto('/staff/calls');
    await page.getByText('You have no calls to make.').waitFor();
    await page.getByRole('link', { name: 'The whole office (1)' }).click();
    await page.getByText('Whose call: Rhys Parry').waitFor();
    const stale = await signedIn(list.sioned);
    await stale.goto('/staff/calls?show=office');
    await page.getByRole('button', { name: 'Take this call Aled Hughes' }).click();
    await page.getByRole('alert').getByText('This call is yours now').waitFor();
    expect(new URL(page.url()).searchParams.get('show')).toBe('office');
    await page.getByText('Hand over to a colleague Aled Hughes').click();
    await page.getByLabel('Colleague').selectOption({ label: 'Rhys Parry' });
    await page.getByRole('button', { name: 'Hand over Aled Hughes' }).click();
    await page.getByRole('alert').getByText('The call is handed over').waitFor();
    expect(await list.call(id)).toMatchObject({ ownerId: list.rhys.id });
  });

  it('two numbers: which one was wrong is said, and marked', async () => {
    const list = await aCallList(portal.deps);
    await aContactPoint(portal.deps, list.customer.id, 'landline', '+441632960123');
    await list.entry();
    const page = await signedIn(list.sioned);
    await page.goto('/staff/calls');
    await page.getByLabel('Number you rang').selectOption({ label: '07700 900123' });
    await page.getByRole('button', { name: 'Wrong number Aled Hughes' }).click();
    await page.getByText('Somebody else’s. Do not ring it.').waitFor();
    expect(await page.getByRole('link', { name: '07700 900123' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: '01632 960123' }).count()).toBe(1);
    expect(await list.point()).toMatchObject({ health: 'dead' });
  });

  it('an adviser says that messages may put someone at risk: nobody rings, and it can be undone', async () => {
    const list = await aCallList(portal.deps);
    const { appointment } = await aCallWithScript(list);
    const page = await signedIn(list.sioned);
    await page.goto(`/staff/appointments/${appointment.id}`);
    await page.getByText('Safety and privacy').click();
    await page.getByRole('button', { name: 'Messages may put this person at risk' }).click();
    await page.getByText('Nothing is sent, and nobody rings: talk to them in person.').waitFor();
    expect(await page.locator('a[href^="tel:+447"]').count()).toBe(0);
    await page.goto('/staff/day');
    await page.getByText('Send nothing, do not ring: talk in person').waitFor();
    await page.goto('/staff/calls');
    await page.getByText('Talk to them in person. Do not ring.').waitFor();
    expect(await page.locator('main a[href^="tel:"]').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Left word' }).count()).toBe(0);

    await page.goto(`/staff/appointments/${appointment.id}`);
    await page.getByText('Safety and privacy').click();
    await page.getByRole('button', { name: 'Messages and calls are safe again' }).click();
    await page.getByRole('alert').getByText('can get messages and calls again').waitFor();
    await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('alert').getByText('Nothing will be sent to this person').waitFor();
    await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
    expect(await page.locator('a[href^="tel:+447"]').count()).toBe(1);
  });

  it('a number that was given up is used again when an adviser says so', async () => {
    const list = await aCallList(portal.deps);
    const { appointment } = await aCallWithScript(list);
    await portal.deps.db.write((q) => q.update(q.tables.contactPoints).set({ health: 'dead' }));
    const page = await signedIn(list.sioned);
    await page.goto(`/staff/appointments/${appointment.id}`);
    await page.getByText('Does not work any more').waitFor();
    await page.getByRole('button', { name: 'This works again 07700 900123' }).click();
    await page.getByRole('alert').getByText('This number will be used again').waitFor();
    await page.getByText('Not tried yet').waitFor();
  });

  it.each(['en', 'cy'] as const)('has pages without faults, in %s, that fit a phone', async (language) => {
    const list = await aCallList(portal.deps);
    await aContactPoint(portal.deps, list.customer.id, 'landline', '+441632960123');
    const { appointment } = await aCallWithScript(list);
    await list.entry({ ownerId: null, dueAt: portal.deps.clock.now() - HOUR });
    const done = await list.entry({ ownerId: list.sioned.id, reason: 'asked_for_call' });
    await portal.composition.services.recordCall({
      ...{ staff: list.sioned, callId: done, outcome: 'spoke', contactPointId: list.mobile.id, seen: 0 },
    });
    const page = await signedIn(list.sioned, { javaScript: true });
    const faults: string[] = [];
    const look = async (where: string) => {
      await page.goto(`${where}${where.includes('?') ? '&' : '?'}lang=${language}`);
      faults.push(...(await pageFaults(page)).map((fault) => `${where}: ${fault}`));
      await page.setViewportSize(PHONE);
      if (await scrollsSideways(page)) faults.push(`${where}: wider than a phone`);
      await page.setViewportSize({ width: 320, height: 640 });
      await page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))");
      await page.evaluate("document.documentElement.style.fontSize = '200%'");
      if (await scrollsSideways(page)) faults.push(`${where}: wider than 320 pixels in large letters`);
      await page.setViewportSize(DESKTOP);
    };
    await look('/staff/calls?show=escalated');
    await escalateCalls(portal.deps)();
    for (const show of ['mine', 'office', 'escalated']) await look(`/staff/calls?show=${show}`);
    await portal.deps.db.write((q) => q.update(q.tables.customers).set({ noMessages: true, discreet: true }));
    await look(`/staff/calls?done=call_taken_already`);
    await look(`/staff/appointments/${appointment.id}`);
    await look('/staff/day');
    await portal.deps.db.write((q) => q.update(q.tables.customers).set({ noMessages: false, discreet: false }));
    expect(faults).toEqual([]);
  });
});
