import { mkdirSync, mkdtempSync, rmSync, statfsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { BackupError } from './backup-error';
import { walBytes } from './bound-wal';
import { withClient } from './plain-connection';

/** A database of its own beside the one in use, and a folder for what belongs to it; both are thrown away. */
export interface ScratchDatabase {
  url: string;
  folder: string;
  remove(): Promise<void>;
}

/**
 * Makes room for a copy beside a database: SQLite in a folder next to it, on the same disk; PostgreSQL a new, empty database
 * in the same server, under a name of its own.
 * @param options.name a moment, as it may stand in a name. @param options.copies how many copies of the database are to fit.
 * @throws BackupError when there is no room, or this user may not make databases.
 */
export function makeScratchDatabase(url: string, options: { name: string; copies: number }): Promise<ScratchDatabase> {
  return url.startsWith('file:')
    ? scratchFolder(url.slice('file:'.length), options)
    : scratchPostgres(url, options.name);
}

async function scratchFolder(
  path: string,
  { name, copies }: { name: string; copies: number },
): Promise<ScratchDatabase> {
  const folder = `${path}.drill-${name}`;
  const size = (statSync(path, { throwIfNoEntry: false })?.size ?? 0) + walBytes(path);
  mkdirSync(dirname(path), { recursive: true });
  const { bavail, bsize } = statfsSync(dirname(path));
  if (bavail * bsize < copies * size * 1.1)
    throw new BackupError(`There is no room for ${copies} more of ${path}. Nothing was done.`);
  mkdirSync(folder, { mode: 0o700 });
  const remove = async () => rmSync(folder, { recursive: true, force: true });
  return { url: `file:${join(folder, 'scratch.db')}`, folder, remove };
}

async function scratchPostgres(url: string, moment: string): Promise<ScratchDatabase> {
  const name = `waymark_drill_${moment.replaceAll(/\W/g, '_').toLowerCase()}_${process.pid}`;
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ encoding: string; collate: string; ctype: string }>(
      `select pg_encoding_to_char(encoding) as encoding, quote_literal(datcollate) as collate, quote_literal(datctype) as ctype
         from pg_database where datname = current_database()`,
    );
    const { encoding, collate, ctype } = rows[0]!;
    await client
      .query(
        `create database ${name} template template0 encoding '${encoding}' lc_collate ${collate} lc_ctype ${ctype}`,
      )
      .catch((error: Error & { code?: string }) => {
        if (error.code !== '42501') throw error;
        throw new BackupError(
          'This user may not make databases. As superuser: alter role … createdb. Nothing was done.',
        );
      });
  });
  const own = new URL(url);
  own.pathname = `/${name}`;
  const folder = mkdtempSync(join(tmpdir(), 'waymark-drill-'));
  return {
    url: own.href,
    folder,
    async remove() {
      rmSync(folder, { recursive: true, force: true });
      await withClient(url, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}
