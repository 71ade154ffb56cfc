import { inArray } from 'drizzle-orm';
import { lockAppointment, updateAppointments } from '@db/queries/appointments.server';
import { updateMessages } from '@db/queries/messages.server';
import { DAY, HOUR, MINUTE, SECOND } from '~/domain/clock';
import { isStanding } from '~/domain/appointment/appointment';
import type { Deps } from '~/services/deps';
import { moveAppointment } from '~/services/move-appointment.server';
import { planReminders } from '~/services/plan-reminders.server';
import { receiveReply } from '~/services/receive-reply.server';
import { receiveStatus } from '~/services/receive-status.server';
import { testDeps } from '../tests/support/deps';
import { fakeClock } from '../tests/support/fake-clock';
import { fillLedger } from '../tests/support/full-ledger';
import { makeDatabase } from '../tests/support/new-database';
import type { Bench } from './bench';
import { countOf, type Figure } from './figure';
import { forgetfulProvider } from './forgetful-provider';
import { countBroken, type Broken } from './kept-promises';
import { mortalWorker } from './mortal-worker';
import { seededRandom } from './seeded-random';

const NOW = Date.parse('2026-11-24T10:00:00Z');

/**
 * Whether the engine keeps its promises: workers that are killed, a provider in bad weather, and people who move, cancel and
 * say STOP meanwhile. Counted is what the provider has taken, against the ledger.
 */
export const promises: Bench = {
  name: 'promises',
  async run({ quick, postgres, say }) {
    const figures: Figure[] = [];
    for (const [label, server, workers] of [
      ['SQLite, 4 workers', 'sqlite', 4],
      ['PostgreSQL, 8 workers', postgres, 8],
    ] as const) {
      if (!server) continue;
      const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9));
      const run = await keepPromises(server, { workers, appointments: quick ? 40 : 600, seed });
      say(`${label}, seed ${seed}: ${run.taken} texts taken, ${run.killed} workers killed, ${run.moved} moves, ${run.cancelled} cancellations, ${run.stopped} STOPs`); // prettier-ignore
      const named = Object.entries(run.broken) as [keyof Broken, number][];
      figures.push(
        ...named.map(([what, count]) => countOf(`messages ${what} (${label})`, 'messages', count, { most: 0 })),
      );
    }
    return figures;
  },
};

async function keepPromises(
  server: 'sqlite' | URL,
  { workers, appointments, seed }: { workers: number; appointments: number; seed: number },
) {
  const random = seededRandom(seed);
  const database = await makeDatabase(server, { poolSize: 2 * workers + 4 });
  try {
    const clock = fakeClock(NOW);
    const present = { round: 0 };
    const provider = forgetfulProvider(clock, random, present);
    const deps = testDeps(database.db, { clock, senders: [provider.sender] });
    await fillLedger(database, appointments, NOW);
    await hurry(deps, random);
    const ids = await deps.db.read(async (q) =>
      (await q.select({ id: q.tables.appointments.id }).from(q.tables.appointments)).map(({ id }) => id),
    );
    const people = peopleWhoChangeTheirMinds(deps, ids, random);
    let born = workers;
    let killed = 0;
    const crew = Array.from({ length: workers }, (_, n) => mortalWorker(deps, `worker-${n}`, provider.sender));
    // Every 20 seconds while much happens; then on to when the last meeting has begun.
    const busy = Math.ceil(appointments / (4 * workers)) + 20;
    for (; clock.now() < NOW + 5 * DAY; clock.advance(present.round < busy ? 20 * SECOND : 20 * MINUTE)) {
      present.round += 1;
      const much = present.round < busy;
      if (much && random() < 0.5) crew[Math.floor(random() * workers)]!.kill(Math.floor(random() * 5));
      await Promise.all([
        // For the first minute there is no worker: what has run out by then must not go any more.
        ...(present.round > 3 ? crew.map((worker) => worker.work()) : []),
        ...(much ? [people.somebodyMoves(present.round), people.somebodySaysStop(present.round)] : []),
        ...(much && random() < 0.3 ? [people.somebodyCancels()] : []),
        ...provider.takeNews().map((news) => receiveStatus(deps)(news)),
      ]);
      await provider.settled();
      for (const [n, worker] of crew.entries()) {
        if (!worker.isDead()) continue;
        killed += 1;
        crew[n] = mortalWorker(deps, `worker-${(born += 1)}`, provider.sender);
      }
    }
    const ledger = await deps.db.read(async (q) => ({
      messages: await q.select().from(q.tables.messages),
      appointments: await q.select().from(q.tables.appointments).where(inArray(q.tables.appointments.id, ids)),
      reminders: await q.select().from(q.tables.reminders),
      calls: await q.select().from(q.tables.callList),
    }));
    const broken = countBroken(ledger, provider.taken, people.stops);
    const { moved, cancelled } = people.counts;
    return { broken, taken: provider.taken.length, killed, moved, cancelled, stopped: people.stops.size };
  } finally {
    await database.drop();
  }
}

/** For one in four there is less than two minutes left. */
async function hurry(deps: Deps, random: () => number): Promise<void> {
  await deps.db.write(async (q) => {
    const { messages } = q.tables;
    const rows = await q.select({ id: messages.id }).from(messages);
    const pressed = rows.filter(() => random() < 0.25);
    await updateMessages(
      q,
      pressed.map(({ id }) => ({ id, sendBy: NOW + Math.floor(random() * 2 * MINUTE) })),
    );
  });
}

function peopleWhoChangeTheirMinds(deps: Deps, ids: readonly string[], random: () => number) {
  /** In which round a number said STOP. */
  const stops = new Map<string, number>();
  const counts = { moved: 0, cancelled: 0 };
  const any = () => ids[Math.floor(random() * ids.length)]!;
  return {
    stops: stops as ReadonlyMap<string, number>,
    counts,
    async somebodyMoves(round: number) {
      const startsAt = NOW + 2 * DAY + HOUR + round * 30 * MINUTE * (random() < 0.5 ? 1 : 1.5);
      const staff = { kind: 'staff', id: null } as const;
      const moved = await moveAppointment(deps)({ appointmentId: any(), startsAt, actor: staff, override: true });
      if (moved.ok) counts.moved += 1;
    },
    async somebodySaysStop(round: number) {
      const mobile = `+447700900${String(Math.floor((random() * ids.length) / 2)).padStart(3, '0')}`;
      await receiveReply(deps)({ providerId: `SM-in-${round}`, from: mobile, body: 'STOP' });
      if (!stops.has(mobile)) stops.set(mobile, round);
    },
    /** As a file that says so does. */
    async somebodyCancels() {
      await deps.db.write(async (q) => {
        const before = await lockAppointment(q, any());
        if (!before || !isStanding(before.status)) return;
        const now = deps.clock.now();
        const after = {
          ...before,
          status: 'cancelled_by_office' as const,
          version: before.version + 1,
          updatedAt: now,
        };
        await updateAppointments(q, [after]);
        await planReminders(q, deps, [after], now, null);
        counts.cancelled += 1;
      });
    },
  };
}
