import { withPlainReader } from './plain-connection';

const TABLES = {
  sqlite: "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name",
  postgres: "select tablename as name from pg_tables where schemaname = 'public' order by tablename",
};

/** How many rows each table has. */
export function countRows(url: string): Promise<Map<string, number>> {
  return withPlainReader(url, async (select) => {
    const counts = new Map<string, number>();
    for (const { name } of await select(TABLES[url.startsWith('file:') ? 'sqlite' : 'postgres'])) {
      const [row] = await select(`select count(*) as count from "${String(name)}"`);
      counts.set(String(name), Number(row!.count));
    }
    return counts;
  });
}

/**
 * When the newest change that carries its time was committed (ms), as near as the database itself can tell: a worker says
 * every few seconds that it is alive. Null for a database in which nothing has happened.
 */
export function newestChange(url: string): Promise<number | null> {
  return withPlainReader(url, async (select) => {
    const rows = await select(
      `select max(seen_at) as at from workers union all select max(at) from audit_entries
        union all select max(at) from message_events`,
    );
    const newest = Math.max(...rows.map(({ at }) => Number(at ?? 0)));
    return newest > 0 ? newest : null;
  });
}
