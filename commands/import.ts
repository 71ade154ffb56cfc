import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { codeOf, isOutage } from '@db/dialect/outages';
import { CsvFileError } from '~/adapters/csv/csv-file';
import { safeCsvLine } from '~/adapters/csv/safe-cells';
import { createLog, tellFault } from '~/adapters/log';
import { CannotStart } from '~/cannot-start';
import { compose, type Composition } from '~/composition.server';
import { loadConfig } from '~/config.server';
import { SECOND } from '~/domain/clock';
import { IMPORTS, isNoun, type ImportOf, type Noun } from './import-kinds';
import { ImportReport } from './import-report';

const USAGE = `Usage: npm run import -- customers|appointments|clubs|postcodes FILE [--dry-run] [--rejects FILE]

--dry-run       says what would happen, and saves nothing
--rejects FILE  writes the rejected lines there, with the reasons, to be mended and imported again
docs/import.md describes the files. Ends with 0 when every line was good, 1 when some were not, 2 when nothing could be done.`;

/** Something that the person who typed the command can put right. */
class CannotImport extends Error {}

interface Wishes {
  noun: Noun;
  path: string;
  dryRun: boolean;
  rejects: string | null;
}

function read(args: string[]): Wishes {
  let parsed;
  try {
    const options = { 'dry-run': { type: 'boolean' }, rejects: { type: 'string' } } as const;
    parsed = parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new CannotImport(`${(error as Error).message}\n\n${USAGE}`);
  }
  const [noun, path, ...more] = parsed.positionals;
  if (!isNoun(noun)) throw new CannotImport(USAGE);
  if (path === undefined || more.length > 0) throw new CannotImport(`Name one file.\n\n${USAGE}`);
  const rejects = parsed.values.rejects ?? null;
  if (rejects !== null && resolve(rejects) === resolve(path))
    throw new CannotImport('The rejected lines cannot be written over the file that they come from.');
  return { noun, path, dryRun: parsed.values['dry-run'] === true, rejects };
}

async function run({ deps, requireTables }: Composition, wishes: Wishes): Promise<number> {
  await requireTables();
  const kind: ImportOf = IMPORTS[wishes.noun];
  const file = await kind.open(wishes.path);
  const started = deps.clock.now();
  const report = new ImportReport();
  const rejects = wishes.rejects === null ? null : await openRejects(wishes.rejects, file.header);
  const progress = showProgress(deps.clock, file.lineCount);
  const listener = {
    onRejected(rejected: Parameters<ImportReport['addRejected']>[0]) {
      report.addRejected(rejected);
      rejects?.write(safeCsvLine([String(rejected.line), rejected.reasons.join('; '), ...rejected.cells]));
    },
    onWarning: (line: number, warning: string) => report.addWarning(line, warning),
    onProgress: progress.show,
  };
  try {
    const imported = await kind.run(deps, file, listener, { dryRun: wishes.dryRun });
    const text = report.text(imported, {
      dryRun: wishes.dryRun,
      seconds: (deps.clock.now() - started) / SECOND,
    });
    if (!imported.outcome.ok) throw new CannotImport(`${wishes.path} cannot be imported. ${text}`);
    console.log(text);
    return imported.outcome.rejected === 0 ? 0 : 1;
  } catch (error) {
    if (error instanceof CannotImport) throw error;
    throw new CannotImport(`${whatFailed(deps, error)} ${kept(progress.line(), wishes)}`);
  } finally {
    rejects?.end();
  }
}

function whatFailed({ log }: Composition['deps'], error: unknown): string {
  if (error instanceof CsvFileError) return error.message;
  if (isOutage(error)) return `The database failed (${codeOf(error)}).`;
  // Logged, not printed: the log leaves out what is personal.
  log.error({ err: error }, 'the import stopped');
  return 'The import stopped, because line after line could not be saved.';
}

function kept(line: number, { dryRun, noun }: Wishes): string {
  if (dryRun || line === 0 || IMPORTS[noun].savesAtTheEnd) return 'Nothing was saved.';
  return `What was good up to line ${line} is saved; the same command again goes on from there.`;
}

/** A line on standard error, once a second at most, so that somebody who waits sees that it goes on. */
function showProgress(clock: Composition['deps']['clock'], lineCount: number | null) {
  let last = clock.now();
  let done = 0;
  const total = lineCount === null ? '' : ` of ${lineCount.toLocaleString('en-GB')}`;
  return {
    line: () => done,
    show(line: number) {
      done = line;
      if (clock.now() - last < SECOND) return;
      last = clock.now();
      console.error(`… line ${line.toLocaleString('en-GB')}${total}`);
    },
  };
}

async function openRejects(path: string, header: string[]): Promise<WriteStream> {
  const stream = createWriteStream(path, { mode: 0o600 });
  try {
    await once(stream, 'open');
  } catch (error) {
    throw new CannotImport(`${path} cannot be written (${(error as NodeJS.ErrnoException).code}).`);
  }
  stream.write(safeCsvLine(['line', 'reason', ...header]));
  return stream;
}

async function main(args: string[]): Promise<number> {
  const wishes = read(args);
  const config = loadConfig();
  // Standard output is for the report.
  const log = createLog({ name: 'import', level: config.logLevel }, process.stderr);
  const composition = compose(config, { name: 'import', log, unhurried: true });
  try {
    return await run(composition, wishes);
  } finally {
    await composition.close();
  }
}

main(process.argv.slice(2)).then(
  (code) => void (process.exitCode = code),
  (error: unknown) => {
    const expected = [CannotImport, CsvFileError, CannotStart].some((kind) => error instanceof kind);
    if (expected) console.error((error as Error).message);
    else if (isOutage(error)) console.error(`The database cannot be used (${codeOf(error)}). Nothing was saved.`);
    else console.error(tellFault(error));
    process.exitCode = 2;
  },
);
