import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { getTableName } from 'drizzle-orm';
import pg from 'pg';
import { postgresTables } from '../schema/postgres';
import { BackupError } from './backup-error';
import { copyHoldSql } from './copy-hold';
import { environmentOf, findProgram, runProgram } from './postgres-programs';
import { makePrivateFile } from './private-file';
import { putInPlace } from './put-in-place';

/**
 * Dumps a PostgreSQL database to a new file with `pg_dump` (custom format), and reads the file back; the database stays in use.
 * @throws BackupError when the file exists already, or `pg_dump` is missing or fails.
 */
export function backupPostgres(url: string, file: string): void {
  if (existsSync(file)) throw new BackupError(`${file} exists already. Choose another name; nothing was written.`);
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.unfinished`;
  try {
    makePrivateFile(unfinished);
    runProgram('pg_dump', ['--format=custom', '--no-owner', '--no-privileges', `--file=${unfinished}`], url);
    // Every block is unpacked once more; a dump that cannot be read is no backup.
    runProgram('pg_restore', ['--file=/dev/null', unfinished], url);
    putInPlace(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/**
 * Puts a dump in the place of what a PostgreSQL database holds. What it held before is dumped beside the file first. One
 * transaction takes the old tables away, fills in the dump and writes the hold, so that there is no moment at which the
 * restored messages could be sent.
 * @returns the name of that dump, or null when the database was empty, and from when the restored one is (ms).
 * @throws BackupError when the dump is not sound, the database is in use, or `pg_restore` or `psql` is missing or fails; then
 * nothing has changed.
 */
export async function restorePostgres(
  url: string,
  file: string,
  at: { now: number; name: string },
): Promise<{ aside: string | null; since: number }> {
  if (!existsSync(file)) throw new BackupError(`There is no file ${file}.`);
  const contents = runProgram('pg_restore', ['--list', file], url);
  if (!/ TABLE \S+ migrations /.test(contents)) throw new BackupError(`${file} is a dump, but not one of Waymark's.`);
  const written = /^; Archive created at (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) UTC/m.exec(contents);
  const since = written ? Date.parse(`${written[1]}T${written[2]}Z`) : at.now;
  const holdsSomething = await checkAlone(url);
  const aside = holdsSomething ? `${file}.before-restore-${at.name}` : null;
  if (aside) backupPostgres(url, aside);
  const hasHolds = / TABLE \S+ sending_holds /.test(contents);
  await restoreTogether(url, file, {
    before: Object.values(postgresTables).map((table) => `drop table if exists public.${getTableName(table)} cascade;`),
    after: hasHolds ? [copyHoldSql(since, 'restore', 'public.')] : [],
  });
  return { aside, since };
}

/** What is in the dump, between other statements, as one transaction: `pg_restore` writes the script, `psql` runs it. */
async function restoreTogether(url: string, file: string, around: { before: string[]; after: string[] }) {
  const options = ['--clean', '--if-exists', '--no-owner', '--no-privileges', '--file=-'];
  const env = environmentOf(url);
  const script = spawn(findProgram('pg_restore'), [...options, file], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const psql = spawn(findProgram('psql'), ['--no-psqlrc', '--quiet', '--set=ON_ERROR_STOP=1', '--output=/dev/null'], {
    env,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const faults: string[] = [];
  for (const program of [script, psql]) program.stderr.on('data', (chunk: Buffer) => faults.push(String(chunk)));
  // When psql has given up there is nobody to read the rest; its own words say why.
  psql.stdin.on('error', () => script.kill());
  const scriptEnd = endOf(script);
  const psqlEnd = endOf(psql);
  // Notices of tables that are not there would hide what is wrong.
  psql.stdin.write(['set client_min_messages = warning;', 'begin;', ...around.before, ''].join('\n'));
  script.stdout.pipe(psql.stdin, { end: false });
  const scriptCode = await scriptEnd;
  // A script that broke off is never committed.
  psql.stdin.end(scriptCode === 0 ? ['', ...around.after, 'commit;', ''].join('\n') : '\nrollback;\n');
  const psqlCode = await psqlEnd;
  if (scriptCode !== 0 || psqlCode !== 0)
    throw new BackupError(`The restore failed, and nothing was changed: ${faults.join('').trim()}`);
}

/** @returns the exit code; null for a program that was stopped. */
function endOf(program: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => program.once('close', resolve).once('error', reject));
}

/** @returns whether there are tables. @throws BackupError when somebody else is connected. */
async function checkAlone(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const others = await client.query(
      `select 1 from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
    );
    if (others.rowCount)
      throw new BackupError('The database is in use. Stop the portal and the worker first; nothing was changed.');
    const tables = await client.query("select 1 from information_schema.tables where table_schema = 'public' limit 1");
    return Boolean(tables.rowCount);
  } finally {
    await client.end();
  }
}
