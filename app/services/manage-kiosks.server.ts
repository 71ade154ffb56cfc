import type { Queryable } from '@db/client.server';
import { deleteKioskSessions, findKiosk, insertKiosk, listKiosks, updateKiosk } from '@db/queries/kiosks.server';
import { findOffice } from '@db/queries/office-day.server';
import { ENROL_CODE_LIFETIME, kioskState, nameProblem, type KioskState } from '~/domain/assisted/kiosk';
import { officeChain } from '~/domain/audit/audit-entry';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

/** A shared computer as its office sees it; instants in ms. */
export interface ShownKiosk {
  id: string;
  name: string;
  state: KioskState;
  openedBy: { firstName: string; lastName: string } | null;
  openUntil: number | null;
  lastUsedAt: number | null;
  /** Until when its code can be typed; null: it has none. */
  codeUntil: number | null;
}

/** The shared computers of the viewer's office, by name. */
export const viewKiosks =
  (deps: Deps) =>
  async ({ staff }: { staff: SignedInStaff }) =>
    deps.db.read(async (q) => {
      const now = deps.clock.now();
      const office = await getOffice(q, staff.officeId);
      const rows = await listKiosks(q, staff.officeId);
      return { office: { name: office.name, zone: office.timeZone }, now, kiosks: rows.map((row) => shown(row, now)) };
    });

export type KiosksView = Awaited<ReturnType<ReturnType<typeof viewKiosks>>>;

function shown({ kiosk, firstName, lastName }: Awaited<ReturnType<typeof listKiosks>>[number], now: number) {
  const state = kioskState(kiosk, now);
  const open = state === 'open';
  const { id, name, lastUsedAt, codeUntil } = kiosk;
  return {
    ...{ id, name, state, lastUsedAt },
    openedBy: open && firstName !== null && lastName !== null ? { firstName, lastName } : null,
    openUntil: open ? kiosk.openUntil : null,
    codeUntil: codeUntil !== null && now < codeUntil ? codeUntil : null,
  } satisfies ShownKiosk;
}

/** The office, which a member of staff always has. */
export async function getOffice(q: Queryable, officeId: string) {
  const office = await findOffice(q, officeId);
  if (!office) throw new Error('a member of staff has an office that does not exist');
  return office;
}

/** A code for a computer, shown once: the database has its hash. */
export interface EnrolCode {
  name: string;
  /** Eight digits. */
  code: string;
  /** ms. */
  until: number;
}

/** What codes are hashed with: there is one list of them, whichever office they are for. */
const CODES = 'kiosk enrolment';

/** The hash of an enrolment code. */
export const enrolCodeHash = (deps: Pick<Deps, 'vault'>, code: string) => deps.vault.codeHash(code, CODES);
/** The hashes under which one may be kept. */
export const enrolCodeHashes = (deps: Pick<Deps, 'vault'>, code: string) => deps.vault.codeHashes(code, CODES);

/**
 * Gives a shared computer a name, and a code to be typed on it. The name of one that waits to be enrolled gives that one a new
 * code, so that sending the form twice makes one computer. On record.
 */
export const addKiosk =
  (deps: Deps) =>
  async (input: {
    staff: SignedInStaff;
    name: string;
  }): Promise<{ ok: true; made: EnrolCode } | { ok: false; reason: 'empty' | 'long' }> => {
    const { staff } = input;
    const name = input.name.trim();
    const problem = nameProblem(name);
    if (problem) return { ok: false, reason: problem };
    return deps.db.write(async (q) => {
      const now = deps.clock.now();
      const there = (await listKiosks(q, staff.officeId)).find(
        ({ kiosk }) => kiosk.name === name && kioskState(kiosk, now) === 'waits',
      );
      const id = there?.kiosk.id ?? deps.newId();
      if (!there) {
        await insertKiosk(q, { id, officeId: staff.officeId, name, createdAt: now, createdBy: staff.id });
        await note(q, deps, staff, 'kiosk.added', id);
      }
      return { ok: true, made: await giveCode(q, deps, staff, { id, name }) };
    });
  };

