import ICAL from 'ical.js';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, HOUR } from '~/domain/clock';
import { anAppointmentsWorld, TOMORROW, type AppointmentsWorld } from '../support/appointments-world';
import { anAppointment } from '../support/factories';
import { PHONE, startPortal, type TestPortal } from '../support/portal';

const NOW = Date.parse('2026-11-23T09:00:00Z');

describe('a customer’s appointments', () => {
  let portal: TestPortal;
  let world: AppointmentsWorld;
  beforeAll(async () => {
    portal = await startPortal({ at: '2026-11-23T09:00:00Z' });
    world = await anAppointmentsWorld(portal);
  });
  afterAll(() => portal.close());

  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const main = (page: Page) => page.locator('main').innerText();
  const pathOf = (page: Page) => new URL(page.url()).pathname;

  it('says on one page what a meeting is for, who, where, how to get there and what to bring', async () => {
    const page = await world.signedIn(await world.someone());
    await page.goto('/');
    await page.getByRole('link', { name: 'More about this meeting' }).click();
    const text = await main(page);
    for (const words of [
      'You’re meeting Sioned, tomorrow at 2:30pm',
      ...['30 minutes', 'Sioned Parry', 'Face to face', '1 High Street, Bangor, LL57 1AA', 'Buses 5 and 67'],
      ...['Step-free from the car park', 'Plan your next steps together', 'Your CV if you have one'],
    ])
      expect(text).toContain(words);
    const map = page.getByRole('link', { name: /See it on a map/ });
    expect(await map.getAttribute('href')).toBe('https://www.openstreetmap.org/search?query=LL57%201AA');
    expect(await map.getAttribute('rel')).toContain('noopener');
    const answer = await page.getByRole('button', { name: 'I can’t come' }).boundingBox();
    expect(answer!.y + answer!.height).toBeLessThanOrEqual(PHONE.height);
  });

  it('is confirmed without scripts, and stays so', async () => {
    const one = await world.someone();
    const page = await world.signedIn(one, { javaScript: false });
    await page.goto('/');
    await press(page, 'I’ll be there');
    expect(pathOf(page)).toBe(one.path);
    expect(await main(page)).toContain('You’ve said yes to this. Thank you.');
    await page.goto('/');
    expect(await main(page)).toContain('You’ve said yes to this. Thank you.');
  });

  it('is moved by who can’t come, by keyboard alone', async () => {
    const one = await world.someone({ startsAt: TOMORROW + DAY });
    const page = await world.signedIn(one);
    await page.goto(one.path);
    const tabTo = async (name: string) => {
      for (let n = 0; n < 40; n += 1) {
        await page.keyboard.press('Tab');
        const focused = await page.evaluate('document.activeElement.innerText || document.activeElement.value');
        if (focused === name) return;
      }
      throw new Error(`no way to ${name} by keyboard`);
    };
    await tabTo('I can’t come');
    await Promise.all([page.waitForURL('**/cannot-come?'), page.keyboard.press('Enter')]);
    await tabTo('Continue');
    await Promise.all([page.waitForURL('**/new-time'), page.keyboard.press('Enter')]);
    await page.keyboard.press('Tab');
    while ((await page.evaluate('document.activeElement.type')) !== 'radio') await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await tabTo('Continue');
    await Promise.all([page.waitForURL('**?done=moved'), page.keyboard.press('Enter')]);
    expect(pathOf(page)).toBe(one.path);
    expect(await main(page)).toContain('Your new time is booked.');
  });

  it('moves at once to an earlier time that is free', async () => {
    const one = await world.someone({ startsAt: NOW + 3 * DAY });
    const page = await world.signedIn(one, { javaScript: false });
    await page.goto(one.path);
    await page.getByRole('link', { name: 'Ask for an earlier time' }).click();
    expect(await main(page)).toContain('Sioned has these earlier times free now');
    await page.getByRole('radio').nth(1).check();
    await press(page, 'Move to this time');
    expect(pathOf(page)).toBe(one.path);
    expect(await main(page)).toContain('Your new time is booked.');
    const [row] = (await portal.deps.db.read((q) => q.select().from(q.tables.appointments))).filter(
      ({ id }) => id === one.id,
    );
    expect(row!.startsAt).toBeLessThan(NOW + 3 * DAY);
  });

  it('of an earlier time that somebody has just taken, is offered others', async () => {
    const one = await world.someone({ startsAt: NOW + 4 * DAY });
    const page = await world.signedIn(one);
    await page.goto(`${one.path}/earlier`);
    const radio = page.getByRole('radio').nth(2);
    await world.someone({ startsAt: Number(await radio.getAttribute('value')) });
    await radio.check();
    const [answer] = await Promise.all([page.waitForNavigation(), press(page, 'Move to this time')]);
    expect(answer!.status()).toBe(409);
    expect(await main(page)).toContain('Someone has just taken that time. Choose another one.');
    expect(await page.getByRole('radio').count()).toBeGreaterThan(2);
  });

  it('wishes for an earlier time, which the adviser sees, and takes the wish back', async () => {
    const one = await world.someone();
    const page = await world.signedIn(one);
    await page.goto(`${one.path}/earlier`);
    await press(page, 'I would come sooner');
    expect(await main(page)).toContain('We’ll ask you if a time with Sioned comes free, at most two times a week.');
    await page.goto(one.path);
    await page.getByRole('link', { name: 'You would come sooner: see or change this' }).click();
    await press(page, 'I’ll keep the time I have');
    expect(await main(page)).toContain('You keep the time you have.');
    expect(await page.getByRole('button', { name: 'I would come sooner' }).count()).toBe(1);
  });

  it('says how it was, changes it, and the office reads it', async () => {
    const one = await world.someone({ startsAt: NOW - 2 * HOUR, status: 'attended' });
    const page = await world.signedIn(one, { javaScript: false });
    await page.goto(one.path);
    expect(await main(page)).toContain('You met Sioned. Thank you.');
    await press(page, 'Tell us how it was');
    await page.getByLabel('Is there anything you want to add?').fill('The <b>course</b> list was old');
    const [wrong] = await Promise.all([page.waitForNavigation(), press(page, 'Send')]);
    expect(wrong!.status()).toBe(422);
    expect(await page.title()).toBe('Error: How your meeting was – Waymark');
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('Choose yes, partly or no');
    expect(await page.locator('.govuk-error-message').innerText()).toContain('Choose yes, partly or no');
    expect(await page.getByRole('textbox').inputValue()).toBe('The <b>course</b> list was old');
    await page.getByLabel('Partly').check();
    await press(page, 'Send');
    expect(await main(page)).toContain('Thank you. We’ve kept what you said.');
    expect(await main(page)).toContain('You said: Partly.');
    await page.getByRole('link', { name: 'Change what you said' }).click();
    expect(await page.getByLabel('Partly').isChecked()).toBe(true);
    await page.getByLabel('Yes').check();
    await press(page, 'Send');
    expect(await main(page)).toContain('You said: Yes.');

    const session = await portal.composition.services.startSession({ kind: 'staff', id: world.team.adviserId }, null);
    await page.context().addCookies([{ name: 'session', value: session, url: portal.url }]);
    await page.goto(`/staff${one.path}`);
    expect(await main(page)).toContain('The <b>course</b> list was old');
  });

  it('was missed by nobody’s fault, and the page offers another', async () => {
    const one = await world.someone({ startsAt: NOW - DAY, status: 'failed_to_attend' });
    const page = await world.signedIn(one);
    await page.goto('/appointments');
    expect(await main(page)).toContain('You didn’t meet this time');
    await page.getByRole('link', { name: /Sioned, Sunday 22 November 2026/ }).click();
    expect(await main(page)).toContain('Sorry we missed each other. Sioned would still like to see you.');
    expect(await main(page)).not.toMatch(/fail|missed appointment|did not attend/i);
    await press(page, 'Ask Sioned to call me');
    expect(await main(page)).toMatch(/Someone will call you by/);
    expect((await page.goto(`${one.path}/feedback`))!.url()).toBe(`${portal.url}${one.path}`);
  });

  it.each([
    ['phone', { mode: 'phone' }, 'Sioned will ring you on the number that ends in 123.'],
    ['a number to ring', { mode: 'phone', joinBy: '01632960111' }, 'When it’s time, ring Sioned on 01632 960111.'],
    ['home', { mode: 'home' }, 'Sioned comes to your home.'],
    ['outreach', { mode: 'outreach', venue: 'Tŷ Cegin, Maesgeirchen' }, 'Tŷ Cegin, Maesgeirchen'],
    ['video without an address', { mode: 'video' }, 'Call us to find out how to join.'],
  ] as const)('says how it begins: %s', async (_how, fields, words) => {
    const one = await world.someone(fields);
    const page = await world.signedIn(one);
    await page.goto(one.path);
    expect(await main(page)).toContain(words);
  });

  it('leads into a video call, and nowhere that is no web address', async () => {
    const room = await world.someone({ mode: 'video', joinBy: 'https://video.example/room-1' });
    const page = await world.signedIn(room);
    await page.goto(room.path);
    expect(await page.getByRole('link', { name: 'Join the video call' }).getAttribute('href')).toBe(
      'https://video.example/room-1',
    );
    const script = await world.someone({ mode: 'video', joinBy: 'javascript:alert(1)' });
    await world.signIn(page, script.customerId);
    await page.goto(script.path);
    expect(await page.content()).not.toContain('javascript:alert');
  });

  it('shows who asked for discretion neither place nor purpose at home, but on the meeting’s own page', async () => {
    const one = await world.someone({}, { discreet: true });
    const page = await world.signedIn(one);
    for (const path of ['/', '/appointments']) {
      await page.goto(path);
      expect(await page.content()).not.toMatch(/jobcentre|next steps|your cv/i);
    }
    await page.goto('/');
    await page.getByRole('link', { name: 'Where it is and what it’s for' }).click();
    expect(await main(page)).toContain('Bangor Jobcentre');
    expect(await main(page)).toContain('Plan your next steps together');
  });

  it('prints as a clean page of facts', async () => {
    const one = await world.someone();
    const page = await world.signedIn(one);
    await page.goto(one.path);
    await page.emulateMedia({ media: 'print' });
    const text = await main(page);
    expect(text).toContain('1 High Street, Bangor');
    expect(text).toContain('Your CV if you have one');
    for (const gone of ['I’ll be there', 'See it on a map', 'Ask for an earlier time', 'Ask Sioned to call me', 'Back'])
      expect(text).not.toContain(gone);
    expect(await page.locator('footer').innerText()).toContain('01632');
  });

  it('follows into a calendar by a private address, until that is reset or stopped', async () => {
    const one = await world.someone();
    const page = await world.signedIn(one, { javaScript: false });
    await page.goto('/calendar');
    await press(page, 'Make a private address');
    const address = await page.locator('.wm-address').innerText();
    const program = await portal.newVisitor();
    const feed = await program.request.get(address);
    expect(feed.headers()).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'no-store',
    });
    const [event] = new ICAL.Component(ICAL.parse(await feed.text())).getAllSubcomponents('vevent');
    expect(event!.getFirstPropertyValue('uid')).toBe(`${one.id}@waymark`);
    await press(page, 'Get a new address');
    const next = await page.locator('.wm-address').innerText();
    expect((await program.request.get(address)).status()).toBe(404);
    expect((await program.request.get(next)).status()).toBe(200);
    await press(page, 'Stop this');
    expect(await main(page)).toContain('The address no longer works.');
    expect((await program.request.get(next)).status()).toBe(404);
  });

  it('of somebody else looks like no page', async () => {
    const theirs = await world.someone({ status: 'attended', startsAt: NOW - DAY });
    const page = await world.signedIn(await world.someone());
    for (const rest of ['', '/earlier', '/feedback', '/messages'])
      expect((await page.goto(`${theirs.path}${rest}`))!.status()).toBe(404);
  });

  it('of long ago stand on further pages', async () => {
    const one = await world.someone();
    for (let n = 1; n <= 11; n += 1)
      await anAppointment(
        portal.deps,
        { ...world.team, customerId: one.customerId },
        { startsAt: NOW - n * DAY, status: 'attended' },
      );
    const page = await world.signedIn(one);
    await page.goto('/appointments');
    await page.getByRole('link', { name: 'Older meetings' }).click();
    expect(await page.locator('main li').count()).toBe(1);
    await page.getByRole('link', { name: 'Newer meetings' }).click();
    expect(pathOf(page)).toBe('/appointments');
  });
});
