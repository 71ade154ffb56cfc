import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockOpenHelpsFor } from '@db/queries/helps.server';
import { listDeclarations } from '~/http/access-declarations.server';
import { beginDeskHelp } from '~/services/ask-who-it-is.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { addOwnStep } from '~/services/write-own-step.server';
import { TABLE } from '../support/access-table';
import { buildAccessWorld, MARKS, type AccessWorld } from '../support/access-world';
import { askServer } from '../support/bare-portal';
import {
  aContactPoint,
  aCustomer,
  aMemberOfStaff,
  anAppointment,
  anOffice,
  availableAllWeek,
} from '../support/factories';
import { startPortal, type TestPortal } from '../support/portal';
import { theyAreSound, type Shown } from '../support/sound-pages';
import { staffPageFaults } from '../support/sound-staff-pages';

const entry = join(process.cwd(), 'build', 'server', 'index.js');
if (!existsSync(entry)) throw new Error('There is no build. Run `npm run build` first.');
const build = (await import(pathToFileURL(entry).href)) as ServerBuild;

/** 10:00 on Tuesday 24 November 2026. */
let portal: TestPortal;
let priya: SignedInStaff;
let sam: { id: string };
beforeAll(async () => {
  portal = await startPortal({ at: '2026-11-24T10:00:00Z' });
  const { deps } = portal;
  const office = await anOffice(deps);
  const { id, firstName, lastName } = await aMemberOfStaff(deps, office.id, { firstName: 'Priya', lastName: 'Shah' });
  priya = { kind: 'staff', id, officeId: office.id, role: 'adviser', firstName, lastName };
  await availableAllWeek(deps, id);
  const team = { officeId: office.id, adviserId: id };
  sam = await aCustomer(deps, team, { firstName: 'Sam', lastName: 'Jones', mobile: '+447700900468' });
  await aContactPoint(deps, sam.id, 'post', '12 Harbour Row\nCaernarfon\nLL55 2AB');
  await anAppointment(deps, { customerId: sam.id, ...team }, { startsAt: Date.parse('2026-11-27T15:15:00Z') });
});
afterAll(() => portal.close());

const sessionOf = (who: { kind: 'customer' | 'staff'; id: string }) =>
  portal.composition.services.startSession(who, null);
async function visit(cookies: Record<string, string>, javaScript = false): Promise<Page> {
  const page = await portal.newVisitor({ javaScript });
  await page.context().addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: portal.url })));
  return page;
}
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const path = (page: Page) => new URL(page.url()).pathname;
const ANSWERS: readonly [RegExp, string][] = [
  [/town/, 'LL55'],
  [/next meeting/, 'Friday 3:15'],
  [/adviser/, 'Priya'],
  [/mobile/, '468'],
];

