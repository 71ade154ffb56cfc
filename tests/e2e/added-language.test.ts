import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addLanguage } from '~/domain/language';
import type { Row } from '../support/access-table';
import { buildAccessWorld, type AccessWorld, type OwnersRecord } from '../support/access-world';
import { askServer, type Answer } from '../support/bare-portal';
import { aCustomerWorld, newestSignInCode, type CustomerWorld } from '../support/customer-world';
import { CUSTOMER_PAGES, CUSTOMER_ROUTES } from '../support/customer-routes';
import { everythingStored, textsIn } from '../support/everything-stored';
import { startPortal, type TestPortal } from '../support/portal';
import { PSEUDO, pseudoLanguage, strayWords, wordsOfPage } from '../support/pseudo-language';

/** The fields of a route's form, with answers that are none. */
function nonsenseFor({ form = '' }: Row, record: OwnersRecord): string {
  const right = typeof form === 'function' ? form(record) : form;
  return new URLSearchParams([...new URLSearchParams(right).keys()].map((name) => [name, 'x'])).toString();
}

/** Names that are not words of a language: cookies' too; and the initials of the adviser's names. */
const COOKIES = ['session', 'sign-in', 'lang', 'display', 'kiosk', 'seen', 'help'];
const NAMES = ['English', 'Cymraeg', 'Waymark', ...COOKIES, 'SP'];

describe('a language that is added with one file', () => {
  let portal: TestPortal;
  let world: AccessWorld;
  let customers: CustomerWorld;
  let owner: { ownerId: string; record: OwnersRecord };
  let data: string[];

  beforeAll(async () => {
    addLanguage(pseudoLanguage);
    portal = await startPortal({ at: '2026-11-23T09:00:00Z' });
    customers = await aCustomerWorld(portal.deps);
    world = await buildAccessWorld(portal);
    owner = await world.makeRecord();
    data = [...textsIn(await everythingStored(portal.deps)), ...NAMES];
  });
  afterAll(() => portal.close());

  const ask = (path: string, cookie: string, form?: string) =>
    askServer(Number(new URL(portal.url).port), {
      method: form === undefined ? 'GET' : 'POST',
      path,
      headers: {
        cookie: `lang=${PSEUDO}; ${cookie}`,
        'sec-fetch-site': 'same-origin',
        ...(form !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      body: form,
    });

  function expectOwnWords(answer: Answer): void {
    if (!answer.headers['content-type']?.startsWith('text/html')) return;
    // Where there is no page, what is said stands there in every language.
    const [, everywhere] = new RegExp(`<div lang="${PSEUDO}">(.*?)</div>`).exec(answer.text) ?? [];
    if (everywhere === undefined) expect(answer.text).toContain(`<html lang="${PSEUDO}"`);
    const words = wordsOfPage(everywhere ?? answer.text);
    expect(words.flatMap((text) => strayWords(text, data))).toEqual([]);
  }

  it.each(CUSTOMER_PAGES)('shows $id in its own words', async ({ row, as }) => {
    const cookie = as === 'owner' ? await world.cookieOf('owner', owner.ownerId) : '';
    const answer = await ask(row.path(owner.record), cookie);
    expect([200, 404]).toContain(answer.status);
    expectOwnWords(answer);
  });

  it.each(CUSTOMER_ROUTES.filter(({ row }) => row.act))(
    'says what is wrong at $id in its own words',
    async ({ row }) => {
      const { ownerId, record } = await world.makeRecord();
      const signedIn = await world.cookieOf('owner', ownerId);
      for (const cookie of [signedIn, '']) {
        for (const form of ['nothing=', nonsenseFor(row, record)]) {
          expectOwnWords(await ask(row.path(record), cookie, form));
        }
      }
    },
  );

  it('shows a home with everything on it, and one with nothing, in its own words', async () => {
    for (const who of [customers.aled, customers.nia]) {
      const session = await portal.composition.services.startSession({ kind: 'customer', id: who.id }, null);
      expectOwnWords(await ask('/?done=moved', `session=${session}`));
    }
    expectOwnWords(await ask(`${customers.link}`, ''));
  });

  it('is one of the languages to choose from, and can be left again', async () => {
    const page = await portal.newVisitor({ javaScript: false });
    await page.goto('/sign-in');
    await page.getByRole('button', { name: '⟦Pseudo⟧' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe(PSEUDO);
    await page.getByRole('button', { name: 'Cymraeg' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('cy');
  });

  it('is the language of a customer’s messages, and staff see both without a fault', async () => {
    await portal.deps.db.write(async (q) => void (await q.update(q.tables.customers).set({ language: PSEUDO })));
    const browserSecret = portal.composition.services.newBrowserSecret();
    const asked = { browserSecret, address: '192.0.2.1', language: null, requestId: 'one' };
    await portal.composition.services.sendSignInCode({ ...asked, contact: '07700 900123' });
    const code = await newestSignInCode(portal.deps, customers.aled.id);
    const body = await portal.deps.db.read(async (q) => {
      const messages = await q.select().from(q.tables.messages).orderBy(q.tables.messages.id);
      return portal.deps.vault.open(messages.findLast(({ purpose }) => purpose === 'sign_in_code')!.body!);
    });
    expect(strayWords(body, [code])).toEqual([]);
    const manager = await world.cookieOf('manager', owner.ownerId);
    for (const path of ['/staff/day', '/staff/texts', '/staff/messages', '/staff/letters', '/staff/replies']) {
      const answer = await askServer(Number(new URL(portal.url).port), { path, headers: { cookie: manager } });
      expect(answer.status, path).toBe(200);
      expect(answer.text, path).not.toContain('undefined');
    }
  });
});
