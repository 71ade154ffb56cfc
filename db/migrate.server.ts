import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Db } from './client.server';
import { alone, select, type Alone } from './dialect/alone';

/** Where the migration files of a dialect are, from the project's root. */
const FOLDER = join(process.cwd(), 'db', 'migrations');

export interface MigrationState {
  applied: string[];
  pending: string[];
}

/** A change of the tables that cannot be made, in words for the person who asked for it. */
export class MigrationError extends Error {
  override name = 'MigrationError';
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
 * Applies every waiting migration, each in its own transaction; returns the names applied. Two programs that do so at once, on
 * whatever machines, take turns: each migration is applied once.
 * @param alongside statements that are to be done in the same transaction as the migration of that name.
 */
export function migrateUp(db: Db, alongside: Record<string, string> = {}): Promise<string[]> {
  return alone(db, async (session) => {
    await session.transaction(
      'create table if not exists migrations (name text primary key, applied_at text not null);',
    );
    const { pending } = await migrationState(db);
    const applied: string[] = [];
    for (const name of pending) {
      const statements = `${readSql(db, name)};\n${alongside[name] ?? ''}\ninsert into migrations values ('${name}', current_timestamp);`;
      if (await session.transaction(statements, () => isApplied(session, name, false))) applied.push(name);
    }
    return applied;
  });
}

/**
 * Takes the newest migration back; returns its name, or null when there is none.
 * @throws MigrationError when it is one of a newer program's, which alone knows how.
 */
export function migrateDown(db: Db): Promise<string | null> {
  return alone(db, async (session) => {
    const { applied } = await migrationState(db);
    const name = applied.at(-1);
    if (!name) return null;
    if (!existsSync(pathOf(db, `${name}.down`)))
      throw new MigrationError(`${name} came with a newer version of the program. Take it back with that version.`);
    const statements = `${readSql(db, `${name}.down`)};\ndelete from migrations where name = '${name}';`;
    return (await session.transaction(statements, () => isApplied(session, name, true))) ? name : null;
  });
}

async function isApplied(session: Alone, name: string, wanted: boolean): Promise<boolean> {
  return (await session.select(`select 1 from migrations where name = '${name}'`)).length > 0 === wanted;
}

const pathOf = (db: Db, name: string) => join(FOLDER, db.dialect, `${name}.sql`);

function readSql(db: Db, name: string): string {
  return readFileSync(pathOf(db, name), 'utf8').replaceAll('--> statement-breakpoint', '');
}
