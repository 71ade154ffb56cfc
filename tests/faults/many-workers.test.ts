import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { count, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEFAULT_ENGINE } from '~/services/engine-settings';
import { describeOnBothDatabases, newDatabase } from '../support/databases';
import { fillLedger } from '../support/full-ledger';
import { startTwilioServer } from '../support/twilio-server';
import { buildSendingWorker, OFFSET, removeSendingWorker, startSendingWorker } from '../support/worker-process';

const MESSAGES = 320;
/** Small batches, so that all of them get some and claim at the same time again and again. */
const ENGINE = { ...DEFAULT_ENGINE, batch: 8, concurrency: 4 };

describeOnBothDatabases('several workers on one ledger', (dialect) => {
  beforeAll(buildSendingWorker);
  afterAll(removeSendingWorker);

  it.each([2, 8])('%i of them, in processes of their own: each message goes out once', async (workers) => {
    const database = await newDatabase(dialect);
    const twilio = await startTwilioServer({ now: () => Date.now() + OFFSET });
    const running = [];
    try {
      await fillLedger(database, MESSAGES, Date.now() + OFFSET);
      for (let n = 0; n < workers; n += 1) running.push(startSendingWorker(database.url, twilio.url, ENGINE));
      const started = await Promise.all(running);
      for (const worker of started) worker.send('go');
      const { messages } = database.db.tables;
      const open = inArray(messages.status, ['planned', 'claimed', 'unknown']);
      const left = async () => {
        const [row] = await database.db.read((q) => q.select({ left: count() }).from(messages).where(open));
        return Number(row?.left);
      };
      while ((await left()) > 0) await pause(100);

      const requests = twilio.requests.map(({ To, Body }) => `${To} ${Body}`);
      const rows = await database.db.read((q) => q.select().from(messages));
      console.log(`${dialect}, ${workers} workers: ${requests.length} requests for ${MESSAGES} messages`);
      expect(twilio.mistakes).toEqual([]);
      expect(requests).toHaveLength(MESSAGES);
      expect(new Set(requests).size).toBe(MESSAGES);
      const accepted = rows.filter(({ status }) => status === 'accepted');
      expect(accepted).toHaveLength(MESSAGES);
      expect(new Set(accepted.map(({ reminderId }) => reminderId)).size).toBe(MESSAGES);
      expect(new Set(accepted.map(({ providerId }) => providerId)).size).toBe(MESSAGES);
      // On a busy machine a worker may come too late for what it has claimed: then it was not handed over, and is claimed anew.
      const rest = rows.filter(({ status }) => status !== 'accepted');
      expect(rest.filter(({ reason }) => reason !== 'not_handed_over')).toEqual([]);
    } finally {
      for (const worker of await Promise.all(running)) {
        worker.kill('SIGKILL');
        if (worker.exitCode === null && worker.signalCode === null) await once(worker, 'exit');
      }
      await twilio.close();
      await database.drop();
    }
  });
});
