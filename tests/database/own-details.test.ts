import { getTableColumns } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HANDED_OVER, HANGING, KEPT_BACK, type OwnTable } from '@db/queries/own-data.server';
import { sqliteTables } from '@db/schema/sqlite';
import { DAY, HOUR } from '~/domain/clock';
import { ownDataWords } from '~/i18n/pages/own-data';
import { collectOwnData, downloadOwnData } from '~/services/collect-own-data.server';
import { previewReminders } from '~/services/preview-reminders.server';
import { shownColumns } from '~/services/render-own-data';
import { saveAccessNeeds, viewAccessNeeds } from '~/services/save-access-needs.server';
import { saveContactPreferences, saveOwnLanguage, saveOwnName } from '~/services/save-own-details.server';
import { giveConsent, mayPartnerSeePlan, viewSharing, withdrawConsent } from '~/services/share-with-partners.server';
import { tellCustomer } from '~/services/tell-customer.server';
import { viewDetails } from '~/services/view-details.server';
import { aContactPoint } from '../support/factories';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine, type TestEngine } from '../support/engine';
import { everythingAbout } from '../support/everything-about';

describeOnBothDatabases('a customer’s details', (dialect) => {
  let database: TestDatabase;
  let engine: TestEngine;
  let customerId: string;
  beforeEach(async () => {
    database = await newDatabase(dialect);
    engine = await anEngine(database);
    customerId = (await engine.customer()).id;
  });
  afterEach(() => database.drop());

  const customer = async () => (await database.db.read((q) => q.select().from(q.tables.customers)))[0]!;
  const audited = async () =>
    (await database.db.read((q) => q.select().from(q.tables.auditEntries))).map(({ action, detail }) => `${action} ${detail}`.trim()); // prettier-ignore
  const prefer = (wish: Partial<Parameters<ReturnType<typeof saveContactPreferences>>[0]>) =>
    saveContactPreferences(engine.deps)({ customerId, preferredChannel: null, quiet: null, discreet: false, ...wish });

  describe('the name', () => {
    it('that somebody is called stands in reminders and in what we tell them', async () => {
      await saveOwnName(engine.deps)({ customerId, knownAs: 'Del', firstName: 'Delyth', lastName: "O'Neill" });
      await engine.due({ customerId });
      await engine.send();
      expect(engine.sms.sent[0]!.body).toMatch(/^Hi Del, /);
      await database.db.write((q) =>
        tellCustomer(q, engine.deps, {
          ...{ customerId, purpose: 'notice', sendBy: engine.deps.clock.now() + DAY, requestId: null },
          write: (to) => ({ subject: null, body: `Hello ${to.customer.firstName}` }),
        }),
      );
      await engine.send();
      expect(engine.sms.sent.at(-1)!.body).toBe('Hello Del');
    });
    it('is on record, by field, and the same again is not', async () => {
      const name = { customerId, knownAs: null, firstName: '張', lastName: '偉' };
      expect(await saveOwnName(engine.deps)(name)).toBe(true);
      expect(await saveOwnName(engine.deps)(name)).toBe(false);
      expect(await audited()).toEqual(['customer.details_changed firstName lastName']);
    });
  });

  it('have a language, in which the next message is', async () => {
    await saveOwnLanguage(engine.deps)({ customerId, language: 'cy' });
    await engine.due({ customerId });
    await engine.send();
    expect(engine.sms.sent[0]!.body).toMatch(/^Helo Aled/);
  });

  describe('quiet times', () => {
    const morning = Date.parse('2026-11-25T10:00:00Z');
    beforeEach(() => prefer({ quiet: { from: '21:00', to: '11:00' } }));

    it('are kept: a reminder that is due at ten goes at eleven, as the preview says', async () => {
      const { message } = await engine.due({
        ...{ customerId, notBefore: morning, sendBy: morning + 5 * HOUR },
        appointment: { startsAt: morning + DAY },
      });
      const preview = await previewReminders(engine.deps)({ from: 0, to: morning + DAY, officeRef: null });
      if (!preview.ok) throw new Error(preview.reason);
      const expected = [];
      for await (const { at, channel } of preview.reminders) expected.push([at, channel]);
      expect(expected).toEqual([[morning + HOUR, 'sms']]);

      engine.deps.clock.set(morning);
      await engine.send();
      expect(engine.sms.sent).toEqual([]);
      expect(await engine.row(message.id)).toMatchObject({ status: 'planned', notBefore: morning + HOUR });
      engine.deps.clock.set(morning + HOUR);
      await engine.send();
      expect(engine.sms.sent).toHaveLength(1);
    });
    it('that would miss the last moment make it a call', async () => {
      const { appointment } = await engine.due({
        ...{ customerId, notBefore: morning, sendBy: morning + HOUR / 2 },
        appointment: { startsAt: morning + HOUR },
      });
      engine.deps.clock.set(morning);
      await engine.send();
      expect(await engine.calls(appointment.id)).toEqual(['out_of_time']);
    });
    it('are kept for what else we tell them', async () => {
      engine.deps.clock.set(morning);
      const tell = (sendBy: number) =>
        database.db.write((q) =>
          tellCustomer(q, engine.deps, {
            ...{ customerId, purpose: 'notice', sendBy, requestId: null },
            write: () => ({ subject: null, body: 'news' }),
          }),
        );
      expect(await tell(morning + HOUR / 2)).toBe(false);
      expect(await tell(morning + DAY)).toBe(true);
      const messages = await database.db.read((q) => q.select().from(q.tables.messages));
      expect(messages).toMatchObject([{ notBefore: morning + HOUR }]);
    });
    it('that leave no time to reach somebody are refused, and nothing is saved', async () => {
      expect(await prefer({ quiet: { from: '09:00', to: '20:00' }, discreet: true })).toMatchObject({ ok: false });
      expect(await customer()).toMatchObject({ quietFrom: '21:00', quietTo: '11:00', discreet: false });
    });
    it('are taken back by leaving both empty', async () => {
      expect(await prefer({ preferredChannel: 'email', discreet: true })).toEqual({ ok: true });
      const saved = { quietFrom: null, quietTo: null, preferredChannel: 'email', discreet: true };
      expect(await customer()).toMatchObject(saved);
    });
  });

  it('have needs that are told once, sealed, and withdrawn with their history', async () => {
    const save = (told: Parameters<ReturnType<typeof saveAccessNeeds>>[0]['told']) =>
      saveAccessNeeds(engine.deps)({ customerId, told });
    const view = () => viewAccessNeeds(engine.deps)({ customerId });
    await save({ interpreter: 'Polish', large_print: '' });
    await save({ interpreter: 'Polish', large_print: '' });
    expect((await view()).now).toMatchObject([{ need: 'interpreter', detail: 'Polish' }, { need: 'large_print' }]);
    const rows = await database.db.read((q) => q.select().from(q.tables.accessNeeds));
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain('Polish');

    engine.deps.clock.advance(DAY);
    await save({ interpreter: 'Ukrainian' });
    const { now, before } = await view();
    expect(now).toMatchObject([{ need: 'interpreter', detail: 'Ukrainian', toldAt: engine.deps.clock.now() }]);
    expect(before.map(({ need }) => need).sort()).toEqual(['interpreter', 'large_print']);
  });

  describe('and partners', () => {
    let partnerId: string;
    beforeEach(async () => {
      partnerId = engine.deps.newId();
      const partner = { id: partnerId, ref: 'CAREERS', name: 'Careers', what: 'Talks about work' };
      await database.db.write((q) => q.insert(q.tables.partners).values(partner));
    });
    const may = () =>
      database.db.read((q) => mayPartnerSeePlan(q, { partnerId, customerId, now: engine.deps.clock.now() }));

    it('see the plan once they are let, and not any more once that is taken back', async () => {
      expect(await may()).toBe(false);
      await giveConsent(engine.deps)({ customerId, partnerId });
      await giveConsent(engine.deps)({ customerId, partnerId });
      expect(await may()).toBe(true);
      engine.deps.clock.advance(DAY);
      await withdrawConsent(engine.deps)({ customerId, partnerId });
      await withdrawConsent(engine.deps)({ customerId, partnerId });
      expect(await may()).toBe(false);
      const [partner] = (await viewSharing(engine.deps)({ customerId })).partners;
      expect(partner!.history.map(({ what }) => what)).toEqual(['withdrawn', 'given']);
      expect(await audited()).toEqual([`consent.given ${partnerId}`, `consent.withdrawn ${partnerId}`]);
    });
    it('see one customer’s plan, not another’s', async () => {
      const other = (await engine.customer({ mobile: '+447700900124' })).id;
      await giveConsent(engine.deps)({ customerId: other, partnerId });
      expect(await may()).toBe(false);
    });
    it('that we no longer work with see nothing, and cannot be let', async () => {
      await giveConsent(engine.deps)({ customerId, partnerId });
      await database.db.write(async (q) => void (await q.update(q.tables.partners).set({ active: false })));
      expect(await may()).toBe(false);
      expect(await giveConsent(engine.deps)({ customerId, partnerId })).toBe('not_found');
      expect(await giveConsent(engine.deps)({ customerId, partnerId: 'nobody' })).toBe('not_found');
      expect(await withdrawConsent(engine.deps)({ customerId, partnerId })).toBe('done');
    });
  });

  it('say from when on letters go to a new address, and that one is under way to the old', async () => {
    const view = async () => (await viewDetails(engine.deps)({ customerId })).letters;
    engine.deps.clock.set(Date.parse('2026-11-27T10:00:00Z'));
    expect(await view()).toEqual({ newAddressFrom: '2026-11-30', underWay: false });
    await aContactPoint(engine.deps, customerId, 'post', '1 High Street\nBangor\nLL57 1AA');
    await everythingAbout(engine.deps, { ...engine, customerId });
    expect(await view()).toEqual({ newAddressFrom: '2026-12-02', underWay: true });
  });

  describe('the copy of everything', () => {
    const tables = Object.entries(sqliteTables) as [string, Parameters<typeof getTableColumns>[0]][];
    it('knows of every table with rows of a customer: handed over, or kept back for a reason', () => {
      const withCustomer = tables.filter(([, table]) => 'customerId' in getTableColumns(table)).map(([name]) => name);
      expect(withCustomer.sort()).toEqual([...HANDED_OVER, ...Object.keys(KEPT_BACK)].sort());
      for (const reason of Object.values(KEPT_BACK)) expect(reason.length).toBeGreaterThan(10);
    });
    it('has a row of every one of them in it, opened, and nothing that is only ours', async () => {
      await everythingAbout(engine.deps, { ...engine, customerId });
      const { sections } = await collectOwnData(engine.deps)({ customerId });
      const empty = sections.filter(({ records }) => records.length === 0).map(({ table }) => table);
      expect(empty).toEqual([]);
      expect(sections).toHaveLength(HANDED_OVER.length + Object.keys(HANGING).length + 2);
      const text = JSON.stringify(sections);
      for (const words of ['marked comment', 'marked note', 'marked detail', 'marked entry', 'marked reply', 'marked text', '+447700900123']) expect(text).toContain(words); // prettier-ignore
      // Nothing is left sealed, and no hash or secret is in it.
      expect(text).not.toMatch(/"1\.[\w-]{38,}"|Hash"|Index"|publicKey|passwordHash|654321/);
    });
    it('has a name in both languages for all that a reader sees', async () => {
      await everythingAbout(engine.deps, { ...engine, customerId });
      const { sections } = await collectOwnData(engine.deps)({ customerId });
      const { fields } = ownDataWords.in('en').file;
      const nameless = sections.flatMap(
        ({ table, records }) =>
        records.flatMap((record) => shownColumns(record).filter((column) => !(column in fields)).map((column) => `${table}.${column}`)), // prettier-ignore
      );
      expect([...new Set(nameless)]).toEqual([]);
      const titles: Record<OwnTable, string> = ownDataWords.in('cy').file.sections;
      for (const { table } of sections) expect(titles[table]).toBeTruthy();
    });
    it('is a file, on record, as JSON and as a page that needs nothing else', async () => {
      await saveOwnName(engine.deps)({ customerId, knownAs: '<b>Al</b>', firstName: 'Aled', lastName: 'Hughes' });
      const take = (format: 'json' | 'html') =>
        downloadOwnData(engine.deps)({ customerId, officeId: engine.office.id, format, language: 'en' });
      const file = await take('json');
      expect(JSON.parse(file.text)).toMatchObject({ customers: [{ firstName: 'Aled', officeId: 'Bangor Jobcentre' }] });
      const page = await take('html');
      expect(page.text).toContain('&lt;b&gt;Al&lt;/b&gt;');
      expect(page.text).not.toMatch(/<b>Al|src=|href=|<script/);
      expect((await audited()).slice(1)).toEqual(['customer.data_downloaded json', 'customer.data_downloaded html']);
    });
    it('holds nothing of anybody else', async () => {
      const other = await engine.customer({ mobile: '+447700900124', firstName: 'Nia' });
      await everythingAbout(engine.deps, { ...engine, customerId: other.id });
      const { sections } = await collectOwnData(engine.deps)({ customerId });
      expect(JSON.stringify(sections)).not.toMatch(/Nia|marked/);
    });
  });
});
