import { parseArgs } from 'node:util';
import type { Composition } from '~/composition.server';
import { wallClockOf } from '~/domain/time/wall-clock';
import { armSending, viewArming, type Arming } from '~/services/arm-sending.server';
import { WrongUse, type Subcommand } from './subcommand';

const USAGE = `arm [--yes]
  Lets a restored database send again. Says what that would mean; with --yes, does it. Whatever is overdue may have gone out
  since the copy was made: each is looked for at its provider first, and is sent only if it is not there.`;

const ZONE = 'Europe/London';

function moment(at: number): string {
  const { date, time } = wallClockOf(at, ZONE);
  return `${date} ${time}`;
}

const counted = (count: number) => `${count.toLocaleString('en-GB')} ${count === 1 ? 'message' : 'messages'}`;

function describe({ since, due, oldest, tooLate, inFlight }: Arming): string {
  const lines = [
    `Nothing is sent: this database is a copy from ${moment(since)} (London).`,
    oldest === null
      ? 'No message is due.'
      : `Due: ${counted(due)}, the first since ${moment(oldest)}; for ${tooLate.toLocaleString('en-GB')} of them it is too late.`,
    `Under way when the copy was made: ${counted(inFlight)}.`,
  ];
  return lines.join('\n');
}

async function run({ deps, requireTables }: Composition, args: string[]): Promise<number> {
  let yes;
  try {
    yes = parseArgs({ args, options: { yes: { type: 'boolean' } } }).values.yes;
  } catch (error) {
    throw new WrongUse((error as Error).message);
  }
  await requireTables();
  const arming = await viewArming(deps)();
  if (!arming) {
    console.log('This database is not a restored copy, or is armed already. Nothing to do.');
    return 0;
  }
  console.log(describe(arming));
  if (!yes) {
    console.log(
      'To let it send, with each of these looked for at its provider first: npm run reminders -- arm --yes\n' +
        'Before that, stop whatever else still sends from the original, and import again what has changed since the copy.',
    );
    return 0;
  }
  const marked = await armSending(deps)();
  if (marked === null) console.log('Somebody else has armed it in the meantime.');
  else console.log(`Armed. The worker will look for ${counted(marked)} before it sends anything for them.`);
  return 0;
}

export const arm: Subcommand = { usage: USAGE, run };
