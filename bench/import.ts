import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { bundledCommand } from '../tests/support/bundled-command';
import { TEST_DATA_KEY, testDeps } from '../tests/support/deps';
import { anOffice } from '../tests/support/factories';
import { makeDatabase } from '../tests/support/new-database';
import type { Bench } from './bench';
import { countOf, ratioOf, type Figure } from './figure';
import { limitsOf } from './limits';
import { readRows, together, writeRows } from './raw-rows';

const OFFICE = 'BANGOR';
/** Lines to a transaction, as the import has them. */
const BATCH = 500;

/** The command itself, as its own process, with a file of appointments: first all are new, then none is. */
export const importing: Bench = {
  name: 'import',
  async run({ quick, postgres, say }) {
    const lines = quick ? 300 : 100_000;
    const folder = mkdtempSync(join(tmpdir(), 'waymark-bench-import-'));
    const file = join(folder, 'appointments.csv');
    const figures: Figure[] = [];
    try {
      await runProgram([], 'tests/load/generate-appointments.ts', [String(lines), file, OFFICE], {});
      for (const [label, server] of [
        ['SQLite', 'sqlite'],
        ['PostgreSQL', postgres],
      ] as const) {
        if (!server) continue;
        say(`${label}: ${lines.toLocaleString('en-GB')} lines`);
        figures.push(...(await measure(label, server, file, lines)));
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    return figures;
  },
};

async function measure(label: string, server: 'sqlite' | URL, file: string, lines: number): Promise<Figure[]> {
  const database = await makeDatabase(server);
  const other = await makeDatabase(server);
  try {
    await anOffice(testDeps(database.db), { ref: OFFICE });
    const env = { DATABASE_URL: database.url, DATA_KEY: TEST_DATA_KEY };
    const limits = limitsOf('import');
    const first = await runProgram(limits, 'commands/import.ts', ['appointments', file], env);
    const again = await runProgram(limits, 'commands/import.ts', ['appointments', file], env);
    const raw = await readRows(database.db, true);
    if (raw.appointments.length !== lines)
      throw new Error(`${raw.appointments.length} of ${lines} lines were imported`);
    await writeRows(other.db, [raw.before]);
    const rawSeconds = readAll(file) + (await writeRows(other.db, together(raw.appointments, BATCH)));
    const what = `${lines.toLocaleString('en-GB')} lines (${label})`;
    return [
      countOf(`import ${what}`, 'lines/s', lines / first.seconds, { least: 5_000 }),
      ratioOf(`import ${what}, beside bare inserts of its rows`, 'lines/s', lines / first.seconds, lines / rawSeconds, null), // prettier-ignore
      countOf(`processor time of an imported line (${label})`, 'ms', first.processorMs / lines, null),
      countOf(`most memory of the import (${label})`, 'MB', first.megabytes, { most: 300 }),
      countOf(`import the same ${what} again`, 'lines/s', lines / again.seconds, null),
    ];
  } finally {
    await database.drop();
    await other.drop();
  }
}

/** What any program has to do with the file. @returns seconds. */
function readAll(file: string): number {
  const began = performance.now();
  parse(readFileSync(file));
  return (performance.now() - began) / 1000;
}

/** The most memory (kB) a process ever had resident, by itself where the system says so, and its processor time (µs). */
const TELL = `import { existsSync, readFileSync, writeSync } from 'node:fs';
process.once('exit', () => {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const kilobytes = Number(/VmHWM:\\s+(\\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
  const { user, system } = process.cpuUsage();
  writeSync(3, JSON.stringify({ kilobytes, microseconds: user + system }));
});`;

async function runProgram(limits: string[], source: string, args: string[], env: Record<string, string>) {
  const program = await bundledCommand(source);
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [...limits, '--import', `data:text/javascript,${encodeURIComponent(TELL)}`, program, ...args],
    {
      env: { PATH: process.env.PATH, NODE_ENV: 'test', ...env },
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  let told = '';
  child.stdio[3]!.on('data', (text: Buffer) => (told += String(text)));
  const [code] = (await once(child, 'close')) as [number];
  const seconds = (performance.now() - began) / 1000;
  if (code !== 0) throw new Error(`${source} ended with ${code}`);
  const { kilobytes, microseconds } = JSON.parse(told) as { kilobytes: number; microseconds: number };
  return { seconds, megabytes: kilobytes / 1024, processorMs: microseconds / 1000 };
}
