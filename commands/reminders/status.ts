import type { Composition } from '~/composition.server';
import { wallClockOf } from '~/domain/time/wall-clock';
import { viewSending } from '~/services/view-sending.server';
import { WrongUse, type Subcommand } from './subcommand';

type Sending = Awaited<ReturnType<ReturnType<typeof viewSending>>>;

const ZONE = 'Europe/London';

function moment(at: number): string {
  const { date, time } = wallClockOf(at, ZONE);
  return `${date} ${time}`;
}

const number = (count: number) => count.toLocaleString('en-GB');

function describe(sending: Sending): string[] {
  const holds = sending.holds.map(({ scope, reason, since, by }) => {
    const what = scope === 'all' ? 'everything' : scope;
    return reason === 'restored'
      ? `Stopped: ${what}, this is a restored copy from ${moment(since)}. See: npm run reminders -- arm`
      : `Paused: ${what}, since ${moment(since)}${by ? ` by ${by}` : ''}. To go on: npm run reminders -- resume`;
  });
  const providers = sending.providers.map((one) => {
    if (one.faultSince !== null)
      return `${one.id}: refuses us since ${moment(one.faultSince)}, code ${one.faultCode}; tried again at ${moment(one.openUntil ?? 0)}`;
    if (one.openUntil !== null)
      return `${one.id}: down, ${number(one.failures)} failures in a row; tried again at ${moment(one.openUntil)}`;
    return `${one.id}: works${one.failures > 0 ? `, ${number(one.failures)} failures in a row` : ''}`;
  });
  const tasks = sending.tasks.map(({ name, doneAt, failures, endedAt, begunAt }) => {
    const trouble = failures > 0 ? `, failed ${number(failures)} times in a row since` : '';
    const state = endedAt === null ? `, begun ${moment(begunAt)} and not ended` : '';
    return `Task "${name}": ${doneAt === null ? 'never done' : `last done ${moment(doneAt)}`}${trouble}${state}.`;
  });
  const wait =
    sending.due === 0 ? '' : `; the oldest has waited ${number(Math.round(sending.oldestDueSeconds / 60))} min`;
  return [
    ...(holds.length > 0 ? holds : ['Nothing is paused.']),
    ...providers,
    `Due: ${number(sending.due)}, of these late (over 5 min): ${number(sending.late)}${wait}.`,
    `Unknown, being asked about: ${number(sending.unknown)}.`,
    ...tasks,
  ];
}

/** How sending stands. */
export const status: Subcommand = {
  usage: `status
  Says what is paused, which providers are down or refuse us, and what is due, late or unknown, and when the workers last did what they share. Times are in London.`,
  async run({ deps, requireTables }: Composition, args) {
    if (args.length > 0) throw new WrongUse('status takes no options.');
    await requireTables();
    for (const line of describe(await viewSending(deps)())) console.log(line);
    return 0;
  },
};
