import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { openDatabase, type Db } from '@db/client.server';
import { isOutage, isReadOnlyFailure } from '@db/dialect/outages';
import { makeDatabase, type TestDatabase } from '../support/new-database';
import { startPostgres, startReplica, type TestPostgres } from '../support/postgres';

const PATIENCE = 200;

describe.skipIf(!inject('postgresUrl'))('a database with a replica', () => {
  let primary: TestPostgres;
  let replica: TestPostgres;
  let database: TestDatabase;
  let db: Db;
  let told: boolean[];
  let count = 0;

  beforeAll(async () => {
    primary = await startPostgres();
    database = await makeDatabase(new URL(primary.url));
    replica = await startReplica(primary);
  });
  afterAll(async () => {
    await database.drop();
    await replica.stop();
    await primary.stop();
  });
  beforeEach(() => {
    told = [];
    const replicaUrl = new URL(replica.url);
    replicaUrl.pathname = new URL(database.url).pathname;
    db = openDatabase(database.url, {
      ...{ replicaUrl: replicaUrl.href, poolSize: 2, patienceMs: PATIENCE },
      tell: (isReadOnly) => void told.push(isReadOnly),
    });
  });
  afterEach(() => db.close());

  const sign = (of = db) =>
    of.write((q) => q.insert(q.tables.workers).values({ id: `${(count += 1)}`, startedAt: 1, seenAt: 1 }));
  const signs = async () => (await db.read((q) => q.select().from(q.tables.workers))).length;
  const failureOf = (work: Promise<unknown>) =>
    work.then(
      () => 'nothing failed',
      (error: unknown) => error,
    );
  /** What is written is in the replica as well. */
  async function written() {
    await sign();
    const known = await signs();
    const there = openDatabase(replica.url.replace(/[^/]*$/, new URL(database.url).pathname.slice(1)));
    while ((await there.read((q) => q.select().from(q.tables.workers))).length < known) await pause(10);
    await there.close();
    return known;
  }
  const untilBack = async () => {
    while (db.isReadOnly?.()) await pause(20);
  };

  it('is read there while the primary is gone, refuses to be written, and goes back by itself', async () => {
    const known = await written();
    await primary.halt();
    expect(await signs()).toBe(known);
    const failure = await failureOf(sign());
    expect(isReadOnlyFailure(failure) && isOutage(failure)).toBe(true);
    await primary.resume();
    await untilBack();
    await sign();
    expect(await signs()).toBe(known + 1);
    expect(told).toEqual([true, false]);
  });

  it('says of a first writing, too, that nothing was saved', async () => {
    const known = await written();
    await primary.halt();
    expect(isReadOnlyFailure(await failureOf(sign()))).toBe(true);
    expect(await signs()).toBe(known);
    await primary.resume();
    await untilBack();
  });

  it('is read there when the primary stands still and says nothing at all', async () => {
    const known = await written();
    primary.signal('SIGSTOP');
    try {
      expect(await signs()).toBe(known);
      expect(db.isReadOnly?.()).toBe(true);
      expect(isReadOnlyFailure(await failureOf(sign()))).toBe(true);
    } finally {
      primary.signal('SIGCONT');
    }
    await untilBack();
  });

  it('is not taken for gone because all connections are in use, or because somebody else holds a row', async () => {
    await written();
    const held = await Promise.all([db.pool!.connect(), db.pool!.connect()]);
    const failure = await failureOf(signs());
    expect(isOutage(failure) && !isReadOnlyFailure(failure)).toBe(true);
    expect(db.isReadOnly?.()).toBe(false);
    for (const client of held) client.release();
    await sign();
    expect(told).toEqual([]);
  });

  it('is written no more when the primary has become one that only reads', async () => {
    await written();
    const admin = openDatabase(primary.url);
    const only = (on: 'on' | 'off') =>
      admin
        .pool!.query(`alter system set default_transaction_read_only = ${on}`)
        .then(() => admin.pool!.query('select pg_reload_conf()'));
    await only('on');
    let failure: unknown;
    while (!isReadOnlyFailure(failure)) failure = await failureOf(sign());
    expect(db.isReadOnly?.()).toBe(true);
    await admin.pool!.query('set default_transaction_read_only = off');
    await only('off');
    await untilBack();
    await admin.close();
    await sign();
  });
});
