import { tellFault } from '~/adapters/log';
import { CannotStart } from '~/cannot-start';
import { compose } from '~/composition.server';
import { loadConfig } from '~/config.server';
import { verifyAudit } from '~/services/audit.server';
import { tellBrokenChain } from './tell-broken-chain';

const USAGE = 'Usage: npm run audit -- verify';

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
    console.error(tellBrokenChain(verdict));
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
