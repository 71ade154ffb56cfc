import { and, eq, isNotNull } from 'drizzle-orm';
import type { Role } from '~/domain/access/role';
import type { Queryable } from '../client.server';
import { forUpdate } from '../dialect/locks';

/** The member of staff who may sign in with this email (lower case), or null. */
export async function findStaffSignIn(q: Queryable, email: string) {
  const { staff } = q.tables;
  const [row] = await q
    .select({
      id: staff.id,
      officeId: staff.officeId,
      passwordHash: staff.passwordHash,
      totpSecret: staff.totpSecret,
    })
    .from(staff)
    .where(
      and(eq(staff.email, email), eq(staff.active, true), isNotNull(staff.passwordHash), isNotNull(staff.totpSecret)),
    );
  return row ?? null;
}

/**
 * Uses a 30-second step of somebody's authenticator app, so that a code works once; the row stays locked
 * until the transaction ends.
 * @returns false when that step, or a later one, was used before.
 */
export async function useTotpStep(q: Queryable, staffId: string, step: number): Promise<boolean> {
  const { staff } = q.tables;
  const [row] = await forUpdate(q, q.select({ last: staff.totpLastStep }).from(staff).where(eq(staff.id, staffId)));
  if (!row || step <= row.last) return false;
  await q.update(staff).set({ totpLastStep: step }).where(eq(staff.id, staffId));
  return true;
}

/** What a member of staff signs in with; the secret is sealed. */
export interface StaffCredentials {
  email: string;
  passwordHash: string;
  totpSecret: string;
}

export interface NewStaffSignIn extends StaffCredentials {
  id: string;
  ref: string;
  officeId: string;
  firstName: string;
  lastName: string;
  role: Role;
}

/** Adds a member of staff who may sign in. */
export async function insertStaffSignIn(q: Queryable, member: NewStaffSignIn): Promise<void> {
  await q.insert(q.tables.staff).values(member);
}

/** Gives an existing member of staff, such as one that an import made, a way to sign in; open sessions end. */
export async function updateStaffSignIn(q: Queryable, member: NewStaffSignIn): Promise<void> {
  const { staff, sessions } = q.tables;
  const { id, ref: _same, ...fields } = member;
  await q.delete(sessions).where(eq(sessions.staffId, id));
  await q
    .update(staff)
    .set({ ...fields, active: true, totpLastStep: 0 })
    .where(eq(staff.id, id));
}

export async function findStaffByRef(q: Queryable, ref: string) {
  const { staff } = q.tables;
  const [row] = await q.select({ id: staff.id, email: staff.email }).from(staff).where(eq(staff.ref, ref));
  return row ?? null;
}

export async function findStaffByEmail(q: Queryable, email: string) {
  const { staff } = q.tables;
  const [row] = await q.select({ id: staff.id, ref: staff.ref }).from(staff).where(eq(staff.email, email));
  return row ?? null;
}

export async function findOfficeByRef(q: Queryable, ref: string) {
  const { offices } = q.tables;
  const [row] = await q.select({ id: offices.id, name: offices.name }).from(offices).where(eq(offices.ref, ref));
  return row ?? null;
}
