import { eq } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { aContactPoint, aCustomer, aMemberOfStaff, anOffice } from './factories';
import { startPortal } from './portal';

/** A portal with an adviser, and people each of whom has numbers of their own: codes are limited by number. */
export async function aSignInPortal() {
  const portal = await startPortal({ at: '2026-11-23T09:00:00Z' });
  const office = await anOffice(portal.deps);
  const team = { officeId: office.id, adviserId: (await aMemberOfStaff(portal.deps, office.id)).id };
  let numbers = 200;

  return {
    portal,
    team,
    async somebody(fields: Parameters<typeof aCustomer>[2] = {}) {
      const [mobile, landline] = [`+447700900${(numbers += 1)}`, `+441632960${numbers}`];
      const customer = await aCustomer(portal.deps, team, { mobile, ...fields });
      await aContactPoint(portal.deps, customer.id, 'landline', landline, { verifiedAt: null });
      return { ...customer, mobile, landline };
    },
    /** @returns the cookie. */
    async signedInAs(id: string, page: Page, kind: 'customer' | 'staff' = 'customer') {
      const value = await portal.composition.services.startSession({ kind, id }, null);
      await page.context().addCookies([{ name: 'session', value, url: portal.url }]);
      return value;
    },
    /** The digits of the newest code that was written for somebody, by text or for a call. */
    async newestCode(customerId: string): Promise<string> {
      const { db, vault } = portal.deps;
      const rows = await db.read((q) =>
        q.select().from(q.tables.messages).where(eq(q.tables.messages.customerId, customerId)),
      );
      const codes = rows.filter(({ purpose }) => purpose === 'sign_in_code').sort((a, b) => (a.id < b.id ? -1 : 1));
      return vault.open(codes.at(-1)!.body!).replace(/\D/g, '').slice(0, 6);
    },
  };
}

export type SignInPortal = Awaited<ReturnType<typeof aSignInPortal>>;

/** Presses a button that sends a form, and waits for the page that follows. @returns the answer to the form. */
export async function press(page: Page, name: string) {
  const [response] = await Promise.all([
    page.waitForResponse((one) => one.request().isNavigationRequest() && one.request().method() === 'POST'),
    // The answer may send the browser elsewhere, and until then the old page counts as loaded.
    page.waitForNavigation(),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  return response;
}
