import { writeFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { findPostgresBinaries, startPostgres } from '../tests/support/postgres';
import type { Bench } from './bench';
import { drain } from './drain';
import { duePoll } from './due-poll';
import { tableOf, type Figure } from './figure';
import { growth } from './growth';
import { importing } from './import';
import { plan } from './plan';
import { portal } from './portal';
import { promises } from './promises';
import { queues } from './queues';
import { rate } from './rate';
import { soak } from './soak';

const BENCHES: readonly Bench[] = [promises, duePoll, plan, drain, queues, importing, rate, portal, growth, soak];

const USAGE = `Usage: npm run bench [-- --only NAME] [--quick] [--json FILE]

Measures on this machine; every figure stands beside a baseline from the same run. --only may be said more than once; NAME is one of: ${BENCHES.map(({ name }) => name).join(', ')}`;

function read(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: { only: { type: 'string', multiple: true }, quick: { type: 'boolean' }, json: { type: 'string' } },
    });
    const { only } = values;
    const unknown = only?.find((name) => BENCHES.every((bench) => bench.name !== name));
    if (unknown !== undefined) throw new Error(`There is no bench "${unknown}".`);
    const chosen = BENCHES.filter(({ name }) => only === undefined || only.includes(name));
    return { chosen, quick: values.quick ?? false, json: values.json ?? null };
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    return null;
  }
}

/** @returns the exit code: 0 when it ran, whatever the figures say; 2 for wrong use. */
async function main(args: string[]): Promise<number> {
  const asked = read(args);
  if (!asked) return 2;
  const [cpu] = cpus();
  console.log(
    `${cpus().length} × ${cpu?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()} ${arch()}, Node ${process.version}; at the start ${loadavg()[0]!.toFixed(1)} processes wanted to run\n`,
  );
  const server = findPostgresBinaries() ? await startPostgres({ durable: true }) : null;
  if (!server) console.log('SKIPPED: PostgreSQL is not on this machine; its figures are left out.');
  const figures: Figure[] = [];
  try {
    for (const { name, run } of asked.chosen) {
      const say = (line: string) => console.log(`${name}: ${line}`);
      figures.push(...(await run({ quick: asked.quick, postgres: server && new URL(server.url), say })));
    }
  } finally {
    await server?.stop();
  }
  console.log(`\n${tableOf(figures)}`);
  if (asked.quick) console.log('\nA quick run: it shows that the benches work, not how fast anything is.');
  if (asked.json) writeFileSync(asked.json, `${JSON.stringify(figures, null, 2)}\n`);
  return 0;
}

main(process.argv.slice(2)).then(
  (code) => void (process.exitCode = code),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