/** A new code for a computer that is there, which takes its place on whatever device the code is typed. On record. */
export const newEnrolCode =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; id: string }): Promise<EnrolCode | null> =>
    deps.db.write(async (q) => {
      const kiosk = await findKiosk(q, { id: input.id, officeId: input.staff.officeId });
      if (!kiosk || kiosk.revokedAt !== null) return null;
      return giveCode(q, deps, input.staff, kiosk);
    });

async function giveCode(q: Queryable, deps: Deps, staff: SignedInStaff, { id, name }: { id: string; name: string }) {
  const code = `${deps.vault.newCode()}${deps.vault.newCode()}`.slice(0, 8);
  const until = deps.clock.now() + ENROL_CODE_LIFETIME;
  await updateKiosk(q, id, { codeHash: enrolCodeHash(deps, code), codeUntil: until });
  await note(q, deps, staff, 'kiosk.code_made', id);
  return { name, code, until };
}

/** Gives a computer another name. */
export const renameKiosk =
  (deps: Deps) =>
  async (input: {
    staff: SignedInStaff;
    id: string;
    name: string;
  }): Promise<{ ok: true } | { ok: false; reason: 'not_found' | 'empty' | 'long' }> =>
    deps.db.write(async (q) => {
      const kiosk = await findKiosk(q, { id: input.id, officeId: input.staff.officeId });
      if (!kiosk) return { ok: false, reason: 'not_found' };
      const problem = nameProblem(input.name);
      if (problem) return { ok: false, reason: problem };
      if (kiosk.name === input.name.trim()) return { ok: true };
      await updateKiosk(q, kiosk.id, { name: input.name.trim() });
      await note(q, deps, input.staff, 'kiosk.renamed', kiosk.id);
      return { ok: true };
    });

/** Takes a computer out of use, at once: whoever sits at it is signed out, and its code is worth nothing. On record. */
export const revokeKiosk =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; id: string }): Promise<{ changed: boolean } | null> =>
    deps.db.write(async (q) => {
      const kiosk = await findKiosk(q, { id: input.id, officeId: input.staff.officeId });
      if (!kiosk) return null;
      if (kiosk.revokedAt !== null) return { changed: false };
      const locked = { openedAt: null, openedBy: null, openUntil: null, codeHash: null, codeUntil: null };
      await updateKiosk(q, kiosk.id, { ...locked, revokedAt: deps.clock.now(), revokedBy: input.staff.id });
      await deleteKioskSessions(q, kiosk.id);
      await note(q, deps, input.staff, 'kiosk.revoked', kiosk.id);
      return { changed: true };
    });

/** Takes that back: the computer is what it was, and locked. On record. */
export const restoreKiosk =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; id: string }): Promise<{ changed: boolean } | null> =>
    deps.db.write(async (q) => {
      const kiosk = await findKiosk(q, { id: input.id, officeId: input.staff.officeId });
      if (!kiosk) return null;
      if (kiosk.revokedAt === null) return { changed: false };
      await updateKiosk(q, kiosk.id, { revokedAt: null, revokedBy: null });
      await note(q, deps, input.staff, 'kiosk.restored', kiosk.id);
      return { changed: true };
    });

type KioskAction = 'added' | 'code_made' | 'renamed' | 'revoked' | 'restored' | 'opened' | 'locked' | 'pin_made';

/** Puts on record what a member of staff did with a shared computer. */
export async function note(
  q: Queryable,
  deps: Deps,
  staff: { id: string; officeId: string },
  action: `kiosk.${KioskAction}`,
  kioskId: string | null,
): Promise<void> {
  await appendAudit(q, deps, {
    ...{ chain: officeChain(staff.officeId), actor: { kind: 'staff', id: staff.id }, action },
    ...{ subjectKind: 'kiosk', subjectId: kioskId },
  });
}
