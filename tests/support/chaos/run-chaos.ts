import { setTimeout as pause } from 'node:timers/promises';
import { MINUTE, SECOND } from '~/domain/clock';
import { reconcileUnknown } from '~/services/reconcile-unknown.server';
import { sendDue } from '~/services/send-due.server';
import { seededRandom } from '../../../bench/seeded-random';
import { startSmtpServer } from '../smtp-server';
import { startTwilioServer } from '../twilio-server';
import { createBalancer } from './balancer';
import { startCrew, type Crew } from './crew';
import { customersOf } from './customers-do';
import { createPostOffice } from './post-office';
import { countOpen, reckon } from './reckoning';
import { staffOf } from './staff-do';
import { createTally } from './tally';
import { composeHere, fillTown, settingsOf, type TownSize } from './town';

export interface ChaosPlan {
  databaseUrl: string;
  seed: number;
  /** How long there is load and processes are killed (ms). */
  lasting: number;
  portals: number;
  workers: number;
  size: Omit<TownSize, 'lasting'>;
  /** How many customers and how many advisers do something at the same time. */
  customersAtOnce: number;
  advisersAtOnce: number;
  /** The pause before each of them goes on, and between one kill and the next: a random time up to so long (ms). */
  thinkFor: number;
  killEvery: number;
  /**
   * How long the crew may take at the end until every message is at its end (ms). What is open then a last worker in this
   * process finishes, on a clock that is put on.
   */
  settleFor: number;
  say(line: string): void;
}

/**
 * Several portals and workers on one database under mixed load, of which one after the other is killed and started again.
 * @returns what was promised and broken, and what happened.
 */
export async function runChaos(plan: ChaosPlan) {
  const { seed, lasting, say } = plan;
  const random = seededRandom(seed);
  // The kills have a row of random numbers of their own, so that a seed gives the same however the crowd is timed.
  const ofKills = seededRandom(seed + 1);
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const twilio = await startTwilioServer({ now, answerAfter: () => 10 + random() * 60 });
  const smtp = await startSmtpServer();
  const settings = settingsOf(plan.databaseUrl, twilio.url, smtp.url);
  const composition = composeHere(settings, now);
  const tally = createTally();
  let crew: Crew | null = null;
  let over = false;
  try {
    const town = await fillTown(composition, { ...plan.size, lasting }, random);
    crew = await startCrew(settings, plan);
    say(`${plan.portals} portals and ${plan.workers} workers are up`);
    const balancer = createBalancer(crew.backends, tally);
    const postOffice = createPostOffice(twilio, balancer, tally, random);
    const street = { town, balancer, postOffice, tally, random, now };
    const customers = customersOf(street);
    const staff = staffOf(street, composition);

    const began = performance.now();
    const left = () => lasting - (performance.now() - began);
    /** The same again and again, with pauses, until time is up. */
    const again = async (pauseFor: () => number, work: () => Promise<void>) => {
      while (left() > 0) {
        await work();
        await pause(Math.max(0, Math.min(pauseFor(), left())));
      }
    };
    const thinking = () => random() * plan.thinkFor;
    const times = (count: number) => Array.from({ length: count });
    const delivering = (async () => {
      for (; !over; await pause(100)) await postOffice.deliver();
    })();
    await Promise.all([
      ...times(plan.customersAtOnce).map(() => again(thinking, customers.oneThing)),
      ...times(plan.advisersAtOnce).map(() => again(thinking, staff.oneThing)),
      again(() => 2 * plan.thinkFor, customers.rush),
      again(() => plan.thinkFor, customers.replyToText),
      again(() => 10 * SECOND, staff.importFile),
      again(
        () => 10 * SECOND,
        async () => twilio.fail({ kind: 'reset_after' }),
      ),
      killAll(crew, plan, ofKills, left),
      again(
        () => MINUTE / 2,
        async () => {
          const { requests, errors } = tally.totals();
          say(
            `${Math.ceil(left() / SECOND)} s to go: ${requests} requests, ${errors} failed, ${twilio.messages.length} texts`,
          );
        },
      ),
    ]);
    const deaths = crew.members.map(({ name, deaths: n }) => `${name} ${n}`).join(', ');
    say(`${Math.round((performance.now() - began) / SECOND)} s of load; killed: ${deaths}`);

    const settledAfter = await untilSettled(() => countOpen(composition, now()), plan.settleFor);
    say(settledAfter === null ? 'the rest on a clock that is put on' : `all messages at their end after ${Math.round(settledAfter / SECOND)} s`); // prettier-ignore
    over = true;
    await delivering;
    const kills = crew.members.reduce((sum, { deaths: n }) => sum + n, 0);
    const portalKills = crew.backends.reduce((sum, { deaths: n }) => sum + n, 0);
    await crew.stop();
    if (settledAfter === null) {
      const { deps, engine } = composition;
      const [ask, send] = [reconcileUnknown(deps, engine), sendDue(deps, engine)];
      for (let round = 0; round < 20 && (await countOpen(composition, now())) > 0; round += 1) {
        ahead += 0.75 * MINUTE;
        await ask('the last one');
        while (await send('the last one'));
      }
    }
    balancer.close();
    const reckoned = await reckon(composition, { twilio, smtp, tally, now: now() });
    return {
      ...reckoned,
      tally,
      kills,
      portalKills,
      settledAfter,
      complaints: crew.complaints(),
      members: crew.members,
    };
  } finally {
    over = true;
    await crew?.stop();
    await composition.close();
    await twilio.close();
    await smtp.close();
  }
}

export type ChaosResult = Awaited<ReturnType<typeof runChaos>>;

/** One after the other, whichever it is; never the last portal that is up. Each comes back after a second or two. */
async function killAll(crew: Crew, { killEvery }: ChaosPlan, random: () => number, left: () => number): Promise<void> {
  const returning: Promise<void>[] = [];
  // Whoever is killed first is a portal and then a worker: a short run has seen both.
  const order = [...crew.members.filter(({ backend }) => backend).slice(0, 1), ...crew.members.filter(({ backend }) => !backend).slice(0, 1)]; // prettier-ignore
  while (left() > 0) {
    await pause(Math.min((0.5 + random()) * killEvery, Math.max(0, left())));
    const rest = random() * 2 * SECOND;
    const chosen = order.shift() ?? crew.members[Math.floor(random() * crew.members.length)]!;
    const others = crew.backends.filter(({ up }) => up).length - (chosen.backend?.up ? 1 : 0);
    if (left() <= 0 || !chosen.alive || (chosen.backend && others < 1)) continue;
    returning.push(crew.strike(chosen, rest));
  }
  await Promise.all(returning);
}

async function untilSettled(open: () => Promise<number>, patienceMs: number): Promise<number | null> {
  if (patienceMs === 0) return null;
  const began = performance.now();
  while ((await open()) > 0) {
    if (performance.now() - began > patienceMs) return null;
    await pause(SECOND);
  }
  return performance.now() - began;
}
