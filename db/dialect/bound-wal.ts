import { statSync } from 'node:fs';
import type Database from 'better-sqlite3';

/** SQLite starts the WAL anew at 4 MB by itself, if nobody is reading then; beyond this it is asked to in earnest. */
const LIMIT_BYTES = 16 * 1024 * 1024;
/** How long those who are reading are waited for; while this lasts nobody writes, and this process does nothing else. */
const PATIENCE_MS = 100;
/** Between tries: at first, and when somebody goes on reading for minutes. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Keeps SQLite's write-ahead log from growing without end. SQLite starts it anew only at a commit that finds nobody reading
 * an older state; with readers that come and go there may be no such commit for hours. So from `limitBytes` on, new
 * statements are held up for a moment until those under way have ended. A reader that does not end cannot be helped: the
 * file grows while it stays, and shrinks at the first commit after it.
 * @returns what is to be called after each commit of the connection, outside a transaction. It never throws: the commit stands.
 */
export function boundWal(
  connection: Database.Database,
  busyTimeoutMs: number,
  { limitBytes = LIMIT_BYTES, now = () => performance.now() } = {},
): () => void {
  let notBefore = 0;
  let pauseMs = FIRST_PAUSE_MS;
  return () => {
    if (now() < notBefore || walBytes(connection.name) <= limitBytes) return;
    const emptied = emptyWal(connection, busyTimeoutMs);
    if (!emptied) notBefore = now() + pauseMs;
    pauseMs = emptied ? FIRST_PAUSE_MS : Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
  };
}

/** The size of the write-ahead log beside a SQLite database (bytes); 0 when there is none, or nobody can tell. */
export function walBytes(path: string): number {
  try {
    return statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  } catch {
    return 0;
  }
}

function emptyWal(connection: Database.Database, busyTimeoutMs: number): boolean {
  try {
    connection.pragma(`busy_timeout = ${Math.min(PATIENCE_MS, busyTimeoutMs)}`);
    const [outcome] = connection.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    return outcome?.busy === 0;
  } catch {
    // A full disk, say: what is in the log is safe there, and is moved when there is room.
    return false;
  } finally {
    connection.pragma(`busy_timeout = ${busyTimeoutMs}`);
  }
}
