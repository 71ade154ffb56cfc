import { eq } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chaseFollowUps } from '~/services/chase-follow-ups.server';
import { anAppointment, aStep } from '../support/factories';
import { buildAccessWorld } from '../support/access-world';
import { TABLE } from '../support/access-table';
import { aPlanTogetherWorld, type PlanTogetherWorld } from '../support/plan-together-world';
import { startPortal, type TestPortal } from '../support/portal';
import { readPdf } from '../support/read-pdf';

/** Tuesday 24 November, one in the afternoon: Aled meets Sioned at half past two. */
describe('a plan that an adviser and a customer make together', () => {
  let portal: TestPortal;
  let { world, library } = {} as PlanTogetherWorld;
  beforeAll(async () => {
    portal = await startPortal({ at: '2026-11-24T13:00:00Z' });
    ({ world, library } = await aPlanTogetherWorld(portal));
  });
  afterAll(() => portal.close());

  const main = (page: Page) => page.locator('main').innerText();
  /** A control by its label and, hidden beside it, what it is about. */
  const named = (label: string, about: string) => new RegExp(`^${label}\\s*: ${about}$`);
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).first().click();
  async function desk(options: Parameters<TestPortal['newVisitor']>[0] = {}) {
    const page = await portal.newVisitor(options);
    await world.as('sioned', page);
    return page;
  }

  it('takes a step from the library without scripts, in which every word can be changed', async () => {
    const { customer } = await world.somebody();
    const page = await desk({ javaScript: false });
    await page.goto(`/staff/customers/${customer.id}/plan`);
    await page.getByRole('link', { name: 'Add a step' }).click();
    await page.getByRole('link', { name: 'Ask for a bus pass' }).click();
    expect(await page.getByLabel('What will be done?').inputValue()).toBe('Ask for a bus pass');
    expect(await page.getByRole('radio', { name: 'Customer' }).isChecked()).toBe(true);
    expect(await page.getByLabel('Date, if you chose “On a date”').inputValue()).toBe('2026-11-27');
    await page.getByLabel('What will be done?').fill('Ask the council for a bus pass');
    await press(page, 'Put it on the plan');
    expect(await main(page)).toContain('The step is on the plan.');
    expect(await main(page)).toContain('Ask the council for a bus pass');
    // It is a copy: the library's own words stay, and so does the step when they change.
    const { stepLibrary } = portal.deps.db.tables;
    const change = { action: 'Something else' };
    await portal.deps.db.write((q) => q.update(stepLibrary).set(change).where(eq(stepLibrary.id, library.bus)));
    await page.reload();
    expect(await main(page)).toContain('Ask the council for a bus pass');
    await portal.deps.db.write((q) =>
      q.update(stepLibrary).set({ action: 'Ask for a bus pass' }).where(eq(stepLibrary.id, library.bus)),
    );
  });

  it('gives tips about words once, or when asked, and refuses nothing', async () => {
    const { customer } = await world.somebody();
    const page = await desk({ javaScript: false });
    await page.goto(`/staff/customers/${customer.id}/plan/new-step`);
    await page.getByLabel('What will be done?').fill('Confidence');
    await press(page, 'Check the words');
    for (const tip of ['start with a doing word', 'anybody can see when it is done', 'give it a date'])
      expect(await main(page)).toContain(tip);
    expect(await page.title()).not.toMatch(/^Error/);
    await page.getByRole('radio', { name: 'Partner' }).check();
    await page.getByLabel('Next week').check();
    await press(page, 'Save all the same');
    expect(await main(page)).toContain('The step is on the plan.');

    await page.goto(`/staff/customers/${customer.id}/plan/new-step?lang=cy`);
    await page.getByLabel('Beth fydd yn cael ei wneud?').fill('Hyder');
    await page.getByRole('radio', { name: 'Cwsmer' }).check();
    await page.getByLabel('Yr wythnos nesaf').check();
    await press(page, 'Ei roi ar y cynllun');
    expect(await main(page)).toContain('Awgrym: dechreuwch gyda gair gwneud.');
    await page.getByLabel('Beth fydd yn cael ei wneud?').fill('Ffonio dau gartref gofal');
    await press(page, 'Gwirio’r geiriau');
    expect(await main(page)).toContain('Mae’r cam hwn yn glir');
    await press(page, 'Ei roi ar y cynllun');
    expect(await main(page)).toContain('Mae’r cam ar y cynllun.');
  });

  it('is worked through by keyboard at the meeting: one press for each step, a note, a date, and back', async () => {
    const { customer, step } = await world.somebody();
    const helped = await aStep(portal.deps, customer.id, { action: 'Finish my CV', trouble: 'help' });
    const staffed = { officeId: world.office.id, adviserId: world.adviser.id, customerId: customer.id };
    const { id } = await anAppointment(portal.deps, staffed, { startsAt: Date.parse('2026-11-24T12:30:00Z') });
    const page = await desk();
    await page.goto(`/staff/appointments/${id}`);
    const steps = page.getByRole('region', { name: 'Steps to look at again' });
    expect(await steps.locator('li').allInnerTexts()).toEqual([
      expect.stringContaining('Finish my CV'),
      expect.stringContaining('Ring the college'),
    ]);
    const goingOn = steps.getByRole('button', { name: named('Going on', 'Finish my CV') });
    await goingOn.focus();
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(await main(page)).toContain('you looked at the step, and that it is going on');
    expect(await steps.innerText()).toContain('Looked at: going on.');
    await press(page, 'Undo');
    expect(await main(page)).toContain('The step stands as it did before');
    expect(await steps.innerText()).toContain('needs help with this');

    await page.goto(`/staff/appointments/${id}/agenda`);
    await page.getByText('Note, or a new date: Ring the college').click();
    await page.locator(`#date-${step.id}`).fill('2026-11-01');
    await page.locator(`#note-${step.id}`).fill('The line was busy');
    await press(page, named('Change the date', 'Ring the college'));
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('today or later');
    expect(await page.locator(`#note-${step.id}`).inputValue()).toBe('The line was busy');
    await page.locator(`#date-${step.id}`).fill('2026-12-08');
    await press(page, named('Change the date', 'Ring the college'));
    expect(await main(page)).toContain('The step has its new date');
    await press(page, named('Done', 'Finish my CV'));
    expect(await main(page)).toContain('Looked at: done.');
    await page.getByLabel('Next review on').fill('2026-01-01');
    await press(page, 'Agreed again');
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('today or later, for the next review');
    await page.getByLabel('Next review on').fill('2026-12-22');
    await press(page, 'Agreed again');
    expect(await main(page)).toContain('you agreed the plan again today');

    await page.goto(`/staff/customers/${customer.id}/plan`);
    expect(await main(page)).toContain('at a meeting with Sioned: a new date – The line was busy');
    expect(await main(page)).toContain('After 1 month: on Thursday 24 December');
    expect(helped.id).not.toBe(step.id);

    await page.goto(`/staff/appointments/${id}/agenda`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: /Going on/ }).count()).toBe(0);
    expect(await page.getByText('Notes', { exact: true }).first().isVisible()).toBe(true);
    expect(await page.getByText('Ring the college', { exact: true }).isVisible()).toBe(true);
  });

  it('says before the day of the meeting that there is nothing to record yet', async () => {
    const { customer } = await world.somebody();
    const staffed = { officeId: world.office.id, adviserId: world.adviser.id, customerId: customer.id };
    const { id } = await anAppointment(portal.deps, staffed, { startsAt: Date.parse('2026-11-26T12:30:00Z') });
    const page = await desk();
    await page.goto(`/staff/appointments/${id}/agenda`);
    expect(await main(page)).toContain('On the day of the meeting you can say here what came of each step.');
    expect(await page.getByRole('button', { name: /Going on/ }).count()).toBe(0);
  });

  it('has goals renamed, reached and put back; the customer sees what they reached', async () => {
    const { page: phone, customer, main: said } = await world.somebody();
    const page = await desk({ javaScript: false });
    await page.goto(`/staff/customers/${customer.id}/plan`);
    await page.getByLabel('Goal, in the customer’s words').fill('A job');
    await page.getByLabel('Short-term').check();
    await press(page, 'Add a goal');
    await page.getByRole('link', { name: named('Rename', 'A job') }).click();
    await page.getByLabel('Goal, in the customer’s words').fill(' ');
    await press(page, 'Save');
    expect(await page.title()).toMatch(/^Error: /);
    await page.getByLabel('Goal, in the customer’s words').fill('Work near home');
    await press(page, 'Save');
    expect(await main(page)).toContain('The goal has its new words.');
    await press(page, named('Reached', 'Work near home'));
    expect(await main(page)).toContain('reached on Tuesday 24 November');
    await phone.goto('/plan');
    expect(await said()).toMatch(/Goals you reached\s+Work near home/);
    await press(page, 'Undo');
    expect(await main(page)).toContain('The goal is back on the plan.');
    await press(page, named('No longer wanted', 'Work near home'));
    await phone.goto('/plan');
    expect(await said()).not.toContain('Work near home');
  });

  it('is asked after a month later, and chased until somebody has', async () => {
    const { page: phone, customer, main: said } = await world.somebody();
    const page = await desk({ javaScript: false });
    await page.goto(`/staff/customers/${customer.id}/plan`);
    await press(page, 'Record it');
    await phone.goto('/plan');
    expect(await said()).toContain('We will ask you how it is going: Thursday 24 December, Wednesday 24 February and');
    const before = portal.clock.now();
    portal.clock.set('2026-12-29T09:30:00Z');
    try {
      for (const name of ['sioned'])
        world.sessions.set(
          name,
          await portal.composition.services.startSession({ kind: 'staff', id: world.adviser.id }, null),
        );
      await world.as('sioned', page);
      await page.goto('/staff/day');
      expect(await main(page)).toContain('Plans to ask after');
      await page.getByRole('link', { name: 'Ask how it goes' }).first().click();
      const entry = page.locator('li', { hasText: '1 month after' }).filter({ hasText: customer.lastName }).first();
      await entry.getByLabel('How it goes').fill('x'.repeat(1001));
      await entry.getByRole('button', { name: /I have asked/ }).click();
      expect(await page.title()).toMatch(/^Error: /);
      await page.goto('/staff/follow-ups?show=office');
      await entry.getByRole('button', { name: /Could not reach them/ }).click();
      expect(await main(page)).toContain('stays on the list, and there is a call to make');
      await page.goto('/staff/calls');
      expect(await main(page)).toContain('Ask how their plan is going');
      await page.goto('/staff/follow-ups?show=office');
      await entry.getByLabel('How it goes').fill('He starts on Monday');
      await entry.getByRole('button', { name: /I have asked/ }).click();
      expect(await main(page)).toContain('It is on record that you asked how the plan is going');
      await press(page, 'Undo');
      expect(await main(page)).toContain('The follow-up is back on the list');
      expect(await chaseFollowUps(portal.deps)()).toBe(0);
    } finally {
      portal.clock.set(before);
    }
  });

  it('is handed over on paper, in large print as well', async () => {
    const page = await desk();
    const fetched = async (more: string) =>
      readPdf(await (await page.request.get(`/staff/customers/${world.aled.id}/plan.pdf${more}`)).body());
    expect(await fetched('')).toMatchObject({ title: 'My plan', tagged: true });
    expect(Math.min(...(await fetched('?size=large')).sizes)).toBe(18);
    expect((await fetched('?size=easy')).text).toContain('This is your plan');
    expect((await fetched('?in=both')).text).toContain('Dyma eich cynllun');
  });

  it('is seen by a partner while its owner agrees, and not a moment longer', async () => {
    const phone = await portal.newVisitor({ javaScript: false });
    await world.as('aled', phone);
    const page = await portal.newVisitor({ javaScript: false });
    await world.as('osian', page);
    await page.goto('/staff');
    expect(new URL(page.url()).pathname).toBe('/staff/shared-plans');
    expect(await main(page)).toContain('Nobody has agreed to it at the moment.');
    const plan = `/staff/shared-plans/${world.aled.id}`;
    expect((await page.goto(plan))!.status()).toBe(404);
    await phone.goto('/details/sharing');
    await press(phone, /Let them see my plan/);
    await page.goto('/staff/shared-plans');
    expect(await main(page)).not.toContain('Ring two care homes');
    await page.getByLabel('Find somebody by name').fill('nobody');
    await press(page, 'Find');
    expect(await main(page)).toContain('Nobody here is called that.');
    await page.getByLabel('Find somebody by name').fill('hugh al');
    await press(page, 'Find');
    await page.getByRole('link', { name: 'Aled Hughes' }).click();
    const text = await main(page);
    for (const said of ['Two interviews', 'Ring two care homes', 'Join the library', 'adviser Sioned'])
      expect(text).toContain(said);
    for (const not of ['needs help', '07700', 'travel', 'mail.example', 'button']) expect(text).not.toContain(not);
    expect(await page.locator('main form').count()).toBe(1); // Sign out.
    await phone.reload();
    expect(await main(phone)).toContain('They looked at your plan on Tuesday 24 November 2026');
    await press(phone, /Don’t let them see it/);
    expect((await page.goto(plan))!.status()).toBe(404);
    await page.goto('/staff/shared-plans');
    expect(await main(page)).not.toContain('Aled');
  });

  it('is all that a partner sees: no other staff page is there for them', async () => {
    const access = await buildAccessWorld(portal);
    const { record } = await access.makeRecord();
    const cookie = `session=${world.sessions.get('osian')}`;
    const reached: string[] = [];
    for (const [id, row] of Object.entries(TABLE)) {
      if (!id.startsWith('routes/staff')) continue;
      for (const method of [...(row.load ? ['GET'] : []), ...(row.act ? ['POST'] : [])]) {
        const form = typeof row.form === 'function' ? row.form(record) : (row.form ?? '');
        const headers = {
          cookie,
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/x-www-form-urlencoded',
        };
        const before = await access.stateOf(record);
        // Signing out would end the walk.
        if (id === 'routes/staff.sign-out' && method === 'POST') continue;
        const body = method === 'POST' ? form : undefined;
        const answer = await fetch(`${portal.url}${row.path(record)}`, { method, headers, body, redirect: 'manual' });
        if (answer.status !== 404) reached.push(`${method} ${id.replace('routes/', '')} ${answer.status}`);
        expect(await access.stateOf(record)).toBe(before);
      }
    }
    expect(reached.sort()).toEqual([
      'GET staff._index 303',
      // Whoever has the address of an invitation may open it.
      'GET staff.invitation.$token 200',
      'GET staff.shared-plans._index 200',
      'GET staff.sign-in 303',
      'GET staff.sign-out 303',
      'POST staff.invitation.$token 422',
      'POST staff.sign-in 303',
    ]);
  });
});
