import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { createPrintQueue } from '~/adapters/messaging/print';
import { DAY, MINUTE } from '~/domain/clock';
import { addMemberOfStaff } from '~/services/add-member-of-staff.server';
import { sendDue } from '~/services/send-due.server';
import { describeJourney } from '../support/databases';
import { aContactPoint, aCustomer, anAppointment, anOffice } from '../support/factories';
import { scrollsSideways } from '../support/page-checks';
import { pageFaults } from '../support/page-faults';
import { DESKTOP, PHONE, startPortal, type TestPortal } from '../support/portal';
import { readPdf } from '../support/read-pdf';

const PASSWORD = 'three damp otters';

describeJourney('letters', 'postgres', (dialect) => {
  let portal: TestPortal;
  let adviser: { id: string; email: string; officeId: string; totpSecret: string };
  beforeAll(async () => {
    portal = await startPortal({ at: '2026-11-24T09:50:00Z', dialect });
    Object.assign(portal.deps, { senders: [createPrintQueue()] });
    const office = await anOffice(portal.deps);
    const email = 'sioned.parry@waymark.example';
    const added = await addMemberOfStaff(portal.deps)({
      ...{ officeRef: office.ref, ref: 'STAFF1', email, role: 'adviser', password: PASSWORD },
      ...{ firstName: 'Sioned', lastName: 'Parry' },
    });
    if (!added.ok) throw new Error(added.reason);
    adviser = { ...added, email, officeId: office.id };
  });
  afterAll(() => portal.close());

  async function aLetterTo(firstName: string, days: number, language: 'en' | 'cy' = 'en') {
    const { deps } = portal;
    const owner = { officeId: adviser.officeId, adviserId: adviser.id };
    const customer = await aCustomer(deps, owner, { firstName, language, preferredChannel: 'letter' });
    await aContactPoint(deps, customer.id, 'post', `14 Heol ${firstName}\nBangor\nLL57 2AB`);
    const now = deps.clock.now();
    const startsAt = now + days * DAY;
    const appointment = await anAppointment(deps, { ...owner, customerId: customer.id }, { startsAt });
    const id = deps.newId();
    const times = { notBefore: now, sendBy: startsAt - DAY, createdAt: now };
    const about = {
      appointmentId: appointment.id,
      appointmentVersion: 1,
      rule: 'booked',
      policy: 'default-1',
    } as const;
    await deps.db.write(async (q) => {
      await q.insert(q.tables.reminders).values({ id, ...about, ...times });
      await q.insert(q.tables.messages).values({
        ...{ id, reminderId: id, appointmentId: appointment.id, customerId: customer.id },
        ...{ purpose: 'reminder', language, status: 'planned', ...times },
      });
    });
    await sendDue(deps)('worker');
    return id;
  }

  async function signIn(page: Page) {
    await page.goto('/staff/sign-in');
    await page.getByLabel('Work email').fill(adviser.email);
    await page.getByLabel('Password').fill(PASSWORD);
    const { oneTimePasswords, clock } = portal.deps;
    await page.getByLabel(/Code from/).fill(oneTimePasswords.codeAt(adviser.totpSecret, clock.now()));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Signed in as Sioned Parry').waitFor();
  }

  it('an adviser prints the letters, one in large print, posts them, and takes one back', async () => {
    const page = await portal.newVisitor({ viewport: DESKTOP });
    await signIn(page);
    await page.getByRole('link', { name: 'Letters' }).click();
    await page.getByText('There are no letters to print or post.').waitFor();
    expect(await pageFaults(page)).toEqual([]);

    await aLetterTo('Aled', 20);
    const megan = await aLetterTo('Megan', 6, 'cy');
    await page.reload();
    await page.getByRole('heading', { name: '2 letters to print and post' }).waitFor();
    // The more urgent comes first.
    expect(
      await page
        .getByRole('checkbox', { name: /^Letter to/ })
        .first()
        .getAttribute('value'),
    ).toBe(megan);
    await page.getByText('Last day').waitFor();
    expect(await pageFaults(page)).toEqual([]);

    const cookies = await page.context().cookies();
    const headers = { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
    const document = await fetch(new URL(`/staff/letters/print?large=${megan}`, page.url()), { headers });
    expect(document.headers.get('content-type')).toBe('application/pdf');
    expect(document.headers.get('cache-control')).toContain('no-store');
    const pdf = await readPdf(new Uint8Array(await document.arrayBuffer()));
    expect(pdf.title).toBe('Letters to post');
    expect(pdf.pages[0]!.text).toContain('Megan Hughes 14 Heol Megan Bangor LL57 2AB');
    expect(pdf.pages[0]!.places.map(({ size }) => Math.round(size))).toContain(18);
    expect(pdf.pages.at(-1)!.text).toContain('Aled Hughes 14 Heol Aled');

    await page.getByRole('button', { name: 'They are in the post' }).click();
    await page.getByRole('alert').getByText('Tick the letters that are in the post').waitFor();
    expect(await pageFaults(page)).toEqual([]);

    await page.getByRole('link', { name: 'Tick all of them' }).click();
    await page.getByRole('button', { name: 'They are in the post' }).click();
    await page.getByRole('alert').getByText('2 letters are marked as posted').waitFor();
    await page.getByText('There are no letters to print or post.').waitFor();
    expect(await pageFaults(page)).toEqual([]);

    await page.getByRole('button', { name: 'Not posted after all for Aled Hughes' }).click();
    await page.getByRole('alert').getByText('The letter is waiting to be posted again').waitFor();
    await page.getByRole('heading', { name: '1 letter to print and post' }).waitFor();
  });

  it('the queue fits a telephone, in Welsh as well', async () => {
    // A code of the authenticator works once.
    portal.clock.advance(MINUTE);
    await aLetterTo('Gwenllïan', 12, 'cy');
    const page = await portal.newVisitor({ viewport: PHONE });
    await signIn(page);
    for (const language of ['en', 'cy']) {
      await page.goto(`/staff/letters?lang=${language}`);
      await page.locator('h1').waitFor();
      expect(await scrollsSideways(page)).toBe(false);
      expect(await pageFaults(page)).toEqual([]);
    }
  });
});
