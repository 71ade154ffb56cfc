import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build, type Plugin } from 'esbuild';
import { openDatabase, type Db, type Dialect } from '@db/client.server';
import { MINUTE, SECOND } from '~/domain/clock';
import { DEFAULT_ENGINE } from '~/services/engine-settings';
import { reconcileUnknown } from '~/services/reconcile-unknown.server';
import { sendDue } from '~/services/send-due.server';
import { fakeClock, type FakeClock } from './fake-clock';
import { BEGINS, makeKillLedger, readLedger, type KillLedger } from './kill-ledger';
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

/** What a life came to. */
export interface Reckoning {
  /** In words; none when all is well. */
  faults: string[];
  lost: number;
  twice: number;
  late: number;
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

/** Runs `work` with a ledger to copy and the moments that a life with it has. */
export async function withMoments(
  dialect: Dialect,
  work: (ledger: KillLedger, moments: Moment[]) => Promise<void>,
): Promise<void> {
  const earlier = await startTwilioServer({ now: () => BEGINS - 2 * MINUTE });
  const ledger = await makeKillLedger(dialect, earlier, DEFAULT_ENGINE);
  await earlier.close();
  try {
    await work(ledger, await discover(ledger));
  } finally {
    await ledger.remove();
  }
}

/** A life that nothing cuts short says what there is to be struck at. */
async function discover(ledger: KillLedger): Promise<Moment[]> {
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
  ledger: KillLedger,
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
  // One number turns out not to be anybody's.
  twilio.fail({ kind: 'error', status: 400, code: 21211 });
  const { point, occurrence, signal, concurrency } = strike;
  const engine = { ...DEFAULT_ENGINE, concurrency };
  const life = { databaseUrl: copy.url, twilioUrl: twilio.url, clockFile, point, occurrence, signal, engine };
  const worker = fork(WORKER, { execArgv: [], env: { ...process.env, LIFE: JSON.stringify(life) } });
  const db = openDatabase(copy.url);
  try {
    const finish = () => finishWith(db, life, clock);
    await watch(worker, { finish, ledger: () => readLedger(db) });
    clock.advance(5 * SECOND);
    await finish();
    return reckon(ledger, twilio, await readLedger(db));
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
  for (let round = 0; round < 30; round += 1) {
    await reconcile('fresh');
    while (await send('fresh'));
    const { messages } = await readLedger(db);
    if (!messages.some(isOpen)) return;
    clock.advance(45 * SECOND);
  }
}

const isOpen = ({ status }: { status: string }) => ['planned', 'claimed', 'unknown'].includes(status);

/** Waits until a process stands still. */
export async function untilStopped(worker: ChildProcess): Promise<boolean> {
  while (worker.exitCode === null) {
    const state = readFileSync(`/proc/${worker.pid}/stat`, 'utf8').split(') ')[1];
    if (state?.startsWith('T')) return true;
    await pause(5);
  }
  return false;
}

/** Who was told, who was told twice, who is left out. */
function reckon(ledger: KillLedger, twilio: TwilioServer, rows: Awaited<ReturnType<typeof readLedger>>): Reckoning {
  const faults = [...twilio.mistakes];
  const twice = twilio.messages.length - new Set(twilio.messages.map(({ to, body }) => `${to} ${body}`)).size;
  if (twice > 0) faults.push(`${twice} twice`);
  // Of the refused one Twilio kept nothing.
  if (twilio.requests.length !== twilio.messages.length + 1) faults.push('a request too many');
  const open = rows.messages.filter(isOpen);
  if (open.length > 0) faults.push(`still ${open[0]!.status}`);
  let lost = 0;
  let late = 0;
  for (const { id, sendBy } of ledger.reminders) {
    const attempts = rows.messages.filter(({ reminderId }) => reminderId === id);
    const accepted = attempts.filter(({ status, providerId }) => status === 'accepted' && providerId !== null);
    const onList = rows.calls.filter((call) => attempts.some((attempt) => attempt.id === call.messageId));
    if (accepted.length + onList.length !== 1) faults.push(`${accepted.length} texts and ${onList.length} calls`);
    if (accepted.length + onList.length === 0) lost += 1;
    const sids = accepted.map((attempt) => attempt.providerId);
    late += twilio.messages.filter(({ sid, createdAt }) => sids.includes(sid) && createdAt > sendBy).length;
  }
  const onRecord = new Set(rows.messages.flatMap(({ providerId }) => providerId ?? []));
  const forgotten = twilio.messages.filter(({ sid }) => !onRecord.has(sid)).length;
  if (forgotten > 0) faults.push(`${forgotten} that Twilio has and the ledger does not know`);
  return { faults, lost, twice, late };
}
