import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '~/domain/clock';
import { confirmAppointment } from '~/services/confirm-appointment.server';
import { declineAppointment } from '~/services/decline-appointment.server';
import { receiveReply } from '~/services/receive-reply.server';
import { recordCall } from '~/services/record-call.server';
import { pauseSending } from '~/services/stop-sending.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import type { TestEngine } from '../support/engine';
import { aMemberOfStaff, anAppointment, anOffice } from '../support/factories';
import { anOfficeInTrouble, memberOf, type OfficeInTrouble } from '../support/trouble';

const MOBILE = '+447700900123';
const CUSTOMER = { kind: 'link' as const, id: null };

describeOnBothDatabases('messages in trouble', (dialect) => {
  let database: TestDatabase;
  let office: OfficeInTrouble;
  let engine: OfficeInTrouble['engine'];
  let sioned: OfficeInTrouble['sioned'];
  let due: OfficeInTrouble['due'];
  let rows: OfficeInTrouble['rows'];
  let view: OfficeInTrouble['view'];
  let news: OfficeInTrouble['news'];

  beforeEach(async () => {
    database = await newDatabase(dialect);
    office = await anOfficeInTrouble(database);
    ({ engine, sioned, due, rows, view, news } = office);
  });
  afterEach(() => database.drop());

  describe('the engine itself comes into', () => {
    it('nothing, while all is well', async () => {
      const { message } = await engine.due();
      expect(await rows()).toEqual([]);
      await engine.send();
      expect(await rows()).toEqual([]);
      await news(message.id, 'delivered');
      expect(await rows()).toEqual([]);
    });
    it('a text that is not delivered; then the call that stands in for it', async () => {
      const { message } = await engine.due();
      await engine.send();
      await news(message.id, 'undelivered', '30003');
      expect(await rows()).toEqual(['not_delivered again']);
      await engine.send();
      expect(await rows()).toEqual(['not_delivered call Sioned']);
      const [row] = (await view()).rows;
      expect(row).toMatchObject({
        ...{ cancelled: false, customer: { lastName: 'Hughes' }, adviser: { lastName: 'Parry' } },
        message: { rule: 'one_day_before', channel: 'sms', reason: 'undelivered:30003' },
        call: { overdue: false },
      });
    });
    it('a number that does not exist', async () => {
      office.answers({ kind: 'rejected', cause: 'person', code: '21211', detail: '' });
      await engine.due();
      await engine.send();
      expect(await rows()).toEqual(['failed again']);
      await engine.send();
      expect(await rows()).toEqual(['failed call Sioned']);
    });
    it('a number that has said STOP', async () => {
      await engine.due();
      await receiveReply(engine.deps)({ providerId: 'SM-in', from: MOBILE, body: 'STOP' });
      await engine.send();
      expect(await rows()).toEqual(['opted_out call Sioned']);
    });
    it('somebody without a number, and somebody to whom nothing may be sent', async () => {
      const nobody = await engine.customer({});
      await engine.due({ customerId: nobody.id });
      const quiet = await engine.customer({ mobile: '+447700900124', noMessages: true });
      await engine.due({ customerId: quiet.id, appointment: { startsAt: engine.deps.clock.now() + 25 * HOUR } });
      await engine.send();
      expect(await rows()).toEqual(['no_number call Sioned', 'safety call Sioned']);
    });
    it('no receipt, and the provider that will be asked', async () => {
      await engine.due();
      await engine.send();
      engine.deps.clock.advance(59 * MINUTE);
      expect(await rows()).toEqual([]);
      engine.deps.clock.advance(MINUTE);
      expect((await rows()).map((row) => row.split(' ')[0])).toEqual(['no_receipt']);
    });
    it('an outcome that stays unknown', async () => {
      office.answers({ kind: 'unknown', detail: 'timeout' });
      await engine.due();
      await engine.send();
      expect(await rows()).toEqual([]);
      engine.deps.clock.advance(10 * MINUTE);
      await engine.reconcile();
      expect(await rows()).toEqual(['unknown asking']);
    });
    it('a worker that never came back', async () => {
      const { message } = await engine.due();
      const { messages } = database.db.tables;
      const claimed = { status: 'claimed' as const, claimedAt: engine.deps.clock.now(), channel: 'sms' as const };
      await database.db.write((q) => q.update(messages).set(claimed).where(eq(messages.id, message.id)));
      engine.deps.clock.advance(9 * MINUTE);
      expect(await rows()).toEqual([]);
      engine.deps.clock.advance(MINUTE);
      expect(await rows()).toEqual(['unknown asking']);
    });
    it('a provider that is down', async () => {
      office.answers({ kind: 'try_later', code: '503', detail: '', retryAfterMs: 30 * MINUTE });
      await due();
      await engine.send();
      expect(await rows()).toEqual(['failed again']);
      await due();
      await engine.send();
      expect(await rows()).toEqual(['failed again', 'provider_down waits']);
    });
    it('a pause, seen as soon as it is due', async () => {
      await engine.due({ notBefore: engine.deps.clock.now() + MINUTE });
      await pauseSending(engine.deps)({ scope: 'all', by: 'an operator' });
      expect(await rows()).toEqual([]);
      engine.deps.clock.advance(MINUTE);
      expect(await rows()).toEqual(['paused waits']);
    });
    it('no worker at all: late, and at last out of time', async () => {
      const { appointment } = await engine.due({ sendBy: engine.deps.clock.now() + HOUR });
      engine.deps.clock.advance(6 * MINUTE);
      expect(await rows()).toEqual(['late waits']);
      engine.deps.clock.advance(40 * MINUTE);
      expect(await rows()).toEqual(['late nobody']);
      engine.deps.clock.advance(HOUR);
      await engine.send();
      expect(await rows()).toEqual(['expired call Sioned']);
      engine.deps.clock.set(new Date(appointment.startsAt).toISOString());
      expect(await rows()).toEqual([]);
    });
    it('a cancelled meeting that somebody may come to for nothing', async () => {
      const { appointment, message } = await engine.due({
        rule: 'cancelled',
        appointment: { status: 'cancelled_by_office' },
      });
      await engine.send();
      await news(message.id, 'undelivered', '30003');
      const [row] = (await view()).rows;
      expect(row).toMatchObject({ id: appointment.id, cancelled: true, cause: 'not_delivered' });
    });
  });

  describe('a text that did not arrive', () => {
    async function lost(fields: Parameters<TestEngine['due']>[0] = {}) {
      const sent = await due(fields);
      await engine.send();
      await news(sent.message.id, 'undelivered', '30003');
      await engine.send();
      engine.deps.clock.advance(MINUTE);
      return sent;
    }

    it('is over when they confirm, when they cannot come, and when somebody has told them', async () => {
      const by = { actor: CUSTOMER };
      const [confirms, declines] = [await lost(), await lost()];
      const told = await lost();
      expect(await rows()).toHaveLength(3);
      await confirmAppointment(engine.deps)({ appointmentId: confirms.appointment.id, ...by });
      await declineAppointment(engine.deps)({ appointmentId: declines.appointment.id, ...by });
      const calls = await engine.deps.db.read((q) =>
        q.select().from(q.tables.callList).where(eq(q.tables.callList.appointmentId, told.appointment.id)),
      );
      expect((await view()).rows.map(({ id }) => id)).toEqual([told.appointment.id]);
      const made = { staff: sioned, outcome: 'left_word' as const, contactPointId: null, seen: 0 };
      await recordCall(engine.deps)({ ...made, callId: calls[0]!.id });
      expect(await rows()).toEqual([]);
    });
    it('is no news once the meeting has moved: the message about the new time is what counts', async () => {
      const { appointment } = await lost();
      const { appointments } = database.db.tables;
      await database.db.write((q) =>
        q.update(appointments).set({ version: 2 }).where(eq(appointments.id, appointment.id)),
      );
      expect(await rows()).toEqual([]);
    });
  });

  it('an adviser sees their own customers, or the office’s; nobody another office’s; the soonest first', async () => {
    office.answers({ kind: 'rejected', cause: 'person', code: '21211', detail: '' });
    const { now } = engine.deps.clock;
    const rhys = await aMemberOfStaff(engine.deps, engine.office.id, { firstName: 'Rhys' });
    const at = async (startsAt: number, adviserId = engine.adviser.id, officeId = engine.office.id) => {
      const { id: customerId } = await engine.customer({ mobile: office.newMobile() });
      const appointment = await anAppointment(engine.deps, { customerId, adviserId, officeId }, { startsAt });
      await engine.remind(appointment);
      return appointment.id;
    };
    const elsewhere = await anOffice(engine.deps);
    const stranger = await aMemberOfStaff(engine.deps, elsewhere.id);
    const later = await at(now() + 3 * DAY);
    const soon = await at(now() + 2 * HOUR);
    const rhyss = await at(now() + DAY, rhys.id);
    const theirs = await at(now() + DAY, stranger.id, elsewhere.id);
    const far = await at(now() + 7 * DAY);
    await engine.send();

    const ids = async (...of: Parameters<typeof view>) => (await view(...of)).rows.map(({ id }) => id);
    expect(await ids()).toEqual([soon, later]);
    expect(await ids({ show: 'office' })).toEqual([soon, rhyss, later]);
    expect(await ids({}, memberOf(rhys, 'manager'))).toEqual([soon, rhyss, later]);
    expect(await ids({ show: 'mine' }, memberOf(rhys, 'manager'))).toEqual([rhyss]);
    expect(await ids({}, memberOf(stranger, 'adviser'))).toEqual([theirs]);
    expect((await view()).counts).toEqual({ mine: 2, office: 3 });
    engine.deps.clock.advance(1);
    expect(await ids()).toEqual([soon, later, far]);
  });

  it('is counted and chosen by cause, and today’s messages by how they stand', async () => {
    const { now } = engine.deps.clock;
    const arrives = await due();
    const silent = await due();
    const lost = await due();
    await engine.send();
    await news(arrives.message.id, 'delivered');
    await news(lost.message.id, 'undelivered', '30003');
    await engine.send();
    engine.deps.clock.advance(HOUR);
    await due({ notBefore: now() + HOUR });
    await due({ notBefore: now() + DAY, sendBy: now() + 23 * HOUR });

    const all = await view();
    expect(all.causes).toEqual([
      { cause: 'not_delivered', count: 1 },
      { cause: 'no_receipt', count: 1 },
    ]);
    expect(all.today).toEqual({ arrived: 1, on_the_way: 1, in_trouble: 1, to_call: 1 });
    const chosen = await view({ cause: 'no_receipt' });
    expect(chosen.rows.map(({ id }) => id)).toEqual([silent.appointment.id]);
    expect(chosen).toMatchObject({ total: 1, counts: { mine: 2, office: 2 } });
    expect((await view({ cause: 'paused' })).rows).toEqual([]);
  });

  it('looking is on record', async () => {
    await view({ show: 'office' });
    const entries = await engine.deps.db.read((q) => q.select().from(q.tables.auditEntries));
    expect(entries.at(-1)).toMatchObject({ action: 'messages_in_trouble.read', subjectId: engine.office.id, detail: 'office' }); // prettier-ignore
  });
});
