import Database from 'better-sqlite3';
import pg from 'pg';

/** Another program that has the database to itself for a while: an import, a backup, somebody's open console. */
export interface OtherProgram {
  lock(): Promise<void>;
  release(): Promise<void>;
  close(): Promise<void>;
}

/** @param url of a database with its tables; on PostgreSQL nobody else can so much as read its messages and appointments. */
export async function otherProgram(url: string): Promise<OtherProgram> {
  if (url.startsWith('file:')) {
    const other = new Database(url.slice('file:'.length));
    return {
      lock: async () => void other.exec('BEGIN IMMEDIATE'),
      release: async () => void other.exec('ROLLBACK'),
      close: async () => void other.close(),
    };
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    lock: async () => void (await client.query('begin; lock table messages, appointments in access exclusive mode')),
    release: async () => void (await client.query('rollback')),
    close: () => client.end(),
  };
}
