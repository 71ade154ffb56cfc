import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Composition } from '~/composition.server';
import { SECOND } from '~/domain/clock';
import { DIVISIONS } from '~/domain/time/division';
import { loadBankHolidays } from '~/services/load-bank-holidays.server';
import { WrongUse, type Subcommand } from './subcommand';

const USAGE = `holidays [FILE|URL]
  Loads the bank holidays of the three divisions, in the form of https://www.gov.uk/bank-holidays.json, in the place of
  those that were loaded, and says what that changes. Without a file or an address: the list that comes with Waymark.
  A list that cannot be had or is not right changes nothing.`;

const MOST_BYTES = 1024 * 1024;
const TIMEOUT = 20 * SECOND;

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
    const text = /^https?:\/\//i.test(source) ? await download(source) : await readFile(source, 'utf8');
    // Some editors put a mark in front of what they save.
    return { list: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    console.error(`${source} could not be used: ${whyNot(error)}. Nothing was changed.`);
    return null;
  }
}

/** What went wrong, in words for an operator: fetch itself only says that it failed. */
function whyNot(error: Error): string {
  if (error instanceof SyntaxError) return 'it is not JSON';
  if (error.name === 'TimeoutError') return `there was no answer within ${TIMEOUT / SECOND} seconds`;
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  // Of several addresses that were tried there is only a code.
  return `it cannot be reached (${cause.message || String('code' in cause ? cause.code : cause.name)})`;
}

/** @throws Error when the server does not answer with a list of a sensible size. */
async function download(url: string): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT) });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  const parts: Uint8Array[] = [];
  let bytes = 0;
  const body = response.body?.getReader();
  for (let part = await body?.read(); part?.value; part = await body?.read()) {
    bytes += part.value.length;
    if (bytes > MOST_BYTES) throw new Error('it is far too long for such a list');
    parts.push(part.value);
  }
  return Buffer.concat(parts).toString('utf8');
}

async function run({ deps, requireTables }: Composition, args: string[]): Promise<number> {
  const source = read(args);
  await requireTables();
  const found = source === null ? { list: null } : await fetchList(source);
  if (!found) return 1;
  if (source !== null && found.list === null) {
    console.error(`${source} could not be used: there is nothing in it. Nothing was changed.`);
    return 1;
  }
  const loaded = await loadBankHolidays(deps)(found.list);
  if (!loaded.ok) {
    console.error(`${source} is not a list of bank holidays: ${loaded.problem}. Nothing was changed.`);
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
  console.log(`${loaded.total} bank holidays are known. What is planned already stays as it is.`);
  return 0;
}

export const holidays: Subcommand = { usage: USAGE, run };
