import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import type { Dialect } from '@db/client.server';
import { createPostgres } from './new-database';
import { quickFolder } from './quick-folder';

/** Databases that begin as copies of one, which is much quicker than making each anew. */
export interface CopiedDatabase {
  /** The address of the first. Nobody may be connected to it while it is copied. */
  url: string;
  copy(): Promise<DatabaseCopy>;
  /** Throws all of them away. */
  remove(): Promise<void>;
}

export interface DatabaseCopy {
  url: string;
  /** A path that is this copy's alone. */
  file: string;
  remove(): Promise<void>;
}

export function databaseToCopy(dialect: Dialect): Promise<CopiedDatabase> {
  return dialect === 'sqlite' ? Promise.resolve(onSqlite()) : onPostgres(new URL(inject('postgresUrl')!));
}

function onSqlite(): CopiedDatabase {
  const folder = mkdtempSync(join(quickFolder(), 'waymark-copies-'));
  const first = join(folder, 'first.db');
  let copies = 0;
  return {
    url: `file:${first}`,
    copy() {
      const file = join(folder, `${(copies += 1)}.db`);
      copyFileSync(first, file);
      const remove = () => {
        for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
        return Promise.resolve();
      };
      return Promise.resolve({ url: `file:${file}`, file, remove });
    },
    remove: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })),
  };
}

async function onPostgres(server: URL): Promise<CopiedDatabase> {
  const run = async (work: (client: pg.Client) => Promise<unknown>) => {
    const client = new pg.Client({ connectionString: server.href });
    await client.connect();
    await work(client);
    await client.end();
  };
  const made = new Set<string>();
  const urlOf = (name: string) => Object.assign(new URL(server), { pathname: `/${name}` }).href;
  async function make(template: string): Promise<string> {
    const name = `copy_${randomUUID().replaceAll('-', '')}`;
    await run((client) => createPostgres(client, name, template));
    made.add(name);
    return name;
  }
  async function drop(name: string): Promise<void> {
    made.delete(name);
    await run((client) => client.query(`drop database ${name} with (force)`));
  }
  const first = await make('template1');
  return {
    url: urlOf(first),
    async copy() {
      const name = await make(first);
      return { url: urlOf(name), file: join(tmpdir(), name), remove: () => drop(name) };
    },
    async remove() {
      for (const name of [...made]) await drop(name);
    },
  };
}
