import type { TestProject } from 'vitest/node';
import type { Dialect } from '@db/client.server';
import { makeDatabase } from './new-database';
import { findPostgresBinaries, startPostgres } from './postgres';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of a throw-away server, or null when the machine has none. */
    postgresUrl: string | null;
    /** Addresses of databases that have all tables and no rows, to be copied. */
    migrated: Partial<Record<Dialect, string>>;
  }
}

/** One PostgreSQL server for the whole run; each test makes a database of its own in it, as a copy of one. */
export default async function setup(project: TestProject) {
  const found = findPostgresBinaries() !== null;
  if (!found && process.env.CI) throw new Error('PostgreSQL is needed in CI and was not found');
  const server = found ? await startPostgres() : null;
  const sqlite = await makeDatabase('sqlite');
  const postgres = server && (await makeDatabase(new URL(server.url)));
  // What somebody is connected to cannot be copied.
  await sqlite.db.close();
  await postgres?.db.close();
  project.provide('postgresUrl', server?.url ?? null);
  project.provide('migrated', { sqlite: sqlite.url, postgres: postgres?.url });
  return async () => {
    await sqlite.drop();
    await server?.stop();
  };
}
