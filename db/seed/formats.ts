import { and, asc, eq, gte, inArray, isNull } from 'drizzle-orm';
import { personDueOn } from '~/domain/assisted/format-due';
import { DAY } from '~/domain/clock';
import { addDays, wallClockOf } from '~/domain/time/wall-clock';
import type { NewFormatRequest } from '../queries/format-requests.server';
import type { Queryable } from '../client.server';

/** Suppliers that do not exist. */
const SUPPLIERS = ['Dwylo Interpreting', 'Menai Languages', 'Pen-y-Bryn Transcription'] as const;
const NEEDED = ['bsl', 'interpreter'] as const;

/**
 * What the district has asked suppliers for: everybody who needs somebody to come has a request for each meeting to come, in each
 * state; the first of the day's own meetings is not ready. Call it when the diary is filled.
 * @param visit the adviser whose day visitors of the demo see.
 */
export async function insertFormatRequests(
  q: Queryable,
  params: { now: number; zone: string; id: () => string; open: (sealed: string) => string; adviserId: string },
): Promise<void> {
  const { accessNeeds: needs, appointments, formatRequests } = q.tables;
  const { now, zone, id, open, adviserId } = params;
  const today = wallClockOf(now, zone).date;
  const [first] = await q
    .select()
    .from(appointments)
    .where(and(eq(appointments.adviserId, adviserId), eq(appointments.status, 'booked'), gte(appointments.startsAt, now)))
    .orderBy(asc(appointments.startsAt), asc(appointments.id))
    .limit(1);
  if (first) {
    const told = { toldAt: now - 20 * DAY, toldBy: 'customer' as const, withdrawnAt: null };
    await q.insert(needs).values({ id: id(), customerId: first.customerId, need: 'bsl', detail: null, ...told });
  }
  const meetings = await q
    .select({ need: needs.need, detail: needs.detail, meeting: appointments })
    .from(needs)
    .innerJoin(appointments, eq(appointments.customerId, needs.customerId))
    .where(
      and(
        inArray(needs.need, [...NEEDED]),
        isNull(needs.withdrawnAt),
        eq(appointments.status, 'booked'),
        gte(appointments.startsAt, now),
      ),
    )
    .orderBy(asc(appointments.startsAt), asc(appointments.id), asc(needs.need));
  const rows: NewFormatRequest[] = meetings.map(({ need, detail, meeting }, n) => {
    const kind = need as (typeof NEEDED)[number];
    const own = meeting.id === first?.id && kind === 'bsl';
    const state = own ? 'to_arrange' : (['booked', 'asked', 'to_arrange', 'booked'] as const)[n % 4]!;
    const supplier = state === 'to_arrange' ? '' : SUPPLIERS[kind === 'bsl' ? 0 : 1];
    return {
      ...{ id: id(), customerId: meeting.customerId, officeId: meeting.officeId, kind, appointmentId: meeting.id },
      ...{ meetsAt: meeting.startsAt, ownerId: meeting.adviserId, state, supplier, askedBy: 'customer' as const },
      ...{ reference: state === 'booked' ? `D-${1200 + n}` : '', spoken: kind === 'interpreter' && detail ? open(detail) : '' },
      dueOn: personDueOn(wallClockOf(meeting.startsAt, zone).date, addDays(today, -2), new Set()),
      ...{ askedAt: now - 3 * DAY, updatedAt: now - DAY, chasedAt: own ? now - DAY : null },
    };
  });
  if (first) rows.push(...papersOf(first, params, today));
  if (rows.length > 0) await q.insert(formatRequests).values(rows);
}

/** Papers for one customer, in the states that nothing else of the district is in. */
function papersOf(
  { customerId, officeId, adviserId: ownerId }: { customerId: string; officeId: string; adviserId: string },
  { now, id }: { now: number; id: () => string },
  today: string,
): NewFormatRequest[] {
  const about = { customerId, officeId, ownerId, askedBy: 'staff' as const, supplier: SUPPLIERS[2], updatedAt: now - DAY };
  const asked = { ...about, askedAt: now - 12 * DAY };
  return [
    { ...asked, id: id(), kind: 'braille', paper: 'plan', state: 'asked', dueOn: addDays(today, 6) },
    { ...asked, id: id(), kind: 'audio', paper: 'plan', state: 'done', dueOn: addDays(today, -2), closedAt: now - DAY },
    { ...asked, id: id(), kind: 'easy_read', paper: 'other', state: 'cannot', dueOn: addDays(today, -3), closedAt: now - 2 * DAY },
  ];
}
