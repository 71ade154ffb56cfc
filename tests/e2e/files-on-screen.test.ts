import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '~/domain/language';
import { aCustomerWorld, type CustomerWorld } from '../support/customer-world';
import { aMemberOfStaff } from '../support/factories';
import { DESKTOP, startPortal, type TestPortal } from '../support/portal';
import { staffPageFaults } from '../support/sound-staff-pages';

describe('files in and out of an office', () => {
  let portal: TestPortal;
  let world: CustomerWorld;
  let elin: string;

  beforeAll(async () => {
    portal = await startPortal({ at: '2026-11-23T09:00:00Z' });
    world = await aCustomerWorld(portal.deps);
    elin = (await aMemberOfStaff(portal.deps, world.office.id, { firstName: 'Elin', role: 'manager' })).id;
  });
  afterAll(() => portal.close());

  async function aManagerAt(path: string, language = 'en') {
    const page = await portal.newVisitor({ viewport: DESKTOP, javaScript: false });
    const value = await portal.composition.services.startSession({ kind: 'staff', id: elin }, null);
    await page.context().addCookies([{ name: 'session', value, url: portal.url }]);
    await page.goto(`${path}?lang=${language}`);
    return page;
  }
  const main = (page: Page) => page.locator('main').innerText();
  const csv = (...lines: string[]) => ({
    ...{ name: 'people.csv', mimeType: 'text/csv' },
    buffer: Buffer.from(['customer_ref,first_name,last_name,mobile,office_ref', ...lines].join('\n')),
  });
  async function send(page: Page, file: ReturnType<typeof csv> | null) {
    await page.locator('#kind').check();
    if (file) await page.locator('#file').setInputFiles(file);
    const [answer] = await Promise.all([page.waitForNavigation(), page.locator('form[enctype] button').click()]);
    return answer!;
  }

  it('a manager sends a file in, sees which lines are wrong and why, and saves the others', async () => {
    const page = await aManagerAt('/staff/office/import');
    await send(page, csv(`C-1,Mair,Owen,07700 900 456,${world.office.ref}`, `C-2,Huw,Rees,0770,${world.office.ref}`));
    let text = await main(page);
    expect(text).toContain('Look through people.csv');
    expect(text).toContain('Line 3');
    expect(text).toContain('mobile "0770" is not a UK telephone number');
    const found = () => portal.deps.db.read((q) => q.select().from(q.tables.customers));
    expect((await found()).map(({ ref }) => ref)).not.toContain('C-1');
    await page.getByRole('button', { name: 'Save 1 line' }).click();
    text = await main(page);
    expect(text).toContain('The file is saved.');
    expect((await found()).map(({ ref }) => ref)).toContain('C-1');
    await page.context().close();
  });

  it('a manager puts a file away, and nothing in it is saved', async () => {
    const page = await aManagerAt('/staff/office/import');
    await send(page, csv(`C-3,Mair,Owen,07700 900 456,${world.office.ref}`));
    await page.getByRole('button', { name: 'Put it away' }).click();
    expect(await main(page)).toContain('Nothing in it was saved.');
    await page.context().close();
  });

  it('a file goes nowhere else, and a large one is refused in words', async () => {
    const page = await aManagerAt('/staff/office/import');
    const large = await send(page, { ...csv(), buffer: Buffer.alloc(5 * 1024 * 1024, 'a') });
    expect(large.status()).toBe(413);
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const form = new FormData();
    form.set('email', 'somebody@mail.example');
    const headers = { cookie, 'sec-fetch-site': 'same-origin' };
    expect((await fetch(`${portal.url}/staff/sign-in`, { method: 'POST', body: form, headers })).status).toBe(415);
    await page.context().close();
  });

  it('the customers of the office are taken out as a file', async () => {
    const page = await aManagerAt('/staff/office/import');
    const download = page.waitForEvent('download');
    await page.locator('main a[href$="customers.csv"]').click({ noWaitAfter: true });
    expect((await download).suggestedFilename()).toBe('customers-2026-11-23.csv');
    // With the mark a spreadsheet reads the accents of names as they are.
    expect((await readFile(await (await download).path())).subarray(0, 3).toString('hex')).toBe('efbbbf');
    await page.context().close();
  });

  it.each(LANGUAGES)('every page of them is sound, in %s', async (language) => {
    const faults: string[] = [];
    const look = async (name: string, page: Page) => {
      faults.push(...(await staffPageFaults(page, language)).map((fault) => `${name}: ${fault}`));
    };
    const page = await portal.newVisitor({ viewport: DESKTOP });
    const value = await portal.composition.services.startSession({ kind: 'staff', id: elin }, null);
    await page.context().addCookies([{ name: 'session', value, url: portal.url }]);
    await page.goto(`/staff/office/import?lang=${language}`);
    await look('the list', page);
    expect((await send(page, null)).status()).toBe(422);
    await look('no file', page);
    await page.goto(`/staff/office/import?lang=${language}`);
    await send(
      page,
      csv(`C-9-${language},Mair,Owen,07700 900 456,${world.office.ref}`, `C-8,Huw,Rees,0770,${world.office.ref}`),
    );
    await look('a file', page);
    await page.locator('form[action$="/saving"] button').click();
    await look('a file that is saved', page);
    await page.goto(`/staff/office/import?lang=${language}`);
    await send(page, { ...csv(), buffer: Buffer.from('a,b\n1,2') });
    await look('a file that is of no use', page);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
