import { eq } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { HOUR, MINUTE } from '~/domain/clock';
import { aCustomerWorld, newestSignInCode, type CustomerWorld } from '../support/customer-world';
import { describeJourney } from '../support/databases';
import { startPortal, type TestPortal } from '../support/portal';

describeJourney('a customer', 'postgres', (dialect) => {
  let portal: TestPortal;
  let world: CustomerWorld;
  let page: Page;

  beforeEach(async () => {
    portal = await startPortal({ at: '2026-11-23T09:00:00Z', dialect });
    world = await aCustomerWorld(portal.deps);
    page = await portal.newVisitor();
  });
  afterEach(() => portal.close());

  const heading = () => page.locator('h1').innerText();
  const main = () => page.locator('main').innerText();
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const calls = () => portal.deps.db.read((q) => q.select().from(q.tables.callList));

  async function signIn(contact = '07700 900123', customerId = world.aled.id) {
    await page.goto('/sign-in');
    await page.getByLabel('What’s your mobile number or email address?').fill(contact);
    await press('Send me a code');
    await page.getByLabel('Type the 6-digit code').fill(await newestSignInCode(portal.deps, customerId));
    await press('Sign in');
  }

  it('opens the link in the text and says they’ll be there', async () => {
    await page.goto(world.link);
    expect(await heading()).toBe('You’re meeting Sioned, tomorrow at 2:30pm');
    expect(await main()).toContain('Hello Aled.');
    expect(await main()).toContain('Tuesday 24 November, 2:30pm to 3pm');
    expect(await main()).toContain('Bangor Jobcentre');
    await press('I’ll be there');
    expect(new URL(page.url()).pathname).toBe(world.link);
    expect(await main()).toContain('You’ve said yes to this. Thank you.');
    await page.reload();
    expect(await main()).toContain('You’ve said yes to this. Thank you.');
  });

  it('who chose Welsh reads it in Welsh', async () => {
    await portal.deps.db.write(async (q) => void (await q.update(q.tables.customers).set({ language: 'cy' })));
    await page.goto(world.link);
    expect(await page.locator('html').getAttribute('lang')).toBe('cy');
    expect(await heading()).toBe('Rydych chi’n cwrdd â Sioned, yfory am 2:30yp');
    await press('Bydda i yno');
    expect(await main()).toContain('Rydych chi wedi dweud ie i hyn. Diolch.');
    await page.getByRole('link', { name: 'English' }).click();
    expect(new URL(page.url()).pathname).toBe(world.link);
    expect(await heading()).toBe('You’re meeting Sioned, tomorrow at 2:30pm');
    await page.reload();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('who can’t come picks another time', async () => {
    await page.goto(world.link);
    await press('I can’t come');
    await page.getByLabel('I can’t get there').check();
    await press('Continue');
    expect(await heading()).toBe('Which time is better for you?');
    await press('Continue');
    expect(await page.title()).toBe('Error: Pick another time – Waymark');
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('Choose a time, or ask for a call');
    await page.getByRole('radio', { name: /Thursday 26 November/ }).check();
    await press('Continue');
    expect(await main()).toContain('Your new time is booked.');
    expect(await heading()).toMatch(/^You’re meeting Sioned on Thursday 26 November at /);
    expect(new URL(page.url()).pathname).not.toBe(world.link);
    await page.goto(world.link);
    expect(await heading()).toBe('This meeting has moved');
    expect(await main()).not.toMatch(/Aled|Sioned|November|Jobcentre/);
    expect(await main()).toContain('01632');
  });

  it('whom no time suits asks for a call', async () => {
    await page.goto(`${world.link}/new-time`);
    await page.getByLabel('None of these – ask Sioned to call me').check();
    await press('Continue');
    expect(await main()).toContain('Sioned will call you.');
    expect(await calls()).toMatchObject([{ reason: 'asked_for_call', customerId: world.aled.id }]);
  });

  it('loses a race for a time and picks another one', async () => {
    await page.goto(`${world.link}/new-time`);
    const radio = page.getByRole('radio').nth(2);
    const startsAt = Number(await radio.getAttribute('value'));
    await world.meet(world.nia.id, new Date(startsAt).toISOString());
    await radio.check();
    await press('Continue');
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('Someone has just taken that time.');
    await page.getByRole('radio').nth(3).check();
    await press('Continue');
    expect(await main()).toContain('Your new time is booked.');
  });

  it('whose messages others may see finds neither the place nor the purpose behind the link', async () => {
    await portal.deps.db.write(async (q) => void (await q.update(q.tables.customers).set({ discreet: true })));
    await page.goto(world.link);
    expect(await heading()).toBe('You’re meeting Sioned, tomorrow at 2:30pm');
    expect(await page.content()).not.toMatch(/jobcentre|plan your next steps/i);
  });

  it.each([
    ['is over', 'This meeting is over', 410, async () => portal.clock.set(world.appointment.endsAt)],
    [
      'was cancelled',
      'This meeting is off',
      410,
      () =>
        portal.deps.db.write(
          async (q) => void (await q.update(q.tables.appointments).set({ status: 'cancelled_by_office', version: 2 })),
        ),
    ],
  ])('whose appointment %s is told so', async (_what, title, status, change) => {
    await change();
    const response = await page.goto(world.link);
    expect(response!.status()).toBe(status);
    expect(await heading()).toBe(title);
    expect(await main()).not.toMatch(/Aled|Sioned|November/);
    expect(await main()).toContain('01632');
  });

  it('with a link that is cut off is told so', async () => {
    const response = await page.goto(world.link.slice(0, -4));
    expect(response!.status()).toBe(404);
    expect(await heading()).toBe('This link does not work');
  });

  it('keeps the appointment in a calendar', async () => {
    const response = await page.request.get(`${world.link}/appointment.ics`);
    expect(response.headers()['content-type']).toBe('text/calendar; charset=utf-8');
    expect(await response.text()).toContain('SUMMARY:Appointment');
  });

  it('signs in with a code and sees what is next, without scrolling to the next action', async () => {
    await signIn();
    expect(new URL(page.url()).pathname).toBe('/');
    expect(await heading()).toBe('You’re meeting Sioned, tomorrow at 2:30pm');
    const answer = await page.getByRole('button', { name: 'I can’t come' }).boundingBox();
    expect(answer!.y + answer!.height).toBeLessThanOrEqual(640);
    const text = await main();
    for (const words of [
      'Your CV if you have one',
      'Ring the college about the forklift course',
      'Thursday 10am, 0.8 miles, free',
      '01632',
      'Sioned is phoning you on Tuesday 8 December at 10am',
    ]) {
      expect(text).toContain(words);
    }
    await press('I’ll be there');
    expect(await main()).toContain('You’ve said yes to this.');
    await page.goto('/');
    await press('Ask someone to call me');
    expect(await main()).toMatch(/Someone will call you by .+\./);
  });

  it('says yes to the time on the page only, not to one it has been moved to since', async () => {
    await signIn();
    const moved = { startsAt: world.appointment.startsAt + 24 * HOUR, endsAt: world.appointment.endsAt + 24 * HOUR };
    await portal.deps.db.write(async (q) => {
      const { appointments } = q.tables;
      await q
        .update(appointments)
        .set({ ...moved, version: 2 })
        .where(eq(appointments.id, world.appointment.id));
    });
    await press('I’ll be there');
    expect(await heading()).toBe('You’re meeting Sioned on Wednesday 25 November at 2:30pm');
    expect(await main()).not.toContain('You’ve said yes to this.');
    await press('I’ll be there');
    expect(await main()).toContain('You’ve said yes to this.');
  });

  it('who is signed in changes their mind and moves the appointment', async () => {
    await signIn();
    await press('I can’t come');
    await press('Continue');
    await page.getByRole('radio').nth(4).check();
    await press('Continue');
    expect(new URL(page.url()).pathname).toBe(`/appointments/${world.appointment.id}`);
    expect(await main()).toContain('Your new time is booked.');
  });

  it('who is signed in reads what the meeting is for; the link, which others may hold, does not say', async () => {
    await page.goto(world.link);
    expect(await main()).not.toContain('next steps');
    await signIn();
    expect(await main()).toContain('Plan your next steps together');
    expect(await main()).toContain('Your CV if you have one');
  });

  it('with no meetings is told so, with the number to call', async () => {
    await signIn('nia@post.example', world.nia.id);
    expect(await heading()).toBe('You have no meetings booked');
    expect(await main()).toContain('01632');
  });

  it('who types a wrong code six times has to ask for a new one', async () => {
    await page.goto('/sign-in');
    await page.getByLabel('What’s your mobile number or email address?').fill('07700 900123');
    await press('Send me a code');
    const right = await newestSignInCode(portal.deps, world.aled.id);
    const wrong = right === '000000' ? '000001' : '000000';
    for (const words of ['4 tries left', '3 tries left', '2 tries left', '1 try left', 'new code', 'new code']) {
      await page.getByLabel('Type the 6-digit code').fill(wrong);
      const [response] = await Promise.all([page.waitForNavigation(), press('Sign in')]);
      expect(response!.status()).toBe(422);
      expect(await page.locator('.govuk-error-summary').innerText()).toContain(words);
      expect(await page.getByLabel('Type the 6-digit code').inputValue()).toBe(wrong);
    }
    expect(await page.title()).toBe('Error: Type your code – Waymark');
    await page.getByLabel('Type the 6-digit code').fill(right);
    await press('Sign in');
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('Ask for a new code');
    await press('Ask for a new code');
    expect(await heading()).toBe('What’s your mobile number or email address?');
  });

  it('who types what is no number is told so, and keeps what they typed', async () => {
    await page.goto('/sign-in');
    await page.getByLabel('What’s your mobile number or email address?').fill('01632 96');
    const [response] = await Promise.all([page.waitForNavigation(), press('Send me a code')]);
    expect(response!.status()).toBe(422);
    expect(await main()).toContain('Type a phone number, like 07700 900123');
    expect(await page.getByRole('textbox').inputValue()).toBe('01632 96');
  });

  it('whom nobody knows hears the same as somebody known', async () => {
    const said = async (contact: string) => {
      await page.goto('/sign-in');
      await page.getByRole('textbox').fill(contact);
      await press('Send me a code');
      return main();
    };
    expect(await said('07700 900999')).toBe(await said('07700 900123'));
  });

  it('signs out, and nothing is left to see', async () => {
    await signIn();
    const [response] = await Promise.all([
      page.waitForResponse((one) => one.url().endsWith('/sign-out')),
      press('Sign out'),
    ]);
    expect((await response.allHeaders())['clear-site-data']).toContain('"cookies"');
    expect(await main()).toContain('You’ve signed out.');
    await page.goBack();
    expect(await page.content()).not.toContain('forklift');
    await page.goto('/');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
  });

  it('who leaves the page open for half an hour has to sign in again', async () => {
    await signIn();
    portal.clock.advance(30 * MINUTE);
    await page.goto('/');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
  });

  it('finds nothing at somebody else’s appointment', async () => {
    await signIn('nia@post.example', world.nia.id);
    for (const part of ['cannot-come', 'new-time', 'appointment.ics']) {
      const response = await page.goto(`/appointments/${world.appointment.id}/${part}`);
      expect(response!.status()).toBe(404);
      expect(await page.content()).not.toMatch(/Aled|Sioned/);
    }
  });

  it('who opens the link again and again is asked to wait', async () => {
    for (let use = 0; use < 60; use += 1) await page.request.get(world.link);
    const response = await page.goto(world.link);
    expect(response!.status()).toBe(429);
    expect(response!.headers()['retry-after']).toBe('300');
    expect(await heading()).toBe('Please wait a few minutes');
  });

  it('sees the day named as it comes nearer', async () => {
    portal.clock.set(world.appointment.startsAt - HOUR);
    await page.goto(world.link);
    expect(await heading()).toBe('You’re meeting Sioned, today at 2:30pm');
  });
});
