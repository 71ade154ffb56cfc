import { openDatabase, type Db } from '@db/client.server';
import { BackupError } from '@db/dialect/backup-error';
import { migrateDown, migrateUp, MigrationError, migrationState } from '@db/migrate.server';
import { CannotStart } from '~/cannot-start';
import { loadConfig, type Config } from '~/config.server';
import { checkDatabase } from './database/check-database';
import { drill } from './database/drill';
import { makeBackup } from './database/make-backup';
import { moveToPostgres } from './database/move-to-postgres';
import { restoreCopy } from './database/restore-copy';

const USAGE = `Usage: npm run db -- COMMAND

  migrate            brings the tables up to date
  rollback           takes the newest migration back, with the data in its tables
                     --yes-lose-data    needed in production
  seed               fills an empty database with the demo district
                     --force            empties it first (never in production)
                     --yes-demo-data    needed in production
  backup FILE        copies the database to a new file, while it is in use
  restore FILE       puts a backup in its place; the portal and the worker must be stopped. Nothing is sent from it
                     until you say \`npm run reminders -- arm\`
  check              looks through the whole database for damage, while it is in use; 1 when there is any
  drill [FILE]       tries out a restore, of FILE or of a new backup, beside the database in use: says what would be lost
                     (RPO) and how long it takes (RTO); 1 when the backup is not sound
  move URL           takes all that is in a SQLite database to an empty PostgreSQL one, postgres://…; the portal and the
                     worker must be stopped. The file stays as it is, and sends nothing any more

DATABASE_URL says which database: file:./data/portal.db or postgres://…
`;

const FLAGS: Record<string, string[] | undefined> = {
  rollback: ['--yes-lose-data'],
  seed: ['--force', '--yes-demo-data'],
};

const A_FILE = { what: 'the name of a file', looksLike: /./ };
const NEEDS: Record<string, { what: string; looksLike: RegExp } | undefined> = {
  backup: A_FILE,
  restore: A_FILE,
  move: { what: 'the address of a PostgreSQL database, postgres://…', looksLike: /^postgres(ql)?:\/\// },
};

/** Wrong use of the command: the usage is shown, and the exit code is 2. */
class UsageError extends Error {}

async function withDatabase<T>(config: Config, work: (db: Db) => Promise<T>): Promise<T> {
  const db = openDatabase(config.databaseUrl);
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

async function migrate(config: Config): Promise<void> {
  const applied = await withDatabase(config, migrateUp);
  console.log(applied.length > 0 ? applied.map((name) => `applied ${name}`).join('\n') : 'Nothing to do.');
}

async function rollback(config: Config, flags: ReadonlySet<string>): Promise<void> {
  if (config.mode === 'production' && !flags.has('--yes-lose-data'))
    throw new BackupError('This takes data away. Make a backup first; then say so with --yes-lose-data.');
  const name = await withDatabase(config, async (db) => {
    const { applied } = await migrationState(db);
    return applied.length > 0 ? migrateDown(db) : null;
  });
  console.log(name ? `took back ${name}` : 'Nothing to take back.');
}

async function seed(config: Config, flags: ReadonlySet<string>): Promise<void> {
  const production = config.mode === 'production';
  if (production && !flags.has('--yes-demo-data'))
    throw new BackupError('These are the settings of production. To put invented people there, add --yes-demo-data.');
  // Only this needs the whole service; the rest starts at once without it.
  const { compose } = await import('~/composition.server');
  const { emptyDatabase, hasCustomers, seedDistrict } = await import('./seed-district');
  const composition = compose({ ...config, logLevel: 'warn' }, { name: 'seed', unhurried: true });
  try {
    await migrateUp(composition.db);
    if (await composition.db.read(hasCustomers)) {
      if (!flags.has('--force'))
        throw new BackupError('There are customers in this database. Nothing was done; --force empties it first.');
      if (production) throw new BackupError('--force would delete everything, and is refused in production.');
      await emptyDatabase(composition.db);
    }
    const { signIns, counts } = await seedDistrict(composition.deps);
    console.log(Object.entries(counts).map(([what, count]) => `${String(count).padStart(6)} ${what}`).join('\n')); // prettier-ignore
    for (const { role, email, password, totpSecret } of signIns) {
      console.log(`${role}: ${email}${password ? `, password ${password}, authenticator ${totpSecret}` : ''}`);
    }
  } finally {
    await composition.close();
  }
}

async function backup(config: Config, file: string): Promise<void> {
  await makeBackup(config.databaseUrl, file);
  console.log(`wrote ${file}\nread back: it is sound`);
}

async function restore(config: Config, file: string): Promise<void> {
  const { aside, added, pending } = await restoreCopy(config.databaseUrl, file, new Date());
  console.log(`restored ${file}${aside ? `\nwhat was there before is in ${aside}` : ''}`);
  if (added.length > 0) console.log(`It was older than this program, and was brought up to date: ${added.join(', ')}`);
  if (pending.length > 0) console.log('The backup is older than this program: run `npm run db -- migrate`.');
  console.log(
    'Nothing is sent from it until you arm it: its messages may have gone out since. See: npm run reminders -- arm',
  );
}

/** @returns the exit code: 0 done, 1 could not be done, 2 wrong use. */
async function main(args: string[]): Promise<number> {
  const [command, ...rest] = args;
  const flags = new Set(rest.filter((arg) => arg.startsWith('--')));
  const [file, ...more] = rest.filter((arg) => !arg.startsWith('--'));
  const known = new Set(FLAGS[command ?? '']);
  try {
    const unknown = [...flags].find((flag) => !known.has(flag));
    if (unknown) throw new UsageError(`${unknown} is not understood here.`);
    const needs = NEEDS[command ?? ''];
    if (needs && !needs.looksLike.test(file ?? '')) throw new UsageError(`${command} needs ${needs.what}.`);
    const extra = needs || command === 'drill' ? more[0] : file;
    if (extra) throw new UsageError(`"${extra}" is one too many.`);
    if (command === 'help' || command === undefined) {
      process.stdout.write(USAGE);
      return command ? 0 : 2;
    }
    const config = loadConfig();
    if (command === 'migrate') await migrate(config);
    else if (command === 'rollback') await rollback(config, flags);
    else if (command === 'seed') await seed(config, flags);
    else if (command === 'backup') await backup(config, file!);
    else if (command === 'restore') await restore(config, file!);
    else if (command === 'move') return await moveToPostgres(config, file!);
    else if (command === 'check') return await checkDatabase(config);
    else if (command === 'drill') return await drill(config, file ?? null);
    else throw new UsageError(`There is no command "${command}".`);
    return 0;
  } catch (error) {
    return explain(error);
  }
}

function explain(error: unknown): number {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n\n${USAGE}`);
    return 2;
  }
  const isTold = error instanceof BackupError || error instanceof CannotStart || error instanceof MigrationError;
  if (isTold) console.error(error.message);
  else console.error(`It did not work: ${error instanceof Error ? error.message : String(error)}`);
  return 1;
}

process.exitCode = await main(process.argv.slice(2));
