import { CannotStart } from '~/cannot-start';
import { tellFault } from '~/adapters/log';
import { compose } from '~/composition.server';
import { loadConfig } from '~/config.server';
import { arm } from './reminders/arm';
import { bounce } from './reminders/bounce';
import { holidays } from './reminders/holidays';
import { preview } from './reminders/preview';
import { status } from './reminders/status';
import { pause, resume } from './reminders/stop-and-go';
import { WrongUse, type Subcommand } from './reminders/subcommand';

const SUBCOMMANDS: Record<string, Subcommand> = { preview, pause, resume, status, arm, bounce, holidays };

const USAGE = ['Usage: npm run reminders -- COMMAND', ...Object.values(SUBCOMMANDS).map(({ usage }) => usage)].join(
  '\n\n',
);

async function main([name, ...args]: string[]): Promise<number> {
  const subcommand = Object.hasOwn(SUBCOMMANDS, name ?? '') ? SUBCOMMANDS[name ?? ''] : undefined;
  if (!subcommand) throw new WrongUse(`The commands are: ${Object.keys(SUBCOMMANDS).join(', ')}`);
  const composition = compose(loadConfig(), { name: 'reminders', unhurried: true });
  try {
    return await subcommand.run(composition, args);
  } finally {
    await composition.close();
  }
}

// "| head" hangs up when it has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

main(process.argv.slice(2)).then(
  (code) => void (process.exitCode = code),
  (error: unknown) => {
    if (error instanceof WrongUse) console.error(`${error.message}\n\n${USAGE}`);
    else console.error(error instanceof CannotStart ? error.message : tellFault(error));
    process.exitCode = 2;
  },
);
