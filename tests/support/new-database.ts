import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabase, type Db } from '@db/client.server';
import { migrateUp } from '@db/migrate.server';

export interface TestDatabase {
  db: Db;
  url: string;
  /** Closes the connections and throws the database away. */
  drop(): Promise<void>;
}

/** A new, empty database: SQLite in a folder of its own, or one in the PostgreSQL server at the address given. */
export async function makeDatabase(
  server: 'sqlite' | URL,
  options: { migrate?: boolean; poolSize?: number } = {},
): Promise<TestDatabase> {
  const made = server === 'sqlite' ? newSqlite() : await newPostgres(server);
  const db = openDatabase(made.url, { poolSize: options.poolSize });
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

async function newPostgres(server: URL) {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const run = async (statement: string) => {
    const client = new pg.Client({ connectionString: server.href });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await run(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, remove: () => run(`drop database ${name} with (force)`) };
}
