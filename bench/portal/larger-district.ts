import { copyFileSync } from 'node:fs';
import Database from 'better-sqlite3';

/** What no page of these looks at, and what is the same for a country as for a district. */
const LEFT_AS_IT_IS =
  /^(sqlite_|migrations|audit_|areas|bank_holidays|adviser_terms|appointment_events|message_events|contact_records|customer_acts|follow_ups|plan_agreements|step_events|provider_states|workers)/;

/** Gives each customer of a database a year of texts that have gone: one a fortnight. */
export function addYearOfMessages(file: string, now: number): void {
  const db = connect(file);
  const fortnight = 14 * 24 * 3600_000;
  db.prepare(
    `with recursive past(n) as (select 1 union all select n + 1 from past where n < 26)
     insert into messages (id, customer_id, purpose, attempt, language, status, fence, created_at, not_before, send_by, finished_at)
     select 'year-' || c.rowid || '-' || n, c.id, 'notice', 1, 'en', 'delivered', 1, at, at, at + 3600000, at + 60000
     from (select rowid, id, n, ${now} - n * ${fortnight} as at from customers, past) c`,
  ).run();
  db.close();
}

/**
 * Copies a district's file and puts so many districts like it beside the first, which stays as it is: its people see the same
 * pages. All keys of the others are their own. Takes a minute or two for a hundred.
 */
export function copyEnlarged(from: string, to: string, times: number): void {
  copyFileSync(from, to);
  if (times === 1) return;
  const db = connect(to);
  db.exec(`attach '${from}' as first`);
  const tables = db.prepare("select name from first.sqlite_master where type = 'table'").pluck().all() as string[];
  const grown = new Set(tables.filter((name) => !LEFT_AS_IT_IS.test(name)));
  for (const table of grown) {
    const own = ownKeys(db, table, grown);
    const columns = db.prepare(`select name from pragma_table_info('${table}')`).pluck().all() as string[];
    const values = columns.map((name) => {
      if (own.has(name)) return `"${name}" || '~' || n`;
      // Another district's clubs are somewhere else.
      return table === 'clubs' && name === 'latitude' ? '"latitude" - 1.5 - n % 3' : `"${name}"`;
    });
    db.exec(`with recursive copies(n) as (select 2 union all select n + 1 from copies where n < ${times})
      insert into main."${table}" (${columns.map((name) => `"${name}"`).join(', ')})
      select ${values.join(', ')} from copies cross join first."${table}"`);
  }
  db.close();
}

function connect(file: string): Database.Database {
  const db = new Database(file);
  db.pragma('foreign_keys = OFF');
  db.pragma('synchronous = OFF');
  db.pragma('journal_mode = WAL');
  return db;
}

/** Columns that must differ from one district to the next: keys, what refers to them, and texts that there may be only once. */
function ownKeys(db: Database.Database, table: string, grown: ReadonlySet<string>): Set<string> {
  const unique = db
    .prepare(
      `select c.name from pragma_index_list('${table}') i, pragma_index_info(i.name) c
       join pragma_table_info('${table}') t on t.name = c.name where i."unique" and lower(t.type) = 'text'`,
    )
    .pluck()
    .all() as string[];
  const links = db.prepare(`select "from", "table" from pragma_foreign_key_list('${table}')`).all() as {
    from: string;
    table: string;
  }[];
  const elsewhere = new Set(links.filter((link) => !grown.has(link.table)).map((link) => link.from));
  return new Set([...unique, ...links.map((link) => link.from)].filter((name) => !elsewhere.has(name)));
}
