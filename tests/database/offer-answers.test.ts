import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '@db/client.server';
import { DAY, HOUR, MINUTE } from '~/domain/clock';
import { answerOffer } from '~/services/answer-offer.server';
import { receiveReply } from '~/services/receive-reply.server';
import { viewOffer } from '~/services/view-offer.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aMemberOfStaff, anAppointment } from '../support/factories';
import { aFreedTimesWorld, NOW, type FreedTimesWorld } from '../support/freed-times-world';

const TOMORROW_AT_TEN = NOW + 25 * HOUR;

describeOnBothDatabases('an offer of an earlier time', (dialect) => {
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
  let texts = 0;
  const writes = async (from: string, body: string) =>
    (await receiveReply(world.deps)({ providerId: `SM-${(texts += 1)}`, from, body })).meaning;

  describe('goes to the first yes', () => {
    it('who is told of the change, and whose own time comes free in turn; the chain ends', async () => {
      const aled = await world.waits('Aled', { appointment: { startsAt: NOW + 4 * DAY } });
      await world.waits('Bryn', { appointment: { startsAt: NOW + 5 * DAY } });
      await world.waits('Cai', { appointment: { startsAt: NOW + 6 * DAY }, askedAgo: 1 });
      await world.freed();
      await world.round();
      await world.engine.send();
      expect(await say('Aled', 'yes')).toBe('accepted');
      expect(await say('Aled', 'yes')).toBe('accepted');
      expect(await say('Bryn', 'yes')).toBe('gone');
      expect(await world.startOf(aled.id)).toBe(TOMORROW_AT_TEN);
      await world.engine.send();
      const changed = world.engine.sms.sent.filter(({ recipient }) => recipient === aled.mobile).at(-1);
      expect(changed?.body).toContain('on Tuesday 24 November at 10am');
      expect((await world.slots()).map(({ startsAt, filledBy }) => [startsAt, filledBy])).toEqual([
        [TOMORROW_AT_TEN, aled.id],
        [NOW + 4 * DAY, null],
      ]);
      expect(await world.round()).toBe(2);
      expect(await say('Cai', 'yes')).toBe('accepted');
      await world.round();
      // Bryn was asked twice this week and keeps the time; nobody is left to ask.
      expect(await world.round()).toBe(0);
      expect(await world.slots()).toHaveLength(3);
    });

    async function isBusyThen(customerId: string) {
      const colleague = await aMemberOfStaff(world.deps, world.office.id);
      const elsewhere = { officeId: world.office.id, adviserId: colleague.id, customerId };
      await anAppointment(world.deps, elsewhere, { startsAt: TOMORROW_AT_TEN });
    }
    it('but not to somebody who has another meeting then by now', async () => {
      const aled = await world.waits('Aled');
      await world.freed();
      await world.round();
      await isBusyThen(aled.customerId);
      expect(await say('Aled', 'yes')).toBe('gone');
      expect(await world.startOf(aled.id)).toBe(aled.startsAt);
    });

    it('and nobody phones any more about a time that they cannot have after all', async () => {
      const aled = await world.waits('Aled', { customer: { landline: '+441632960111' } });
      await world.freed();
      await world.round();
      await isBusyThen(aled.customerId);
      expect(await say('Aled', 'yes')).toBe('gone');
      const calls = await world.deps.db.read((q) => q.select().from(q.tables.callList));
      expect(calls).toMatchObject([{ reason: 'earlier_time', outcome: 'not_needed' }]);
    });

    it('of two portals at once, 50 times', { timeout: 120_000 }, async () => {
      const second = openDatabase(database.url);
      const portals = [testDeps(database.db), testDeps(second)];
      for (let round = 0; round < 50; round += 1) {
        for (const portal of portals) portal.clock.set(NOW);
        const at = NOW + DAY + (round % 7) * HOUR + Math.floor(round / 7) * DAY * 7;
        const slotAt = at < NOW + 13 * DAY ? at : NOW + DAY + (round % 7) * HOUR;
        const people = [await world.waits(`A${round}`), await world.waits(`B${round}`)];
        const row = await world.freed(slotAt);
        const slot = (await world.slots()).find(({ appointmentId }) => appointmentId === row.id)!;
        const ids = people.map((_, n) => `offer-${round}-${n}`);
        await world.deps.db.write(async (q) => {
          for (const [n, { id: appointmentId, customerId }] of people.entries())
            await q.insert(q.tables.slotOffers).values({
              ...{ id: ids[n]!, slotId: slot.id, customerId, appointmentId, status: 'offered' as const },
              ...{ offeredAt: NOW, heldUntil: NOW + 2 * HOUR },
            });
        });
        const answers = await Promise.all(
          people.map(({ customerId }, n) =>
            answerOffer(portals[n]!)({ offerId: ids[n]!, answer: 'yes', actor: { kind: 'link', id: customerId } }),
          ),
        );
        expect(answers.toSorted()).toEqual(['accepted', 'gone']);
        const winner = people[answers.indexOf('accepted')]!;
        const loser = people[answers.indexOf('gone')]!;
        expect(await world.startOf(winner.id)).toBe(slotAt);
        expect(await world.startOf(loser.id)).toBe(loser.startsAt);
        // The next round wants the time again, and to be asked.
        await world.deps.db.write(async (q) => {
          const { appointments, freedSlots } = q.tables;
          for (const { id } of people)
            await q.update(appointments).set({ status: 'cancelled_by_office' }).where(eq(appointments.id, id));
          await q.update(freedSlots).set({ endedAt: NOW, filledBy: winner.id });
        });
      }
      await second.close();
    });
  });

  describe('may be answered by text', () => {
    const asked = async () => {
      const aled = await world.waits('Aled');
      await world.freed();
      await world.round();
      await world.engine.send();
      world.deps.clock.advance(MINUTE);
      return aled;
    };
    const lastText = async () => {
      await world.engine.send();
      return world.engine.sms.sent.at(-1)!.body;
    };

    it('with 5 for yes, once', async () => {
      const aled = await asked();
      expect(await writes(aled.mobile, '5')).toBe('offer');
      expect(await writes(aled.mobile, '5')).toBe('offer');
      expect(await world.startOf(aled.id)).toBe(TOMORROW_AT_TEN);
      expect(await lastText()).toContain('on Tuesday 24 November at 10am');
    });

    it('which answers what the text said, not an offer whose own text has not gone yet', async () => {
      const aled = await asked();
      const row = await world.freed(TOMORROW_AT_TEN + 2 * HOUR);
      const slot = (await world.slots()).find(({ appointmentId }) => appointmentId === row.id)!;
      await world.deps.db.write((q) =>
        q.insert(q.tables.slotOffers).values({
          ...{ id: 'later', slotId: slot.id, customerId: aled.customerId, appointmentId: aled.id, status: 'offered' },
          ...{ offeredAt: NOW + MINUTE, heldUntil: NOW + 2 * HOUR, tokenHash: 'later', messageId: 'later' },
        }),
      );
      expect(await writes(aled.mobile, '5')).toBe('offer');
      expect(await world.startOf(aled.id)).toBe(TOMORROW_AT_TEN);
    });

    it('also when it was sent again', async () => {
      const aled = await asked();
      const again = 'again';
      await world.deps.db.write(async (q) => {
        const [first] = await q.select().from(q.tables.messages).where(eq(q.tables.messages.purpose, 'offer'));
        const claimedAt = first!.claimedAt! + 1;
        await q.insert(q.tables.messages).values({ ...first!, id: again, providerId: again, attempt: 2, claimedAt });
        await q.update(q.tables.messages).set({ status: 'failed' }).where(eq(q.tables.messages.id, first!.id));
      });
      expect(await writes(aled.mobile, '5')).toBe('offer');
      expect(await world.startOf(aled.id)).toBe(TOMORROW_AT_TEN);
    });

    it('with 6 for no, and is told when they meet', async () => {
      const aled = await asked();
      expect(await writes(aled.mobile, '6')).toBe('offer');
      expect(await world.story()).toEqual(['Aled declined']);
      expect(await lastText()).toBe('Thanks Aled. Your meeting stays on Monday 30 November at 10am.');
      expect(await world.startOf(aled.id)).toBe(aled.startsAt);
    });

    it('too late, and hears so kindly', async () => {
      const aled = await asked();
      world.deps.clock.advance(2 * HOUR);
      expect(await writes(aled.mobile, 'yes')).toBe('offer');
      expect(await lastText()).toBe(
        'Sorry Aled, that time has gone. Your meeting stays on Monday 30 November at 10am.',
      );
      expect(await world.startOf(aled.id)).toBe(aled.startsAt);
    });

    it('and a 1 or 2 to a reminder stays an answer to the reminder', async () => {
      const aled = await world.waits('Aled');
      const [row] = await world.deps.db.read((q) => q.select().from(q.tables.appointments));
      await world.engine.remind(row!);
      await world.engine.send();
      await world.freed();
      await world.round();
      world.deps.clock.advance(MINUTE);
      await world.engine.send();
      expect(await writes(aled.mobile, 'Yes')).toBe('other');
      expect(await world.startOf(aled.id)).toBe(aled.startsAt);
      expect(await writes(aled.mobile, '1')).toBe('confirm');
      expect(await world.story()).toEqual(['Aled offered']);
      // The reminder has its answer, so a bare yes is to the offer now.
      expect(await writes(aled.mobile, 'Yes')).toBe('offer');
      expect(await world.startOf(aled.id)).toBe(TOMORROW_AT_TEN);
    });

    it('and what comes after another text is about that', async () => {
      const aled = await asked();
      const [row] = (await world.deps.db.read((q) => q.select().from(q.tables.appointments))).filter(
        ({ id }) => id === aled.id,
      );
      await world.engine.remind(row!);
      await world.engine.send();
      world.deps.clock.advance(MINUTE);
      expect(await writes(aled.mobile, 'yes')).toBe('confirm');
      expect(await world.startOf(aled.id)).toBe(aled.startsAt);
    });
  });

  it('is on a page behind a link that dies with the hold, and shows what came of it for a quarter of an hour', async () => {
    await world.waits('Aled');
    await world.freed();
    await world.round();
    await world.engine.send();
    const token = /\/o\/(\w+)/.exec(world.engine.sms.sent[0]!.body)![1]!;
    const see = (asked = token) => viewOffer(world.deps)({ token: asked, address: '192.0.2.1' });
    expect(token).toHaveLength(17);
    expect(JSON.stringify(await world.offers())).not.toContain(token);
    expect(await see()).toMatchObject({ state: 'offered', firstName: 'Aled', startsAt: TOMORROW_AT_TEN });
    expect(await see('0'.repeat(17))).toMatchObject({ state: 'unknown', language: null });
    await say('Aled', 'yes');
    expect(await see()).toMatchObject({ state: 'accepted', ownStartsAt: TOMORROW_AT_TEN });
    world.deps.clock.advance(15 * MINUTE);
    expect(await see()).toEqual({ state: 'over', language: 'en', phone: '01632 960100' });
  });
});
