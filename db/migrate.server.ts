import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Db } from './client.server';

/** Where the migration files of a dialect are, from the project's root. */
const FOLDER = join(process.cwd(), 'db', 'migrations');

export interface MigrationState {
  applied: string[];
  pending: string[];
}

/** Runs raw statements in one transaction; both drivers take several statements at once. */
async function execute(db: Db, statements: string): Promise<void> {
  const all = `BEGIN;\n${statements}\nCOMMIT;`;
  if (db.sqlite) {
    try {
      db.sqlite.exec(all);
    } catch (error) {
      if (db.sqlite.inTransaction) db.sqlite.exec('ROLLBACK');
      throw error;
    }
  } else {
    const client = await db.pool!.connect();
    try {
      await client.query(all);
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  }
}

async function select(db: Db, statement: string): Promise<Record<string, unknown>[]> {
  if (db.sqlite) return db.sqlite.prepare(statement).all() as Record<string, unknown>[];
  return (await db.pool!.query(statement)).rows;
}

/** Which migrations are in the database and which are waiting, in order. */
export async function migrationState(db: Db): Promise<MigrationState> {
  const names = readdirSync(join(FOLDER, db.dialect))
    .filter((file) => file.endsWith('.sql') && !file.endsWith('.down.sql'))
    .map((file) => file.replace(/\.sql$/, ''))
    .sort();
  const table =
    db.dialect === 'sqlite'
      ? "select 1 from sqlite_master where type = 'table' and name = 'migrations'"
      : "select 1 from information_schema.tables where table_schema = current_schema() and table_name = 'migrations'";
  const exists = (await select(db, table)).length > 0;
  const applied = exists
    ? (await select(db, 'select name from migrations order by name')).map((row) => String(row.name))
    : [];
  return { applied, pending: names.filter((name) => !applied.includes(name)) };
}

/**
 * Applies every waiting migration, each in its own transaction; returns the names applied.
 * @param alongside statements that are to be done in the same transaction as the migration of that name.
 */
export async function migrateUp(db: Db, alongside: Record<string, string> = {}): Promise<string[]> {
  await execute(db, 'create table if not exists migrations (name text primary key, applied_at text not null);');
  const { pending } = await migrationState(db);
  for (const name of pending) {
    await execute(
      db,
      `${readSql(db, name)};\n${alongside[name] ?? ''}\ninsert into migrations values ('${name}', current_timestamp);`,
    );
  }
  return pending;
}

/** Takes the newest migration back; returns its name, or null when there is none. */
export async function migrateDown(db: Db): Promise<string | null> {
  const { applied } = await migrationState(db);
  const name = applied.at(-1);
  if (!name) return null;
  await execute(db, `${readSql(db, `${name}.down`)};\ndelete from migrations where name = '${name}';`);
  return name;
}

function readSql(db: Db, name: string): string {
  return readFileSync(join(FOLDER, db.dialect, `${name}.sql`), 'utf8').replaceAll('--> statement-breakpoint', '');
}
