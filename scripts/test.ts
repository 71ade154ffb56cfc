import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { findChromium } from '../tests/support/chromium';
import { findPostgresBinaries } from '../tests/support/postgres';
import { FAST_STEPS, runSteps, type Step } from './run-steps';

/** Something the tests use that npm does not bring, and the Debian package it is in. */
const NEEDS = [
  { what: 'a browser', have: () => findChromium() !== null, debian: 'chromium' },
  { what: 'PostgreSQL', have: () => findPostgresBinaries() !== null, debian: 'postgresql' },
];

/** Installs what is missing where that is possible; returns what could not be had. */
function fetchNeeds(): string[] {
  const missing = NEEDS.filter((need) => !need.have());
  if (missing.length > 0 && process.getuid?.() === 0 && process.platform === 'linux') {
    try {
      console.log(`Fetching ${missing.map((need) => need.what).join(' and ')} …`);
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      const install = (...args: string[]) =>
        execFileSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
      install('update', '-qq');
      install('install', '-y', '-qq', ...missing.map((need) => need.debian));
    } catch (error) {
      console.log(`Could not be installed: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    }
  }
  return NEEDS.filter((need) => !need.have()).map((need) => need.what);
}

async function main(): Promise<boolean> {
  const lacking = fetchNeeds();
  if (lacking.length > 0) {
    console.log(`SKIPPED: this machine has not got ${lacking.join(' or ')}; what needs it is not tested.`);
    if (process.env.CI) return false;
  }
  const vitest = (name: string, ...projects: string[]): Step => ({
    name,
    command: 'node_modules/.bin/vitest',
    args: [
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      // Each file has databases, servers and a browser of its own, so no processor need stand idle.
      ...['--maxWorkers', String(availableParallelism())],
    ],
    loud: true,
  });
  const fast = await runSteps(FAST_STEPS, 2);
  const built = await runSteps([{ name: 'build', command: 'node_modules/.bin/tsx', args: ['scripts/build.ts'] }], 1);
  if (!built) return false;
  const slow = [vitest('database and contracts', 'database', 'contracts'), vitest('faults', 'faults')];
  if (findChromium()) slow.push(vitest('journeys', 'e2e'));
  return (await runSteps(slow, 1)) && fast;
}

process.exitCode = (await main()) ? 0 : 1;
