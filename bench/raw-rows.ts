import type { Db } from '@db/client.server';

type Row = Record<string, unknown>;
/** Rows by table, the tables in an order in which every row finds those that it names. */
export type Rows = Record<string, Row[]>;

const OF_CUSTOMERS = ['customers', 'adviser_terms', 'contact_points'];
const OF_APPOINTMENTS = ['appointments', 'appointment_events', 'reminders', 'messages', 'appointment_links'];

/**
 * What is in a database, to be written again by the barest means there are: what is there before, and what comes with each
 * appointment, in the order in which they were made.
 * @param withCustomers whether customers come with their first appointment, or were there before.
 */
export async function readRows(db: Db, withCustomers: boolean): Promise<{ before: Rows; appointments: Rows[] }> {
  const before: Rows = {};
  for (const table of ['offices', 'staff', ...(withCustomers ? [] : OF_CUSTOMERS)])
    before[table] = await all(db, table);
  const groups = new Map<unknown, Rows>();
  const ofCustomer = new Map<unknown, Rows>();
  for (const appointment of await all(db, 'appointments')) {
    const group: Rows = {};
    groups.set(appointment.id, group);
    if (withCustomers && !ofCustomer.has(appointment.customer_id)) ofCustomer.set(appointment.customer_id, group);
  }
  const put = (table: string, row: Row, group: Rows | undefined) => void ((group ?? {})[table] ??= []).push(row);
  if (withCustomers)
    for (const table of OF_CUSTOMERS)
      for (const row of await all(db, table)) put(table, row, ofCustomer.get(row.customer_id ?? row.id));
  for (const table of OF_APPOINTMENTS)
    for (const row of await all(db, table)) put(table, row, groups.get(row.appointment_id ?? row.id));
  return { before, appointments: [...groups.values()] };
}

async function all({ sqlite, pool }: Db, table: string): Promise<Row[]> {
  const text = `select * from ${table} order by ${table === 'appointment_links' ? 'created_at' : 'id'}`;
  return sqlite ? (sqlite.prepare(text).all() as Row[]) : (await pool!.query(text)).rows;
}

/** So many appointments' rows as one batch. */
export function together(groups: readonly Rows[], size: number): Rows[] {
  const batches: Rows[] = [];
  for (let from = 0; from < groups.length; from += size) {
    const batch: Rows = {};
    for (const table of [...OF_CUSTOMERS, ...OF_APPOINTMENTS])
      batch[table] = groups.slice(from, from + size).flatMap((group) => group[table] ?? []);
    batches.push(batch);
  }
  return batches;
}

/** Writes each batch in a transaction of its own: statements that are prepared once, and nothing else. @returns seconds. */
export async function writeRows(db: Db, batches: readonly Rows[]): Promise<number> {
  const columns = columnsOf(batches);
  const began = performance.now();
  if (db.sqlite) writeSqlite(db.sqlite, batches, columns);
  else await writePostgres(db.pool!, batches, columns);
  return (performance.now() - began) / 1000;
}

/** The columns that are not empty in every row, by table. */
function columnsOf(batches: readonly Rows[]): Map<string, string[]> {
  const columns = new Map<string, Set<string>>();
  for (const batch of batches)
    for (const [table, rows] of Object.entries(batch))
      for (const row of rows)
        for (const [column, value] of Object.entries(row))
          if (value !== null) columns.set(table, (columns.get(table) ?? new Set()).add(column));
  return new Map([...columns].map(([table, names]) => [table, [...names]]));
}

function writeSqlite(
  sqlite: NonNullable<Db['sqlite']>,
  batches: readonly Rows[],
  columns: Map<string, string[]>,
): void {
  const inserts = new Map(
    [...columns].map(([table, names]) => [table, sqlite.prepare(`insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`)]), // prettier-ignore
  );
  for (const batch of batches) {
    sqlite.exec('begin immediate');
    for (const [table, rows] of Object.entries(batch))
      for (const row of rows) inserts.get(table)!.run(columns.get(table)!.map((name) => row[name]));
    sqlite.exec('commit');
  }
}

async function writePostgres(pool: NonNullable<Db['pool']>, batches: readonly Rows[], columns: Map<string, string[]>) {
  const client = await pool.connect();
  for (const batch of batches) {
    await client.query('begin');
    for (const [table, rows] of Object.entries(batch)) {
      if (rows.length === 0) continue;
      const names = columns.get(table)!.join(', ');
      const text = `insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, $1::json)`;
      await client.query({ name: `raw ${table}`, text, values: [JSON.stringify(rows)] });
    }
    await client.query('commit');
  }
  client.release();
}
