import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { openDatabase } from '@db/client.server';
import { DAY, HOUR } from '~/domain/clock';
import { answerOffer } from '~/services/answer-offer.server';
import { bookAppointment } from '~/services/book-appointment.server';
import { listFreeTimes } from '~/services/list-free-times.server';
import { moveAppointment } from '~/services/move-appointment.server';
import { offerSlotNow } from '~/services/offer-as-staff.server';
import { offerFreedTimes } from '~/services/offer-freed-times.server';
import { receiveReply } from '~/services/receive-reply.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { anAppointment } from '../support/factories';
import { aFreedTimesWorld, NOW, type FreedTimesWorld } from '../support/freed-times-world';

const TOMORROW_AT_TEN = NOW + 25 * HOUR;

describeOnBothDatabases('a time that comes free', (dialect) => {
  let database: TestDatabase;
  let world: FreedTimesWorld;
  beforeEach(async () => {
    database = await newDatabase(dialect);
    world = await aFreedTimesWorld(database);
  });
  afterEach(() => database.drop());

  const say = async (firstName: string, answer: 'yes' | 'no', deps = world.deps) => {
    const { id: offerId, customerId } = await world.offerOf(firstName);
    return answerOffer(deps)({ offerId, answer, actor: { kind: 'link', id: customerId } });
  };
  const move = (id: string, startsAt: number, kind: 'staff' | 'customer' = 'staff') =>
    moveAppointment(world.deps)({ appointmentId: id, startsAt, actor: { kind, id: null }, override: kind === 'staff' });
  let texts = 0;
  const writes = async (from: string, body: string) =>
    (await receiveReply(world.deps)({ providerId: `SM-${(texts += 1)}`, from, body })).meaning;

  describe('is offered', () => {
    it('to three who waited longest, by text, and kept for two hours; then to the next', async () => {
      for (const name of ['Aled', 'Bryn', 'Cai', 'Dewi']) await world.waits(name);
      await world.freed();
      expect(await world.round()).toBe(3);
      expect(await world.round()).toBe(0);
      expect(await world.story()).toEqual(['Aled offered', 'Bryn offered', 'Cai offered']);
      await world.engine.send();
      expect(world.engine.sms.sent.map(({ body }) => body.replace(/\/o\/\w+/, '/o/…'))[0]).toBe(
        'Hi Aled, a sooner time with Sioned: Tuesday 24 November, 10am. Reply 5 to take it, 6 to keep yours, by 11am. https://waymark.example/o/…',
      );
      expect(await say('Aled', 'no')).toBe('declined');
      world.deps.clock.advance(2 * HOUR - 1);
      expect(await world.round()).toBe(0);
      world.deps.clock.advance(1);
      expect(await world.round()).toBe(1);
      expect(await world.story()).toEqual(['Aled declined', 'Bryn lapsed', 'Cai lapsed', 'Dewi offered']);
      expect(await say('Bryn', 'yes')).toBe('lapsed');
      world.deps.clock.advance(2 * HOUR);
      expect(await world.round()).toBe(0);
      expect(await world.slots()).toMatchObject([{ endedAt: null, filledBy: null }]);
    });

    it('to the others at once when all have said no', async () => {
      for (const name of ['Aled', 'Bryn', 'Cai', 'Dewi']) await world.waits(name);
      await world.freed();
      await world.round();
      for (const name of ['Aled', 'Bryn', 'Cai']) await say(name, 'no');
      expect(await world.round()).toBe(1);
    });

    it('by a colleague who phones to who gets no texts, while the office is open, in the same line', async () => {
      await world.waits('Aled', { customer: { landline: '+441632960111' } });
      await world.waits('Bryn');
      await world.freed();
      expect(await world.round()).toBe(2);
      const calls = await world.deps.db.read((q) => q.select().from(q.tables.callList));
      expect(calls).toMatchObject([{ reason: 'earlier_time', dueAt: NOW + 2 * HOUR, ownerId: world.adviser.id }]);
      const offer = await world.offerOf('Aled');
      expect((await world.engine.row(offer.messageId!)).channel).toBe('call_list');
      expect(await say('Bryn', 'yes')).toBe('accepted');
      expect(await world.deps.db.read((q) => q.select().from(q.tables.callList))).toMatchObject([
        { outcome: 'not_needed' },
      ]);
    });

    test.each<[string, Parameters<FreedTimesWorld['waits']>[1]]>([
      ['nothing may be sent, for safety', { customer: { mobile: '+447700900199', noMessages: true } }],
      ['nobody has a number or address', { customer: {} }],
      ['it is a quiet time of their own', { customer: { mobile: '+447700900199', quietFrom: '10:30', quietTo: '11:30' } }], // prettier-ignore
      ['the meeting is with the same adviser, but sooner', { appointment: { startsAt: NOW + 5 * HOUR } }],
    ])('not where %s', async (_why, options) => {
      await world.waits('Aled', options);
      await world.freed();
      expect(await world.round()).toBe(0);
      expect(await world.offers()).toEqual([]);
    });

    it('not to who said STOP, but to the next', async () => {
      const aled = await world.waits('Aled');
      await world.waits('Bryn');
      await writes(aled.mobile, 'STOP');
      await world.freed();
      // Nine in the morning: Aled is asked by phone, as everybody who gets no texts.
      await world.round();
      const [first] = await world.offers();
      expect(first).toMatchObject({ firstName: 'Aled', offer: { tokenHash: null } });
      expect(await world.story()).toEqual(['Aled offered', 'Bryn offered']);
      await world.engine.send();
      expect(world.engine.sms.sent.filter(({ recipient }) => recipient === aled.mobile)).toEqual([]);
    });

    it('not at night, nor so late that the hold would run into it', async () => {
      await world.waits('Aled');
      await world.freed(NOW + 3 * DAY);
      for (const time of ['18:01', '23:30']) {
        world.deps.clock.set(`2026-11-23T${time}:00Z`);
        expect(await world.round()).toBe(0);
      }
      world.deps.clock.set('2026-11-24T08:00:00Z');
      expect(await world.round()).toBe(1);
    });

    it('twice a week to one person at most, even by two workers at once, and one at a time', async () => {
      await world.waits('Aled');
      const second = openDatabase(database.url);
      const other = testDeps(second, { senders: world.deps.senders });
      for (let n = 0; n < 4; n += 1) await world.freed(NOW + 2 * DAY + n * HOUR);
      for (let hours = 0; hours < 24; hours += 2) {
        other.clock.set(world.deps.clock.now());
        await Promise.all([world.round(), offerFreedTimes(other)()]);
        expect((await world.story()).filter((one) => one === 'Aled offered').length).toBeLessThanOrEqual(1);
        world.deps.clock.advance(2 * HOUR);
      }
      expect(await world.offers()).toHaveLength(2);
      await second.close();
    });

    it('once, however many workers look at it at once', async () => {
      for (const name of ['Aled', 'Bryn', 'Cai', 'Dewi', 'Elin']) await world.waits(name);
      await world.freed();
      const second = openDatabase(database.url);
      const other = testDeps(second, { senders: world.deps.senders });
      other.clock.set(NOW);
      await Promise.all([world.round(), offerFreedTimes(other)(), world.round(), offerFreedTimes(other)()]);
      expect(await world.story()).toEqual(['Aled offered', 'Bryn offered', 'Cai offered']);
      await second.close();
    });

    it('to the next when the text did not arrive', async () => {
      for (const name of ['Aled', 'Bryn', 'Cai', 'Dewi']) await world.waits(name);
      await world.freed();
      await world.round();
      await world.deps.db.write((q) => q.update(q.tables.messages).set({ status: 'undelivered' }));
      expect(await world.round()).toBe(1);
      expect(await world.story()).toEqual(['Aled lapsed', 'Bryn lapsed', 'Cai lapsed', 'Dewi offered']);
    });
  });

  describe('is there', () => {
    it('when a meeting is called off, moved by staff, or moved by its customer; not within four hours, nor in a group', async () => {
      await world.freed();
      const two = await world.waits('Aled', { appointment: { startsAt: NOW + 2 * DAY } });
      await move(two.id, NOW + 3 * DAY);
      const three = await world.waits('Bryn', { appointment: { startsAt: NOW + 2 * DAY + HOUR } });
      await move(three.id, NOW + 4 * DAY, 'customer');
      await world.freed(NOW + 4 * HOUR - 1);
      await world.freed(NOW + 5 * HOUR, { groupId: 'a-session' });
      expect((await world.slots()).map(({ startsAt }) => startsAt).sort()).toEqual([
        TOMORROW_AT_TEN,
        NOW + 2 * DAY,
        NOW + 2 * DAY + HOUR,
      ]);
    });

    it('not when its meeting is on again, or the adviser is on leave', async () => {
      await world.waits('Aled');
      const row = await world.freed();
      await world.round();
      await world.tell({ ...row, status: 'booked' });
      expect(await world.slots()).toMatchObject([{ filledBy: null, endedAt: NOW }]);
      expect(await world.story()).toEqual(['Aled gone']);

      await world.waits('Bryn');
      await world.freed(NOW + 2 * DAY);
      const leave = { id: 'leave', adviserId: world.adviser.id, kind: 'leave' as const, createdAt: NOW };
      await world.round();
      await world.deps.db.write((q) => q.insert(q.tables.diaryExceptions).values({ ...leave, fromOn: '2026-11-25', untilOn: '2026-11-25' })); // prettier-ignore
      expect(await say('Bryn', 'yes')).toBe('gone');
      await world.round();
      expect((await world.slots()).every(({ endedAt }) => endedAt !== null)).toBe(true);
    });

    it('not when the adviser has left: the time ends, and is not offered again by hand', async () => {
      await world.waits('Aled');
      await world.freed();
      await world.deps.db.write((q) =>
        q.update(q.tables.staff).set({ active: false }).where(eq(q.tables.staff.id, world.adviser.id)),
      );
      expect(await world.round()).toBe(0);
      expect(await world.slots()).toMatchObject([{ filledBy: null, endedAt: NOW }]);
      const staff = { officeId: world.office.id } as Parameters<ReturnType<typeof offerSlotNow>>[0]['staff'];
      await offerSlotNow(world.deps)({ staff, slotId: (await world.slots())[0]!.id });
      expect(await world.story()).toEqual([]);
    });

    it('until it is too late', async () => {
      await world.freed(NOW + 5 * HOUR);
      world.deps.clock.advance(HOUR + 1);
      await world.waits('Aled');
      expect(await world.round()).toBe(0);
      expect(await world.slots()).toMatchObject([{ filledBy: null, endedAt: NOW + HOUR + 1 }]);
    });

    it('again when it comes free again; who was asked about it before is not asked twice', async () => {
      await world.waits('Aled');
      await world.waits('Bryn');
      await world.freed();
      await world.round();
      await say('Aled', 'yes');
      await move((await world.offerOf('Aled')).appointmentId, NOW + 3 * DAY);
      await world.round();
      const { freedSlots, slotOffers } = world.deps.db.tables;
      const times = await world.deps.db.read((q) =>
        q
          .select({ at: freedSlots.startsAt, to: slotOffers.customerId })
          .from(slotOffers)
          .innerJoin(freedSlots, eq(freedSlots.id, slotOffers.slotId)),
      );
      expect(times.filter(({ at }) => at === TOMORROW_AT_TEN)).toHaveLength(2);
      expect(
        (await world.slots()).filter(({ startsAt, filledBy }) => startsAt === TOMORROW_AT_TEN && filledBy === null),
      ).toHaveLength(1);
    });
  });

  describe('while people think about it', () => {
    it('is free to those who were asked alone; staff may take it, and who says yes then hears that it is gone', async () => {
      const aled = await world.waits('Aled');
      const { id: otherId } = await anAppointment(
        world.deps,
        { ...world.team, customerId: (await world.engine.customer({ firstName: 'Ffion' })).id },
        { startsAt: NOW + 8 * DAY },
      );
      await world.freed();
      await world.round();
      const timesOf = async (appointmentId: string) =>
        (await listFreeTimes(world.deps)({ appointmentId })).map(({ startsAt }) => startsAt);
      const early = { before: TOMORROW_AT_TEN + HOUR };
      const hasIt = async (appointmentId: string) =>
        (await listFreeTimes(world.deps)({ appointmentId, ...early })).some(({ startsAt }) => startsAt === TOMORROW_AT_TEN); // prettier-ignore
      expect((await timesOf(otherId)).length).toBeGreaterThan(0);
      expect(await move(otherId, TOMORROW_AT_TEN, 'customer')).toEqual({ ok: false, reason: 'taken' });
      expect(await hasIt(otherId)).toBe(false);
      const booked = await bookAppointment(world.deps)({
        ...{ ...world.team, customerId: (await world.engine.customer({ firstName: 'Gwen' })).id, kind: 'review' },
        ...{ mode: 'in_person', purpose: '', startsAt: TOMORROW_AT_TEN, durationMinutes: 30 },
        actor: { kind: 'staff', id: world.adviser.id },
      });
      expect(booked).toMatchObject({ ok: true });
      expect(await world.slots()).toMatchObject([{ filledBy: booked.ok && booked.appointmentId, endedAt: NOW }]);
      expect(await say('Aled', 'yes')).toBe('gone');
      expect(await world.startOf(aled.id)).toBe(aled.startsAt);
      await world.engine.send();
      // Gone before it went: nobody is written to.
      expect(world.engine.sms.sent).toEqual([]);
    });

    it('is theirs who picks it among the free times, as if they had said yes', async () => {
      const aled = await world.waits('Aled');
      await world.waits('Bryn');
      await world.freed();
      await world.round();
      expect(await move(aled.id, TOMORROW_AT_TEN, 'customer')).toMatchObject({ ok: true });
      expect(await world.story()).toEqual(['Aled accepted', 'Bryn gone']);
    });

    it('is theirs no more who have moved elsewhere', async () => {
      const aled = await world.waits('Aled');
      await world.freed();
      await world.round();
      await move(aled.id, NOW + 9 * DAY);
      expect(await world.story()).toEqual(['Aled gone']);
      expect(await say('Aled', 'yes')).toBe('gone');
      expect(await world.startOf(aled.id)).toBe(NOW + 9 * DAY);
    });
  });
});
