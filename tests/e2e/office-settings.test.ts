import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '~/domain/access/role';
import { MINUTE } from '~/domain/clock';
import { LANGUAGES } from '~/domain/language';
import { SETTING_LISTS } from '~/domain/office/setting-lists';
import { addMemberOfStaff } from '~/services/add-member-of-staff.server';
import { receiveReply } from '~/services/receive-reply.server';
import { insertOfficeParts, officeParts } from '../support/access-office';
import { aCustomer, anOffice } from '../support/factories';
import { DESKTOP, startPortal, type TestPortal } from '../support/portal';
import { staffPageFaults } from '../support/sound-staff-pages';

const PASSWORD = 'three damp otters';
const NAMES = { manager: 'Elin', administrator: 'Ada', adviser: 'Sioned' } as const;
type Person = keyof typeof NAMES;

let portal: TestPortal;
let officeId: string;
const members = new Map<Person, { id: string; totpSecret: string }>();

beforeAll(async () => {
  portal = await startPortal({ at: '2026-11-24T09:50:00Z' });
  const office = await anOffice(portal.deps);
  officeId = office.id;
  for (const role of Object.keys(NAMES) as (Person & Role)[]) {
    const added = await addMemberOfStaff(portal.deps)({
      ...{ officeRef: office.ref, ref: role, email: `${role}@waymark.example`, role, password: PASSWORD },
      ...{ firstName: NAMES[role], lastName: 'Vaughan' },
    });
    if (!added.ok) throw new Error(added.reason);
    members.set(role, added);
  }
});
afterAll(() => portal.close());

/** A page on which somebody of the office is signed in. */
async function signedIn(person: Person, options: { javaScript?: boolean } = {}): Promise<Page> {
  const page = await portal.newVisitor({ viewport: DESKTOP, ...options });
  const who = { kind: 'staff' as const, id: members.get(person)!.id };
  const value = await portal.composition.services.startSession(who, null);
  await page.context().addCookies([{ name: 'session', value, url: portal.url }]);
  return page;
}
const save = (page: Page) => page.getByRole('button', { name: 'Save' }).click();
const done = (page: Page, text: string) => page.getByRole('alert').getByText(text).waitFor();

