/**
 * A program that plans and sends as the worker and the portal do, with a number in each commit, and says each number once
 * the commit is acknowledged. It ends by closing the database. What it asks of the disk is recorded from outside.
 */
import { openSync, writeSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { openDatabase, type Db } from '@db/client.server';
import { anEngine } from '../support/engine';
import { scriptedSender } from '../support/scripted-sender';

const { DATABASE_URL, ACKNOWLEDGED, ROUNDS, SYNCHRONOUS } = process.env;

function numbered(db: Db, acknowledge: (n: number) => void): Db {
  let commits = 0;
  return {
    ...db,
    async write(fn) {
      const result = await db.write(async (q) => {
        const value = await fn(q);
        // What there is at this moment, so that half of a commit would show.
        await q.run(
          sql`insert into numbered select coalesce(max(n), 0) + 1, (select count(*) from appointments), (select count(*) from messages),
                (select count(*) from messages where status = 'planned'), (select count(*) from message_events) from numbered`,
        );
        return value;
      });
      acknowledge((commits += 1));
      return result;
    },
  };
}

async function main(): Promise<void> {
  const db = openDatabase(DATABASE_URL!);
  // As it stands in `open-sqlite`, unless the test wants to see what would be without.
  if (SYNCHRONOUS) db.sqlite!.pragma(`synchronous = ${SYNCHRONOUS}`);
  // Many small logs instead of one, so that starting anew is tried often.
  db.sqlite!.pragma('wal_autocheckpoint = 60');
  const said = openSync(ACKNOWLEDGED!, 'a');
  let commits = 0;
  const acknowledged = numbered(db, (n) => {
    commits = n;
    writeSync(said, `${n}\n`);
  });
  const sender = scriptedSender('sms');
  const engine = await anEngine(
    { db: acknowledged, url: DATABASE_URL!, drop: async () => undefined },
    { senders: [sender] },
  );
  for (let round = 1; round <= Number(ROUNDS); round += 1) {
    await engine.due();
    if (round % 3 === 0) while (await engine.send());
    if (round % 4 === 0) db.sqlite!.pragma('wal_checkpoint(TRUNCATE)');
  }
  await db.close();
  console.log(commits);
}

void main();
