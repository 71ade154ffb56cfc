import { afterEach, beforeEach, expect, it } from 'vitest';
import { HOUR, MINUTE } from '~/domain/clock';
import { askForCall } from '~/services/ask-for-call.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { aMemberOfStaff, anOffice } from '../support/factories';
import { anOfficeInTrouble, memberOf, type OfficeInTrouble } from '../support/trouble';

describeOnBothDatabases('asking somebody to phone', (dialect) => {
  let database: TestDatabase;
  let engine: OfficeInTrouble['engine'];
  let sioned: OfficeInTrouble['sioned'];
  let due: OfficeInTrouble['due'];
  let rows: OfficeInTrouble['rows'];
  let news: OfficeInTrouble['news'];

  beforeEach(async () => {
    database = await newDatabase(dialect);
    ({ engine, sioned, due, rows, news } = await anOfficeInTrouble(database));
  });
  afterEach(() => database.drop());

  const ask = (appointmentId: string, staff = sioned) => askForCall(engine.deps)({ staff, appointmentId });
  const calls = () => engine.deps.db.read((q) => q.select().from(q.tables.callList));
  const audited = async () =>
    (await engine.deps.db.read((q) => q.select().from(q.tables.auditEntries)))
      .filter(({ action }) => action === 'call.asked_for')
      .map(({ actorId, subjectId, detail }) => [actorId, subjectId, detail]);

  async function silent() {
    const sent = await due();
    await engine.send();
    engine.deps.clock.advance(HOUR);
    return sent;
  }

  it('puts them on their adviser’s list, once, on record; then the row says who phones', async () => {
    const { appointment, message } = await silent();
    const two = await Promise.all([ask(appointment.id), ask(appointment.id)]);
    expect(two.map((result) => result.ok && result.changed).sort()).toEqual([false, true]);
    expect(await ask(appointment.id)).toEqual({ ok: true, changed: false });
    expect(await calls()).toMatchObject([
      {
        ...{ reason: 'not_confirmed', ownerId: engine.adviser.id, messageId: message.id, doneAt: null },
        // They meet at ten tomorrow, too soon after the office opens.
        dueAt: Date.parse('2026-11-24T17:00:00Z'),
      },
    ]);
    expect(await rows()).toEqual(['no_receipt call Sioned']);
    expect(await audited()).toEqual([[sioned.id, appointment.id, 'no_receipt']]);
  });
  it('is not another call beside the engine’s own, before or after it', async () => {
    const sent = await silent();
    await ask(sent.appointment.id);
    await news(sent.message.id, 'undelivered', '30003');
    await engine.send();
    expect(await calls()).toHaveLength(1);
    expect(await rows()).toEqual(['not_delivered call Sioned']);
  });
  it('closes itself when the message arrives after all; and then there is nothing to ask for', async () => {
    const { appointment, message } = await silent();
    await ask(appointment.id);
    await news(message.id, 'delivered');
    expect(await calls()).toMatchObject([{ outcome: 'not_needed' }]);
    expect(await ask(appointment.id)).toEqual({ ok: false, reason: 'settled' });
  });
  it('of a message that came too late, while the office is open before they meet; for their safety in person', async () => {
    const { appointment } = await engine.due({ sendBy: engine.deps.clock.now() + MINUTE });
    engine.deps.clock.advance(HOUR);
    await database.db.write((q) => q.update(q.tables.customers).set({ noMessages: true }));
    await ask(appointment.id);
    expect(await calls()).toMatchObject([{ reason: 'safety', dueAt: Date.parse('2026-11-24T17:00:00Z') }]);
  });
  it('is for the own office only', async () => {
    const { appointment } = await silent();
    const elsewhere = await anOffice(engine.deps);
    const stranger = memberOf(await aMemberOfStaff(engine.deps, elsewhere.id), 'manager');
    expect(await ask(appointment.id, stranger)).toEqual({ ok: false, reason: 'not_found' });
    expect(await ask('nothing', sioned)).toEqual({ ok: false, reason: 'not_found' });
    expect(await calls()).toEqual([]);
  });
});
