import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clubsWords } from '~/i18n/pages/clubs';
import { situationWords } from '~/i18n/pages/situation';
import { aCustomerWorld, type CustomerWorld } from '../support/customer-world';
import { aClub, anArea, someHelp } from '../support/factories';
import { bytesOnTheWire } from '../support/page-checks';
import { startPortal, type TestPortal } from '../support/portal';
import { theyAreSound, type Shown } from '../support/sound-pages';

describe('work clubs, and help with one’s situation', () => {
  let portal: TestPortal;
  let world: CustomerWorld;
  let page: Page;
  const session = { aled: '', nia: '' };

  beforeAll(async () => {
    portal = await startPortal({ at: '2026-11-25T09:00:00Z' });
    world = await aCustomerWorld(portal.deps);
    for (const who of ['aled', 'nia'] as const)
      session[who] = await portal.composition.services.startSession({ kind: 'customer', id: world[who].id }, null);
    const caernarfon = { postcode: 'LL55 1ZZ', latitude: 53.141, longitude: -4.279, weekday: 1 };
    await aClub(portal.deps, { ref: 'HARBOUR', name: 'Harbour work club', ...caernarfon, computers: true });
    await anArea(portal.deps, { code: 'LL55', name: 'Caernarfon', latitude: 53.139, longitude: -4.27 });
    await someHelp(portal.deps, world.office.id);
    await someHelp(portal.deps, world.office.id, { barrier: 'money', name: 'Cyngor Arian Menai' });
  });
  afterAll(() => portal.close());
  beforeEach(async () => {
    page = await portal.newVisitor({ javaScript: false });
  });

  const signIn = (who: 'aled' | 'nia', on: Page = page) =>
    on.context().addCookies([{ name: 'session', value: session[who], url: portal.url }]);
  const main = async () => (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');
  const address = () => page.url().slice(portal.url.length);
  const summary = () => page.locator('.govuk-error-summary').innerText();
  const pressed = async (name: string | RegExp) => {
    const [answer] = await Promise.all([
      page.waitForNavigation(),
      page.getByRole('button', { name, exact: typeof name === 'string' }).click(),
    ]);
    return answer!.status();
  };
  const clubs = () => page.locator('main ol a').allInnerTexts();

  it('are found by postcode, without an account and without JavaScript; the postcode is cut to its first half', async () => {
    await page.goto('/clubs');
    await page.getByLabel('Your postcode').fill('ll57 1aa');
    expect(await pressed('Find clubs')).toBe(200);
    expect(address()).toBe('/clubs?near=LL57');
    expect(await page.content()).not.toMatch(/1AA/i);
    expect(await clubs()).toEqual(['Maesgeirchen work club', 'Harbour work club']);
    const text = await main();
    for (const words of [
      'Near Bangor, LL57',
      '0.8 miles away',
      'Thursday 10am to midday, tomorrow',
      'Work clubs are free',
    ])
      expect(text).toContain(words);
  });

  it('are only those with what somebody needs, also after the language is changed', async () => {
    await page.goto('/clubs?near=LL57');
    await page.getByLabel('computers').check();
    await pressed('Find clubs');
    expect(address()).toBe('/clubs?near=LL57&computers=yes');
    expect(await clubs()).toEqual(['Harbour work club']);
    expect(await page.getByLabel('computers').isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Cymraeg' }).click();
    expect(await clubs()).toEqual(['Harbour work club']);
    expect(await page.getByLabel('Eich cod post').inputValue()).toBe('LL57');
    expect(await main()).toContain('dydd Llun 10yb i hanner dydd'.replace('dydd', 'Dydd'));
  });

  it('that have all of that are not there: it says so, and shows the way to the others', async () => {
    await page.goto('/clubs?near=LL57&creche=yes');
    expect(await main()).toContain('No club near here has all of that.');
    expect(await main()).toContain('01632');
    await page.getByRole('link', { name: 'Show clubs without those ticks' }).click();
    expect(await clubs()).toHaveLength(2);
  });

  it('are offered by place when nobody knows where the postcode is', async () => {
    await page.goto('/clubs?near=ZE1+0AA');
    expect(await main()).toContain('We do not know where ZE1 is.');
    expect(await page.getByLabel('Your postcode').inputValue()).toBe('ZE1');
    await page.getByRole('link', { name: 'Caernarfon, LL55' }).click();
    expect((await clubs())[0]).toBe('Harbour work club');
  });

  it.each([
    ['Bangor', 'Type a postcode, like LL57 1AA, or its first half, like LL57'],
    ['', 'Type the first half of your postcode, like LL57'],
  ])('are not looked for near "%s": it says what is wrong, and keeps what was typed', async (typed, words) => {
    await page.goto('/clubs?near=LL57&step-free=yes');
    await page.getByLabel('Your postcode').fill(typed);
    expect(await pressed('Find clubs')).toBe(422);
    expect(await page.title()).toBe('Error: Work clubs – Waymark');
    expect(await summary()).toContain(words);
    expect(await page.locator('#near-error').innerText()).toContain(words);
    expect(await page.getByLabel('Your postcode').inputValue()).toBe(typed);
    expect(await page.getByLabel('step-free access').isChecked()).toBe(true);
  });

  it('are there for who has no account, who is told that signing in comes before "I’m going"', async () => {
    await page.goto('/clubs?near=LL57');
    await page.getByRole('link', { name: 'Maesgeirchen work club' }).click();
    const text = await main();
    for (const words of ['LL57 1LR', 'Tŷ Cegin', 'Thursday 26 November, 10am to midday (tomorrow)', 'just turn up'])
      expect(text).toContain(words);
    expect(text).toContain('Thursday 17 December');
    expect(await page.getByRole('link', { name: /See it on a map/ }).getAttribute('href')).toContain(
      'openstreetmap.org',
    );
    await page.getByRole('button', { name: 'Sign in to say if you’re going' }).click();
    expect(address()).toBe('/sign-in?then=club.CLUB1');
  });

  it('are near home for who is signed in; they go, are told of the reminder, and change their mind', async () => {
    await signIn('aled');
    await page.goto('/clubs');
    expect(await main()).toContain('Near your home, Bangor, LL57');
    await page.getByRole('link', { name: 'Maesgeirchen work club' }).click();
    const when = 'on Thursday 3 December';
    expect(await pressed(new RegExp(`I’m going ${when}`))).toBe(200);
    expect(address()).toBe('/clubs/CLUB1?done=going');
    expect(await main()).toContain('You’ve said you’re going. We’ll remind you on Wednesday 2 December.');
    const planned = () => portal.deps.db.read((q) => q.select().from(q.tables.messages));
    expect(await planned()).toMatchObject([{ purpose: 'club', status: 'planned' }]);
    await page.reload();
    await pressed(new RegExp(`I’m not going ${when}`));
    expect(await main()).toContain('You’ve said you’re not going.');
    expect(await planned()).toMatchObject([{ purpose: 'club', status: 'cancelled' }]);
  });

  it('do not take a day on which they do not meet', async () => {
    await signIn('aled');
    await page.goto('/clubs/CLUB1');
    const made = await page.request.post('/clubs/CLUB1/going', {
      form: { date: '2026-11-27' },
      headers: { origin: portal.url },
    });
    expect(made.status()).toBe(422);
    expect(await made.text()).toContain('That session is over or has moved. Choose one of these.');
    expect((await page.goto('/clubs/NOTHING'))!.status()).toBe(404);
  });

  it('is told with ticks and words as somebody likes, leads to who helps near by, and can be taken back', async () => {
    await signIn('nia');
    await page.goto('/situation');
    expect(await main()).toContain('This does not change your money.');
    await page.getByLabel('Computers and phones').check();
    await page.getByLabel('My health').check();
    await page.getByLabel('In your own words, if you like').fill('I only have my phone.');
    await pressed('Save and see who can help');
    expect(address()).toBe('/situation/help?done=saved');
    const text = await main();
    for (const words of [
      'We’ve saved what you told us.',
      'Llyfrgell Lôn y Bont',
      '01632 960506',
      'I only have my phone.',
    ])
      expect(text).toContain(words);
    expect(text).toContain('We have nobody on our list for this yet.');
    expect(text).toContain('Talk to Sioned about it');
    expect(text).not.toContain('Cyngor Arian Menai');

    await page.getByRole('link', { name: 'Work clubs with computers near you' }).click();
    expect(address()).toBe('/clubs?computers=yes');
    await page.goto('/situation');
    expect(await page.getByLabel('Computers and phones').isChecked()).toBe(true);
    expect(await page.getByRole('textbox').inputValue()).toBe('I only have my phone.');
    await page.getByLabel('My health').uncheck();
    await pressed('Save and see who can help');
    expect(await main()).not.toContain('My health');

    await page.goto('/situation');
    await pressed('Take it all back');
    expect(address()).toBe('/situation?done=withdrawn');
    expect(await main()).toContain('You’ve taken it back.');
    expect(await page.getByLabel('Computers and phones').isChecked()).toBe(false);
    const kept = await portal.deps.db.read((q) => q.select().from(q.tables.barriers));
    expect(kept.every(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true);
  });

  it('needs a tick; what was written is kept, and nothing is saved', async () => {
    await signIn('nia');
    await page.goto('/situation');
    expect(await pressed('Save and see who can help')).toBe(422);
    expect(await summary()).toContain('Tick what you want help with, or go back');
    await page.getByRole('textbox').fill('words');
    expect(await pressed('Save and see who can help')).toBe(422);
    expect(await page.title()).toBe('Error: Help with my situation – Waymark');
    expect(await summary()).toContain('Tick what your words are about');
    expect(await page.locator('#barrier-error').innerText()).toContain('Tick what your words are about');
    await page.getByLabel('Money or debt').check();
    await page.getByRole('textbox').fill('a'.repeat(1_001));
    expect(await pressed('Save and see who can help')).toBe(422);
    expect(await summary()).toContain('Write less: there is room for 1,000 letters');
    expect(await page.getByLabel('Money or debt').isChecked()).toBe(true);
    expect((await page.getByRole('textbox').inputValue()).length).toBe(1_001);
  });

  it('can be seen without telling anything', async () => {
    await signIn('nia');
    await page.goto('/situation');
    await page.getByRole('link', { name: 'See who can help without telling us' }).click();
    expect(await main()).toContain('Cyngor Arian Menai');
    expect(await main()).toContain('You have not told us anything.');
  });

  it('both work with the keyboard alone', async () => {
    await signIn('nia');
    await page.goto('/situation');
    await page.locator('#barrier').focus();
    await page.keyboard.press('Space');
    await page.getByRole('textbox').focus();
    await page.keyboard.press('Tab');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(await main()).toContain('Childcare');
    await page.goto('/clubs/CLUB1');
    await page.getByRole('button', { name: /I’m going on Thursday 26/ }).focus();
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(await main()).toContain('You’ve said you’re going.');
  });

  const open = (path: string, who?: 'aled' | 'nia', status = 200): Omit<Shown, 'name'> => ({
    status,
    async open(on, language) {
      if (who) await signIn(who, on);
      return on.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
    },
  });
  const pages: Shown[] = [
    { name: 'clubs, before anything is asked', ...open('/clubs') },
    { name: 'clubs near a place', ...open('/clubs?near=LL57') },
    { name: 'clubs near home', ...open('/clubs', 'aled') },
    { name: 'clubs that have what nobody has', ...open('/clubs?near=LL57&creche=yes') },
    { name: 'clubs near an unknown place', ...open('/clubs?near=ZE1') },
    { name: 'clubs near no postcode', ...open('/clubs?near=Bangor', undefined, 422) },
    { name: 'a club', ...open('/clubs/CLUB1') },
    { name: 'a club, signed in', ...open('/clubs/HARBOUR', 'aled') },
    { name: 'a club that somebody goes to', ...open('/clubs/CLUB1?done=going', 'nia') },
    { name: 'no such club', ...open('/clubs/NOTHING', undefined, 404) },
    { name: 'one’s situation', ...open('/situation', 'aled') },
    { name: 'one’s situation, told', ...open('/situation', 'nia') },
    { name: 'one’s situation, taken back', ...open('/situation?done=withdrawn', 'aled') },
    { name: 'who helps', ...open('/situation/help?done=saved', 'nia') },
    { name: 'everybody who helps', ...open('/situation/help', 'aled') },
    {
      name: 'one’s situation, not answered',
      status: 422,
      async open(on, language) {
        await signIn('aled', on);
        await on.goto(`/situation?lang=${language}`);
        const submit = on.getByRole('button', { name: situationWords.in(language).submit });
        const [answer] = await Promise.all([on.waitForNavigation(), submit.click()]);
        return answer;
      },
    },
    {
      name: 'a club on a day on which it does not meet',
      status: 422,
      async open(on, language) {
        await signIn('aled', on);
        await on.goto(`/clubs/CLUB1?lang=${language}`);
        await on.evaluate("document.querySelector('input[name=date]').value = '2026-11-27'");
        const going = on.getByRole('button', { name: clubsWords.in(language).one.going }).first();
        const [answer] = await Promise.all([on.waitForNavigation(), going.click()]);
        return answer;
      },
    },
  ];
  theyAreSound(() => portal, pages);

  it('fit what a phone gets in one go', async () => {
    const html = await fetch(`${portal.url}/sign-in`).then((response) => response.text());
    const css = await bytesOnTheWire(`${portal.url}${/rel="stylesheet" href="([^"]+)"/.exec(html)![1]!}`);
    for (const path of ['/clubs?near=LL57', '/clubs/CLUB1', '/situation', '/situation/help']) {
      const bytes = await bytesOnTheWire(`${portal.url}${path}`, `session=${session.aled}`);
      console.log(`${path} ${bytes}, style sheet ${css} bytes on the wire`);
      expect(bytes).toBeLessThanOrEqual(4_000);
      expect(bytes + css).toBeLessThanOrEqual(14_600);
    }
  });
});
