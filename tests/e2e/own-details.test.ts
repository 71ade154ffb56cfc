import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MINUTE } from '~/domain/clock';
import { resumeSession } from '~/services/sessions.server';
import { aCustomer, aMemberOfStaff, anOffice } from '../support/factories';
import { startPortal, type TestPortal } from '../support/portal';

/** Everything in one portal; each journey has a customer of its own. */
describe('a customer’s details', () => {
  let portal: TestPortal;
  let team: { officeId: string; adviserId: string };
  let page: Page;
  let owner: { id: string };
  let session: string;
  let numbers = 200;

  beforeAll(async () => {
    portal = await startPortal({ at: '2026-11-24T10:00:00Z' });
    const office = await anOffice(portal.deps);
    team = { officeId: office.id, adviserId: (await aMemberOfStaff(portal.deps, office.id)).id };
    await portal.deps.db.write((q) =>
      q
        .insert(q.tables.partners)
        .values([
          ...[
            { id: 'careers', ref: 'CAREERS', name: 'Careers Gwynedd', what: 'They talk with you about kinds of work.' },
          ],
          { id: 'old', ref: 'OLD', name: 'Old Partner', what: 'They helped with courses.', active: false },
        ]),
    );
  });
  afterAll(() => portal.close());

  const startSession = (id: string) => portal.composition.services.startSession({ kind: 'customer', id }, null);
  async function visit(who: { id: string }, options: { javaScript?: boolean } = {}) {
    session = await startSession(who.id);
    page = await portal.newVisitor(options);
    await page.context().addCookies([{ name: 'session', value: session, url: portal.url }]);
  }
  const mobile = () => `+447700900${(numbers += 1)}`;
  beforeEach(async () => {
    owner = await aCustomer(portal.deps, team, { mobile: mobile(), email: `aled${numbers}@mail.example` });
  });

  const heading = () => page.locator('h1').innerText();
  const main = () => page.locator('main').innerText();
  const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
  const path = () => new URL(page.url()).pathname;
  const row = (key: string) => page.locator('.govuk-summary-list__row', { hasText: key });
  const summary = () => page.locator('.govuk-error-summary').innerText();
  const messages = () => portal.deps.db.read((q) => q.select().from(q.tables.messages).orderBy(q.tables.messages.id));
  async function newestCode(): Promise<string> {
    const sent = (await messages()).findLast(({ purpose }) => purpose === 'sign_in_code');
    return /\d{6}/.exec(portal.deps.vault.open(sent!.body!))![0];
  }
  const change = (key: string) => row(key).getByRole('link', { name: 'Change' }).first().click();
  async function answered(name: string | RegExp) {
    const [response] = await Promise.all([page.waitForNavigation(), press(name)]);
    return response!.status();
  }

  it('are all on one page, each with its way to change it; numbers are hints', async () => {
    await visit(owner);
    await page.goto('/details');
    expect(await heading()).toBe('My details');
    const text = await main();
    for (const words of ['Aled Hughes', 'Number that ends in', 'Email that starts with al', 'English', 'Nobody but us'])
      expect(text).toContain(words);
    expect(text).not.toMatch(/07700|@mail/);
    expect(await page.locator('main a[href="/sign-in-methods"]').count()).toBe(1);
  });

  it('change without JavaScript: a name in any script, and what to be called', async () => {
    await visit(owner, { javaScript: false });
    await page.goto('/details');
    await change('Name');
    await page.getByLabel('First name').fill('');
    expect(await answered('Save')).toBe(422);
    expect(await page.title()).toBe('Error: Your name – Waymark');
    expect(await summary()).toContain('Type your first name');
    await page.getByLabel('What should we call you?').fill('小明');
    await page.getByLabel('First name').fill('x'.repeat(101));
    await answered('Save');
    expect(await page.getByLabel('What should we call you?').inputValue()).toBe('小明');
    await page.getByLabel('First name').fill('Aled ap Siôn');
    await press('Save');
    expect(await main()).toContain('Your name is saved.');
    expect(await row('We call you').innerText()).toContain('小明');
    expect(await row('Name').first().innerText()).toContain('Aled ap Siôn Hughes');
  });

  it('take a new number when its code comes back; the old one is told', async () => {
    await visit(owner, { javaScript: false });
    await page.goto('/details');
    await change('Phone');
    expect(await main()).toMatch(/It takes the place of 07700 900\d{3}\./);
    await page.getByLabel('What is the new phone number?').fill('my phone');
    expect(await answered('Continue')).toBe(422);
    expect(await summary()).toContain('Type a phone number, like 07700 900123');
    expect(await page.getByRole('textbox').inputValue()).toBe('my phone');
    await page.getByLabel('What is the new phone number?').fill('07700 900 891');
    await press('Continue');
    expect(await main()).toContain('We’ve sent it to 07700 900891.');

    // Left for a while, it waits on the page with all details.
    await page.goto('/details');
    expect(await main()).toContain('We’ve sent a code to 07700 900891.');
    await page.getByRole('button', { name: 'Type the code' }).click();
    const code = await newestCode();
    await page.getByLabel('Type the 6-digit code').fill(code === '111111' ? '222222' : '111111');
    expect(await answered('Continue')).toBe(422);
    expect(await summary()).toContain('That code is not right. You have 4 tries left.');
    await page.getByLabel('Type the 6-digit code').fill(` ${code.slice(0, 3)} ${code.slice(3)}`);
    await press('Continue');
    expect(await main()).toContain('Done. We use the new one from now on.');
    expect(await row('Phone').innerText()).toContain('Number that ends in 891');
    const notice = (await messages()).findLast(({ purpose }) => purpose === 'access')!;
    expect(portal.deps.vault.open(notice.body!)).toContain('your phone number with us was changed');
  });

  it('ask for another code, or for none at all', async () => {
    await visit(owner);
    await page.goto('/details/contacts/new?kind=email');
    await page.getByRole('textbox').fill('New@Mail.example');
    await press('Send me a code');
    const first = await newestCode();
    await press('Send another code');
    expect(await main()).toContain('We’ve sent another code.');
    if (first !== (await newestCode())) {
      await page.getByLabel('Type the 6-digit code').fill(first);
      expect(await answered('Continue')).toBe(422);
    }
    await press('Don’t change it');
    expect(await main()).toContain('Nothing was changed.');
    expect(await main()).not.toContain('Email that starts with Ne');
  });

  it('take a landline and an address at once, and say what that means', async () => {
    await visit(owner);
    await page.goto('/details');
    await page.getByRole('link', { name: 'Add a phone number' }).click();
    await page.getByRole('textbox').fill('01632 960871');
    await press('Continue');
    expect(await main()).toContain('until your adviser has checked it with you');
    expect(await main()).toContain('Number that ends in 871, not checked yet');
    await page.getByRole('link', { name: 'Add an address' }).click();
    await page.getByLabel('What is the new address?').fill('2 Mill Lane\nBangor');
    await page.getByLabel('Postcode').fill('nowhere');
    expect(await answered('Save')).toBe(422);
    expect(await page.getByLabel('What is the new address?').inputValue()).toBe('2 Mill Lane\nBangor');
    await page.locator('.govuk-error-summary a').click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('ll57 2ab');
    await press('Save');
    expect(await main()).toContain('What we post from Wednesday 25 November goes to the new address.');
    await page.goto('/details');
    await change('Address');
    expect(await main()).toContain('It takes the place of 2 Mill Lane, Bangor, LL57 2AB.');
  });

  it('who signed in a while ago is asked for a code first, and then gets on with it', async () => {
    await visit(owner, { javaScript: false });
    portal.clock.advance(11 * MINUTE);
    await page.goto('/details/download');
    expect(await heading()).toBe('Where shall we send a code?');
    expect(await answered('Send me a code')).toBe(422);
    expect(await summary()).toContain('Choose where we send the code');
    await page.getByLabel('Email that starts with al').check();
    await press('Send me a code');
    await page.getByLabel('Type the 6-digit code').fill('12');
    expect(await answered('Continue')).toBe(422);
    expect(await summary()).toContain('The code is 6 digits');
    await page.getByLabel('Type the 6-digit code').fill(await newestCode());
    await press('Continue');
    expect(path()).toBe('/details/download');
    // The session from before is over.
    expect((await page.context().cookies()).find(({ name }) => name === 'session')!.value).not.toBe(session);
    expect(await resumeSession(portal.deps)(session)).toBeNull();
  });

  it('say what it means to take the last way away, and do it', async () => {
    const one = await aCustomer(portal.deps, team, { mobile: mobile() });
    await visit(one);
    await page.goto('/details');
    await page.getByRole('link', { name: 'Remove' }).click();
    expect(await heading()).toMatch(/^Remove 07700 900\d{3}\?$/);
    expect(await main()).toContain('This is the last way we have to reach you.');
    await press('Keep it');
    await page.getByRole('link', { name: 'Remove' }).click();
    await press('Remove it');
    expect(await main()).toContain('Done. We will not use it any more.');
    expect(await row('Phone').innerText()).toContain('You have not told us');
  });

  it('have a language for messages and pages', async () => {
    await visit(owner);
    await page.goto('/details');
    await change('Language');
    await page.getByLabel('Cymraeg (Welsh)').check();
    await press('Save');
    expect(await heading()).toBe('Fy manylion');
    await page.goto('/details');
    expect(await page.locator('html').getAttribute('lang')).toBe('cy');
  });

  it('have quiet times and privacy, by keyboard alone', async () => {
    await visit(owner);
    await page.goto('/details/contact-preferences');
    await page.getByLabel('Whatever works best').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('late');
    await page.keyboard.press('Tab');
    await page.keyboard.type('11am');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(await summary()).toContain('Type a time, like 10pm or 22:00');
    expect(await page.getByLabel('Until', { exact: true }).inputValue()).toBe('11am');
    await page.locator('.govuk-error-summary a').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('10pm');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Tab');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(await main()).toContain('How we contact you is saved.');
    const saved = await row('How we contact you').innerText();
    for (const words of ['Email', 'Not from 10pm to 11am', 'Messages say nothing private'])
      expect(saved).toContain(words);
    await page.goto('/details/contact-preferences');
    await page.getByLabel('From', { exact: true }).fill('9:00');
    await page.getByLabel('Until', { exact: true }).fill('22:00');
    // In the demo the office has no quiet hours of its own, so it takes more to leave nothing.
    await page.getByLabel('Until', { exact: true }).fill('8am');
    expect(await answered('Save')).toBe(422);
    expect(await summary()).toContain('That leaves us no time to reach you.');
  });

  it('turn texts off and on', async () => {
    await visit(owner, { javaScript: false });
    await page.goto('/details/contact-preferences');
    await page.getByRole('button', { name: /Turn off ?: Texts to the/ }).click();
    expect(await main()).toMatch(/Texts to the number that ends in \d{3}: Off/);
    await page.getByRole('button', { name: /Turn on ?: Texts to the/ }).click();
    expect(await main()).toMatch(/Texts to the number that ends in \d{3}: On/);
  });

  it('have needs that are told once and can be taken back', async () => {
    await visit(owner, { javaScript: false });
    await page.goto('/details');
    await change('What you need');
    await page.getByLabel('Large print').check();
    await page.getByRole('checkbox', { name: 'Something else' }).check();
    expect(await answered('Save')).toBe(422);
    expect(await summary()).toContain('Tell us what you need');
    expect(await page.getByLabel('Large print').isChecked()).toBe(true);
    await page.getByLabel('If it’s something else').fill('A quiet room');
    await press('Save');
    expect(await row('What you need').innerText()).toContain('Large print, Something else');
    await page.goto('/details/access-needs');
    expect(await page.getByLabel('If it’s something else').inputValue()).toBe('A quiet room');
    await page.getByLabel('Large print').uncheck();
    await press('Save');
    await page.goto('/details/access-needs');
    expect(await main()).toContain('Large print: Tuesday 24 November 2026 to Tuesday 24 November 2026');
  });

  it('are seen by a partner only as long as they say so', async () => {
    await visit(owner, { javaScript: false });
    await page.goto('/details/sharing');
    expect(await main()).toContain('Careers Gwynedd may not see your plan.');
    expect(await main()).not.toContain('Old Partner');
    await press('Let them see my plan');
    expect(await main()).toContain('Careers Gwynedd may see your plan.');
    await press('Don’t let them see it any more');
    expect(await main()).toContain('Saved. We will not show them your plan.');
    await page.locator('summary').click();
    expect(await page.locator('details li').allInnerTexts()).toEqual([
      'Tuesday 24 November 2026: you said no',
      'Tuesday 24 November 2026: you said yes',
    ]);
  });

  it('can be taken along, as a page and as a file', async () => {
    await visit(owner);
    await page.goto('/details/download');
    for (const [button, name, content] of [
      ['Get a page to read or print', 'waymark-2026-11-24.html', '<h2>How we can reach you</h2>'],
      ['Get a file for a computer program', 'waymark-2026-11-24.json', '"contactPoints"'],
    ] as const) {
      const [download] = await Promise.all([page.waitForEvent('download'), press(button)]);
      expect(download.suggestedFilename()).toBe(name);
      const chunks: Buffer[] = [];
      for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
      expect(Buffer.concat(chunks).toString()).toContain(content);
    }
  });
});
