import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from '@db/client.server';
import { migrateDown, migrateUp, migrationState } from '@db/migrate.server';
import { bundledCommand } from '../support/bundled-command';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { runToEnd } from '../support/run-to-end';

describeOnBothDatabases('migrations by several programs', (dialect) => {
  let database: TestDatabase;
  beforeEach(async () => void (database = await newDatabase(dialect, { migrate: false })));
  afterEach(() => database.drop());

  it('are applied once each, whoever comes first', async () => {
    const program = await bundledCommand('commands/db.ts');
    const { pending } = await migrationState(database.db);
    const settings = { DATABASE_URL: database.url };
    const ended = await Promise.all([1, 2].map(() => runToEnd([program, 'migrate'], settings)));
    expect(ended.map(({ code, err }) => ({ code, err }))).toEqual(Array(2).fill({ code: 0, err: '' }));
    const said = ended.flatMap(({ out }) => out.trim().split('\n')).filter((line) => line !== 'Nothing to do.');
    expect(said.sort()).toEqual(pending.map((name) => `applied ${name}`));
    expect((await migrationState(database.db)).pending).toEqual([]);
  });

  it('of a newer program are no reason for an older one not to work, and are not its own to take back', async () => {
    await migrateUp(database.db);
    const statement = "insert into migrations values ('9999_of_tomorrow', current_timestamp)";
    if (database.db.sqlite) database.db.sqlite.exec(statement);
    else await database.db.pool!.query(statement);
    expect((await migrationState(database.db)).pending).toEqual([]);
    const later = openDatabase(database.url);
    expect(await migrateUp(later)).toEqual([]);
    await expect(migrateDown(later)).rejects.toThrow('9999_of_tomorrow came with a newer version of the program.');
    await later.close();
    const settings = { DATABASE_URL: database.url };
    const office = await runToEnd([await bundledCommand('commands/office.ts'), 'list'], settings);
    expect(office).toMatchObject({ code: 0, err: '' });
  });
});
