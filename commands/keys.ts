import { setTimeout } from 'node:timers/promises';
import { tellFault } from '~/adapters/log';
import { CannotStart } from '~/cannot-start';
import { compose } from '~/composition.server';
import { loadConfig } from '~/config.server';
import { rotateKeys, type TableProgress } from '~/services/rotate-keys.server';

const USAGE = `Usage: npm run keys -- rotate | check

rotate  seals anew with DATA_KEY whatever DATA_KEY_BEFORE (or DATA_KEY_NEXT) opens; while everything runs, as often as you like
check   counts what still needs another key than DATA_KEY, and changes nothing

docs/runbooks/key-rotation.md has every step. Ends with 0 when nothing needs another key any more.`;

/** Changes the key of everything that is sealed, or says how far that is; 0 when DATA_KEY alone opens everything. */
async function main(args: string[]): Promise<number> {
  const [what, ...more] = args;
  if ((what !== 'rotate' && what !== 'check') || more.length > 0) {
    console.error(USAGE);
    return 2;
  }
  const composition = compose(loadConfig(), { name: 'keys' });
  try {
    await composition.requireTables();
    const found = await rotateKeys(composition.deps)({ change: what === 'rotate', onTable: tell, rest: setTimeout });
    const { refusals, givenUp } = found.lone;
    if (composition.config.otherDataKeys.length > 0 && refusals + givenUp > 0)
      console.log(
        `Of numbers and addresses that are nowhere else: ${refusals} refusals, ${givenUp} that people gave up. They count for as long as the key that they were made with is known.`,
      );
    if (found.unreadable > 0) console.error(`${found.unreadable} values are opened by none of the keys.`);
    console.log(
      found.left === 0
        ? 'Nothing needs another key than DATA_KEY.'
        : `${found.left} values and indexes need another key than DATA_KEY.`,
    );
    return found.left === 0 && found.unreadable === 0 ? 0 : 1;
  } finally {
    await composition.close();
  }
}

function tell({ table, rows, sealed, indexes, unreadable }: TableProgress): void {
  const others = `${sealed} values and ${indexes} indexes by another key`;
  const bad = unreadable > 0 ? `, ${unreadable} that no key opens` : '';
  if (rows > 0) console.log(`${table}: ${rows} rows, ${others}${bad}`);
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof CannotStart ? error.message : tellFault(error));
    process.exit(1);
  },
);
