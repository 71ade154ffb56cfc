import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dialect } from '@db/client.server';
import { listAppointmentEvents, findAppointment } from '@db/queries/appointments.server';
import { listReminderMessages } from '@db/queries/reminders.server';
import type { Actor } from '~/domain/access/role';
import { DAY, HOUR, MINUTE } from '~/domain/clock';
import { confirmAppointment } from '~/services/confirm-appointment.server';
import { declineAppointment } from '~/services/decline-appointment.server';
import { moveAppointment } from '~/services/move-appointment.server';
import { recordOutcome } from '~/services/record-outcome.server';
import { saveAppointments, type AppointmentToSave } from '~/services/save-appointments.server';
import { undoOutcome } from '~/services/undo-outcome.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aDiary, told, type TestDiary } from '../support/diary';
import { aMemberOfStaff } from '../support/factories';
import { fakeClock } from '../support/fake-clock';

const FILE: Actor = { kind: 'import', id: null };
const STAFF: Actor = { kind: 'staff', id: 'sioned' };
const CUSTOMER: Actor = { kind: 'customer', id: 'aled' };
const START = '2026-11-23T09:00:00Z';

describeOnBothDatabases('saving appointments', (dialect: Dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  let diary: TestDiary;
  beforeAll(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db, { clock: fakeClock(START) });
    diary = await aDiary(deps);
  });
  afterAll(() => database.drop());

  const save = (list: AppointmentToSave[], actor = FILE) =>
    deps.db.write((q) => saveAppointments(q, deps, list, actor, 'request-1'));
  const saveOne = async (item: AppointmentToSave, actor = FILE) => (await save([item], actor))[0]!;
  const row = async (id: string) => (await deps.db.read((q) => findAppointment(q, id)))!;
  const events = (id: string) => deps.db.read((q) => listAppointmentEvents(q, id));
  const messages = (id: string) => deps.db.read((q) => listReminderMessages(q, [id]));
  const planned = async (id: string) =>
    (await messages(id))
      .filter((m) => m.status === 'planned')
      .map((m) => `${m.rule} v${m.version}`)
      .sort();
  const setMessages = (id: string, status: 'sent' | 'delivered') =>
    deps.db.write((q) => q.update(q.tables.messages).set({ status }).where(eq(q.tables.messages.appointmentId, id)));

  it('creates an appointment with its history, its reminders and the link in them', async () => {
    const item = told(deps, diary, { startsAt: Date.parse('2026-12-01T14:30:00Z') });
    const saved = await saveOne(item);
    expect(saved).toMatchObject({ ref: item.ref, result: 'created' });
    expect(await row(saved.appointmentId)).toMatchObject({ version: 1, status: 'booked', confirmedAt: null });
    expect(await events(saved.appointmentId)).toMatchObject([
      { kind: 'booked', actorKind: 'import', before: null, after: { startsAt: item.startsAt, status: 'booked' } },
    ]);
    expect(await planned(saved.appointmentId)).toEqual([
      'booked v1',
      'one_day_before v1',
      'same_day v1',
      'three_days_before v1',
    ]);
    const [first] = await deps.db.read((q) =>
      q
        .select()
        .from(q.tables.messages)
        .where(eq(q.tables.messages.appointmentId, saved.appointmentId))
        .orderBy(q.tables.messages.notBefore),
    );
    expect(first).toMatchObject({
      purpose: 'reminder',
      attempt: 1,
      channel: null,
      language: 'en',
      status: 'planned',
      notBefore: deps.clock.now(),
      sendBy: item.startsAt - MINUTE,
      requestId: 'request-1',
      customerId: diary.customer.id,
    });
    const links = await deps.db.read((q) => q.select().from(q.tables.appointmentLinks));
    const token = deps.vault.linkToken(saved.appointmentId, 1);
    expect(links.map((link) => link.tokenHash)).toContain(deps.vault.hashSecret(token));
  });

  it('changes nothing when the same list comes again', async () => {
    const list = [told(deps, diary), told(deps, diary, { status: 'attended', startsAt: deps.clock.now() - DAY })];
    const first = await save(list);
    const before = await Promise.all(
      first.map(async (s) => [await row(s.appointmentId), await messages(s.appointmentId)]),
    );
    deps.clock.advance(HOUR);
    expect((await save(list)).map((s) => s.result)).toEqual(['unchanged', 'unchanged']);
    const after = await Promise.all(
      first.map(async (s) => [await row(s.appointmentId), await messages(s.appointmentId)]),
    );
    expect(after).toEqual(before);
    expect(await events(first[0]!.appointmentId)).toHaveLength(1);
  });

  it('takes the second of two lines with one reference as a change of the first', async () => {
    const item = told(deps, diary);
    const saved = await save([item, { ...item, startsAt: item.startsAt + HOUR, endsAt: item.endsAt + HOUR }, item]);
    expect(saved.map((s) => s.result)).toEqual(['created', 'updated', 'updated']);
    expect(await row(saved[0]!.appointmentId)).toMatchObject({ version: 3, startsAt: item.startsAt });
  });

  it('replaces the plan, and asks for a new answer, when the time changes', async () => {
    const item = told(deps, diary);
    const { appointmentId } = await saveOne(item);
    await confirmAppointment(deps)({ appointmentId, actor: CUSTOMER });
    const later = { ...item, startsAt: item.startsAt + HOUR, endsAt: item.endsAt + HOUR };
    expect(await saveOne(later)).toMatchObject({ result: 'updated' });
    expect(await row(appointmentId)).toMatchObject({ version: 2, confirmedAt: null });
    // No older text went out, so it is a booking like any other.
    expect(await planned(appointmentId)).toEqual([
      'booked v2',
      'one_day_before v2',
      'same_day v2',
      'three_days_before v2',
    ]);
    expect((await messages(appointmentId)).filter((m) => m.version === 1).map((m) => m.status)).toEqual(
      Array(4).fill('superseded'),
    );
    const news = await deps.db.read((q) => q.select().from(q.tables.messageEvents));
    expect(news.filter((n) => n.status === 'superseded' && n.source === 'booking').length).toBeGreaterThanOrEqual(4);
  });

  it('says that the new text replaces the old one when one is out', async () => {
    const item = told(deps, diary);
    const { appointmentId } = await saveOne(item);
    await setMessages(appointmentId, 'sent');
    await saveOne({ ...item, mode: 'phone' });
    expect(await planned(appointmentId)).toContain('changed v2');
  });

  it('leaves the version and the answer alone when nobody would notice', async () => {
    const item = told(deps, diary);
    const { appointmentId } = await saveOne(item);
    await confirmAppointment(deps)({ appointmentId, actor: CUSTOMER });
    const before = await messages(appointmentId);
    expect(await saveOne({ ...item, purpose: 'Look at your CV', bring: '' })).toMatchObject({ result: 'updated' });
    expect(await row(appointmentId)).toMatchObject({ version: 1, purpose: 'Look at your CV', bring: '' });
    expect((await row(appointmentId)).confirmedAt).not.toBeNull();
    expect(await messages(appointmentId)).toEqual(before);
  });

  it('cancels what is planned, tells the person, and closes the calls about it', async () => {
    const item = told(deps, diary);
    const { appointmentId } = await saveOne(item);
    await declineAppointment(deps)({ appointmentId, actor: CUSTOMER });
    await saveOne({ ...item, status: 'cancelled_by_office' });
    expect(await row(appointmentId)).toMatchObject({ status: 'cancelled_by_office', version: 2 });
    expect((await messages(appointmentId)).filter((m) => m.version === 1).map((m) => m.status)).toEqual(
      Array(4).fill('cancelled'),
    );
    expect(await planned(appointmentId)).toEqual(['cancelled v2']);
    const links = await deps.db.read((q) => q.select().from(q.tables.appointmentLinks));
    expect(links.map((link) => link.tokenHash)).toContain(
      deps.vault.hashSecret(deps.vault.linkToken(appointmentId, 2)),
    );
    expect((await events(appointmentId)).map((e) => e.kind)).toEqual(['booked', 'cannot_come', 'cancelled']);
    const calls = await deps.db.read((q) =>
      q.select().from(q.tables.callList).where(eq(q.tables.callList.appointmentId, appointmentId)),
    );
    expect(calls).toMatchObject([{ reason: 'cannot_come', outcome: 'not_needed' }]);
    expect(await saveOne(item)).toMatchObject({ result: 'updated' });
    expect(await planned(appointmentId)).toContain('booked v3');
  });

  it('plans nothing for history', async () => {
    const past = { startsAt: deps.clock.now() - 30 * DAY };
    const saved = await save(
      (['booked', 'attended', 'failed_to_attend', 'rearranged', 'cancelled_by_office'] as const).map((status) =>
        told(deps, diary, { ...past, status }),
      ),
    );
    for (const { appointmentId } of saved) expect(await messages(appointmentId)).toEqual([]);
  });

  it('plans the text about a missed appointment when a file brings the news', async () => {
    const item = told(deps, diary, { startsAt: deps.clock.now() + HOUR });
    const { appointmentId } = await saveOne(item);
    deps.clock.advance(2 * HOUR);
    await saveOne({ ...item, status: 'failed_to_attend' });
    expect((await events(appointmentId)).at(-1)).toMatchObject({ kind: 'outcome_recorded' });
    expect(await planned(appointmentId)).toEqual(['missed v1']);
  });

  describe('a file that says the same every night', () => {
    it('does not take back an outcome that staff recorded, nor an undo of its own', async () => {
      const item = told(deps, diary, { startsAt: deps.clock.now() + HOUR });
      const { appointmentId } = await saveOne(item);
      deps.clock.advance(2 * HOUR);
      const place = { appointmentId, officeId: diary.office.id, actor: STAFF };
      await recordOutcome(deps)({ ...place, outcome: 'failed_to_attend' });
      expect(await saveOne(item)).toMatchObject({ result: 'unchanged' });
      expect(await row(appointmentId)).toMatchObject({ status: 'failed_to_attend' });

      await undoOutcome(deps)(place);
      const attended = { ...item, status: 'attended' as const };
      expect(await saveOne(attended)).toMatchObject({ result: 'updated' });
      await undoOutcome(deps)(place);
      expect(await saveOne(attended)).toMatchObject({ result: 'unchanged' });
      expect(await row(appointmentId)).toMatchObject({ status: 'booked' });
    });

    it('does not move a meeting back, but still brings other news about it', async () => {
      const item = told(deps, diary, { startsAt: Date.parse('2026-12-08T10:00:00Z') });
      const { appointmentId } = await saveOne(item);
      const chosen = Date.parse('2026-12-03T11:30:00Z');
      expect(await moveAppointment(deps)({ appointmentId, startsAt: chosen, actor: CUSTOMER })).toMatchObject({
        ok: true,
      });
      expect(await saveOne(item)).toMatchObject({ result: 'unchanged' });
      const other = await aMemberOfStaff(deps, diary.office.id);
      const news = { ...item, adviserId: other.id };
      expect(await saveOne(news)).toMatchObject({ result: 'updated' });
      expect(await row(appointmentId)).toMatchObject({ startsAt: chosen, adviserId: other.id, version: 3 });
      expect(await saveOne(news)).toMatchObject({ result: 'unchanged' });
      expect(await row(appointmentId)).toMatchObject({ startsAt: chosen, version: 3 });
    });
  });

  it('hears that the file has caught up with a move, and that it then goes back on it', async () => {
    const item = told(deps, diary, { startsAt: Date.parse('2026-12-09T10:00:00Z') });
    const { appointmentId } = await saveOne(item);
    const startsAt = Date.parse('2026-12-04T11:30:00Z');
    await moveAppointment(deps)({ appointmentId, startsAt, actor: CUSTOMER });
    expect(await saveOne({ ...item, startsAt, endsAt: startsAt + 30 * MINUTE })).toMatchObject({ result: 'unchanged' });
    expect(await events(appointmentId)).toHaveLength(2);
    expect(await saveOne(item)).toMatchObject({ result: 'updated' });
    expect(await row(appointmentId)).toMatchObject({ startsAt: item.startsAt, version: 3 });
  });

  it('keeps every character of what people wrote', async () => {
    const words = 'Bring “this”: \'a\' \\ "b"\n\tŵ ŷ 👋🏽 %s $1 -- ; drop';
    const { appointmentId } = await saveOne(told(deps, diary, { purpose: words, bring: '' }));
    expect(await row(appointmentId)).toMatchObject({ purpose: words, bring: '' });
  });

  it('lets two imports of the same new references end with one of each', async () => {
    const list = Array.from({ length: 40 }, () => told(deps, diary));
    const results = await Promise.all([save(list), save([...list].reverse()), save(list)]);
    expect(results.flat().filter((s) => s.result === 'created')).toHaveLength(40);
    expect(new Set(results.flat().map((s) => s.appointmentId)).size).toBe(40);
    for (const { appointmentId } of results[0]!) expect(await planned(appointmentId)).toHaveLength(4);
  });

  it('saves more than fit one statement, first as new, then as changed', async () => {
    const list = Array.from({ length: 1_200 }, (_, index) =>
      told(deps, diary, { startsAt: deps.clock.now() + 7 * DAY + index * MINUTE }),
    );
    const results = async (items: AppointmentToSave[]) => [...new Set((await save(items)).map((s) => s.result))];
    expect(await results(list)).toEqual(['created']);
    expect(await results(list)).toEqual(['unchanged']);
    const moved = list.map((item) => ({ ...item, startsAt: item.startsAt + HOUR, endsAt: item.endsAt + HOUR }));
    expect(await results(moved)).toEqual(['updated']);
    const [last] = await save([moved.at(-1)!]);
    expect(await planned(last!.appointmentId)).toHaveLength(4);
  });
});
