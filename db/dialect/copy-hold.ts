/** The migration that made the table of holds; a backup from before it gets the hold together with the table. */
export const HOLDS_SINCE = '0001_engine';

/**
 * The statement that keeps a copy of the database from sending until it is armed (see `npm run reminders -- arm`). A
 * copy of a copy keeps the older hold.
 * @param since from when the copy is (ms).
 * @param schema the name that PostgreSQL needs in front of the table's.
 */
export function copyHoldSql(since: number, by: 'backup' | 'restore' | 'move', schema = ''): string {
  const values = `'all', 'restored', ${Math.trunc(since)}, '${by}'`;
  return `insert into ${schema}sending_holds (scope, reason, since, "by") values (${values}) on conflict do nothing;`;
}
