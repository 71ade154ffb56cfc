import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { remindOfSteps } from '~/services/remind-of-steps.server';
import { aPlanWorld, type PlanWorld } from '../support/plan-world';
import { startPortal, type TestPortal } from '../support/portal';
import { readPdf } from '../support/read-pdf';

/** Monday 23 November, nine in the morning. Aled has a plan; Elin is new for each journey. */
describe('a plan', () => {
  let portal: TestPortal;
  let world: PlanWorld;
  beforeAll(async () => {
    portal = await startPortal({ at: '2026-11-23T09:00:00Z' });
    world = await aPlanWorld(portal);
  });
  afterAll(() => portal.close());

  it('says what was agreed, when and with whom, near and further off, and what is late kindly', async () => {
    const page = await portal.newVisitor();
    await world.as('aled', page);
    await page.goto('/plan');
    const text = await page.locator('main').innerText();
    for (const said of [
      'You agreed this with Sioned on Monday 2 November.',
      'You will look at it again together on Monday 14 December.',
      'This was for Friday 20 November. It’s not too late.',
      'You said you need help. Sioned can see that.',
      'Sioned, by Monday 30 November',
      'Done on Monday 23 November',
    ])
      expect(text).toContain(said);
    const order = ['Soon', 'Two interviews', 'Later on', 'A job in a care home', 'Add a step', 'Done on'];
    const places = order.map((word) => text.indexOf(word));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(await page.getByRole('link', { name: 'Send you the bus times' }).count()).toBe(0);
  });

  it('has a step marked as done and put back, without scripts', async () => {
    const { page, main, press, step } = await world.somebody({ javaScript: false });
    await page.goto('/plan');
    await page.getByRole('link', { name: 'Ring the college' }).click();
    await page.getByLabel('Anything you want to say? (optional)').fill('They were kind');
    await press('I’ve done this');
    expect(new URL(page.url()).pathname).toBe('/plan');
    expect(await main()).toContain('Well done. This step is done.');
    expect(await main()).toContain('Done on Monday 23 November');
    await press('Undo');
    expect(await main()).toContain('This step is back on your plan.');
    await page.goto(`/plan/steps/${step.id}`);
    expect(await main()).toContain('You, by Friday 27 November');
    expect(await main()).toContain('What you said: They were kind');
  });

  it('has help asked for, which the adviser sees and can settle', async () => {
    const { page, main, press, step, customer } = await world.somebody();
    await page.goto(`/plan/steps/${step.id}`);
    await page.getByLabel('Anything you want to say? (optional)').fill('I do not know what to say');
    await press('I need help');
    expect(await main()).toContain('Thank you for asking. Sioned can see that you need help.');
    expect(await main()).toContain('01632');

    const desk = await portal.newVisitor();
    await world.as('sioned', desk);
    await desk.goto(`/staff/customers/${customer.id}/plan`);
    const text = () => desk.locator('main').innerText();
    expect(await text()).toContain('needs help with this, by Friday 27 November');
    expect(await text()).toContain('I do not know what to say');
    await desk
      .getByRole('button', { name: /Mark as done.*Ring the college/ })
      .first()
      .click();
    expect(await text()).toContain('The step is marked as done.');
    await desk.getByRole('button', { name: 'Undo', exact: true }).click();
    expect(await text()).toContain('The step is back on the plan.');
    await page.goto('/plan');
    expect(await main()).not.toContain('Done on');
  });

  it('tells those who write too much, and keeps what they wrote', async () => {
    const { page, press, step } = await world.somebody();
    await page.goto(`/plan/steps/${step.id}`);
    await page.getByLabel('Anything you want to say? (optional)').fill('x'.repeat(1001));
    await press('I can’t do this');
    expect(await page.title()).toBe('Error: Ring the college – Waymark');
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('1,000 letters or fewer');
    expect((await page.getByRole('textbox').inputValue()).length).toBe(1001);
  });

  it('takes a step of one’s own by keyboard, gives a tip, and lets it be changed and removed', async () => {
    const { page, main } = await world.somebody();
    await page.goto('/plan/steps/new');
    await page.keyboard.press('Tab');
    const action = page.getByLabel('What will you do?');
    while (!(await action.evaluate((field) => field === document.activeElement))) await page.keyboard.press('Tab');
    const enter = () => Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    await enter();
    expect(await page.title()).toBe('Error: Add a step – Waymark');
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('Say what you will do');
    await page.locator('.govuk-error-summary a').first().focus();
    await page.keyboard.press('Enter');
    expect(await action.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('Job stuff');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await enter();
    expect(await main()).toContain('Your step is on your plan.');
    expect(await main()).toContain('Make it something small that you can tick off.');
    expect(await main()).toContain('You, by Sunday 6 December');
    await page.getByRole('link', { name: 'Change this step' }).click();
    await page.getByLabel('What will you do?').fill('Ring the job centre about a course');
    await page.getByLabel('Day', { exact: true }).fill('31');
    await page.getByLabel('Month', { exact: true }).fill('11');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('Type a real date');
    expect(await page.getByLabel('Day', { exact: true }).inputValue()).toBe('31');
    await page.getByLabel('Day', { exact: true }).fill('30');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    expect(await main()).toContain('Your step is changed.');
    expect(await main()).toContain('You, by Monday 30 November');
    await page.getByRole('link', { name: 'Ring the job centre about a course' }).click();
    await page.getByRole('link', { name: 'Change or remove this step' }).click();
    await page.getByRole('button', { name: 'Remove this step', exact: true }).click();
    expect(await main()).toContain('Your step is off your plan.');
    expect(await main()).not.toContain('Ring the job centre');
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    expect(await main()).toContain('Ring the job centre');
  });

  it('is reminded of as somebody wishes', async () => {
    const { page, main, press, customer } = await world.somebody({ javaScript: false });
    await page.goto('/plan/reminders');
    await page.getByLabel('3 days before').check();
    await press('Save');
    expect(await main()).toContain('Your reminders are saved.');
    expect(await main()).toContain('We remind you 3 days before.');
    const before = portal.clock.now();
    portal.clock.set('2026-11-24T10:00:00Z');
    await remindOfSteps(portal.deps)();
    portal.clock.set(before);
    const messages = await portal.deps.db.read((q) => q.select().from(q.tables.messages));
    expect(messages.filter((one) => one.customerId === customer.id)).toMatchObject([{ purpose: 'step' }]);
  });

  it('can be kept as a document with tags, and in large print', async () => {
    const page = await portal.newVisitor();
    await world.as('aled', page);
    const fetched = async (path: string) => {
      const response = await page.request.get(path);
      expect(response.headers()['content-type']).toBe('application/pdf');
      expect(response.headers()['cache-control']).toContain('no-store');
      return readPdf(await response.body());
    };
    const pdf = await fetched('/plan.pdf');
    expect(pdf).toMatchObject({ title: 'My plan', language: 'en-GB', tagged: true });
    expect(pdf.text).toContain('You agreed this with Sioned on Monday 2 November 2026.');
    expect(Math.min(...(await fetched('/plan.pdf?size=large')).sizes)).toBe(18);
    expect(await fetched('/plan.pdf?lang=cy')).toMatchObject({ title: 'Fy nghynllun', language: 'cy' });
    await page.goto('/plan?lang=en');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Add a step' }).isVisible()).toBe(false);
    expect(await page.getByText('Two interviews').isVisible()).toBe(true);
  });

  it('is written together by the office: a goal, a step, and when to look again', async () => {
    const { customer } = await world.somebody();
    const desk = await portal.newVisitor({ javaScript: false });
    await world.as('sioned', desk);
    const text = () => desk.locator('main').innerText();
    const press = (name: string) => desk.getByRole('button', { name, exact: true }).click();
    await desk.goto(`/staff/customers/${customer.id}/plan`);
    expect(await text()).toContain('Not agreed together yet.');
    await press('Add a goal');
    expect(await desk.title()).toMatch(/^Error: /);
    await desk.getByLabel('Goal, in the customer’s words').fill('Work near home');
    await desk.getByLabel('Longer-term').check();
    await press('Add a goal');
    expect(await text()).toContain('The goal is on the plan.');
    await desk.getByRole('link', { name: 'Add a step' }).click();
    await desk.getByLabel('What will be done?').fill('Confidence');
    await press('Put it on the plan');
    expect(await desk.locator('.govuk-error-summary').innerText()).toContain('Choose who does it');
    expect(await desk.getByLabel('What will be done?').inputValue()).toBe('Confidence');
    await desk.getByRole('radio', { name: 'Partner' }).check();
    await desk.getByLabel('Work near home').check();
    await desk.getByLabel('On a date', { exact: true }).check();
    await desk.getByLabel('Date, if you chose “On a date”').fill('2027-03-01');
    await press('Put it on the plan');
    expect(await text()).toContain('Only tips. You can save the step as it is.');
    await press('Save all the same');
    expect(await text()).toContain('The step is on the plan.');
    expect(await text()).toContain('Tip: this is far off.');
    await desk.getByLabel('Next review on').fill('2026-12-21');
    await press('Record it');
    expect(await text()).toContain('Next review on Monday 21 December');
    await desk.getByRole('button', { name: /Take off the plan.*Confidence/ }).click();
    expect(await text()).not.toContain('Confidence');
    await press('Undo');
    expect(await text()).toContain('Confidence');
  });

  it('is looked at again when they meet', async () => {
    const desk = await portal.newVisitor();
    await world.as('sioned', desk);
    await desk.goto(`/staff/appointments/${world.appointment.id}`);
    const steps = desk.getByRole('region', { name: 'Steps to look at again' });
    expect(await steps.locator('li').first().innerText()).toContain('needs help with this');
    await steps.getByRole('link', { name: 'See the plan' }).click();
    expect(await desk.locator('h1').innerText()).toBe('Plan of Aled Hughes');
  });

  it('is drawn as a journey, which blames nobody', async () => {
    await world.meet(world.aled.id, '2026-11-09T10:00:00Z', { status: 'failed_to_attend' });
    const page = await portal.newVisitor({ javaScript: false });
    await world.as('aled', page);
    await page.goto('/journey');
    const stops = await page.locator('ol li').allInnerTexts();
    expect(stops.find((stop) => stop.includes('9 November'))).toContain('This meeting did not happen.');
    expect(stops.findIndex((stop) => stop.includes('You are here'))).toBeLessThan(
      stops.findIndex((stop) => stop.startsWith('Next: Ring two care homes') || stop.startsWith('Next: ')),
    );
    expect(stops.join(' ')).toContain('You agreed your plan with Sioned');
    expect(stops.join(' ')).toContain('What it’s for: Plan your next steps together');
    expect(stops.join(' ')).not.toMatch(/missed|fail/i);
    expect(await page.locator('[aria-current=step]').count()).toBe(1);
  });
});
