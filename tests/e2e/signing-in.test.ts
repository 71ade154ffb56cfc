import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '~/domain/clock';
import { cardWords } from '~/i18n/pages/card';
import { aMemberOfStaff, anOffice } from '../support/factories';
import { aSignInPortal, press, type SignInPortal } from '../support/sign-in-portal';

const PASSWORD = 'three damp otters';

describe('signing in', () => {
  let world: SignInPortal;
  let portal: SignInPortal['portal'];
  let team: SignInPortal['team'];
  beforeAll(async () => {
    world = await aSignInPortal();
    ({ portal, team } = world);
  });
  afterAll(() => portal.close());

  const main = (page: Page) => page.locator('main').innerText();
  const heading = (page: Page) => page.locator('h1').innerText();
  const pathOf = (page: Page) => new URL(page.url()).pathname;
  async function askFor(page: Page, contact: string) {
    await page.getByLabel('What’s your mobile number or email address?').fill(contact);
    await press(page, 'Send me a code');
  }
  async function typeCode(page: Page, code: string) {
    await page.getByLabel('Type the 6-digit code').fill(code);
    await press(page, 'Sign in');
  }

  it('works with a landline: it rings, and the code that is said signs in', async () => {
    const aled = await world.somebody();
    const page = await portal.newVisitor({ javaScript: false });
    await page.goto('/sign-in');
    await askFor(page, aled.landline);
    expect(await main(page)).toContain('we’re calling it now');
    await typeCode(page, await world.newestCode(aled.id));
    expect(pathOf(page)).toBe('/');
  });

  it('works with a call where the text does not come, for people we know and others alike', async () => {
    const aled = await world.somebody();
    const said = async (mobile: string) => {
      const page = await portal.newVisitor();
      await page.goto('/sign-in');
      await askFor(page, mobile);
      await page.getByText('I didn’t get a code').click();
      portal.clock.advance(1000);
      await press(page, 'Call me with a code');
      return { page, text: await main(page) };
    };
    const known = await said(aled.mobile);
    expect(known.text).toContain('we’re calling it now');
    expect((await said('07700 900999')).text).toBe(known.text);
    await typeCode(known.page, await world.newestCode(aled.id));
    expect(pathOf(known.page)).toBe('/');
  });

  it('by email offers no call', async () => {
    const page = await portal.newVisitor();
    await page.goto('/sign-in');
    await askFor(page, 'nobody@mail.example');
    expect(await page.getByRole('button', { name: 'Call me with a code' }).count()).toBe(0);
  });

  it('works with a password that is set first, without JavaScript; a wrong one keeps the number typed', async () => {
    const aled = await world.somebody();
    const page = await portal.newVisitor({ javaScript: false });
    await world.signedInAs(aled.id, page);
    await page.goto('/sign-in-methods');
    await page.getByRole('link', { name: 'Set a password' }).click();
    await page.getByLabel('New password').fill('password1234');
    expect((await press(page, 'Save password')).status()).toBe(422);
    expect(await page.title()).toBe('Error: Set a password – Waymark');
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('too easy to guess');
    await page.getByLabel('New password').fill(PASSWORD);
    await press(page, 'Save password');
    expect(await main(page)).toContain('Your password is set.');
    expect(await main(page)).toContain('You have a password.');
    await press(page, 'Sign out');

    await page.goto('/sign-in');
    await page.getByRole('link', { name: 'With a password' }).click();
    const sign = async (password: string) => {
      await page.getByLabel('Your phone number or email address').fill(aled.mobile);
      await page.getByLabel('Your password').fill(password);
      return press(page, 'Sign in');
    };
    expect((await sign('three damp badgers')).status()).toBe(422);
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('don’t go together');
    expect(await page.getByLabel('Your phone number or email address').inputValue()).toBe(aled.mobile);
    expect(await page.getByLabel('Your password').inputValue()).toBe('');
    await sign(PASSWORD);
    expect(pathOf(page)).toBe('/');
    await page.goto('/sign-in-methods');
    expect(await main(page)).toMatch(/Monday 23 November, 9am\s+Password, Chrome, /);

    await page.getByRole('link', { name: 'Remove your password' }).click();
    await press(page, 'Yes, remove it');
    expect(await main(page)).toContain('You have no password.');
  });

  it('says the same of a password for somebody unknown as of a wrong one', async () => {
    const aled = await world.somebody();
    const page = await portal.newVisitor();
    const said = async (contact: string) => {
      await page.goto('/sign-in/password');
      await page.getByLabel('Your phone number or email address').fill(contact);
      await page.getByLabel('Your password').fill(PASSWORD);
      await press(page, 'Sign in');
      return main(page);
    };
    expect(await said(aled.mobile)).toBe(await said('07700 900998'));
    expect(await said('not a number')).toContain('don’t go together');
  });

  it('works by keyboard alone', async () => {
    const aled = await world.somebody();
    await portal.composition.services.setPassword({ customerId: aled.id, password: PASSWORD, requestId: 'request' });
    const page = await portal.newVisitor();
    await page.goto('/sign-in/password');
    await page.getByLabel('Your phone number or email address').focus();
    await page.keyboard.type(aled.mobile);
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${portal.url}/`);
  });

  it('is asked for once more before the ways to sign in are changed, ten minutes after it', async () => {
    const aled = await world.somebody();
    const page = await portal.newVisitor();
    const before = await world.signedInAs(aled.id, page);
    portal.clock.advance(10 * MINUTE);
    await page.goto('/sign-in-methods/password');
    expect(new URL(page.url()).search).toBe('?then=password');
    expect(await main(page)).toContain('sign in once more');
    await askFor(page, aled.mobile);
    await typeCode(page, await world.newestCode(aled.id));
    expect(pathOf(page)).toBe('/sign-in-methods/password');
    // The session is a new one, and the old one is over.
    const other = await portal.newVisitor();
    await other.context().addCookies([{ name: 'session', value: before, url: portal.url }]);
    await other.goto('/sign-in-methods');
    expect(pathOf(other)).toBe('/sign-in');
  });

  async function withAuthenticator(page: Page) {
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('WebAuthn.enable');
    const { authenticatorId } = await devTools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
        ...{ isUserVerified: true, automaticPresenceSimulation: true },
      },
    });
    return (isUserVerified: boolean) => devTools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
  }

  it('works with a passkey: added, used, renamed, removed, and then used in vain', async () => {
    const aled = await world.somebody();
    const page = await portal.newVisitor();
    await withAuthenticator(page);
    await world.signedInAs(aled.id, page);
    await page.goto('/sign-in-methods');
    await page.getByRole('link', { name: 'Add a passkey' }).click();
    await press(page, 'Add a passkey on this device');
    expect(await main(page)).toContain('Your passkey is added.');
    expect(await main(page)).toMatch(/Chrome, \w+\s+Added Monday 23 November/);
    await press(page, 'Sign out');

    const signIn = async () => {
      await page.goto('/sign-in');
      await page.getByRole('link', { name: 'With a passkey' }).click();
      return press(page, 'Use my passkey');
    };
    await signIn();
    expect(pathOf(page)).toBe('/');
    await page.goto('/sign-in-methods');
    expect(await main(page)).toContain('Last used Monday 23 November');
    expect(await main(page)).toMatch(/Passkey, Chrome, /);

    await page.getByRole('link', { name: /^Rename/ }).click();
    await page.getByRole('textbox').fill('');
    expect((await press(page, 'Save name')).status()).toBe(422);
    await page.getByRole('textbox').fill('My phone');
    await press(page, 'Save name');
    expect(await main(page)).toContain('My phone');

    await page.getByRole('link', { name: 'Remove My phone' }).click();
    expect(await heading(page)).toBe('Remove the passkey “My phone”?');
    await press(page, 'Yes, remove it');
    expect(await main(page)).toContain('You have no passkeys.');
    await press(page, 'Sign out');
    expect((await signIn()).status()).toBe(422);
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('We don’t know that passkey.');
  });

  it('with a passkey that the device refuses says so, and nothing is lost', async () => {
    const aled = await world.somebody();
    const page = await portal.newVisitor();
    const verify = await withAuthenticator(page);
    await verify(false);
    await world.signedInAs(aled.id, page);
    await page.goto('/sign-in-methods/passkey');
    await page.getByRole('button', { name: 'Add a passkey on this device' }).click();
    await page.getByRole('alert').waitFor();
    expect(await main(page)).toContain('That did not work, and nothing has changed.');
    await verify(true);
    await press(page, 'Add a passkey on this device');
    expect(await main(page)).toContain('Your passkey is added.');
  });

  it('with a passkey needs JavaScript, and without it says so and offers a code', async () => {
    const page = await portal.newVisitor({ javaScript: false });
    await page.goto('/sign-in/passkey');
    expect(await main(page)).toContain('Passkeys don’t work in this browser.');
    expect(await main(page)).not.toContain('That did not work');
    expect(await page.getByRole('button', { name: 'Use my passkey' }).count()).toBe(0);
    await page.getByRole('link', { name: 'We can send you a code instead.' }).click();
    expect(pathOf(page)).toBe('/sign-in');
  });

  it('with a passkey runs one small script, which keeps for ever, under a policy as strict as everywhere', async () => {
    const page = await portal.newVisitor();
    const response = await page.goto('/sign-in/passkey');
    const policy = response!.headers()['content-security-policy']!;
    const nonce = /script-src 'nonce-([^']+)'(?:;|$)/.exec(policy)?.[1];
    expect(nonce).toBeTruthy();
    const script = (await page.locator('script').getAttribute('src'))!;
    const served = await page.request.get(script);
    expect(served.headers()['cache-control']).toContain('immutable');
    expect((await served.body()).length).toBeLessThanOrEqual(2048);
    expect(await response!.text()).toContain(`nonce="${nonce}"`);
  });

  it('works with a card that an adviser prints, once', async () => {
    const aled = await world.somebody({ firstName: 'Ifan' });
    const desk = await portal.newVisitor({ javaScript: false });
    await world.signedInAs(team.adviserId, desk, 'staff');
    await desk.goto(`/staff/customers/${aled.id}/card`);
    expect(await heading(desk)).toBe('Sign-in card for Ifan Hughes');
    const made = await press(desk, 'Make a card');
    expect(made.headers()['cache-control']).toContain('no-store');
    const words = await desk.locator('.wm-card__words').innerText();
    expect(words.split(' ')).toHaveLength(4);
    // Whoever finds it does not learn whose it is.
    expect(await desk.locator('.wm-card').innerText()).not.toMatch(/Ifan|Hughes/);
    expect(await desk.locator('.wm-card').innerText()).toContain('01632 960100');
    await desk.emulateMedia({ media: 'print' });
    expect(await desk.locator('h1').isVisible()).toBe(false);
    expect(await desk.locator('.wm-card__words').isVisible()).toBe(true);

    const page = await portal.newVisitor({ javaScript: false });
    await page.goto('/sign-in');
    await page.getByRole('link', { name: 'With a card from your adviser' }).click();
    const type = async (typed: string) => {
      await page.getByLabel('What are the four words on your card?').fill(typed);
      return press(page, 'Sign in');
    };
    expect((await type('four words of mine')).status()).toBe(422);
    expect(await page.getByRole('textbox').inputValue()).toBe('four words of mine');
    await type(words.toUpperCase().replaceAll(' ', '-'));
    expect(pathOf(page)).toBe('/');
    await press(page, 'Sign out');
    await page.goto('/sign-in/card');
    expect((await type(words)).status()).toBe(422);
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('A card works once, for one day.');
  });

  it('with a card that was stopped does not work; another office finds nobody', async () => {
    const aled = await world.somebody();
    const desk = await portal.newVisitor();
    await world.signedInAs(team.adviserId, desk, 'staff');
    await desk.goto(`/staff/customers/${aled.id}/card`);
    await press(desk, 'Make a card');
    const words = await desk.locator('.wm-card__words').innerText();
    await desk.getByRole('link', { name: 'Back to the card page' }).click();
    expect(await main(desk)).toContain('A card made by Sioned Parry works until Tuesday 24 November');
    await press(desk, 'Stop the card working');
    expect(await main(desk)).toContain('The card does not work any more.');
    const page = await portal.newVisitor();
    await page.goto('/sign-in/card');
    await page.getByRole('textbox').fill(words);
    expect((await press(page, 'Sign in')).status()).toBe(422);

    const stranger = await aMemberOfStaff(portal.deps, (await anOffice(portal.deps)).id);
    await world.signedInAs(stranger.id, desk, 'staff');
    expect((await desk.goto(`/staff/customers/${aled.id}/card`))!.status()).toBe(404);
  });

  it('elsewhere is seen, and ended from here', async () => {
    const aled = await world.somebody();
    const [here, there] = [await portal.newVisitor(), await portal.newVisitor()];
    await world.signedInAs(aled.id, here);
    await world.signedInAs(aled.id, there);
    await here.goto('/sign-in-methods');
    expect(await main(here)).toContain('You’re also signed in on 1 other device.');
    await press(here, 'Sign out everywhere else');
    expect(await main(here)).toContain('You’re signed out everywhere else.');
    await there.goto('/sign-in-methods');
    expect(pathOf(there)).toBe('/sign-in');
  });

  it('that goes wrong leads to a page that says whom to call, and nothing of who is known', async () => {
    const page = await portal.newVisitor();
    await page.goto('/sign-in');
    await page.getByRole('link', { name: 'I can’t sign in' }).click();
    expect(await main(page)).toContain('01632');
    expect(await main(page)).toContain('we can’t send a code there');
  });

  it('has a card whose words on the page are in the customer’s language', async () => {
    const sian = await world.somebody({ language: 'cy' });
    const desk = await portal.newVisitor();
    await world.signedInAs(team.adviserId, desk, 'staff');
    await desk.goto(`/staff/customers/${sian.id}/card`);
    await press(desk, 'Make a card');
    expect(await desk.locator('.wm-card').getAttribute('lang')).toBe('cy');
    expect(await desk.locator('.wm-card').innerText()).toContain(cardWords.in('cy').paper.words);
  });
});
