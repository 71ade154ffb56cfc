import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe, inject } from 'vitest';
import { openDatabase, type Db, type Dialect } from '@db/client.server';
import { migrateUp } from '@db/migrate.server';

export interface TestDatabase {
  db: Db;
  url: string;
  /** Closes the connections and throws the database away. */
  drop(): Promise<void>;
}

/** A new, empty database of the dialect; `migrate: false` leaves it without tables. */
export async function newDatabase(dialect: Dialect, options: { migrate?: boolean } = {}): Promise<TestDatabase> {
  const made = dialect === 'sqlite' ? newSqlite() : await newPostgres();
  const db = openDatabase(made.url);
  if (options.migrate !== false) await migrateUp(db);
  return {
    db,
    url: made.url,
    async drop() {
      await db.close();
      await made.remove();
    },
  };
}

function newSqlite() {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-sqlite-'));
  return {
    url: `file:${join(folder, 'test.db')}`,
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function newPostgres() {
  const server = inject('postgresUrl')!;
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const run = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await run(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, remove: () => run(`drop database ${name} with (force)`) };
}

/** Runs the same tests on SQLite and on PostgreSQL. */
export function describeOnBothDatabases(name: string, tests: (dialect: Dialect) => void): void {
  describe(`${name} (SQLite)`, () => tests('sqlite'));
  describe.skipIf(!inject('postgresUrl'))(`${name} (PostgreSQL)`, () => tests('postgres'));
}
