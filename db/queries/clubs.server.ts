import { and, asc, eq, gt, isNull, sql, type InferInsertModel, type InferSelectModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { isOneOf } from '../dialect/bulk';
import type { Tables } from '../schema/tables';

export type ClubRow = InferSelectModel<Tables['clubs']>;
export type NewClub = InferInsertModel<Tables['clubs']>;

export async function findClub(q: Queryable, ref: string): Promise<ClubRow | null> {
  const { clubs } = q.tables;
  const [row] = await q.select().from(clubs).where(eq(clubs.ref, ref));
  return row ?? null;
}

/** The clubs with these references. */
export async function listClubsByRef(q: Queryable, refs: string[]): Promise<ClubRow[]> {
  if (refs.length === 0) return [];
  const { clubs } = q.tables;
  return q
    .select()
    .from(clubs)
    .where(isOneOf(q, clubs.ref, refs));
}

export async function insertClub(q: Queryable, club: NewClub): Promise<void> {
  await q.insert(q.tables.clubs).values(club);
}

export async function updateClub(q: Queryable, id: string, change: Partial<NewClub>): Promise<void> {
  const { clubs } = q.tables;
  await q.update(clubs).set(change).where(eq(clubs.id, id));
}

/** The areas with these outward codes, by name. */
export async function listAreas(q: Queryable, codes: string[]) {
  if (codes.length === 0) return [];
  const { areas } = q.tables;
  return q
    .select()
    .from(areas)
    .where(isOneOf(q, areas.code, codes))
    .orderBy(asc(areas.name), asc(areas.code));
}

export async function insertArea(q: Queryable, area: InferInsertModel<Tables['areas']>): Promise<void> {
  await q.insert(q.tables.areas).values(area);
}

/** Moves the middle of an area; its name stays. */
export async function moveArea(
  q: Queryable,
  area: { code: string; latitude: number; longitude: number },
): Promise<void> {
  const { areas } = q.tables;
  const { code, latitude, longitude } = area;
  await q.update(areas).set({ latitude, longitude }).where(eq(areas.code, code));
}

/** What a customer has said about the sessions of a club that have not begun at `now` (ms), with the reminder's state. */
export async function listGoings(q: Queryable, params: { customerId: string; clubId: string; now: number }) {
  const { clubGoings, messages } = q.tables;
  return q
    .select({ heldOn: clubGoings.heldOn, remindAt: messages.notBefore, reminder: messages.status })
    .from(clubGoings)
    .leftJoin(messages, eq(messages.id, clubGoings.messageId))
    .where(
      and(
        eq(clubGoings.customerId, params.customerId),
        eq(clubGoings.clubId, params.clubId),
        isNull(clubGoings.cancelledAt),
      ),
    );
}

/** @returns false when the customer has said so before, or took it back since. */
export async function insertGoing(q: Queryable, going: InferInsertModel<Tables['clubGoings']>): Promise<boolean> {
  const rows = await q
    .insert(q.tables.clubGoings)
    .values(going)
    .onConflictDoNothing()
    .returning({ id: q.tables.clubGoings.id });
  return rows.length > 0;
}

type Session = { clubId: string; customerId: string; heldOn: string };

const isSession = (q: Queryable, { clubId, customerId, heldOn }: Session) => {
  const { clubGoings } = q.tables;
  return and(eq(clubGoings.clubId, clubId), eq(clubGoings.customerId, customerId), eq(clubGoings.heldOn, heldOn));
};

/** Says again what was taken back. @returns false when it stands. */
export async function reviveGoing(
  q: Queryable,
  session: Session & { startsAt: number; now: number },
): Promise<boolean> {
  const { clubGoings } = q.tables;
  const rows = await q
    .update(clubGoings)
    .set({ cancelledAt: null, startsAt: session.startsAt, createdAt: session.now, messageId: null })
    .where(and(isSession(q, session), sql`${clubGoings.cancelledAt} is not null`))
    .returning({ id: clubGoings.id });
  return rows.length > 0;
}

export async function keepGoingReminder(q: Queryable, session: Session & { messageId: string }): Promise<void> {
  await q.update(q.tables.clubGoings).set({ messageId: session.messageId }).where(isSession(q, session));
}

/** Takes it back. @returns the reminders that were planned for it; none when there was nothing to take back. */
export async function cancelGoing(q: Queryable, session: Session & { now: number }): Promise<string[]> {
  const { clubGoings } = q.tables;
  const rows = await q
    .update(clubGoings)
    .set({ cancelledAt: session.now })
    .where(and(isSession(q, session), isNull(clubGoings.cancelledAt)))
    .returning({ messageId: clubGoings.messageId });
  return rows.flatMap(({ messageId }) => messageId ?? []);
}

/** Who goes to the sessions of a club that begin after `now` (ms). */
export async function listComingGoings(q: Queryable, params: { clubId: string; now: number }) {
  const { clubGoings } = q.tables;
  return q
    .select()
    .from(clubGoings)
    .where(
      and(eq(clubGoings.clubId, params.clubId), gt(clubGoings.startsAt, params.now), isNull(clubGoings.cancelledAt)),
    );
}
