/** SQLite's codes for a database that is busy, full, unreadable or broken, and PostgreSQL's classes for the same. */
const SQLITE = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CORRUPT|NOTADB|CANTOPEN|NOMEM)/;
const POSTGRES = /^(08|53|55P03|57|58|XX|25006|42501|42P01)/;
const NETWORK = /^E[A-Z]+$/;
/** What PostgreSQL's driver says without a code when no connection is to be had, or one is cut. */
const NO_CONNECTION = /^(timeout exceeded when trying to connect|Connection terminated|Query read timeout)/;

/** The database's own code for an error, or null; Drizzle wraps the driver's error. */
export function codeOf(error: unknown): string | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code;
    if (NO_CONNECTION.test(at.message)) return 'ECONNRESET';
  }
  return null;
}

/** True when the database as a whole does not work: trying the next row would only fail again. */
export function isOutage(error: unknown): boolean {
  const code = codeOf(error);
  return code !== null && (SQLITE.test(code) || POSTGRES.test(code) || NETWORK.test(code));
}

/** True when nothing can be written, and nothing was, while reading works: a replica, a file for reading only, a full disk. */
export function isReadOnlyFailure(error: unknown): boolean {
  return /^(25006|53100|SQLITE_READONLY|SQLITE_FULL)/.test(codeOf(error) ?? '');
}

/** True when PostgreSQL gave this transaction up for another one: the same again will work. */
export function isWorthRepeating(error: unknown): boolean {
  const code = codeOf(error);
  return code === '40P01' || code === '40001';
}
