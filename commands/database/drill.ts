import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '@db/client.server';
import { BackupError } from '@db/dialect/backup-error';
import { withPlainReader } from '@db/dialect/plain-connection';
import { countRows, newestChange } from '@db/dialect/row-counts';
import { makeScratchDatabase } from '@db/dialect/scratch-database';
import { migrateUp, migrationState } from '@db/migrate.server';
import type { Config } from '~/config.server';
import { compareRows, tellAdded } from './compare-rows';
import { lookThrough } from './look-through';
import { makeBackup } from './make-backup';
import { asName, restoreCopy } from './restore-copy';

/**
 * `npm run db -- drill`: restores a backup beside the database in use, looks through it, and says what would be lost and how
 * long it takes. The database in use is only read.
 * @param file a backup; null makes one. @returns the exit code: 1 when the copy is not sound.
 */
export async function drill(config: Config, file: string | null): Promise<number> {
  const { databaseUrl: live } = config;
  if (file !== null && !existsSync(file)) throw new BackupError(`There is no file ${file}.`);
  const scratch = await makeScratchDatabase(live, { name: asName(new Date()), copies: file === null ? 2 : 1 });
  try {
    const copy = file ?? join(scratch.folder, 'copy');
    const before = file === null && isThere(live) ? await countRows(live) : null;
    if (file === null) {
      const took = await timed('Making a backup', () => makeBackup(live, copy));
      console.log(`Backup: ${took} s.`);
    }
    const faults = await tryOut(config, { copy, before, restored: scratch.url });
    for (const fault of faults) console.error(fault);
    if (faults.length === 0) {
      console.log('The backup is sound. Nothing would be sent from it until it is armed.');
      return 0;
    }
    console.error('THIS BACKUP IS NOT SOUND. Make another one, and look at the database: npm run db -- check');
    return 1;
  } finally {
    await scratch.remove();
  }
}

/** Restores the copy, and says what it is like. @returns what is wrong with it. */
async function tryOut(
  config: Config,
  { copy, before, restored }: Omit<Copies, 'live' | 'migrated'>,
): Promise<string[]> {
  const added: string[] = [];
  try {
    const seconds = await timed('Restoring it beside', async () => {
      added.push(...(await restoreCopy(restored, copy, new Date())).added);
      added.push(...(await bringUpToDate(restored)));
    });
    console.log(`RTO: ${seconds} s from the file to a database that answers, its tables up to date.`);
  } catch (error) {
    if (error instanceof BackupError) return [error.message];
    throw error;
  }
  if (added.length > 0) console.log(`It was older than this program: ${added.join(', ')}`);

  const faults: string[] = [];
  const took = await timed('Looking through it', async () => {
    const found = await lookThrough({ ...config, databaseUrl: restored });
    for (const fact of found.facts) console.log(fact);
    faults.push(...found.faults);
    if (!(await isHeld(restored))) faults.push('It would send: there is no hold in it.');
  });
  console.log(`Looked through in ${took} s.`);
  const differences = await compare({ live: config.databaseUrl, copy, before, restored, migrated: added.length > 0 });
  return [...faults, ...differences];
}

/** @returns how long it took (seconds, to a tenth). */
async function timed(what: string, work: () => Promise<void>): Promise<string> {
  console.error(`${what} …`);
  const began = performance.now();
  await work();
  return ((performance.now() - began) / 1000).toFixed(1);
}

async function bringUpToDate(url: string): Promise<string[]> {
  const db = openDatabase(url);
  try {
    const added = await migrateUp(db);
    if ((await migrationState(db)).pending.length > 0) throw new BackupError('It could not be brought up to date.');
    return added;
  } finally {
    await db.close();
  }
}

function isHeld(url: string): Promise<boolean> {
  return withPlainReader(url, async (select) => {
    const holds = await select("select 1 from sending_holds where scope = 'all' and reason = 'restored'");
    return holds.length > 0;
  });
}

interface Copies {
  live: string;
  copy: string;
  restored: string;
  /** What the database in use had just before the copy was made; null for a copy from earlier. */
  before: Map<string, number> | null;
  migrated: boolean;
}

/** Says what would be lost, and finds rows that the copy should have and has not. */
async function compare({ live, copy, restored, before, migrated }: Copies): Promise<string[]> {
  const there = await countRows(restored);
  const inUse = isThere(live) ? await countRows(live) : null;
  const [newest, newestInUse] = [await newestChange(restored), inUse && (await newestChange(live))];
  if (newest === null) console.log('RPO: cannot be told, nothing in the copy carries a time.');
  else {
    const until = newestInUse ?? Date.now();
    const lost = Math.max(0, Math.round((until - newest) / 1000));
    console.log(`RPO: ${lost} s would be lost. The newest in the copy is from ${asText(newest)}, ${newestInUse === null ? 'and now it is' : 'in the database in use from'} ${asText(until)}.`); // prettier-ignore
  }
  if (inUse) console.log(tellAdded(there, inUse));
  const total = [...there.values()].reduce((sum, count) => sum + count, 0);
  console.log(`Rows: ${total} in ${there.size} tables.`);
  const faults: string[] = [];
  // A SQLite backup is a database itself; what a dump holds only its restore can tell.
  if (restored.startsWith('file:') && !migrated) faults.push(...compareRows(await countRows(`file:${copy}`), there));
  if (before && inUse) faults.push(...compareRows(before, there, inUse));
  return faults;
}

const isThere = (url: string) => !url.startsWith('file:') || existsSync(url.slice('file:'.length));
const asText = (at: number) => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
