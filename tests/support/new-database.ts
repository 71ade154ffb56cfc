import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
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

/**
 * A new, empty database: SQLite in a folder of its own, or one in the PostgreSQL server at the address given.
 * @param options.copyOf the address of a migrated one that nobody is connected to: copying it takes a tenth of the time of
 * making the tables.
 * @param options.folder where SQLite's file goes; the system's folder for temporary files unless told otherwise.
 */
export async function makeDatabase(
  server: 'sqlite' | URL,
  options: { migrate?: boolean; copyOf?: string; folder?: string; poolSize?: number } = {},
): Promise<TestDatabase> {
  const { migrate = true, copyOf, folder = tmpdir(), poolSize } = options;
  const first = migrate ? copyOf : undefined;
  const made = server === 'sqlite' ? newSqlite(folder, first) : await newPostgres(server, first);
  const db = openDatabase(made.url, { poolSize });
  if (migrate && !first) await migrateUp(db);
  return {
    db,
    url: made.url,
    async drop() {
      await db.close();
      await made.remove();
    },
  };
}

function newSqlite(parent: string, copyOf?: string) {
  const folder = mkdtempSync(join(parent, 'waymark-sqlite-'));
  const file = join(folder, 'test.db');
  if (copyOf) copyFileSync(copyOf.slice('file:'.length), file);
  return {
    url: `file:${file}`,
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function newPostgres(server: URL, copyOf?: string) {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const run = async (work: (client: pg.Client) => Promise<unknown>) => {
    const client = new pg.Client({ connectionString: server.href });
    await client.connect();
    try {
      await work(client);
    } finally {
      await client.end();
    }
  };
  await run((client) => createPostgres(client, name, copyOf && new URL(copyOf).pathname.slice(1)));
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, remove: () => run((client) => dropPostgres(client, name)) };
}

/** A server that is busy with hundreds of databases now and then fails at the checkpoint that dropping one waits for; the next works. */
async function dropPostgres(client: pg.Client, name: string, tries = 3): Promise<void> {
  try {
    await client.query(`drop database if exists ${name} with (force)`);
  } catch (error) {
    if (tries === 1) throw error;
    await dropPostgres(client, name, tries - 1);
  }
}

/** Makes a database, as a copy of `template` if there is one. */
export async function createPostgres(client: pg.Client, name: string, template = 'template1'): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    "select current_setting('server_version_num')::int as version",
  );
  // Copying the files takes half as long as writing every page to the log, which is what version 15 and later do unasked.
  const strategy = rows[0]!.version >= 150_000 ? 'strategy file_copy' : '';
  await client.query(`create database ${name} template ${template} ${strategy}`);
}