describe('an adviser', () => {
  it('changes a meeting for somebody on the phone and reads it back', async () => {
    const page = await visit({ session: await sessionOf(priya) });
    await page.goto(`${portal.url}/staff/customers/${sam.id}`);
    await page.getByRole('link', { name: 'Help them online' }).click();
    await press(page, 'Continue');
    expect(await page.title()).toMatch(/^Error: /);
    await page.getByLabel('On the phone').check();
    await press(page, 'Continue');
    while (path(page) !== '/') {
      const main = await page.locator('main').innerText();
      const said = ANSWERS.find(([asked]) => asked.test(/“.*”/.exec(main)![0]))![1];
      expect(main.replace('Signed in as Priya Shah', '')).not.toContain(said);
      await page.getByLabel('What did they say?').fill(said);
      await press(page, 'Check');
    }
    expect(await page.locator('.wm-help-bar').innerText()).toContain('You are helping Sam Jones on the phone');
    await page.goto(`${portal.url}/appointments`);
    await page.locator('main a[href^="/appointments/"]').first().click();
    const meeting = path(page);
    await page.goto(`${portal.url}${meeting}/new-time`);
    await page.locator('input[type=radio]').first().check();
    await page.locator('main form button').last().click();
    await page.goto(`${portal.url}/situation`);
    await page.locator('input[name=barrier][value=travel]').check();
    await page.locator('main form button').first().click();
    await page.goto(`${portal.url}/sign-in-methods`);
    expect(path(page)).toBe('/help/only-them');
    expect(await page.locator('#menu').innerText()).not.toContain('Sign out');
    await page.locator('.wm-help-bar').getByRole('link', { name: 'Finish' }).click();
    expect(await page.locator('main').innerText()).toContain('Chose a new time for a meeting');
    await press(page, 'Finish');
    expect(await page.title()).toMatch(/^Error: /);
    await page.getByLabel('Yes, and it is right').check();
    await press(page, 'Finish');
    expect(path(page)).toBe(`/staff/customers/${sam.id}`);
    expect(await page.locator('main').innerText()).toContain('The help is over');
    await page.goto(`${portal.url}/staff${meeting}`);
    expect(await page.locator('main').innerText()).toContain('helped by Priya Shah by phone');
    await page.goto(`${portal.url}/staff/customers/${sam.id}`);
    expect(await page.locator('section[aria-labelledby=barriers]').innerText()).toContain(
      'Helped by Priya Shah by phone',
    );

    const theirs = await visit({ session: await sessionOf({ kind: 'customer', id: sam.id }) });
    await theirs.goto(`${portal.url}/help`);
    const told = await theirs.locator('main').innerText();
    expect(told).toContain('Priya on Tuesday 24 November by phone');
    expect(told).toContain('Chose a new time for a meeting');
    expect(told).toContain('Read back to you.');
  });

  it('puts a call to the number on record on the call list where the answers were not right, and takes it off again', async () => {
    const ann = await aCustomer(
      portal.deps,
      { officeId: priya.officeId, adviserId: priya.id },
      { mobile: '+447700900469' },
    );
    await aContactPoint(portal.deps, ann.id, 'post', '3 Harbour Row\nCaernarfon\nLL55 2AB');
    await anAppointment(portal.deps, { customerId: ann.id, officeId: priya.officeId, adviserId: priya.id });
    const page = await visit({ session: await sessionOf(priya) }, true);
    const questions = `${portal.url}/staff/customers/${ann.id}/help/questions`;
    await page.goto(questions);
    while (await page.getByLabel('What did they say?').isVisible()) await press(page, 'They cannot say');
    await page.getByRole('link', { name: 'Ring them back' }).click();
    expect(await page.locator('main').innerText()).toContain('never one that was given on the phone');
    for (const language of ['en', 'cy'] as const) {
      await page.goto(`${questions.replace('questions', 'ring-back')}?lang=${language}`);
      expect(await staffPageFaults(page, language)).toEqual([]);
    }
    await page.goto(`${page.url()}&lang=en`.replace('lang=cy&', ''));
    // A time that is over by the time that the form comes back.
    await page
      .locator('input[name=day]')
      .nth(1)
      .evaluate((radio) => radio.setAttribute('value', '2026-11-23'));
    await page.locator('input[name=day]').nth(1).check();
    await press(page, 'Put it on the call list');
    expect(await page.title()).toMatch(/^Error: /);
    await page.getByLabel('As soon as we can').check();
    await press(page, 'Put it on the call list');
    const main = page.locator('main');
    expect(await main.innerText()).toContain('The call is on the call list');
    expect(await main.innerText()).toContain('on the call list, by today, 11am');
    await page.goto(`${portal.url}/staff/calls`);
    expect(await main.innerText()).toContain('ring a number from here, and no other');
    for (const language of ['cy', 'en'] as const) {
      await page.goto(`${questions}?lang=${language}`);
      expect(await staffPageFaults(page, language)).toEqual([]);
    }
    await press(page, 'Take the call off the list');
    expect(await main.innerText()).toContain('The call is off the list');
    await page.goto(`${portal.url}/staff/calls`);
    expect(await main.innerText()).not.toContain('ring a number from here, and no other');
  });

  it('is beside what was put in for somebody on their plan', async () => {
    await beginDeskHelp(portal.deps)({ staff: priya, customerId: sam.id });
    const [help] = await portal.deps.db.read((q) => lockOpenHelpsFor(q, sam.id));
    const step = { customerId: sam.id, stepId: portal.deps.newId(), action: 'Ring the college', dueOn: '2026-12-01' };
    await addOwnStep(portal.deps)({ ...step, helpId: help!.id });
    const page = await visit({ session: await sessionOf(priya) }, true);
    const said = { en: 'customer: added – helped by Priya Shah at the office', cy: 'cwsmer: ychwanegwyd – ' };
    for (const language of ['cy', 'en'] as const) {
      await page.goto(`${portal.url}/staff/customers/${sam.id}/plan?lang=${language}`);
      expect(await page.locator('main').innerText()).toContain(said[language]);
      expect(await staffPageFaults(page, language)).toEqual([]);
      await page.goto(`${portal.url}/staff/customers/${sam.id}`);
      expect(await staffPageFaults(page, language)).toEqual([]);
    }
  });

  it('is stopped by the customer, who sees it on every page, and stays signed in', async () => {
    const begun = await beginDeskHelp(portal.deps)({ staff: priya, customerId: sam.id });
    const session = await sessionOf(priya);
    const theirs = await visit({ session: await sessionOf({ kind: 'customer', id: sam.id }) });
    await theirs.goto(`${portal.url}/plan`);
    await press(theirs, 'Stop this');
    expect(await theirs.locator('main').innerText()).toContain('Nobody uses your pages for you any more.');
    const page = await visit({ session, help: begun!.secret });
    await page.goto(`${portal.url}/details`);
    expect(path(page)).toBe('/sign-in');
    await page.goto(`${portal.url}/staff/day`);
    expect(path(page)).toBe('/staff/day');
  });

  it('who presses “sign out” in an old page of the customer’s is not signed out', async () => {
    const begun = await beginDeskHelp(portal.deps)({ staff: priya, customerId: sam.id });
    const session = await sessionOf(priya);
    const cookie = `session=${session}; help=${begun!.secret}`;
    const headers = { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' };
    const port = Number(new URL(portal.url).port);
    const answer = await askServer(port, { method: 'POST', path: '/sign-out', headers, body: '' });
    expect(answer.headers.location).toBe('/help/only-them');
    expect(await (await visit({ session })).goto(`${portal.url}/staff/day`)).toMatchObject({});
  });

  it.each(['en', 'cy'] as const)('has sound pages to begin, ask and finish on, in %s', async (language) => {
    const begun = await beginDeskHelp(portal.deps)({ staff: priya, customerId: sam.id });
    const page = await visit({ session: await sessionOf(priya), help: begun!.secret }, true);
    for (const rest of ['', '/questions', '/finish']) {
      await page.goto(`${portal.url}/staff/customers/${sam.id}/help${rest}?lang=${language}`);
      expect([rest, await staffPageFaults(page, language)]).toEqual([rest, []]);
    }
  });
});

const helped = (address: string) => async (page: Page, language: string) => {
  const begun = await beginDeskHelp(portal.deps)({ staff: priya, customerId: sam.id });
  const cookies = { session: await sessionOf(priya), help: begun!.secret };
  await page.context().addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: portal.url })));
  return page.goto(`${portal.url}${address}?lang=${language}`);
};
const PAGES: Shown[] = [
  { name: 'the customer’s home with the bar', open: helped('/') },
  { name: 'what only they can do', open: helped('/help/only-them') },
  {
    name: 'when they were helped, while somebody helps them',
    open: async (page, language) => {
      await beginDeskHelp(portal.deps)({ staff: priya, customerId: sam.id });
      const value = await sessionOf({ kind: 'customer', id: sam.id });
      await page.context().addCookies([{ name: 'session', value, url: portal.url }]);
      return page.goto(`${portal.url}/help?lang=${language}`);
    },
  },
];
describe('the pages', () => theyAreSound(() => portal, PAGES));

