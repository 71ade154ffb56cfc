import { afterEach, beforeEach, expect, it } from 'vitest';
import { createPrintQueue } from '~/adapters/messaging/print';
import { DAY, MINUTE } from '~/domain/clock';
import { endLateLetters } from '~/services/end-late-letters.server';
import { nameAdviser, passCustomersOn } from '~/services/name-adviser.server';
import { postLetters, unpostLetters } from '~/services/post-letters.server';
import { printLetters } from '~/services/print-letters.server';
import { saveAccessNeeds } from '~/services/save-access-needs.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { undoNaming } from '~/services/undo-naming.server';
import { viewAdviserTerms } from '~/services/view-adviser-terms.server';
import { viewLetters } from '~/services/view-letters.server';
import { countTold } from '~/services/view-passing-on.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine, type TestEngine } from '../support/engine';
import { aContactPoint, aMemberOfStaff } from '../support/factories';
import { readPdf } from '../support/read-pdf';

const ADDRESS = '14 Heol y Bryn\nBangor\nLL57 2AB';

/** The clock stands at 9:00 on Monday 23 November 2026. */
describeOnBothDatabases('the news of another adviser by post', (dialect) => {
  let database: TestDatabase;
  let engine: TestEngine;
  let staff: SignedInStaff;
  let rhys: string;
  beforeEach(async () => {
    database = await newDatabase(dialect);
    engine = await anEngine(database);
    Object.assign(engine.deps, { senders: [...engine.deps.senders, createPrintQueue()] });
    const { id, officeId, firstName, lastName } = engine.adviser;
    staff = { kind: 'staff', role: 'adviser', id, officeId, firstName, lastName };
    rhys = (await aMemberOfStaff(engine.deps, officeId, { firstName: 'Rhys', role: 'adviser' })).id;
  });
  afterEach(() => database.drop());

  type Fields = Parameters<TestEngine['customer']>[0];
  const somebody = async (fields: Fields = {}, address: string | null = ADDRESS) => {
    const { id } = await engine.customer({ firstName: 'Siân', lastName: 'Ŵyn', ...fields });
    if (address) await aContactPoint(engine.deps, id, 'post', address);
    engine.deps.clock.advance(MINUTE);
    return id;
  };
  const name = (customerId: string, to = rhys, from = staff.id) =>
    nameAdviser(engine.deps)({
      ...{ staff, customerId, from, adviserId: to, reason: 'caseload', note: '', requestId: null },
    });
  const sendAfter = async (ms: number) => {
    engine.deps.clock.advance(ms);
    await engine.send();
  };
  const news = (customerId: string) =>
    engine.deps.db.read(async (q) => {
      const rows = await q.select().from(q.tables.messages);
      return rows.filter((row) => row.customerId === customerId).map(({ channel, status }) => `${channel} ${status}`);
    });
  const calls = () =>
    engine.deps.db.read(async (q) => {
      const rows = await q.select().from(q.tables.callList);
      return rows.filter(({ doneAt }) => doneAt === null).map(({ customerId, ownerId }) => ({ customerId, ownerId }));
    });
  const queue = () => viewLetters(engine.deps)({ staff });
  const told = async (customerId: string) => (await viewAdviserTerms(engine.deps)({ staff, customerId }))!.told;
  const print = async (large: string[] = []) =>
    readPdf((await printLetters(engine.deps)({ staff, only: null, large, language: 'en' }))!);

  it.each([
    ['en', ['Dear Siân,', 'is your adviser from now on', 'Call us: 01632 960100', 'Monday 23 November 2026']],
    ['cy', ['Annwyl Siân,', 'Rhys yw eich cynghorydd o hyn ymlaen', 'Ffoniwch ni: 01632 960100', 'Tachwedd']],
  ] as const)('is a letter for whoever has only an address, in their language (%s)', async (language, says) => {
    const customerId = await somebody({ language });
    await name(customerId);
    expect(await told(customerId)).toMatchObject({ channel: 'letter', status: 'planned' });
    await engine.send();
    expect((await queue()).waiting).toEqual([]);
    await sendAfter(15 * MINUTE);
    const { waiting } = await queue();
    expect(waiting).toMatchObject([
      { customer: { id: customerId }, about: null, language, large: false, lastDay: false },
    ]);
    expect(waiting[0]!.postBy).toBe(Date.parse('2026-11-30T17:00Z'));
    const { text, sizes } = await print();
    for (const part of ['Siân Ŵyn 14 Heol y Bryn Bangor LL57 2AB', 'Rhys', ...says]) expect(text).toContain(part);
    expect(sizes).toContain(12);
    expect(await calls()).toEqual([]);

    await postLetters(engine.deps)({ staff, ids: [waiting[0]!.id] });
    expect(await told(customerId)).toMatchObject({ channel: 'letter', status: 'sent' });
    expect(await unpostLetters(engine.deps)({ staff, ids: [waiting[0]!.id] })).toEqual({ back: 1, kept: 0 });
  });

  it('is in large print for whoever has told us that they need it', async () => {
    const customerId = await somebody();
    await saveAccessNeeds(engine.deps)({ customerId, told: { large_print: '' } });
    await name(customerId);
    await sendAfter(15 * MINUTE);
    const [letter] = (await queue()).waiting;
    expect(letter).toMatchObject({ large: true });
    expect((await print([letter!.id])).sizes).toContain(18);
  });

  it('names neither office nor purpose where others may see the post', async () => {
    await name(await somebody({ discreet: true }));
    await sendAfter(15 * MINUTE);
    const { text } = await print();
    expect(text).toContain('please ask for Rhys when you call');
    expect(text).not.toMatch(/Jobcentre|adviser|High Street/);
  });

  it('is a call for who has a telephone and no text or email, address or not, and a letter for who prefers letters', async () => {
    const landline = { landline: '+441632960123' };
    const rings = await somebody(landline);
    const only = await somebody({ landline: '+441632960124' }, null);
    const likesPost = await somebody({ landline: '+441632960125', preferredChannel: 'letter' });
    for (const id of [rings, only, likesPost]) await name(id);
    expect(await news(likesPost)).toEqual(['letter planned']);
    expect(await calls()).toEqual([
      { customerId: rings, ownerId: rhys },
      { customerId: only, ownerId: rhys },
    ]);
  });

  it('is a call where the sheet would be maimed, and where nobody has posted it in time', async () => {
    const olena = await somebody({ firstName: 'Олена' });
    await name(olena);
    expect(await calls()).toEqual([{ customerId: olena, ownerId: rhys }]);

    const customerId = await somebody();
    await name(customerId);
    await sendAfter(15 * MINUTE);
    engine.deps.clock.advance(8 * DAY);
    await endLateLetters(engine.deps)();
    expect(await news(customerId)).toEqual(['letter expired']);
    expect(await told(customerId)).toBe('call');
    expect((await calls()).map((call) => call.customerId)).toContain(customerId);
  });

  it('leaves the print queue when it is taken back, or when somebody else is their adviser before it is posted', async () => {
    const customerId = await somebody();
    await name(customerId);
    await sendAfter(15 * MINUTE);
    const { undoTermId } = (await viewAdviserTerms(engine.deps)({ staff, customerId }))!;
    expect(await undoNaming(engine.deps)({ staff, customerId, termId: undoTermId! })).toMatchObject({ changed: true });
    expect((await queue()).waiting).toEqual([]);
    expect((await queue()).overtaken).toMatchObject([{ about: null, status: 'cancelled' }]);

    await name(customerId);
    await sendAfter(15 * MINUTE);
    const [first] = (await queue()).waiting;
    await postLetters(engine.deps)({ staff, ids: [first!.id] });
    await name(customerId, staff.id, rhys);
    expect(await unpostLetters(engine.deps)({ staff, ids: [first!.id] })).toEqual({ back: 0, kept: 1 });
    await sendAfter(15 * MINUTE);
    await name(customerId);
    expect((await news(customerId)).sort()).toEqual([
      'letter cancelled',
      'letter cancelled',
      'letter planned',
      'letter sent',
    ]);
  });

  it('follows a text and an email that did not arrive', async () => {
    const refuse = async () => ({ kind: 'rejected', cause: 'person', code: '21211', detail: '' }) as const;
    for (const sender of [engine.sms, engine.email]) Object.assign(sender, { send: refuse });
    const customerId = await somebody({ mobile: '+447700900123', email: 'sian@mail.example' });
    await name(customerId);
    await sendAfter(15 * MINUTE);
    for (let n = 0; n < 3; n += 1) await sendAfter(MINUTE);
    expect((await news(customerId)).sort()).toEqual(['email failed', 'letter accepted', 'sms failed']);
    expect(await told(customerId)).toMatchObject({ channel: 'letter' });
  });

  it('is counted when many are passed on', async () => {
    const ids = [await somebody(), await somebody({ mobile: '+447700900124' }), await somebody({}, null)];
    const passed = await passCustomersOn(engine.deps)({
      ...{ staff, from: staff.id, customerIds: ids, to: [rhys], reason: 'leaver', note: '', requestId: null },
    });
    if (!passed.ok) throw new Error(passed.reason);
    const count = await countTold(engine.deps)({ staff, since: passed.since, until: passed.until });
    expect(count).toEqual({ moved: 3, sms: 1, email: 0, letter: 1, call: 1 });
  });
});
