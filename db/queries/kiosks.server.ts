import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, type InferInsertModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import type { Tables } from '../schema/tables';

type KioskRow = InferInsertModel<Tables['kiosks']>;

/** The shared computers of an office, by name, with who opened each. */
export async function listKiosks(q: Queryable, officeId: string) {
  const { kiosks, staff } = q.tables;
  return q
    .select({ kiosk: kiosks, firstName: staff.firstName, lastName: staff.lastName })
    .from(kiosks)
    .leftJoin(staff, eq(staff.id, kiosks.openedBy))
    .where(eq(kiosks.officeId, officeId))
    .orderBy(asc(kiosks.name), asc(kiosks.createdAt));
}

/** A shared computer of an office, whatever its state. */
export async function findKiosk(q: Queryable, params: { id: string; officeId: string }) {
  const { kiosks } = q.tables;
  const [row] = await q
    .select()
    .from(kiosks)
    .where(and(eq(kiosks.id, params.id), eq(kiosks.officeId, params.officeId)));
  return row ?? null;
}

export async function insertKiosk(q: Queryable, row: KioskRow): Promise<void> {
  await q.insert(q.tables.kiosks).values(row);
}

export async function updateKiosk(q: Queryable, id: string, changes: Partial<KioskRow>): Promise<void> {
  const { kiosks } = q.tables;
  await q.update(kiosks).set(changes).where(eq(kiosks.id, id));
}

/** Uses an enrolment code up: the browser with this secret is that computer now, and no other. @returns the computer, or null when no code is right. */
export async function takeEnrolCode(q: Queryable, params: { codeHashes: string[]; secretHash: string; now: number }) {
  const { kiosks } = q.tables;
  const [taken] = await q
    .update(kiosks)
    .set({
      ...{ secretHash: params.secretHash, enrolledAt: params.now, codeHash: null, codeUntil: null },
      ...{ openedAt: null, openedBy: null, openUntil: null },
    })
    .where(and(inArray(kiosks.codeHash, params.codeHashes), gt(kiosks.codeUntil, params.now), isNull(kiosks.revokedAt)))
    .returning({ id: kiosks.id, officeId: kiosks.officeId });
  return taken ?? null;
}

/** Keeps an open computer open until the instant given, and notes that it was used. A locked one stays locked. */
export async function keepKioskOpen(q: Queryable, params: { id: string; now: number; openUntil: number }) {
  const { kiosks } = q.tables;
  await q
    .update(kiosks)
    .set({ lastUsedAt: params.now, openUntil: params.openUntil })
    .where(and(eq(kiosks.id, params.id), gt(kiosks.openUntil, params.now)));
}

/** Ends whatever sessions there are on a shared computer. */
export async function deleteKioskSessions(q: Queryable, kioskId: string): Promise<void> {
  const { sessions } = q.tables;
  await q.delete(sessions).where(eq(sessions.kioskId, kioskId));
}

/** Whose number this is, if it still works and they may still open computers. */
export async function findPin(q: Queryable, params: { officeId: string; pinHashes: string[]; now: number }) {
  const { kioskPins, staff } = q.tables;
  const [row] = await q
    .select({ staffId: staff.id, role: staff.role })
    .from(kioskPins)
    .innerJoin(staff, and(eq(staff.id, kioskPins.staffId), eq(staff.active, true)))
    .where(
      and(
        eq(kioskPins.officeId, params.officeId),
        inArray(kioskPins.pinHash, params.pinHashes),
        gt(kioskPins.endsAt, params.now),
        eq(staff.officeId, params.officeId),
      ),
    );
  return row ?? null;
}

/** The number that a member of staff has for today; it is kept as a hash only. */
export async function findOwnPin(q: Queryable, params: { staffId: string; now: number }) {
  const { kioskPins } = q.tables;
  const [row] = await q
    .select({ madeAt: kioskPins.madeAt, endsAt: kioskPins.endsAt })
    .from(kioskPins)
    .where(and(eq(kioskPins.staffId, params.staffId), gt(kioskPins.endsAt, params.now)));
  return row ?? null;
}

/** Gives somebody a number in place of the one they had. @returns false when somebody else of the office has that number. */
export async function savePin(q: Queryable, row: InferInsertModel<Tables['kioskPins']>): Promise<boolean> {
  const { kioskPins } = q.tables;
  await q.delete(kioskPins).where(eq(kioskPins.staffId, row.staffId));
  const saved = await q.insert(kioskPins).values(row).onConflictDoNothing().returning({ id: kioskPins.staffId });
  return saved.length > 0;
}

/** Forgets the numbers whose day is over. */
export async function deleteEndedPins(q: Queryable, now: number): Promise<void> {
  const { kioskPins } = q.tables;
  await q.delete(kioskPins).where(lt(kioskPins.endsAt, now));
}

/** Forgets codes that can no longer be used. */
export async function forgetEnrolCodes(q: Queryable, now: number): Promise<void> {
  const { kiosks } = q.tables;
  await q
    .update(kiosks)
    .set({ codeHash: null, codeUntil: null })
    .where(and(isNotNull(kiosks.codeHash), lt(kiosks.codeUntil, now)));
}
