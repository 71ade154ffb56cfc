import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase, type Db } from '@db/client.server';
import { backupSqlite, restoreSqlite } from '@db/dialect/backup-sqlite';
import { backupPostgres, restorePostgres } from '@db/dialect/backup-postgres';
import { DAY, HOUR, MINUTE } from '~/domain/clock';
import { armSending, viewArming } from '~/services/arm-sending.server';
import { reconcileUnknown } from '~/services/reconcile-unknown.server';
import { sendDue } from '~/services/send-due.server';
import { showWorkerLife } from '~/services/show-worker-life.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { anEngine, type TestEngine } from '../support/engine';
import { findPostgresBinaries } from '../support/postgres';
import { scriptedSender } from '../support/scripted-sender';

const PEOPLE = 6;

/** Each is made while the original works; after it the original sends half of what is due, and is lost. */
const WAYS = [
  { way: 'with the commands', later: HOUR },
  { way: 'by hand, from the command’s backup', later: HOUR, only: 'sqlite' },
  { way: 'by hand, from the files or a dump', later: DAY + HOUR },
] as const;

describeOnBothDatabases('a copy of the database that is put in its place', (dialect) => {
  let database: TestDatabase;
  let copy: TestDatabase;
  let engine: TestEngine;
  let folder: string;
  let open: Db[];
  let sms: ReturnType<typeof scriptedSender>;

  beforeEach(async () => {
    [database, copy] = [await newDatabase(dialect), await newDatabase(dialect, { migrate: false })];
    sms = scriptedSender('sms', {
      // As Twilio is asked: by number and link, since each copy has attempts of its own.
      reconcile: ({ recipient }) => {
        const found = sms.sent.filter((one) => one.recipient === recipient);
        const candidates = found.map(({ id }) => ({ providerId: `SM-${id}`, providerStatus: 'sent', errorCode: null }));
        return found.length > 0 ? { kind: 'found', candidates } : { kind: 'not_found' };
      },
    });
    engine = await anEngine(database, { senders: [sms] });
    folder = mkdtempSync(join(tmpdir(), 'waymark-copy-'));
    open = [];
  });
  afterEach(async () => {
    await Promise.all(open.map((db) => db.close()));
    await Promise.all([database.drop(), copy.drop()]);
    rmSync(folder, { recursive: true, force: true });
  });

  const pathOf = (url: string) => url.slice('file:'.length);
  const file = () => join(folder, 'copy');
  const program = (name: string, ...args: string[]) =>
    execFileSync(join(findPostgresBinaries()!, name), args, { stdio: ['ignore', 'ignore', 'inherit'] });

  async function copyIt(way: (typeof WAYS)[number]['way']): Promise<void> {
    const { clock } = engine.deps;
    if (way === 'by hand, from the files or a dump') {
      if (dialect === 'postgres') return void program('pg_dump', '--format=custom', `--file=${file()}`, database.url);
      for (const suffix of ['', '-wal', '-shm'])
        if (existsSync(pathOf(database.url) + suffix)) copyFileSync(pathOf(database.url) + suffix, file() + suffix);
    } else if (dialect === 'sqlite') await backupSqlite(pathOf(database.url), file(), clock.now());
    else backupPostgres(database.url, file());
  }

  async function putInPlace(way: (typeof WAYS)[number]['way']): Promise<void> {
    const moment = { now: engine.deps.clock.now(), name: 'then' };
    // PostgreSQL's has not been used, so nothing is open.
    if (dialect === 'sqlite') await copy.db.close();
    if (way === 'with the commands') {
      if (dialect === 'postgres') return void (await restorePostgres(copy.url, file(), moment));
      return void (await restoreSqlite(pathOf(copy.url), file(), moment));
    }
    if (dialect === 'postgres') return void program('pg_restore', '--no-owner', `--dbname=${copy.url}`, file());
    for (const suffix of ['', '-wal', '-shm']) {
      rmSync(pathOf(copy.url) + suffix, { force: true });
      if (existsSync(file() + suffix)) copyFileSync(file() + suffix, pathOf(copy.url) + suffix);
    }
  }

  /** Workers that start at the same moment, each with connections of its own. */
  function workers(count: number) {
    const started = Array.from({ length: count }, (_, n) => {
      const db = openDatabase(copy.url);
      open.push(db);
      const deps = testDeps(db, { clock: engine.deps.clock, senders: [sms] });
      const id = `after ${n}`;
      const [life, send, ask] = [showWorkerLife(deps), sendDue(deps), reconcileUnknown(deps)];
      return async () => {
        await life({ id, startedAt: 0 });
        while (await send(id));
        await ask(id);
      };
    });
    return async (minutes: number) => {
      for (let minute = 0; minute < minutes; minute += 1) {
        await Promise.all(started.map((round) => round()));
        engine.deps.clock.advance(MINUTE);
      }
    };
  }

  it.each(WAYS.filter((one) => !('only' in one) || one.only === dialect))(
    '$way: three workers send nothing until it is armed, and then each text goes once',
    async ({ way, later }) => {
      const { deps } = engine;
      await showWorkerLife(deps)({ id: 'before', startedAt: 0 });
      const startsAt = deps.clock.now() + 3 * DAY;
      for (let n = 0; n < PEOPLE; n += 1) {
        const customerId = (await engine.customer({ mobile: `+4477009000${String(n).padStart(2, '0')}` })).id;
        const notBefore = deps.clock.now() + (n % 2 ? 0 : 30) * MINUTE;
        await engine.due({ customerId, notBefore, appointment: { startsAt } });
      }
      await copyIt(way);
      while (await engine.send());
      expect(sms.sent).toHaveLength(PEOPLE / 2);
      deps.clock.advance(later);
      await putInPlace(way);

      const work = workers(3);
      await work(10);
      expect(sms.sent).toHaveLength(PEOPLE / 2);
      const restored = testDeps(open[0]!, { clock: deps.clock, senders: [sms] });
      expect(await viewArming(restored)()).toMatchObject({ due: PEOPLE });
      expect(await armSending(restored)()).toBe(PEOPLE);
      await work(6);
      expect(sms.sent.map(({ recipient }) => recipient)).toHaveLength(PEOPLE);
      expect(new Set(sms.sent.map(({ recipient }) => recipient)).size).toBe(PEOPLE);
      const rows = await restored.db.read((q) => q.select().from(q.tables.messages));
      expect(rows.filter(({ status }) => status === 'accepted' || status === 'sent')).toHaveLength(PEOPLE);
    },
  );
});
