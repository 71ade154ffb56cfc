import Database from 'better-sqlite3';
import pg from 'pg';

/** A connection of PostgreSQL's without the limits of time that the service's own have. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Asks either database, whichever of our migrations it has had, and however long it takes. */
export async function withPlainReader<T>(
  url: string,
  work: (select: (statement: string) => Promise<Record<string, unknown>[]>) => Promise<T>,
): Promise<T> {
  if (!url.startsWith('file:'))
    return withClient(url, (client) =>
      work(async (statement) => (await client.query<Record<string, unknown>>(statement)).rows),
    );
  const database = new Database(url.slice('file:'.length), { readonly: true, fileMustExist: true });
  try {
    return await work(async (statement) => database.prepare(statement).all() as Record<string, unknown>[]);
  } finally {
    database.close();
  }
}
