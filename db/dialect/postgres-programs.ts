import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { BackupError } from './backup-error';

/** The program's folder: from PATH, else where Debian keeps each version, newest first. */
export function findProgram(name: string): string {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions.map((version) => join(debian, version, 'bin')),
  ];
  const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
  if (!found)
    throw new BackupError(`${name} was not found. Install PostgreSQL's client programs, or add them to PATH.`);
  return found;
}

const databaseOf = (url: string) => decodeURIComponent(new URL(url).pathname.slice(1));

/** Runs one of PostgreSQL's client programs; the password goes through the environment, where other users cannot read it. */
export function runProgram(name: string, args: string[], url: string): string {
  const result = spawnSync(findProgram(name), args, {
    encoding: 'utf8',
    env: environmentOf(url),
    maxBuffer: 64 * 1024 * 1024,
  });
  if (result.status === 0) return result.stdout;
  throw new BackupError(`${name} failed: ${(result.stderr || String(result.error ?? '')).trim()}`);
}

/** How PostgreSQL's client programs are told where the database is. */
export function environmentOf(url: string): NodeJS.ProcessEnv {
  const { hostname, port, username, password, searchParams } = new URL(url);
  const connection: Record<string, string> = {
    PGHOST: searchParams.get('host') ?? hostname,
    PGPORT: port || '5432',
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: databaseOf(url),
    ...(searchParams.has('sslmode') ? { PGSSLMODE: searchParams.get('sslmode')! } : {}),
  };
  const given = Object.fromEntries(Object.entries(connection).filter(([, value]) => value !== ''));
  return { ...process.env, TZ: 'UTC', ...given };
}
