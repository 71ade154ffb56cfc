import pg from 'pg';
import type { DatabaseFindings } from './database-findings';
import { runProgram } from './postgres-programs';

interface Reference {
  name: string;
  child: string;
  parent: string;
  columns: string[];
  keys: string[];
}

/**
 * Looks through a PostgreSQL database as far as its own tools allow: every row is read once, every reference is looked up,
 * indexes and constraints that the server does not vouch for are named. Indexes are compared with their tables where the
 * extension `amcheck` is there. It may be in use.
 */
export async function checkPostgres(url: string): Promise<DatabaseFindings> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const found: DatabaseFindings = { faults: [], facts: [] };
  try {
    await readEverything(url, found);
    await lookAtCatalogue(client, found);
    await lookUpReferences(client, found);
    await compareIndexes(client, found);
    return found;
  } finally {
    await client.end();
  }
}

async function readEverything(url: string, { faults, facts }: DatabaseFindings): Promise<void> {
  try {
    runProgram('pg_dump', ['--format=plain', '--file=/dev/null'], url);
    facts.push('Looked at: every row can be read.');
  } catch (error) {
    const { message } = error as Error;
    // A program that is missing, or older than the server, has found nothing.
    if (/not found|version mismatch/.test(message))
      facts.push(`Not looked at: whether every row can be read. ${message}`);
    else faults.push(`Not every row can be read: ${message}`);
  }
}

async function lookAtCatalogue(client: pg.Client, { faults, facts }: DatabaseFindings): Promise<void> {
  const indexes = await client.query<{ name: string }>(
    `select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indexrelid
      where c.relnamespace = 'public'::regnamespace and not (i.indisvalid and i.indisready and i.indislive)`,
  );
  for (const { name } of indexes.rows) faults.push(`The index ${name} was never finished: drop it and make it again.`);
  const constraints = await client.query<{ name: string; owner: string }>(
    `select conname as name, conrelid::regclass::text as owner from pg_constraint
      where connamespace = 'public'::regnamespace and not convalidated`,
  );
  for (const { name, owner } of constraints.rows)
    faults.push(`The constraint ${name} of ${owner} was never validated.`);
  const { rows } = await client.query<{ on: string; failures: string | null }>(
    `select current_setting('data_checksums') as on,
            (select checksum_failures from pg_stat_database where datname = current_database())::text as failures`,
  );
  if (rows[0]!.on === 'off') facts.push('Not looked at: checksums of pages, which this server does not keep.');
  else if (Number(rows[0]!.failures) > 0) faults.push(`${rows[0]!.failures} pages did not match their checksum.`);
}

async function lookUpReferences(client: pg.Client, { faults, facts }: DatabaseFindings): Promise<void> {
  const { rows } = await client.query<Reference>(
    `select k.conname as name, k.conrelid::regclass::text as child, k.confrelid::regclass::text as parent,
            array(select quote_ident(a.attname) from unnest(k.conkey) with ordinality u(n, o)
                    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.n order by u.o) as columns,
            array(select quote_ident(a.attname) from unnest(k.confkey) with ordinality u(n, o)
                    join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.n order by u.o) as keys
       from pg_constraint k where k.contype = 'f' and k.connamespace = 'public'::regnamespace order by 2, 1`,
  );
  for (const { name, child, parent, columns, keys } of rows) {
    const there = columns.map((column) => `c.${column} is not null`).join(' and ');
    const same = columns.map((column, n) => `p.${keys[n]} = c.${column}`).join(' and ');
    const lost = await client.query<{ count: string }>(
      `select count(*) from ${child} c where ${there} and not exists (select 1 from ${parent} p where ${same})`,
    );
    const count = lost.rows[0]!.count;
    if (count !== '0') faults.push(`${count} of ${child} refer to ${parent} that are not there (${name}).`);
  }
  facts.push(`Looked at: ${rows.length} kinds of references, each row of them.`);
}

async function compareIndexes(client: pg.Client, { faults, facts }: DatabaseFindings): Promise<void> {
  const there = await client.query("select 1 from pg_extension where extname = 'amcheck'");
  if (!there.rowCount) {
    facts.push(
      'Not looked at: whether indexes match their tables. For that, once, as superuser: create extension amcheck;',
    );
    return;
  }
  const { rows } = await client.query<{ oid: string; name: string }>(
    `select c.oid::text as oid, c.oid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indexrelid
       join pg_am a on a.oid = c.relam and a.amname = 'btree'
      where c.relnamespace = 'public'::regnamespace and i.indisvalid and i.indisready order by 2`,
  );
  for (const { oid, name } of rows) {
    try {
      await client.query('select bt_index_check($1::oid::regclass, true)', [oid]);
    } catch (error) {
      // Whoever may not ask has found nothing.
      if ((error as { code?: string }).code === '42501') {
        facts.push('Not looked at: whether indexes match their tables; this user may not use amcheck.');
        return;
      }
      faults.push(`The index ${name} does not match its table: ${(error as Error).message}.`);
    }
  }
  facts.push(`Looked at: ${rows.length} indexes against their tables.`);
}
