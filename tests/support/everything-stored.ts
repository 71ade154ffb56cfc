import type { Deps } from '~/services/deps';

/** Every row of every table, as text, to see whether anything has changed. */
export async function everythingStored({ db }: Pick<Deps, 'db'>): Promise<string> {
  return db.read(async (q) => {
    const rows = await Promise.all(
      Object.entries(q.tables).map(async ([name, table]) => [
        name,
        await q.select().from(table as typeof q.tables.offices),
      ]),
    );
    return JSON.stringify(rows);
  });
}

/** Every text in it that stands open, longest first: what a page may show without a word of it being ours. */
export function textsIn(stored: string): string[] {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === 'string' && value.trim().length > 1) found.add(value.trim());
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
  };
  look((JSON.parse(stored) as [string, unknown][]).map(([, rows]) => rows));
  return [...found];
}
