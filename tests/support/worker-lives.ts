import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build, type Plugin } from 'esbuild';
import { openDatabase, type Db, type Dialect } from '@db/client.server';
import { MINUTE, SECOND } from '~/domain/clock';
import { DEFAULT_ENGINE } from '~/services/engine-settings';
import { offerFreedTimes } from '~/services/offer-freed-times.server';
import { reconcileUnknown } from '~/services/reconcile-unknown.server';
import { sendDue } from '~/services/send-due.server';
import { fakeClock, type FakeClock } from './fake-clock';
import { BEGINS, isOpen, readLedger, type KillWorld, type Reckoning } from './kill-ledger';
import { sendingDeps, type WorkerLife } from './sending-deps';
import { startTwilioServer, type TwilioServer } from './twilio-server';

const WORKER = join(process.cwd(), '.cache', `struck-worker-${process.pid}.cjs`);

/** One moment of the send path: its name here and for people, and how often it comes by in one life. */
export interface Moment {
  point: string;
  label: string;
  times: number;
}

export interface Strike {
  point: string | null;
  occurrence: number;
  concurrency: number;
  signal: WorkerLife['signal'];
}

/** Twilio's SDK is ten megabytes, of which a worker loads the messages alone, when it needs them; so must be the bundle. */
const withoutOtherProducts: Plugin = {
  name: 'without other products',
  setup(bundle) {
    bundle.onResolve({ filter: /^\.\/[A-Z]/ }, ({ importer, path }) =>
      importer.endsWith('twilio/lib/rest/Twilio.js') && path !== './Api' ? { path, external: true } : undefined,
    );
  },
};

/** Makes the worker one small file, because it is loaded again for every life. */
export async function buildWorker(): Promise<void> {
  const entryPoints = [join(process.cwd(), 'tests/faults/struck-worker.ts')];
  const external = ['better-sqlite3', 'pg-native'];
  const plugins = [withoutOtherProducts];
  await build({ entryPoints, outfile: WORKER, bundle: true, platform: 'node', format: 'cjs', external, plugins });
}

export function removeWorker(): void {
  rmSync(WORKER, { force: true });
}

/** Runs `work` with a world to copy and the moments that a life with it has. */
export async function withMoments(
  dialect: Dialect,
  make: (dialect: Dialect, twilio: TwilioServer) => Promise<KillWorld>,
  work: (world: KillWorld, moments: Moment[]) => Promise<void>,
): Promise<void> {
  const earlier = await startTwilioServer({ now: () => BEGINS - 2 * MINUTE });
  const ledger = await make(dialect, earlier);
  await earlier.close();
  try {
    await work(ledger, await discover(ledger));
  } finally {
    await ledger.remove();
  }
}

/** A life that nothing cuts short says what there is to be struck at. */
async function discover(ledger: KillWorld): Promise<Moment[]> {
  let trace: string[] = [];
  await liveOnce(ledger, { point: null, occurrence: 0, concurrency: 1, signal: 'SIGKILL' }, async (worker) => {
    worker.on('message', (message) => (trace = message as string[]));
    await once(worker, 'exit');
  });
  const names = namesOfPlaces();
  const moments = new Map<string, Moment>();
  for (const point of trace) {
    const [place, what] = point.split(/\|(.*)/s) as [string, string];
    const label = `${names(place)}: ${what.replace(/\s+/g, ' ').slice(0, 70)}`;
    moments.set(point, { point, label, times: (moments.get(point)?.times ?? 0) + 1 });
  }
  return [...moments.values()];
}

/** The bundle says above each part of which file it is. */
function namesOfPlaces(): (place: string) => string {
  const lines = readFileSync(WORKER, 'utf8').split('\n');
  return (place) => {
    if (!/^\d+$/.test(place)) return place;
    for (let line = Number(place); line > 0; line -= 1) {
      const file = /^\/\/ (\S+)\.ts$/.exec(lines[line - 1] ?? '')?.[1];
      if (file) return `${file.split('/').at(-1)!.replace('.server', '')}:${Number(place) - line}`;
    }
    return place;
  };
}

/** What the test may do with a life while it lasts. */
export interface Life {
  /** Another worker works until nothing is left open. */
  finish(): Promise<void>;
  /** All that is on record. */
  ledger(): ReturnType<typeof readLedger>;
}

/**
 * A worker with a ledger and a Twilio of its own lives, and is struck; `watch` sees it to its end. Then a fresh worker
 * finishes what is left.
 */
export async function liveOnce(
  ledger: KillWorld,
  strike: Strike,
  watch: (worker: ChildProcess, life: Life) => Promise<void>,
): Promise<Reckoning> {
  const copy = await ledger.copy();
  const clockFile = `${copy.file}.clock`;
  const inner = fakeClock(BEGINS);
  const tell = () => writeFileSync(clockFile, String(inner.now()));
  const clock: FakeClock = {
    now: () => inner.now(),
    set: (instant) => (inner.set(instant), tell()),
    advance: (milliseconds) => (inner.advance(milliseconds), tell()),
  };
  tell();
  const twilio = await startTwilioServer({ now: () => clock.now() });
  twilio.messages.push(...ledger.handedOver.messages);
  twilio.requests.push(...ledger.handedOver.requests);
  if (ledger.fault) twilio.fail(ledger.fault);
  const { point, occurrence, signal, concurrency } = strike;
  const engine = { ...DEFAULT_ENGINE, concurrency };
  const offers = ledger.offers === true;
  const life = { offers, databaseUrl: copy.url, twilioUrl: twilio.url, clockFile, point, occurrence, signal, engine };
  const worker = fork(WORKER, { execArgv: [], env: { ...process.env, LIFE: JSON.stringify(life) } });
  const db = openDatabase(copy.url);
  try {
    const finish = () => finishWith(db, life, clock);
    await watch(worker, { finish, ledger: () => readLedger(db) });
    clock.advance(5 * SECOND);
    await finish();
    return await ledger.reckon(twilio, db);
  } finally {
    worker.kill('SIGKILL');
    await db.close();
    await twilio.close();
    rmSync(clockFile, { force: true });
    await copy.remove();
  }
}

/** A fresh worker, three quarters of a minute between its rounds. */
async function finishWith(db: Db, life: WorkerLife, clock: FakeClock): Promise<void> {
  const deps = sendingDeps(life, db, clock);
  const reconcile = reconcileUnknown(deps, life.engine);
  const send = sendDue(deps, life.engine);
  const offer = offerFreedTimes(deps);
  for (let round = 0; round < 30; round += 1) {
    await (life.offers ? offer() : reconcile('fresh'));
    while (await send('fresh'));
    const { messages } = await readLedger(db);
    if (!messages.some(isOpen)) return;
    clock.advance(45 * SECOND);
  }
}

/** Waits until a process stands still. */
export async function untilStopped(worker: ChildProcess): Promise<boolean> {
  while (worker.exitCode === null) {
    const state = readFileSync(`/proc/${worker.pid}/stat`, 'utf8').split(') ')[1];
    if (state?.startsWith('T')) return true;
    await pause(5);
  }
  return false;
}
