import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { LANGUAGES } from '~/domain/language';
import { aCustomerWorld, someMessages, type CustomerWorld } from '../support/customer-world';
import { pageFaults } from '../support/page-faults';
import { scrollsSideways } from '../support/page-checks';
import { DESKTOP, PHONE, startPortal, type TestPortal } from '../support/portal';

describe('the messages about an appointment', () => {
  let portal: TestPortal;
  let world: CustomerWorld;

  beforeAll(async () => {
    portal = await startPortal({ at: '2026-11-23T09:00:00Z' });
    world = await aCustomerWorld(portal.deps);
    await someMessages(portal.deps, world.appointment);
  });
  afterAll(() => portal.close());

  async function signedIn(kind: 'customer' | 'staff', id: string, viewport = PHONE): Promise<Page> {
    // What looks for faults in a page needs scripts; the pages themselves have none.
    const page = await portal.newVisitor({ viewport, javaScript: kind === 'staff' });
    const value = await portal.composition.services.startSession({ kind, id }, null);
    await page.context().addCookies([{ name: 'session', value, url: portal.url }]);
    return page;
  }
  const set = (change: { discreet?: boolean; noMessages?: boolean }) =>
    portal.deps.db.write((q) => q.update(q.tables.customers).set(change));

  it('are a page from home for the customer: planned, arrived, not arrived and what was done then', async () => {
    const page = await signedIn('customer', world.aled.id);
    await page.goto('/');
    await page.getByRole('main').getByRole('link', { name: 'More about this meeting' }).click();
    await page.getByRole('link', { name: 'What we send you about this', exact: true }).click();
    const main = await page.locator('main').innerText();
    expect(main).toContain('You’re meeting Sioned, tomorrow at 2:30pm');
    const lines = await page.locator('main li').allInnerTexts();
    expect(lines).toHaveLength(4);
    expect(lines[0]).toContain('Text to the number that ends in 123');
    expect(lines[0]).toContain('Today, 10am');
    expect(main).toContain('It didn’t get to you. So we tried another way.');
    expect(main).toContain('Email to the address that starts with al');
    expect(main).not.toMatch(/7700|mail\.example|superseded|Jobcentre|30003/);
    await page.getByRole('link', { name: 'Back', exact: true }).click();
    expect(new URL(page.url()).pathname).toBe(`/appointments/${world.appointment.id}`);
    await page.context().close();
  });

  it('hint at no number for those whose screen others may see, and say nothing is planned where nothing may go', async () => {
    const page = await signedIn('customer', world.aled.id);
    const read = async () => {
      await page.goto(`/appointments/${world.appointment.id}/messages`);
      return page.locator('main').innerText();
    };
    await set({ discreet: true });
    expect(await read()).toMatch(/Text\n/);
    expect(await read()).not.toMatch(/123|starts with/);
    await set({ discreet: false, noMessages: true });
    const silent = await read();
    expect(silent).toContain('We don’t plan to send you more about this.');
    expect(silent).not.toMatch(/Text|Email|123|phone you|safe|risk|in person/i);
    await set({ noMessages: false });
    await page.context().close();
  });

  it('are not behind the link of a text, nor anybody else’s to see', async () => {
    const page = await portal.newVisitor({ javaScript: false });
    expect((await page.goto(`${world.link}/messages`))!.status()).toBe(404);
    await page.goto(world.link);
    expect(await page.content()).not.toContain('/messages');
    await page.goto(`/appointments/${world.appointment.id}/messages`);
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await page.context().close();
  });

  it.each(LANGUAGES)(
    'are the adviser’s to read as a story, in %s: also by which way the next one would go',
    async (lang) => {
      const page = await signedIn('staff', world.adviser.id, DESKTOP);
      await page.goto(`/staff/appointments/${world.appointment.id}?lang=${lang}`);
      const [first] = await page.locator('.wm-story__item').allInnerTexts();
      const planned = lang === 'en' ? 'Text planned for 10am' : 'Neges destun i fynd 10yb';
      const why = lang === 'en' ? 'Why: their mobile takes texts' : 'Pam: mae eu ffôn symudol yn derbyn';
      expect(first).toContain(planned);
      expect(first).toContain(why);
      expect(await pageFaults(page, await page.content())).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await scrollsSideways(page)).toBe(false);
      await page.context().close();
    },
  );

  it('go by voice again once a colleague has lifted a refusal, which can be taken back', async () => {
    const { deps } = portal;
    const valueIndex = deps.vault.index('+447700900123');
    for (const channel of ['voice', 'sms'] as const)
      await deps.db.write((q) =>
        q.insert(q.tables.optOuts).values({ id: deps.newId(), channel, valueIndex, since: 1, source: 'reply' }),
      );
    const page = await signedIn('staff', world.adviser.id, DESKTOP);
    await page.goto(`/staff/appointments/${world.appointment.id}`);
    const contact = page.locator('.wm-contacts li').filter({ hasText: '07700 900123' });
    // Nobody but the person can lift what the networks keep as well.
    await contact.getByText('they send START to the number').waitFor();
    expect(await contact.getByRole('button').count()).toBe(1);
    await contact.getByRole('button', { name: 'They want voice calls again 07700 900123' }).click();
    await page.getByRole('alert').getByText('Voice calls may go to this number again').waitFor();
    expect(await contact.innerText()).not.toContain('Voice call');
    expect(await pageFaults(page, await page.content())).toEqual([]);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByRole('alert').getByText('No more voice calls will go to this number').waitFor();
    expect(await contact.innerText()).toContain('Voice call');
    await page.context().close();
  });

  it('refuse an opt-out form that is none of ours in words, not with a fault', async () => {
    const [point] = await portal.deps.db.read((q) => q.select().from(q.tables.contactPoints));
    const page = await signedIn('staff', world.adviser.id, DESKTOP);
    for (const form of [{ channel: 'sms', on: 'no' }, { channel: 'voice' }, {}]) {
      const answer = await page.request.post(`/staff/contact-points/${point!.id}/opt-out`, {
        form: form as Record<string, string>,
        headers: { Origin: portal.url },
      });
      expect(answer.status()).toBe(400);
    }
    await page.context().close();
  });
});
