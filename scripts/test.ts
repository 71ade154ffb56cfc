import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { hasCompiler } from '../tests/support/c-compiler';
import { findChromium, findWholeChromium, hasQuickChromium } from '../tests/support/chromium';
import { LAST_WORD } from '../tests/support/last-word';
import { findPostgresBinaries } from '../tests/support/postgres';
import { FAST_STEPS, runSteps, type Step } from './run-steps';

/** Something the tests use that npm does not bring. */
interface Need {
  what: string;
  have: () => boolean;
  /** True when there is nothing better to be had. */
  haveBest: () => boolean;
  /** Debian's packages that bring it, the best first. */
  debian: string[];
}

const havePostgres = () => findPostgresBinaries() !== null;
const haveWholeBrowser = () => findWholeChromium() !== null;
const NEEDS: Need[] = [
  {
    what: 'a browser',
    have: () => findChromium() !== null,
    haveBest: hasQuickChromium,
    debian: ['chromium-headless-shell', 'chromium'],
  },
  // What is started again after a crash is the whole browser.
  { what: 'a browser with all its parts', have: haveWholeBrowser, haveBest: haveWholeBrowser, debian: ['chromium'] },
  { what: 'a C compiler', have: hasCompiler, haveBest: hasCompiler, debian: ['build-essential'] },
  { what: 'PostgreSQL', have: havePostgres, haveBest: havePostgres, debian: ['postgresql'] },
];

/** Installs what is missing where that is possible; returns what could not be had. */
function fetchNeeds(): string[] {
  const wanted = NEEDS.filter((need) => !need.haveBest());
  if (wanted.length > 0 && process.getuid?.() === 0 && process.platform === 'linux') {
    console.log(`Fetching ${wanted.map((need) => need.what).join(' and ')} …`);
    aptGet('update', '-qq');
    for (const { have, debian } of wanted) debian.find((name) => aptGet('install', '-y', '-qq', name) || have());
  }
  return NEEDS.filter((need) => !need.have()).map((need) => need.what);
}

/** @returns false, and says why, when it did not go. */
function aptGet(...args: string[]): boolean {
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
    return true;
  } catch (error) {
    console.log(`apt-get ${args[0]}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    return false;
  }
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
      ...['--reporter=default', '--reporter=./tests/support/last-word.ts'],
    ],
    loud: true,
  });
  rmSync(LAST_WORD, { force: true });
  const fast = await runSteps(FAST_STEPS, 2);
  const built = await runSteps([{ name: 'build', command: 'node_modules/.bin/tsx', args: ['scripts/build.ts'] }], 1);
  if (!built) return false;
  const slow = [vitest('database and contracts', 'database', 'contracts'), vitest('faults', 'faults')];
  if (findChromium()) slow.push(vitest('journeys', 'e2e', 'added language'));
  const passed = (await runSteps(slow, 1)) && fast;
  // Thousands of lines further up nobody finds it.
  if (existsSync(LAST_WORD)) console.log(`\n${readFileSync(LAST_WORD, 'utf8')}`);
  if (!fast)
    console.log('One of the fast steps failed, further up: lint, types, unit, format, import rules or dead code.');
  return passed;
}

process.exitCode = (await main()) ? 0 : 1;
