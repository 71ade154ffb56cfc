import { execFileSync, spawn, type SpawnOptions } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { quickFolder } from './quick-folder';

export interface TestPostgres {
  url: string;
  /** Stops the server; its data stay. */
  halt(): Promise<void>;
  /** Starts it again, at the same address. */
  resume(): Promise<void>;
  /** Makes it stand still with all its connections (SIGSTOP), so that nobody gets an answer, or go on (SIGCONT). */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void;
  /** Stops it and throws everything away. */
  stop(): Promise<void>;
}

/** The folder with `initdb` and `postgres`, newest version first; null when there is no server on this machine. */
export function findPostgresBinaries(): string | null {
  const debian = '/usr/lib/postgresql';
  const candidates = [
    ...(existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []).map((v) =>
      join(debian, v, 'bin'),
    ),
    ...(process.env.PATH ?? '').split(':'),
    '/opt/homebrew/opt/postgresql/bin',
    '/usr/local/opt/postgresql/bin',
  ];
  return (
    candidates.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ?? null
  );
}

/** PostgreSQL refuses to run as root; Debian's package makes a user for it. */
function asServer(): SpawnOptions {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** A port of the loopback address that nobody listens on. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** Starts a throw-away PostgreSQL server on the loopback address; durability is off unless asked for, nothing else is. */
export async function startPostgres({ durable = false } = {}): Promise<TestPostgres> {
  const { folder, run } = newCluster(durable);
  run('initdb', ['-D', join(folder, 'data'), '-U', 'waymark', '-A', 'trust', '-E', 'UTF8', '--locale=C']);
  return serve(folder, await freePort(), durable);
}

/** Starts a replica of another server, which streams from it and can be read. */
export async function startReplica(primary: TestPostgres): Promise<TestPostgres> {
  const { folder, run } = newCluster(false);
  const { hostname, port, username } = new URL(primary.url);
  const from = ['-h', hostname, '-p', port, '-U', username];
  run('pg_basebackup', [
    ...from,
    '-D',
    join(folder, 'data'),
    '--write-recovery-conf',
    '--checkpoint=fast',
    '--no-sync',
  ]);
  return serve(folder, await freePort(), false);
}

/** A folder that belongs to whoever the server runs as, and its programs. */
function newCluster(durable: boolean) {
  const folder = mkdtempSync(join(durable ? tmpdir() : quickFolder(), 'waymark-postgres-'));
  const identity = asServer();
  if (identity.uid !== undefined) chownSync(folder, identity.uid, identity.gid!);
  const run = (program: string, args: string[]) =>
    execFileSync(join(binaries(), program), args, { ...identity, stdio: 'ignore', cwd: folder });
  return { folder, run };
}

function binaries(): string {
  const found = findPostgresBinaries();
  if (!found) throw new Error('PostgreSQL is not installed on this machine');
  return found;
}

async function serve(folder: string, port: number, durable: boolean): Promise<TestPostgres> {
  const written = durable ? 'on' : 'off';
  const settings = {
    listen_addresses: '127.0.0.1',
    fsync: written,
    full_page_writes: written,
    max_connections: '200',
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const url = `postgres://waymark@127.0.0.1:${port}/postgres`;
  const begin = () => {
    const server = spawn(
      join(binaries(), 'postgres'),
      ['-D', join(folder, 'data'), '-p', `${port}`, '-k', folder, ...args],
      {
        ...asServer(),
        stdio: 'ignore',
        cwd: folder,
      },
    );
    return { server, exited: new Promise<void>((resolve) => server.once('exit', () => resolve())) };
  };
  let running = begin();
  await untilReady(url);
  const halt = async () => {
    running.server.kill('SIGINT');
    await running.exited;
  };
  return {
    url,
    halt,
    async resume() {
      running = begin();
      await untilReady(url);
    },
    signal(signal) {
      const ofServer = execFileSync('pgrep', ['-P', `${running.server.pid}`], { encoding: 'utf8' })
        .trim()
        .split('\n');
      for (const pid of [running.server.pid!, ...ofServer.map(Number)]) process.kill(pid, signal);
    },
    async stop() {
      await halt();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilReady(url: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return;
    } catch (error) {
      if (attempt > 300) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