describe('the settings of an office', () => {
  it('a manager adds a room, corrects what was wrong with it, retires it and brings it back', async () => {
    const page = await signedIn('manager', { javaScript: false });
    await page.goto('/staff/office');
    await page.getByRole('link', { name: 'Rooms and venues' }).click();
    await page.getByRole('link', { name: 'Add a room or venue' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Room 7');
    await page.getByLabel(/How many people/).fill('0');
    await save(page);
    expect(await page.title()).toBe('Error: Add a room or venue – Waymark');
    await page.getByRole('link', { name: /Enter a whole number/ }).waitFor();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Room 7');
    await page.getByLabel(/How many people/).fill('6');
    await save(page);
    await done(page, 'It is on the list.');
    await page.getByText('For 6 people').waitFor();
    await page.getByRole('link', { name: 'Change Room 7' }).click();
    await page.getByRole('button', { name: /^Retire/ }).click();
    await done(page, 'It is retired.');
    await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
    await done(page, 'It is back.');
  });

  it('two colleagues change the same: the second is told, and saves again with what both know', async () => {
    const page = await signedIn('manager', { javaScript: false });
    const other = await page.context().newPage();
    for (const tab of [page, other]) await tab.goto('/staff/office/details');
    await page.getByLabel(/may overlap/).fill('5');
    await save(page);
    await done(page, 'Your changes are saved.');
    await other.getByLabel(/How to get there/).fill('Bus 5 stops outside.');
    await save(other);
    await done(other, 'A colleague has changed this');
    expect(await other.getByLabel(/How to get there/).inputValue()).toBe('Bus 5 stops outside.');
    await save(other);
    await done(other, 'Your changes are saved.');
  });

  it('an administrator adds a partner, which a manager sees and cannot change; the holidays come back from the list', async () => {
    const page = await signedIn('administrator', { javaScript: false });
    await page.goto('/staff/office/partners/new');
    await page.getByLabel('Name', { exact: true }).fill('Coleg y Cei');
    await page.getByLabel('What they do, in a sentence').fill('Courses for work');
    await save(page);
    await done(page, 'It is on the list.');
    await page.goto('/staff/office/school-holidays/new');
    await page.getByLabel('Name', { exact: true }).fill('Half term');
    await page.getByLabel('First day').fill('2027-02-15');
    await page.getByLabel('Last day').fill('2027-02-19');
    await save(page);
    await page.getByRole('link', { name: 'Change Half term' }).click();
    await page.getByRole('button', { name: /^Take it off/ }).click();
    await done(page, 'It is off the list.');
    await page.getByRole('link', { name: 'Add it again' }).click();
    expect(await page.getByLabel('Last day').inputValue()).toBe('2027-02-19');
    const manager = await signedIn('manager', { javaScript: false });
    await manager.goto('/staff/office/partners');
    await manager.getByText('Administrators keep this list.').waitFor();
    expect((await manager.goto('/staff/office/partners/new'))?.status()).toBe(404);
  });

  it('an adviser starts an answer from saved words, in the customer’s language, and changes them', async () => {
    const page = await signedIn('manager', { javaScript: false });
    await page.goto('/staff/office/answers/new');
    await page.getByLabel('Title, for colleagues').fill('Parking');
    await page.getByLabel('Answer', { exact: true }).fill('You can park behind the office.');
    await page.getByLabel(/^Answer in Welsh/).fill('Cewch barcio y tu ôl i’r swyddfa.');
    await save(page);
    await page.getByText('31 letters, 1 text').waitFor();
    const owner = { officeId, adviserId: members.get('adviser')!.id };
    const mobile = '+447700900377';
    const person = await aCustomer(portal.deps, owner, { language: 'cy', mobile, firstName: 'Sam', lastName: 'Price' });
    await receiveReply(portal.deps)({ providerId: 'SM-office-1', from: mobile, body: 'Ble ga i barcio?' });
    const adviser = await signedIn('adviser', { javaScript: false });
    await adviser.goto('/staff/replies');
    await adviser.getByRole('link', { name: 'Answer Sam Price' }).click();
    await adviser.getByRole('link', { name: 'Start from: Parking' }).click();
    expect(await adviser.getByLabel('Your words').inputValue()).toBe('Cewch barcio y tu ôl i’r swyddfa.');
    expect(await adviser.getByLabel('In your own words').isChecked()).toBe(true);
    await adviser.goto(`/staff/customers/${person.id}/journal`);
    await adviser.getByRole('link', { name: 'Start from: Parking' }).click();
    expect(await adviser.locator('#text').inputValue()).toBe('Cewch barcio y tu ôl i’r swyddfa.');
  });

  it('a new colleague is invited by email, sets a password and an app, works, and leaves when nobody is with them', async () => {
    const page = await signedIn('manager', { javaScript: false });
    await page.goto('/staff/office/staff');
    await page.getByRole('link', { name: 'Add somebody' }).click();
    await page.getByLabel('First name').fill('Nia');
    await page.getByLabel('Last name').fill('Rees');
    await page.getByLabel('Work email').fill('nia.rees@waymark.example');
    await page.getByLabel('Adviser', { exact: true }).check();
    expect(await page.getByLabel('Organisation, for a partner').count()).toBe(0);
    await page.getByRole('button', { name: 'Add and invite' }).click();
    await done(page, 'an email with their invitation is on its way');
    const address = page.url().replace(/\?.*/, '');
    const [message] = (await portal.deps.db.read((q) => q.select().from(q.tables.messages))).slice(-1);
    const link = /\/staff\/invitation\/[\w-]+/.exec(portal.deps.vault.open(message!.body!))![0];

    const nia = await portal.newVisitor({ viewport: DESKTOP, javaScript: false });
    expect((await nia.goto(link))?.headers()['referrer-policy']).toBe('no-referrer');
    const secret = (await nia.locator('code').innerText()).replaceAll(/\s/g, '');
    await nia.getByLabel('Choose a password').fill('short');
    await nia.getByLabel('Code from the app').fill('000000');
    await nia.getByRole('button', { name: 'Set up and sign in' }).click();
    await nia.getByRole('link', { name: 'Use at least 12 characters' }).waitFor();
    await nia.getByLabel('Choose a password').fill('four quiet blue herons');
    await nia.getByLabel('Code from the app').fill(portal.deps.oneTimePasswords.codeAt(secret, portal.clock.now()));
    await nia.getByRole('button', { name: 'Set up and sign in' }).click();
    await nia.getByText('Signed in as Nia Rees').waitFor();
    expect((await nia.goto(link))?.status()).toBe(410);

    portal.clock.advance(MINUTE);
    const id = address.split('/').at(-1)!;
    const customer = await aCustomer(portal.deps, { officeId, adviserId: id });
    await page.goto(`${address}/leaving`);
    await page.getByText('1 customer has them as adviser').waitFor();
    await page.getByRole('link', { name: 'Give the customers to colleagues' }).waitFor();
    const administrator = await signedIn('administrator', { javaScript: false });
    await administrator.goto(`${address}/leaving`);
    await administrator.getByText('A manager of the office does this.').waitFor();
    expect(await administrator.locator('main li a').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Finish: they have left' }).count()).toBe(0);
    const { customers } = portal.deps.db.tables;
    await portal.deps.db.write((q) => q.update(customers).set({ adviserId: members.get('adviser')!.id }));
    expect(customer.adviserId).toBe(id);
    await page.reload();
    await page.getByRole('button', { name: 'Finish: they have left' }).click();
    await done(page, 'They have left.');
    await nia.goto('/staff/day');
    await nia.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click();
    await done(page, 'They are back.');
  });

  it.each(LANGUAGES)('has pages without faults, in %s, empty and full, right and wrong', async (language) => {
    const page = await signedIn('administrator');
    const faults: string[] = [];
    const look = async (where: string) =>
      faults.push(...(await staffPageFaults(page, language)).map((fault) => `${where}: ${fault}`));
    const adviser = `/staff/office/staff/${members.get('adviser')!.id}`;
    const paths = [
      ...['', '/details', '/staff', '/staff/new'].map((path) => `/staff/office${path}`),
      ...SETTING_LISTS.flatMap((list) => [`/staff/office/${list}`, `/staff/office/${list}/new`]),
      ...['', '/profile', '/role', '/invitation', '/leaving'].map((path) => `${adviser}${path}`),
    ];
    for (const path of paths) {
      const answer = await page.goto(`${path}?lang=${language}`);
      expect(answer?.status(), path).toBe(200);
      await look(path);
      if (!/\/new$|details|profile/.test(path)) continue;
      for (const input of await page.locator('main input.govuk-input:not([type=time], [type=date])').all())
        await input.fill('x'.repeat(400));
      await page.locator('main form[action^="/staff/office"] button.govuk-button').first().click();
      expect(await page.title(), path).toMatch(/^(Error|Gwall)/);
      await look(`${path}, wrong`);
    }
    const parts = officeParts(portal.deps);
    await portal.deps.db.write((q) => insertOfficeParts(q, portal.deps, { ...parts, officeId }));
    for (const path of ['/staff/office/places', `/staff/office/places/${parts.placeId}`, '/staff/office/staff']) {
      await page.goto(path);
      await look(`${path}, full`);
    }
    await page.goto(`/staff/invitation/${parts.invitationToken}`);
    await look('an invitation');
    expect((await page.goto('/staff/invitation/guessed'))?.status()).toBe(410);
    await look('an invitation that is gone');
    expect(faults).toEqual([]);
  });

  it('is worked by the keyboard alone', async () => {
    const page = await signedIn('manager');
    await page.goto('/staff/office/steps/new');
    await page.locator('#action').focus();
    await page.keyboard.type('Visit two job fairs');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    for (let n = 0; n < 3; n += 1) await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Save');
    await page.keyboard.press('Enter');
    await done(page, 'It is on the list.');
    await page.getByText('Adviser', { exact: true }).waitFor();
  });
});
