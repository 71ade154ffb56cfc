import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '~/domain/clock';
import type { Language } from '~/domain/language';
import { signInWords } from '~/i18n/pages/sign-in';
import { signInMethodsWords } from '~/i18n/pages/sign-in-methods';
import { bytesOnTheWire } from '../support/page-checks';
import { aSignInPortal, press, type SignInPortal } from '../support/sign-in-portal';
import { theyAreSound, type Shown } from '../support/sound-pages';

const PASSWORD = 'three damp otters';

describe('pages about signing in', () => {
  let world: SignInPortal;
  let portal: SignInPortal['portal'];
  beforeAll(async () => {
    world = await aSignInPortal();
    ({ portal } = world);
  });
  afterAll(() => portal.close());

  const get = (path: string): Omit<Shown, 'name'> => ({
    open: (page, language) => page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`),
  });
  /** Opens a page, fills what is to be filled, and presses its button. */
  const sent = (path: string, button: (l: Language) => string, fields: string[] = []): Omit<Shown, 'name'> => ({
    status: 422,
    async open(page, language) {
      await page.goto(`${path}?lang=${language}`);
      for (const [index, text] of fields.entries()) await page.locator('main .govuk-input').nth(index).fill(text);
      return press(page, button(language));
    },
  });
  const own = (shown: Omit<Shown, 'name'>, prepare: (customerId: string) => Promise<unknown> = async () => {}) => ({
    ...shown,
    async open(page: Page, language: Language) {
      const { id } = await world.somebody();
      await prepare(id);
      await world.signedInAs(id, page);
      return shown.open(page, language);
    },
  });
  const everything = async (customerId: string) => {
    const { deps, composition } = portal;
    const now = deps.clock.now();
    await composition.services.setPassword({ customerId, password: PASSWORD, requestId: 'request' });
    const passkey = { customerId, publicKey: '', counter: 0, name: 'Chrome, Android', createdAt: now };
    await deps.db.write(async (q) => {
      const { passkeys, signInRecords, signInCards } = q.tables;
      await q.insert(passkeys).values({ ...passkey, id: deps.vault.newSecret() });
      for (const way of ['text', 'email', 'call', 'password', 'passkey', 'card', 'address'] as const)
        await q.insert(signInRecords).values({ id: deps.newId(), customerId, at: now, way, device: '' });
      const card = {
        id: deps.newId(),
        customerId,
        codeHash: deps.newId(),
        createdAt: now,
        createdBy: world.team.adviserId,
      };
      await q.insert(signInCards).values({ ...card, expiresAt: now + MINUTE });
    });
  };
  const passwordWords = (language: Language) => signInMethodsWords.in(language).password;

  const pages: Shown[] = [
    {
      name: 'sign in once more',
      ...own(get('/sign-in')),
      open: async (page, language) => {
        await world.signedInAs((await world.somebody()).id, page);
        return page.goto(`/sign-in?then=password&lang=${language}`);
      },
    },
    {
      name: 'the code of a call',
      open: async (page, language) => {
        await page.context().addCookies([{ name: 'sign-in', value: 'a'.repeat(43), url: portal.url }]);
        return page.goto(`/sign-in/code?by=call&lang=${language}`);
      },
    },
    {
      name: 'a call',
      open: async (page, language) => {
        await page.context().addCookies([{ name: 'sign-in', value: 'a'.repeat(43), url: portal.url }]);
        return page.goto(`/sign-in/call?lang=${language}`);
      },
    },
    { name: 'password', ...get('/sign-in/password') },
    {
      name: 'password, a wrong one',
      ...sent('/sign-in/password', (l) => signInWords.in(l).password.submit, ['07700 900997', PASSWORD]),
    },
    { name: 'passkey', ...get('/sign-in/passkey'), scripts: 1 },
    { name: 'card', ...get('/sign-in/card') },
    { name: 'card, nothing typed', ...sent('/sign-in/card', (l) => signInWords.in(l).card.submit) },
    { name: 'help', ...get('/sign-in/help') },
    { name: 'how you sign in, with little', ...own(get('/sign-in-methods')) },
    { name: 'how you sign in, with everything', ...own(get('/sign-in-methods?done=passkey_removed'), everything) },
    { name: 'a new password', ...own(get('/sign-in-methods/password')) },
    {
      name: 'a new password, too short',
      ...own(sent('/sign-in-methods/password', (l) => passwordWords(l).submit, ['short'])),
    },
    { name: 'no password any more?', ...own(get('/sign-in-methods/password/removal'), everything) },
    { name: 'a new passkey', ...own(get('/sign-in-methods/passkey')), scripts: 1 },
    ...(['name', 'removal'] as const).map((part) => ({
      name: `a passkey’s ${part}`,
      async open(page: Page, language: Language) {
        const { id } = await world.somebody();
        await everything(id);
        await world.signedInAs(id, page);
        const { passkeys } = await portal.composition.services.viewSignInMethods({ customerId: id, cookie: '' });
        return page.goto(`/sign-in-methods/passkeys/${passkeys[0]!.id}/${part}?lang=${language}`);
      },
    })),
  ];
  theyAreSound(() => portal, pages);

  it('are small', async () => {
    const { id } = await world.somebody();
    await everything(id);
    const cookie = `session=${await portal.composition.services.startSession({ kind: 'customer', id }, null)}`;
    for (const path of ['/sign-in', '/sign-in/password', '/sign-in/card', '/sign-in/passkey', '/sign-in/help'])
      expect(await bytesOnTheWire(`${portal.url}${path}`), path).toBeLessThanOrEqual(4096);
    expect(await bytesOnTheWire(`${portal.url}/sign-in-methods`, cookie)).toBeLessThanOrEqual(4096);
  });
});
