import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { DAY, MINUTE, SECOND } from '~/domain/clock';
import { addMemberOfStaff } from '~/services/add-member-of-staff.server';
import { verifyAudit } from '~/services/audit.server';
import { receiveReply } from '~/services/receive-reply.server';
import { receiveStatus } from '~/services/receive-status.server';
import { DEFAULT_ENGINE } from '~/services/engine-settings';
import { sendDue } from '~/services/send-due.server';
import { describeJourney } from '../support/databases';
import { aContactPoint, aCustomer, anOffice } from '../support/factories';
import { scrollsSideways } from '../support/page-checks';
import { pageFaults } from '../support/page-faults';
import { DESKTOP, PHONE, startPortal, type TestPortal } from '../support/portal';

const PASSWORD = 'three damp otters';

let portal: TestPortal;
let number = 0;

/** An office of its own for each test, with an adviser who may sign in. */
async function anAdviser() {
  const { deps } = portal;
  number += 1;
  const office = await anOffice(deps);
  const email = `sioned.parry${number}@waymark.example`;
  const added = await addMemberOfStaff(deps)({
    ...{ officeRef: office.ref, ref: `STAFF${number}`, email, role: 'adviser', password: PASSWORD },
    ...{ firstName: 'Sioned', lastName: 'Parry' },
  });
  if (!added.ok) throw new Error(added.reason);
  return { ...added, email, officeId: office.id };
}
type Adviser = Awaited<ReturnType<typeof anAdviser>>;

/** A customer with a number of their own. */
async function aPerson(adviser: Adviser, fields: NonNullable<Parameters<typeof aCustomer>[2]> = {}) {
  number += 1;
  const mobile = `+4477009002${10 + (number % 80)}`;
  const owner = { officeId: adviser.officeId, adviserId: adviser.id };
  return {
    ...(await aCustomer(portal.deps, owner, { firstName: 'Sam', lastName: 'Price', mobile, ...fields })),
    mobile,
  };
}

let texts = 0;
const writes = (from: string, body: string) =>
  receiveReply(portal.deps)({ providerId: `SM-replies-${(texts += 1)}`, from, body });
const send = () => sendDue(portal.deps, DEFAULT_ENGINE)('test');

async function signIn(page: Page, adviser: Adviser) {
  await page.goto('/staff/sign-in');
  await page.getByLabel('Work email').fill(adviser.email);
  await page.getByLabel('Password').fill(PASSWORD);
  const { oneTimePasswords, clock } = portal.deps;
  await page.getByLabel(/Code from/).fill(oneTimePasswords.codeAt(adviser.totpSecret, clock.now()));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Signed in as').waitFor();
}

const aVisitor = () => portal.newVisitor({ viewport: DESKTOP, javaScript: false });
/** The newest answer in the ledger, as the provider's receipts know it. */
async function lastAnswer(body: string) {
  const rows = await portal.deps.db.read((q) => q.select().from(q.tables.messages));
  return rows.find((row) => row.body !== null && portal.deps.vault.open(row.body) === body)!;
}

