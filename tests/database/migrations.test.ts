import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrateDown, migrateUp, migrationState } from '@db/migrate.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';

describeOnBothDatabases('migrations', (dialect) => {
  let database: TestDatabase;
  beforeEach(async () => void (database = await newDatabase(dialect, { migrate: false })));
  afterEach(() => database.drop());

  async function tableNames(): Promise<string[]> {
    const { db } = database;
    if (db.sqlite) {
      const rows = db.sqlite.prepare("select name from sqlite_master where type = 'table' order by name").all();
      return (rows as { name: string }[]).map((row) => row.name).filter((name) => !name.startsWith('sqlite_'));
    }
    const found = await db.pool!.query(
      'select table_name from information_schema.tables where table_schema = current_schema() order by 1',
    );
    return found.rows.map((row: { table_name: string }) => row.table_name);
  }

  it('go up, all the way down, and up again', async () => {
    const applied = await migrateUp(database.db);
    expect(applied.length).toBeGreaterThan(0);
    const full = await tableNames();
    expect(full).toContain('appointments');
    expect((await migrationState(database.db)).pending).toEqual([]);

    while (await migrateDown(database.db));
    expect(await tableNames()).toEqual(['migrations']);

    await migrateUp(database.db);
    expect(await tableNames()).toEqual(full);
  });

  it('do nothing the second time', async () => {
    await migrateUp(database.db);
    expect(await migrateUp(database.db)).toEqual([]);
  });
});
