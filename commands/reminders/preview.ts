import { parseArgs } from 'node:util';
import type { Composition } from '~/composition.server';
import { DAY } from '~/domain/clock';
import type { ChannelReason } from '~/domain/messaging/choose-channel';
import { readDateTime } from '~/domain/import/starts-at';
import { dayBounds, instantOf, wallClockOf } from '~/domain/time/wall-clock';
import { previewReminders, type PreviewedReminder } from '~/services/preview-reminders.server';
import { WrongUse, type Subcommand } from './subcommand';

const USAGE = `preview [--from T] [--to T] [--office REF]
  Says which reminders would go out, when, to whom (initials and last digits), by which channel and why. Sends nothing.
  --from, --to  2026-11-24, 2026-11-24T14:30 (in London) or with an offset; from what is overdue, for seven days, when left out`;

const ZONE = 'Europe/London';

const CHANNELS = {
  sms: 'text',
  email: 'email',
  voice: 'voice call',
  letter: 'letter',
  call_list: 'call list',
} as const;

/** Reasons as people say them; one that is not here is shown as it is. */
const REASONS: Readonly<Record<string, string>> = {
  ...({
    preference: 'they prefer it',
    profile: 'their profile says by people, not online',
    mobile_works: 'they have a mobile',
    email_works: 'they have an email address',
    landline_works: 'they have a landline',
    post_in_time: 'a letter comes in time',
    next_after_failure: 'another way has failed',
    no_contact_point: 'no number or address is known',
    only_landline: 'only a landline is known',
    safety: 'for their safety nothing is sent',
    opted_out: 'they said no to messages',
    all_failed: 'every way has failed',
    shared_number: 'somebody else has the same number or address',
  } satisfies Record<ChannelReason, string>),
  not_confirmed: 'unless they answer, or a message arrives, before',
  out_of_time: 'there is no allowed hour left',
  confirmed: 'they said that they will be there',
  delivered: 'a message has arrived',
  cannot_come: 'they said that they cannot come',
  merged: 'another reminder says the same',
  changed_since: 'the appointment has changed since',
  cancelled_by_customer: 'the appointment is cancelled',
  cancelled_by_office: 'the appointment is cancelled',
};

function read(args: string[], now: number) {
  const text = { type: 'string' } as const;
  let parsed;
  try {
    parsed = parseArgs({ args, options: { from: text, to: text, office: text } });
  } catch (error) {
    throw new WrongUse((error as Error).message);
  }
  const { from, to, office } = parsed.values;
  const start = from === undefined ? 0 : readMoment('--from', from);
  const end = to === undefined ? Math.max(start, now) + 7 * DAY : readMoment('--to', to);
  if (end <= start) throw new WrongUse('--to has to be later than --from.');
  return { from: start, to: end, officeRef: office ?? null };
}

/** A date is the moment at which it begins. */
function readMoment(option: string, text: string): number {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const read = readDateTime(isDate ? `${text}T12:00` : text, ZONE, instantOf);
  if (!read.ok) throw new WrongUse(`${option} "${text}" ${read.problem}.`);
  return isDate ? dayBounds(text, ZONE).from : read.instant;
}

function lineOf({ at, zone, rule, recipient, channel, reason, appointmentRef }: PreviewedReminder): string {
  const { date, time } = wallClockOf(at, zone);
  const how = channel === null ? 'not sent' : CHANNELS[channel];
  const cells = [`${date} ${time}`, rule.padEnd(17), recipient.padEnd(10), how.padEnd(10)];
  return `${cells.join('  ')}  ${REASONS[reason] ?? reason}  [${appointmentRef}]`;
}

async function run({ deps, requireTables }: Composition, args: string[]): Promise<number> {
  const window = read(args, deps.clock.now());
  await requireTables();
  const found = await previewReminders(deps)(window);
  if (!found.ok) {
    console.error('There is no office with that reference. To see them: npm run office -- list');
    return 2;
  }
  const counts = new Map<string, number>();
  for await (const reminder of found.reminders) {
    console.log(lineOf(reminder));
    const how = reminder.channel === null ? 'not sent' : CHANNELS[reminder.channel];
    counts.set(how, (counts.get(how) ?? 0) + 1);
  }
  const summary = [...counts].map(([how, count]) => `${how} ${count.toLocaleString('en-GB')}`).join(', ');
  const stopped = [...new Set(found.holds.map(({ scope }) => (scope === 'all' ? 'everything' : CHANNELS[scope])))];
  if (stopped.length > 0)
    console.log(`\nStopped at present, and only told of as if it were not: ${stopped.join(', ')}.`);
  console.log(summary === '' ? 'No reminders are planned for then.' : `\nIn all: ${summary}. Nothing was sent.`);
  return 0;
}

/** What would go out. */
export const preview: Subcommand = { usage: USAGE, run };