describeJourney('texts from customers', 'postgres', (dialect) => {
  beforeAll(async () => {
    portal = await startPortal({ at: '2026-11-24T09:50:00Z', dialect });
  });
  afterAll(() => portal.close());
  beforeEach(() => portal.clock.set('2026-11-24T09:50:00Z'));

  it('an adviser answers one with ready words, sees exactly what goes, and sees it delivered', async () => {
    const adviser = await anAdviser();
    const person = await aPerson(adviser);
    await writes(person.mobile, 'Shall I bring my certificate?');
    const page = await aVisitor();
    await signIn(page, adviser);
    await page.getByRole('link', { name: 'All texts from customers' }).click();
    await page.getByRole('heading', { name: '1 text to read' }).waitFor();
    const card = page.getByRole('listitem').filter({ hasText: 'Shall I bring my certificate?' });
    await card.getByText("Waymark answered: “Thanks Sam. We've passed this to Sioned.").waitFor();
    await card.getByRole('link', { name: 'Answer Sam Price' }).click();

    await page.getByRole('button', { name: 'See it before it goes' }).click();
    await page.getByRole('alert').getByText('Choose an answer').waitFor();
    expect(await page.title()).toBe('Error: A text from Sam Price – Waymark');
    await page.getByLabel('Yes, bring it').check();
    await page.getByRole('button', { name: 'See it before it goes' }).click();
    await page.getByRole('heading', { name: 'Check your answer' }).waitFor();
    const body = 'Hi Sam, yes, please bring it along. Sioned';
    await page.getByText(body, { exact: true }).waitFor();
    await page.getByText('One text, about £0.0233').waitFor();
    expect(await lastAnswer(body)).toBeUndefined();
    await page.getByRole('button', { name: 'Send the answer' }).click();
    await page.getByRole('alert').getByText('Your answer is on its way').waitFor();

    const answered = page.getByRole('listitem').filter({ hasText: `We answered: “${body}”` });
    await answered.getByText(/^We answered: .* Text planned for/).waitFor();
    await send();
    const message = await lastAnswer(body);
    portal.clock.advance(10 * SECOND);
    await receiveStatus(portal.deps)({
      ...{ provider: message.provider!, messageId: message.id, providerId: message.providerId! },
      ...{ providerStatus: 'delivered', errorCode: null },
    });
    await page.reload();
    await answered.getByText(/^We answered: .* Text delivered/).waitFor();
    await answered.getByText('Dealt with by Sioned Parry').waitFor();
    await page.getByText('No texts are waiting for an answer.').waitFor();
    expect(await verifyAudit(portal.deps)()).toMatchObject({ ok: true });
  });

  it('an adviser writes an answer of their own; a threat is refused, and what was typed stays', async () => {
    const adviser = await anAdviser();
    const person = await aPerson(adviser, { language: 'cy' });
    await writes(person.mobile, 'Alla i ddod â fy mam?');
    const page = await aVisitor();
    await signIn(page, adviser);
    await page.goto('/staff/replies');
    await page.getByRole('link', { name: 'Answer Sam Price' }).click();
    await page.getByText('Helo Sam, ffoniwch ni ar 01632 960100. Sioned').waitFor();
    await page.getByLabel('In your own words').check();
    await page.getByLabel('Your words').fill('Come, or your money could be stopped');
    await page.getByRole('button', { name: 'See it before it goes' }).click();
    await page.getByRole('alert').getByText('Take this out: money could be stopped').waitFor();
    expect(await page.getByLabel('Your words').inputValue()).toBe('Come, or your money could be stopped');
    await page.getByLabel('Your words').fill('Cewch. Croeso i’r tŷ. '.repeat(4).trim());
    await page.getByRole('button', { name: 'See it before it goes' }).click();
    await page.getByText('87 letters. 2 texts, about £0.0466').waitFor();
    await page.getByRole('button', { name: 'Send the answer' }).click();
    await page.getByRole('alert').getByText('Your answer is on its way').waitFor();
  });

  it('two colleagues cannot both answer: the second is told, and nothing more goes', async () => {
    const adviser = await anAdviser();
    const person = await aPerson(adviser);
    await writes(person.mobile, 'Is it on?');
    const page = await aVisitor();
    await signIn(page, adviser);
    const other = await page.context().newPage();
    for (const tab of [page, other]) {
      await tab.goto('/staff/replies');
      await tab.getByRole('link', { name: 'Answer Sam Price' }).click();
      await tab.getByLabel('See you then').check();
      await tab.getByRole('button', { name: 'See it before it goes' }).click();
    }
    await page.getByRole('button', { name: 'Send the answer' }).click();
    await page.getByRole('alert').getByText('on its way').waitFor();
    await other.getByRole('button', { name: 'Send the answer' }).click();
    await other.getByRole('alert').getByText('A colleague has answered this text meanwhile').waitFor();
    const rows = await portal.deps.db.read((q) => q.select().from(q.tables.messages));
    expect(rows.filter((row) => row.body && portal.deps.vault.open(row.body).includes('See you then'))).toHaveLength(1);
  });

  it('a wrong number is given up; nobody can text it again, but the person goes on the call list', async () => {
    const adviser = await anAdviser();
    const person = await aPerson(adviser);
    await writes(person.mobile, 'Sorry, you have the wrong number');
    const page = await aVisitor();
    await signIn(page, adviser);
    await page.getByText('Somebody else has their number now').waitFor();
    await page.goto('/staff/replies');
    const card = page.getByRole('listitem').filter({ hasText: 'wrong number' });
    await card.getByText("We won't text this number again.").waitFor();
    await card.getByText('Read as: not their number').waitFor();
    await card.getByRole('link', { name: 'Answer' }).click();
    await page.getByText('somebody else has it now').waitFor();
    expect(await page.getByRole('button', { name: 'See it before it goes' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Put them on the call list' }).click();
    await page.getByRole('alert').getByText('They are on the call list').waitFor();
  });

  it('one is marked as dealt with, and opened again', async () => {
    const adviser = await anAdviser();
    const person = await aPerson(adviser);
    await writes(person.mobile, 'Thanks for yesterday');
    const page = await aVisitor();
    await signIn(page, adviser);
    await page.goto('/staff/replies?show=office');
    await page.getByRole('button', { name: 'Dealt with Sam Price' }).click();
    await page.getByRole('alert').getByText('Marked as dealt with').waitFor();
    await page.getByRole('heading', { name: '0 texts to read' }).waitFor();
    await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('heading', { name: '1 text to read' }).waitFor();
  });

  it.each(['en', 'cy'] as const)('has pages without faults, in %s, that fit a phone', async (language) => {
    const adviser = await anAdviser();
    const person = await aPerson(adviser);
    const stopped = await aPerson(adviser, { firstName: 'Megan' });
    const sharing = await aPerson(adviser, { firstName: 'Gwen' });
    await aContactPoint(portal.deps, person.id, 'mobile', sharing.mobile);
    await writes(person.mobile, 'Is there parking? '.repeat(20));
    portal.clock.advance(MINUTE);
    await writes(stopped.mobile, 'Hello?');
    await writes(stopped.mobile, 'STOP');
    await writes(sharing.mobile, 'Who?');
    // Our pages have no scripts; axe is one, and needs to run.
    const page = await portal.newVisitor({ viewport: DESKTOP });
    const faults: string[] = [];
    const look = async (where: string) => {
      faults.push(...(await pageFaults(page)).map((fault) => `${where}: ${fault}`));
      if ((await page.locator('html').getAttribute('lang')) !== language) faults.push(`${where}: language`);
      if ((await page.locator('script').count()) > 0) faults.push(`${where}: a script`);
      await page.setViewportSize(PHONE);
      if (await scrollsSideways(page)) faults.push(`${where}: wider than a phone`);
      await page.setViewportSize({ width: 320, height: 640 });
      await page.evaluate("document.documentElement.style.fontSize = '200%'");
      if (await scrollsSideways(page)) faults.push(`${where}: wider than 320 pixels in large letters`);
      await page.setViewportSize(DESKTOP);
    };
    await signIn(page, adviser);
    const rows = await portal.deps.db.read((q) => q.select().from(q.tables.replies));
    const replyOf = (text: string) => rows.findLast((row) => portal.deps.vault.open(row.body).startsWith(text))!.id;
    const paths = [
      ...['/staff/replies', '/staff/replies?show=office', '/staff/replies?done=barred', '/staff/replies?done=handled'],
      ...['Is there', 'Hello', 'Who'].map((text) => `/staff/replies/${replyOf(text)}`),
      ...['sms', 'answers', 'email', 'voice', 'call_list', 'letter'].map((set) => `/staff/texts?set=${set}`),
      '/staff/texts?set=sms&person=longest&words=neutral',
    ];
    for (const path of paths) {
      const answer = await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
      expect(answer?.status(), path).toBe(200);
      expect((await answer?.body())?.length, path).toBeLessThan(100_000);
      await look(path);
    }
    await page.goto(`/staff/replies/${replyOf('Is there')}`);
    await page.locator('form[action$="?index"] button').click();
    await look('answer, nothing chosen');
    await page.locator('input[value=call_today]').check();
    await page.locator('input[name=time]').fill('14:30');
    await page.locator('form[action$="?index"] button').click();
    await look('answer, as it will go');
    await portal.deps.db.write((q) => q.update(q.tables.replies).set({ handledAt: portal.clock.now() - 8 * DAY }));
    expect(faults).toEqual([]);
  });
});
