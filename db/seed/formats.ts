import { and, asc, eq, gte } from 'drizzle-orm';
import { DAY } from '~/domain/clock';
import { addDays, wallClockOf } from '~/domain/time/wall-clock';
import type { Queryable } from '../client.server';
import type { NewFormatRequest } from '../queries/format-requests.server';

/** Suppliers that do not exist. */
const SUPPLIERS = { bsl: 'Dwylo Interpreting', interpreter: 'Menai Languages', paper: 'Pen-y-Bryn Transcription' };
/** How far they are, in turn; the first of them is the meeting that is not ready. */
const STATES = ['to_arrange', 'booked', 'asked', 'booked', 'to_arrange'] as const;

/**
 * The next customer of an adviser's day needs a signer; nobody has been asked. The meetings to come have their requests from the
 * services, see `commands/seed-timeline.ts`.
 * @returns their id; null when nobody comes to that adviser.
 */
export async function insertSignersNeed(
  q: Queryable,
  params: { now: number; id: () => string; adviserId: string },
): Promise<string | null> {
  const { accessNeeds: needs, appointments } = q.tables;
  const { now, id, adviserId } = params;
  const [first] = await q
    .select({ customerId: appointments.customerId })
    .from(appointments)
    .where(
      and(eq(appointments.adviserId, adviserId), eq(appointments.status, 'booked'), gte(appointments.startsAt, now)),
    )
    .orderBy(asc(appointments.startsAt), asc(appointments.id))
    .limit(1);
  if (!first) return null;
  const told = { toldAt: now - 20 * DAY, toldBy: 'customer' as const, withdrawnAt: null };
  await q.insert(needs).values({ id: id(), customerId: first.customerId, need: 'bsl', detail: null, ...told });
  return first.customerId;
}

/** Requests in each state, of meetings and of papers, so that the office's page has some of each. */
export async function spreadRequests(
  q: Queryable,
  params: { now: number; id: () => string; zone: string; customerId: string },
): Promise<void> {
  const { formatRequests: requests } = q.tables;
  const { now, id, zone, customerId } = params;
  const open = await q.select().from(requests).where(eq(requests.state, 'to_arrange')).orderBy(asc(requests.meetsAt), asc(requests.id)); // prettier-ignore
  const own = open.find((one) => one.customerId === customerId);
  const others = open.filter((one) => one.customerId !== customerId);
  for (const [n, { id: requestId, kind }] of others.entries()) {
    const state = STATES[(n + 1) % STATES.length]!;
    if (state === 'to_arrange') continue;
    const supplier = kind === 'bsl' ? SUPPLIERS.bsl : SUPPLIERS.interpreter;
    const reference = state === 'booked' ? `D-${1200 + n}` : '';
    await q.update(requests).set({ state, supplier, reference }).where(eq(requests.id, requestId));
  }
  if (!own) return;
  const today = wallClockOf(now, zone).date;
  const about = { customerId, officeId: own.officeId, ownerId: own.ownerId, supplier: SUPPLIERS.paper };
  const asked = { ...about, askedAt: now - 12 * DAY, askedBy: 'staff' as const, updatedAt: now - DAY };
  const papers: NewFormatRequest[] = [
    { ...asked, id: id(), kind: 'braille', paper: 'plan', state: 'asked', dueOn: addDays(today, 6) },
    { ...asked, id: id(), kind: 'audio', paper: 'plan', state: 'done', dueOn: addDays(today, -2), closedAt: now - DAY },
    {
      ...{ ...asked, id: id(), kind: 'easy_read', paper: 'other', state: 'cannot' },
      ...{ dueOn: addDays(today, -3), closedAt: now - 2 * DAY },
    },
  ];
  await q.insert(requests).values(papers);
}
