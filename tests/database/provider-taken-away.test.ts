import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MINUTE, SECOND } from '~/domain/clock';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine, type TestEngine } from '../support/engine';
import { scriptedSender } from '../support/scripted-sender';

describeOnBothDatabases(
  'a message whose outcome nobody knows, of a provider that is configured no longer',
  (dialect) => {
    let database: TestDatabase;
    let engine: TestEngine;

    beforeEach(async () => {
      database = await newDatabase(dialect);
      engine = await anEngine(database, {
        senders: [scriptedSender('sms', { answer: () => ({ kind: 'unknown', detail: 'reset' }) })],
      });
    });
    afterEach(() => database.drop());

    async function unknownOfNobody(): Promise<{ id: string; appointmentId: string }> {
      const { appointment, message } = await engine.due();
      await engine.send();
      const { messages } = engine.deps.db.tables;
      await engine.deps.db.write(async (q) =>
        q.update(messages).set({ provider: 'notify' }).where(eq(messages.id, message.id)),
      );
      return { id: message.id, appointmentId: appointment.id };
    }

    it('comes to the call list once its answer could have come, and is not asked about for ever', async () => {
      const { id, appointmentId } = await unknownOfNobody();
      for (let round = 0; round < 20; round += 1) {
        await engine.reconcile();
        engine.deps.clock.advance(10 * SECOND);
      }
      expect(await engine.row(id)).toMatchObject({ status: 'failed', reason: 'not_known' });
      expect(await engine.calls(appointmentId)).toEqual(['not_delivered']);
      expect(await engine.reconcile()).toBe(0);
      expect(await engine.story(appointmentId)).toHaveLength(1);
    });

    it('so does one whose words cannot be opened any more', async () => {
      const { appointment, message } = await engine.due();
      await engine.send();
      const { messages } = engine.deps.db.tables;
      await engine.deps.db.write(async (q) =>
        q.update(messages).set({ body: 'torn' }).where(eq(messages.id, message.id)),
      );
      engine.deps.clock.advance(3 * MINUTE);
      await engine.reconcile();
      expect(await engine.calls(appointment.id)).toEqual(['not_delivered']);
      expect(await engine.reconcile()).toBe(0);
    });
  },
);
