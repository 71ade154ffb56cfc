import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import type { Composition } from '~/composition.server';
import type { HoldScope } from '~/domain/messaging/hold';
import { pauseSending, resumeSending } from '~/services/stop-sending.server';
import { WrongUse, type Subcommand } from './subcommand';

const CHANNELS = ['sms', 'email', 'voice', 'letter'] as const;

function read(args: string[]): { scope: HoldScope; by: string } {
  let channel;
  try {
    channel = parseArgs({ args, options: { channel: { type: 'string' } } }).values.channel;
  } catch (error) {
    throw new WrongUse((error as Error).message);
  }
  const scope = channel === undefined ? 'all' : CHANNELS.find((one) => one === channel);
  if (!scope) throw new WrongUse(`There is no channel "${channel}". The channels are: ${CHANNELS.join(', ')}.`);
  return { scope, by: accountName() };
}

/** The account on this machine, so that others know whom to ask. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

const named = (scope: HoldScope) => (scope === 'all' ? 'everything' : scope);

/** Stops sending. */
export const pause: Subcommand = {
  usage: `pause [--channel sms|email|voice|letter]
  Stops everything, or one channel, within a second, in every worker. Reminders wait; when the latest moment of one nears, it
  goes another way, at last to the call list. Sign-in codes wait too, and run out.`,
  async run({ deps, requireTables }: Composition, args) {
    const wish = read(args);
    await requireTables();
    const made = await pauseSending(deps)(wish);
    console.log(
      `${made ? 'Paused' : 'Was paused already'}: ${named(wish.scope)}. To go on: npm run reminders -- resume`,
    );
    return 0;
  },
};

/** Lets sending go on. */
export const resume: Subcommand = {
  usage: `resume [--channel sms|email|voice|letter]
  Takes away every pause, or those of one channel, and sends at once by providers that were left alone because of faults.
  A restored copy stays stopped: that is for arm.`,
  async run({ deps, requireTables }: Composition, args) {
    const wish = read(args);
    await requireTables();
    const { pauses, providers } = await resumeSending(deps)(wish);
    console.log(pauses.length === 0 ? 'Nothing was paused.' : `Resumed: ${pauses.map(named).join(', ')}.`);
    if (providers.length > 0) console.log(`Their faults are forgotten: ${providers.join(', ')}.`);
    return 0;
  },
};
