import type { TestProject } from 'vitest/node';
import { findPostgresBinaries, startPostgres } from './postgres';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of a throw-away server, or null when the machine has none. */
    postgresUrl: string | null;
  }
}

/** One PostgreSQL server for the whole run; each test file makes a database of its own in it. */
export default async function setup(project: TestProject) {
  if (!findPostgresBinaries()) {
    if (process.env.CI) throw new Error('PostgreSQL is needed in CI and was not found');
    project.provide('postgresUrl', null);
    return;
  }
  const server = await startPostgres();
  project.provide('postgresUrl', server.url);
  return () => server.stop();
}
