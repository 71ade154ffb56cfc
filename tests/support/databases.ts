import { describe, inject } from 'vitest';
import type { Dialect } from '@db/client.server';
import { makeDatabase, type TestDatabase } from './new-database';
import { quickFolder } from './quick-folder';

export type { TestDatabase } from './new-database';

/** A new, empty database of the dialect; `migrate: false` leaves it without tables. */
export function newDatabase(dialect: Dialect, options: { migrate?: boolean } = {}): Promise<TestDatabase> {
  const server = dialect === 'sqlite' ? 'sqlite' : new URL(inject('postgresUrl')!);
  return makeDatabase(server, { ...options, copyOf: inject('migrated')[dialect], folder: quickFolder() });
}

/** Runs the same tests on SQLite and on PostgreSQL. */
export function describeOnBothDatabases(name: string, tests: (dialect: Dialect) => void): void {
  describe(`${name} (SQLite)`, () => tests('sqlite'));
  describe.skipIf(!inject('postgresUrl'))(`${name} (PostgreSQL)`, () => tests('postgres'));
}

/**
 * Runs a journey on one of the databases, named by its file so that each has its share; EVERY_DATABASE=1 runs it on both. What the
 * databases do differently is seen by the tests of the queries, which run on both always.
 */
export function describeJourney(name: string, usual: Dialect, tests: (dialect: Dialect) => void): void {
  if (process.env.EVERY_DATABASE || !inject('postgresUrl')) return describeOnBothDatabases(name, tests);
  describe(`${name} (${usual === 'sqlite' ? 'SQLite' : 'PostgreSQL'})`, () => tests(usual));
}
