/**
 * A worker that is killed or stopped (it sends itself the signal) exactly at the moment that it is told: a named one of
 * `watchAwaits`, the so many-th time that it comes by. Told of none, it works on until nothing is left and reports what
 * came by.
 */
import { readFileSync } from 'node:fs';
import { openDatabase } from '@db/client.server';
import { SECOND } from '~/domain/clock';
import { offerFreedTimes } from '~/services/offer-freed-times.server';
import { reconcileUnknown } from '~/services/reconcile-unknown.server';
import { sendDue } from '~/services/send-due.server';
import type { SteadyTime } from '~/services/steady-time';
import { watchAwaits } from '../support/await-points';
import { sendingDeps, type WorkerLife } from '../support/sending-deps';

const life = JSON.parse(process.env.LIFE!) as WorkerLife;
const trace: string[] = [];
let left = life.occurrence;
let watching = true;

const watch = watchAwaits((point) => {
  if (!watching) return;
  if (life.point === null) trace.push(point);
  else if (point === life.point && (left -= 1) === 0) process.kill(process.pid, life.signal);
});

// Whoever started it says what the time is, so that an hour may pass while it stands still.
const deps = sendingDeps(life, watch.db(openDatabase(life.databaseUrl)), {
  now: () => Number(readFileSync(life.clockFile, 'utf8')),
});
const watched = { ...deps, senders: deps.senders.map((sender) => watch.sender(sender)) };
const send = sendDue(watched, life.engine, watch.time(unhurriedTime()));
const reconcile = reconcileUnknown(watched, life.engine);
const offer = offerFreedTimes(watched);

/** Longer than a slot is kept. */
const OVERSLEPT = 2 * SECOND;

/**
 * Goes on only where it is waited for, so that a machine that stalls has no part in which moments there are; and the second
 * wait takes too long, because to take another slot is a moment too.
 */
function unhurriedTime(): SteadyTime {
  let now = 0;
  let waits = 0;
  return {
    now: () => now,
    until: (instant) => {
      waits += 1;
      now = Math.max(now, instant) + (waits === 2 ? OVERSLEPT : 0);
      return Promise.resolve();
    },
  };
}

async function main(): Promise<void> {
  // Its timetable, in a fixed order: what is unknown is asked about, or free times are offered; then all that is due goes out.
  await (life.offers ? offer() : reconcile('struck'));
  while (await send('struck'));
  watching = false;
  process.send?.(trace, () => process.exit(0));
}

void main();
