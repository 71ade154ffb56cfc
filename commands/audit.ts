import { tellFault } from '~/adapters/log';
import { CannotStart } from '~/cannot-start';
import { compose } from '~/composition.server';
import { loadConfig } from '~/config.server';
import { verifyAudit } from '~/services/audit.server';

const USAGE = 'Usage: npm run audit -- verify';

const PROBLEMS = {
  missing: 'is missing',
  changed: 'was changed, or is not in its place',
  wrong_end: 'is not where the chain ends',
} as const;

/** Follows every chain of the audit trail; 0 when all of them hold, 1 when one does not. */
async function main(args: string[]): Promise<number> {
  if (args.length !== 1 || args[0] !== 'verify') {
    console.error(USAGE);
    return 2;
  }
  const composition = compose(loadConfig(), { name: 'audit', unhurried: true });
  try {
    await composition.requireTables();
    const verdict = await verifyAudit(composition.deps)();
    if (verdict.ok) {
      console.log(`The audit trail is whole: ${verdict.entries} entries in ${verdict.chains} chains.`);
      return 0;
    }
    console.error(
      `The audit trail is broken: entry ${verdict.seq} of "${verdict.chain}" ${PROBLEMS[verdict.problem]}.`,
    );
    return 1;
  } finally {
    await composition.close();
  }
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof CannotStart ? error.message : tellFault(error));
    process.exit(1);
  },
);
