import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Composition } from '~/composition.server';
import { SECOND } from '~/domain/clock';
import { DIVISIONS } from '~/domain/time/division';
import { loadBankHolidays } from '~/services/load-bank-holidays.server';
import { WrongUse, type Subcommand } from './subcommand';

const USAGE = `holidays [FILE|URL]
  Loads the bank holidays of the three divisions, in the form of https://www.gov.uk/bank-holidays.json, in the place of
  those that were loaded, and says what that changes. Without a file or an address: the list that comes with Waymark.`;

const MOST_BYTES = 1024 * 1024;

function read(args: string[]): string | null {
  try {
    const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
    if (positionals.length > 1) throw new WrongUse('Name one file or address.');
    return positionals[0] ?? null;
  } catch (error) {
    throw error instanceof WrongUse ? error : new WrongUse((error as Error).message);
  }
}

/** @returns null when it cannot be had, or is not JSON: whoever runs it is told why. */
async function fetchList(source: string): Promise<{ list: unknown } | null> {
  try {
    return { list: JSON.parse(/^https?:\/\//i.test(source) ? await download(source) : await readFile(source, 'utf8')) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.error(`The list could not be read: ${error.message}. Nothing was changed.`);
    return null;
  }
}

async function download(url: string): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.timeout(20 * SECOND) });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  const text = await response.text();
  if (text.length > MOST_BYTES) throw new Error('it is far too long');
  return text;
}

async function run({ deps, requireTables }: Composition, args: string[]): Promise<number> {
  const source = read(args);
  await requireTables();
  const found = source === null ? { list: null } : await fetchList(source);
  if (!found) return 1;
  if (source !== null && found.list === null) {
    console.error('The list is empty. Nothing was changed.');
    return 1;
  }
  const loaded = await loadBankHolidays(deps)(found.list);
  if (!loaded.ok) {
    console.error(`This is not a list of bank holidays: ${loaded.problem}. Nothing was changed.`);
    return 1;
  }
  for (const division of DIVISIONS) {
    const [added, removed] = [loaded.added, loaded.removed].map((all) =>
      all.filter((one) => one.division === division),
    );
    console.log(`${division}: ${added?.length ?? 0} added, ${removed?.length ?? 0} removed`);
    for (const { date, title } of added ?? []) console.log(`  + ${date} ${title}`);
    for (const { date, title } of removed ?? []) console.log(`  - ${date} ${title}`);
  }
  console.log(`${loaded.total} bank holidays are known.`);
  return 0;
}

export const holidays: Subcommand = { usage: USAGE, run };