describe('the cookie of somebody else’s help', () => {
  let world: AccessWorld;
  const customers = listDeclarations(build).filter(({ access }) => access?.who === 'customer');
  beforeAll(async () => {
    world = await buildAccessWorld(portal);
  });

  it.each(['adviser elsewhere', 'manager', 'champion', 'stranger', 'nobody'] as const)(
    'opens no page of the customer for: %s',
    async (caller) => {
      const { ownerId, record } = await world.makeRecord();
      const adviser = await portal.deps.db.read(async (q) =>
        (await q.select().from(q.tables.staff)).find(({ id }) => id === record.adviserId),
      );
      const staff: SignedInStaff = { kind: 'staff', ...adviser! };
      const begun = await beginDeskHelp(portal.deps)({ staff, customerId: record.customerId });
      const before = await world.stateOf(record);
      const cookie = [await world.cookieOf(caller, ownerId), `help=${begun!.secret}`].filter(Boolean).join('; ');
      const port = Number(new URL(portal.url).port);
      for (const { routeId, part } of customers) {
        const row = TABLE[routeId]!;
        const body = typeof row.form === 'function' ? row.form(record) : (row.form ?? '');
        const headers = {
          cookie,
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/x-www-form-urlencoded',
        };
        const asked = { path: row.path(record), headers };
        const answer = await askServer(
          port,
          part === 'action' ? { ...asked, method: 'POST', body } : { ...asked, method: 'GET' },
        );
        expect([routeId, part, MARKS.test(answer.text)]).toEqual([routeId, part, false]);
        if (caller !== 'stranger')
          expect([routeId, part, answer.headers.location ?? answer.status]).toEqual([
            ...[routeId, part, expect.stringMatching(/^\/sign-in/)],
          ]);
      }
      expect(await world.stateOf(record)).toBe(before);
    },
  );
});
