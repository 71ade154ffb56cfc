import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '~/domain/clock';
import type { WrittenContact } from '~/domain/journey/contact-form';
import { recordContact, setContactOnRecord } from '~/services/record-contact.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { findOfficeToday, viewContacts } from '~/services/view-contacts.server';
import { viewStaffCustomer } from '~/services/view-staff-customer.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aCustomer, aMemberOfStaff, anAppointment, anOffice } from '../support/factories';

const NOW = Date.parse('2026-11-24T11:00:00Z');

describeOnBothDatabases('contacts', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  let staff: Record<'adviser' | 'manager' | 'champion' | 'elsewhere', SignedInStaff>;
  let customerId: string;
  beforeAll(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db);
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    deps.clock.set(NOW);
    const [office, other] = [await anOffice(deps), await anOffice(deps)];
    const member = async (role: 'adviser' | 'manager' | 'champion', officeId = office.id): Promise<SignedInStaff> => {
      const { id, firstName, lastName } = await aMemberOfStaff(deps, officeId, { role });
      return { kind: 'staff', id, officeId, role, firstName, lastName };
    };
    staff = {
      ...{ adviser: await member('adviser'), manager: await member('manager'), champion: await member('champion') },
      elsewhere: await member('adviser', other.id),
    };
    customerId = (await aCustomer(deps, { officeId: office.id, adviserId: staff.adviser.id })).id;
  });

  const contact: WrittenContact = {
    ...{ channel: 'phone', direction: 'in', service: 'plan', helped: true, minutes: 10, on: '2026-11-24' },
    note: 'Rang about the course',
  };
  const record = (
    changes: Partial<WrittenContact> = {},
    who: SignedInStaff = staff.adviser,
    key: string | null = null,
  ) => recordContact(deps)({ staff: who, customerId, key, contact: { ...contact, ...changes } });
  const view = async (
    who: SignedInStaff = staff.adviser,
    more: { way?: 'phone' | 'text' | 'online' | 'desk'; before?: number } = {},
  ) => viewContacts(deps)({ staff: who, customerId, way: null, before: null, ...more });
  const shown = async (...asked: Parameters<typeof view>) =>
    (await view(...asked))!.items.map(({ what, way, direction }) => `${what} ${way} ${direction}`);

  it('are recorded once by one form, sealed, and told from another with other words', async () => {
    const key = deps.newId();
    expect(await record({}, staff.adviser, key)).toEqual({ ok: true, id: key, changed: true });
    expect(await record({}, staff.adviser, key)).toEqual({ ok: true, id: key, changed: false });
    expect(await record({ note: 'Another' }, staff.adviser, key)).toMatchObject({ ok: true, changed: true });
    const { contactRecords, auditEntries } = database.db.tables;
    const rows = (await deps.db.read((q) => q.select().from(contactRecords))).filter(
      (r) => r.customerId === customerId,
    );
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain('course');
    const entries = await deps.db.read((q) => q.select().from(auditEntries));
    expect(entries.filter((e) => e.subjectId === customerId && e.action === 'contact.recorded')).toHaveLength(2);
  });

  it('of an earlier day stand at its beginning, those of today at the moment', async () => {
    await record();
    await record({ on: '2026-11-20' });
    const items = (await view())!.items;
    expect(items.map(({ at }) => at)).toEqual([NOW, Date.parse('2026-11-20T00:00:00Z')]);
  });

  it('can be taken back and put back, by advisers for all and by champions for their own', async () => {
    const first = await record();
    const id = first.ok ? first.id : '';
    const set = (who: SignedInStaff, stands: boolean) => setContactOnRecord(deps)({ staff: who, id, stands });
    for (const who of [staff.elsewhere, staff.champion])
      expect(await set(who, false)).toEqual({ ok: false, reason: 'not_found' });
    expect(await set(staff.manager, false)).toEqual({ ok: true, customerId, changed: true });
    expect(await set(staff.manager, false)).toEqual({ ok: true, customerId, changed: false });
    expect((await view())!.items).toEqual([]);
    expect(await set(staff.adviser, true)).toEqual({ ok: true, customerId, changed: true });
    expect((await view())!.items).toHaveLength(1);
  });

  it('show notes to advisers alone, desk contacts alone to champions, and nothing to another office', async () => {
    await record();
    await record({ channel: 'desk', note: '' }, staff.champion);
    const notes = (items: NonNullable<Awaited<ReturnType<typeof view>>>['items']) =>
      items.map((item) => (item.what === 'record' ? item.note : null));
    expect(notes((await view())!.items)).toContain('Rang about the course');
    expect(notes((await view(staff.manager))!.items)).toEqual([null, null]);
    expect(await shown(staff.champion)).toEqual(['record desk in']);
    expect(await shown(staff.champion, { way: 'phone' })).toEqual(['record desk in']);
    expect(await view(staff.elsewhere)).toBeNull();
    expect(await record({}, staff.elsewhere)).toEqual({ ok: false, reason: 'not_found' });
    expect(await findOfficeToday(deps)({ staff: staff.elsewhere, customerId })).toBeNull();
    const onRecord = await viewStaffCustomer(deps)({ staff: staff.manager, customerId });
    expect(notes(onRecord!.lastContacts)).toEqual([null, null]);
  });

  async function everything() {
    const now = NOW - DAY;
    const people = { customerId, adviserId: staff.adviser.id, officeId: staff.adviser.officeId };
    const held = await anAppointment(deps, people, { startsAt: now - 9 * HOUR, status: 'attended', mode: 'video' });
    await anAppointment(deps, people, { startsAt: now - 10 * HOUR, status: 'failed_to_attend' });
    await deps.db.write(async (q) => {
      const t = q.tables;
      const [callId, about] = [deps.newId(), { customerId, appointmentId: held.id }];
      const call = { id: callId, officeId: people.officeId, ...about, reason: 'asked_for_call' as const };
      await q.insert(t.callList).values({ ...call, cause: callId, dueAt: now, createdAt: now });
      const tried = { callId, staffId: staff.adviser.id };
      await q.insert(t.callAttempts).values([
        { ...tried, id: deps.newId(), at: now - HOUR, outcome: 'spoke' },
        { ...tried, id: deps.newId(), at: now - HOUR, outcome: 'no_answer', undoneAt: now },
        { ...tried, id: deps.newId(), at: now - HOUR, outcome: 'not_needed' },
      ]);
      const message = {
        ...{ ...about, purpose: 'reminder' as const, provider: 'outbox', language: 'en' as const },
        ...{ notBefore: now, sendBy: now, createdAt: now - 20 * HOUR },
      };
      const letters = [deps.newId(), deps.newId()];
      await q.insert(t.messages).values([
        { ...message, id: deps.newId(), channel: 'sms', status: 'delivered', sentAt: now - 2 * HOUR },
        { ...message, id: deps.newId(), channel: 'email', status: 'undelivered', sentAt: now - 2 * HOUR },
        { ...message, id: deps.newId(), channel: 'sms', status: 'planned' },
        { ...message, id: deps.newId(), channel: 'call_list', status: 'accepted' },
        { ...message, id: deps.newId(), channel: 'sms', status: 'sent', purpose: 'sign_in_code', sentAt: now },
        { ...message, id: letters[0]!, channel: 'letter', status: 'sent' },
        { ...message, id: letters[1]!, channel: 'letter', status: 'accepted' },
      ]);
      const queue = { officeId: people.officeId, queuedAt: now - 9 * HOUR, postBy: now };
      await q.insert(t.letters).values([
        { ...queue, messageId: letters[0]!, postedAt: now - 3 * HOUR },
        { ...queue, messageId: letters[1]! },
      ]);
      const reply = { id: deps.newId(), sender: 'x', senderIndex: 'x', body: 'x', meaning: 'other' as const };
      await q.insert(t.replies).values({ ...reply, providerId: reply.id, customerId, receivedAt: now - 4 * HOUR });
      const written = { customerId, body: deps.vault.seal('private') };
      await q.insert(t.journalEntries).values([
        { ...written, id: deps.newId(), at: now - 5 * HOUR, writtenBy: 'customer' },
        { ...written, id: deps.newId(), at: now - 6 * HOUR, writtenBy: 'staff', staffId: staff.adviser.id },
      ]);
      await q
        .insert(t.signInRecords)
        .values({ id: deps.newId(), customerId, at: now - 7 * HOUR, way: 'text' as never });
    });
  }

  it('are shown from everything that knows of them, the latest first, and no channel is left out', async () => {
    await everything();
    await record();
    expect(await shown()).toEqual([
      'record phone in',
      'call phone out',
      'message text out',
      'message letter out',
      'reply text in',
      'journal online in',
      'journal online out',
      'sign_in online in',
      'meeting video null',
    ]);
    expect(await shown(staff.adviser, { way: 'phone' })).toEqual(['record phone in', 'call phone out']);
    expect(await shown(staff.manager, { way: 'text' })).toEqual(['message text out', 'reply text in']);
    expect(await shown(staff.adviser, { way: 'online' })).toHaveLength(3);
    expect(JSON.stringify(await view())).not.toContain('private');
  });

  it('go on over pages until all were seen', async () => {
    for (let n = 0; n < 60; n += 1) {
      deps.clock.advance(MINUTE);
      await record({ minutes: (n % 400) + 1 });
    }
    const seen: number[] = [];
    let before: number | undefined;
    for (let page = 0; page < 5; page += 1) {
      const one = (await view(staff.adviser, before === undefined ? {} : { before }))!;
      seen.push(...one.items.map(({ at }) => at));
      if (one.older === null) break;
      before = one.older;
    }
    expect(new Set(seen).size).toBe(60);
    expect(seen).toEqual([...seen].sort((a, b) => b - a));
  });
});
