import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../bench/seeded-random';
import { bundledCommand } from '../support/bundled-command';
import { hasCompiler } from '../support/c-compiler';
import { newDatabase } from '../support/databases';
import { quickFolder } from '../support/quick-folder';
import { readRecords, ReplayedDisk, type DiskRecord, type Fate } from '../support/replayed-disk';

/** How many rounds are recorded, and how many power cuts are tried; more by hand. */
const ROUNDS = Number(process.env.POWER_ROUNDS ?? 20);
const CUTS = Number(process.env.POWER_CUTS ?? 700);
const SEED = Number(process.env.SEED ?? 1);

interface Recording {
  before: Buffer;
  records: DiskRecord[];
  commits: number;
}

interface Cut {
  /** After how many records; and which of the writes under way were done. */
  after: number;
  fate: string;
  acknowledged: number;
  /** What SQLite finds; a number of commits that are there, or what is wrong. */
  found: number | string;
}

/** Linux alone can lay something over a program's calls in this way. */
describe.skipIf(process.platform !== 'linux' || !hasCompiler())('a power cut at any moment (SQLite)', () => {
  let folder: string;
  let shim: string;

  beforeAll(() => {
    folder = mkdtempSync(join(quickFolder(), 'waymark-power-'));
    shim = join(folder, 'record-writes.so');
    execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', shim, 'tests/support/record-writes.c'], { stdio: 'inherit' });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function record(name: string, settings: Record<string, string> = {}): Promise<Recording> {
    const database = await newDatabase('sqlite');
    database.db.sqlite!.exec(
      'create table numbered (n integer primary key, appointments integer, messages integer, planned integer, events integer)',
    );
    await database.db.close();
    const before = readFileSync(database.url.slice('file:'.length));
    await database.drop();
    const watched = join(folder, name);
    mkdirSync(watched);
    writeFileSync(join(watched, 'test.db'), before);
    const log = join(folder, `${name}.log`);
    const program = await bundledCommand('tests/faults/recorded-worker.ts');
    const out = execFileSync(process.execPath, [program], {
      encoding: 'utf8',
      env: {
        ...process.env,
        ...{ LD_PRELOAD: shim, RECORD_FOLDER: watched, RECORD_LOG: log, ROUNDS: String(ROUNDS) },
        ...{ DATABASE_URL: `file:${join(watched, 'test.db')}`, ACKNOWLEDGED: join(watched, 'acknowledged') },
        ...settings,
      },
    });
    const records = readRecords(readFileSync(log));
    // What is shared in memory is made anew when nobody has the database open.
    return { before, records: records.filter((one) => !one.name.endsWith('-shm')), commits: Number(out) };
  }

  /** Cuts the power after each record, as often as there are cuts to try, and looks at what is left. */
  function cutEverywhere({ before, records }: Recording, cuts: number): Cut[] {
    const next = seededRandom(SEED);
    const disk = new ReplayedDisk({ 'test.db': before });
    const place = join(folder, 'after');
    const outcomes: Cut[] = [];
    let acknowledged = 0;
    const fates: Record<string, Fate> = {
      'all that was asked for': { ofWrite: () => 'done', ofSector: () => true },
      'only what was waited for': { ofWrite: () => 'lost', ofSector: () => false },
      'some of it, and some by halves': {
        ofWrite: () => (next() < 0.5 ? 'done' : next() < 0.5 ? 'torn' : 'lost'),
        ofSector: () => next() < 0.5,
      },
    };
    records.forEach((one, after) => {
      if (one.name === 'acknowledged') acknowledged += Number(one.kind === 'W');
      else disk.apply(one);
      for (const [fate, chances] of Object.entries(fates)) {
        const last = after === records.length - 1;
        if (!last && next() * records.length * 3 > cuts) continue;
        const found = lookAt(place, disk.afterPowerCut(chances));
        outcomes.push({ after, fate, acknowledged, found });
      }
    });
    return outcomes;
  }

  const lost = ({ found, acknowledged }: Cut) => typeof found === 'number' && found < acknowledged;
  const wrong = ({ found, acknowledged }: Cut) => typeof found === 'string' || found > acknowledged + 1;

  it('leaves a sound database with every commit that was acknowledged, whole', async () => {
    const recording = await record('full');
    const { records, commits } = recording;
    // It did wait for the disk, started the log anew, and closed properly: nothing of it went past the recorder.
    expect(records.filter(({ name, kind }) => name === 'acknowledged' && kind === 'W')).toHaveLength(commits);
    expect(records.filter(({ name, kind }) => name === 'test.db-wal' && kind === 'S').length).toBeGreaterThan(commits);
    expect(records.filter(({ name, kind }) => name === 'test.db' && kind === 'S').length).toBeGreaterThan(5);
    expect(records.at(-1)).toMatchObject({ kind: 'U', name: 'test.db-wal' });
    const cuts = cutEverywhere(recording, CUTS);
    console.log(`${cuts.length} power cuts in ${records.length} records of ${commits} commits, seed ${SEED}`);
    expect(cuts.length).toBeGreaterThan(Math.min(CUTS, 3 * records.length) / 2);
    expect(cuts.filter(wrong)).toEqual([]);
    expect(cuts.filter(lost)).toEqual([]);
    expect(cuts.at(-1)!.found).toBe(commits);
  });

  it('would lose some with `synchronous = NORMAL`, and this sees it', async () => {
    const cuts = cutEverywhere(await record('normal', { SYNCHRONOUS: 'NORMAL' }), 150);
    expect(cuts.filter(wrong)).toEqual([]);
    expect(cuts.filter(lost).length).toBeGreaterThan(10);
  });

  it('would be damaged by some with `synchronous = OFF`, and this sees it', async () => {
    const cuts = cutEverywhere(await record('off', { SYNCHRONOUS: 'OFF' }), 150);
    expect(cuts.filter(wrong).length).toBeGreaterThan(5);
  });
});

/** Opens what is left in a new place, as the portal would when the power is back. */
function lookAt(place: string, left: Map<string, Buffer>): number | string {
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place);
  for (const [name, bytes] of left) writeFileSync(join(place, name), bytes);
  const database = new Database(join(place, 'test.db'));
  try {
    const [damage] = database.prepare<[], string>('pragma integrity_check(1)').pluck().all();
    if (damage !== 'ok') return damage!;
    const [count, last] = database.prepare('select count(*), max(n) from numbered').raw().get() as [
      number,
      number | null,
    ];
    if (count !== (last ?? 0)) return `${count} commits are there, and the last is number ${last}`;
    if (count === 0) return 0;
    const same = database
      .prepare(
        `select 1 from numbered where n = ? and appointments = (select count(*) from appointments)
           and messages = (select count(*) from messages) and events = (select count(*) from message_events)
           and planned = (select count(*) from messages where status = 'planned')`,
      )
      .get(last);
    return same ? count : `only half of commit ${last} is there`;
  } catch (error) {
    return (error as Error).message;
  } finally {
    database.close();
  }
}
