import type { Queryable } from '@db/client.server';
import {
  deleteKioskSessions,
  findKiosk,
  findOwnPin,
  findPin,
  keepKioskOpen,
  savePin,
  takeEnrolCode,
  updateKiosk,
} from '@db/queries/kiosks.server';
import { findSession } from '@db/queries/sessions.server';
import type { Role } from '~/domain/access/role';
import { openUntil, typedDigits } from '~/domain/assisted/kiosk';
import { officeChain } from '~/domain/audit/audit-entry';
import { MINUTE } from '~/domain/clock';
import { dayBounds, wallClockOf } from '~/domain/time/wall-clock';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import { enrolCodeHashes, getOffice, note } from './manage-kiosks.server';
import type { SignedInStaff } from './sessions.server';

/** Who may open a shared computer. */
const OPENERS: readonly Role[] = ['champion', 'adviser', 'manager'];

type Refused =
  { ok: false; reason: 'malformed' | 'wrong' } | { ok: false; reason: 'too_many'; retryAfterSeconds: number };

/**
 * Makes a browser the shared computer that a code was made for, once. A wrong code, one that was used and one that has run out
 * are the same.
 * @returns the secret for its cookie.
 */
export const enrolKiosk =
  (deps: Deps) =>
  async (input: { code: string; address: string }): Promise<{ ok: true; secret: string } | Refused> => {
    const code = typedDigits(input.code);
    if (!/^\d{8}$/.test(code)) return { ok: false, reason: 'malformed' };
    const wait =
      (await deps.rateLimits.use('kiosk_codes_per_address', deps.vault.index(input.address))) ??
      (await deps.rateLimits.use('kiosk_codes_everywhere', 'all'));
    if (wait !== null) return { ok: false, reason: 'too_many', retryAfterSeconds: wait };
    const secret = await takeCode(deps, code);
    return secret === null ? { ok: false, reason: 'wrong' } : { ok: true, secret };
  };

/** The same for the demo's one-use address, whose token nobody can guess. @returns null when it was used, or never was. */
export const enrolFromAddress = (deps: Deps) => (token: string) => takeCode(deps, token);

async function takeCode(deps: Deps, code: string): Promise<string | null> {
  const secret = deps.vault.newSecret();
  return deps.db.write(async (q) => {
    const hashes = { codeHashes: enrolCodeHashes(deps, code), secretHash: deps.vault.hashSecret(secret) };
    const taken = await takeEnrolCode(q, { ...hashes, now: deps.clock.now() });
    if (!taken) return null;
    await deleteKioskSessions(q, taken.id);
    await appendAudit(q, deps, {
      ...{ chain: officeChain(taken.officeId), actor: { kind: 'visitor', id: null }, action: 'kiosk.enrolled' },
      ...{ subjectKind: 'kiosk', subjectId: taken.id },
    });
    return secret;
  });
}

/** Whether somebody has a number for today, and until when (ms). */
export const viewOwnPin =
  (deps: Deps) =>
  async ({ staff }: { staff: SignedInStaff }) =>
    deps.db.read((q) => findOwnPin(q, { staffId: staff.id, now: deps.clock.now() }));

export type PinMade = { ok: true; pin: string; until: number } | { ok: false; reason: 'sign_in_again' };

/** How often another number is drawn when somebody of the office has it; of a million few are taken. */
const DRAWS = 20;

/**
 * Makes the number with which somebody opens shared computers today; the one they had stops working. Only for a session that
 * began today by the office's clock: whoever left one open overnight shows again who they are. On record.
 * @param input.cookie the secret of their session.
 */
export const makeKioskPin =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; cookie: string }): Promise<PinMade> =>
    deps.db.write(async (q) => {
      const { staff } = input;
      const now = deps.clock.now();
      const { timeZone } = await getOffice(q, staff.officeId);
      const today = dayBounds(wallClockOf(now, timeZone).date, timeZone);
      const signedIn = await findSession(q, deps.vault.sessionHash(input.cookie));
      if (signedIn?.session.staffId !== staff.id || signedIn.session.createdAt < today.from)
        return { ok: false, reason: 'sign_in_again' };
      const row = { staffId: staff.id, officeId: staff.officeId, madeAt: now, endsAt: today.to };
      for (let draw = 0; draw < DRAWS; draw += 1) {
        const pin = deps.vault.newCode();
        if (!(await savePin(q, { ...row, pinHash: pinHashes(deps, staff.officeId, pin)[0]! }))) continue;
        await note(q, deps, staff, 'kiosk.pin_made', null);
        return { ok: true, pin, until: today.to };
      }
      throw new Error('no number is free, of a million');
    });

/** The hashes under which a number may be kept, the one for new numbers first. */
const pinHashes = (deps: Deps, officeId: string, pin: string) => deps.vault.codeHashes(pin, `kiosk pin ${officeId}`);

/** Opens a shared computer with a colleague's number of today. Five tries, then a wait of a quarter of an hour. On record. */
export const openKiosk =
  (deps: Deps) =>
  async (input: { kiosk: { id: string; officeId: string }; pin: string }): Promise<{ ok: true } | Refused> => {
    const pin = typedDigits(input.pin);
    if (!/^\d{6}$/.test(pin)) return { ok: false, reason: 'malformed' };
    const { id, officeId } = input.kiosk;
    const wait = await deps.rateLimits.use('kiosk_pins_per_device', id);
    if (wait !== null) return { ok: false, reason: 'too_many', retryAfterSeconds: wait };
    return deps.db.write(async (q) => {
      const now = deps.clock.now();
      const opener = await findPin(q, { officeId, pinHashes: pinHashes(deps, officeId, pin), now });
      if (!opener || !OPENERS.includes(opener.role)) {
        await appendAudit(q, deps, {
          ...{ chain: officeChain(officeId), actor: { kind: 'visitor', id: null }, action: 'kiosk.opening_refused' },
          ...{ subjectKind: 'kiosk', subjectId: id },
        });
        return { ok: false, reason: 'wrong' };
      }
      const until = openUntil(now, await dayEnds(q, officeId, now));
      await updateKiosk(q, id, { openedAt: now, openedBy: opener.staffId, openUntil: until, lastUsedAt: now });
      await note(q, deps, { id: opener.staffId, officeId }, 'kiosk.opened', id);
      return { ok: true };
    });
  };

/** Keeps an open computer open for another while because it is being used. Written once a minute at the most. */
export const keepKioskInUse =
  (deps: Deps) =>
  async ({ id, officeId }: { id: string; officeId: string }): Promise<void> => {
    const now = deps.clock.now();
    const kiosk = await deps.db.read((q) => findKiosk(q, { id, officeId }));
    if (!kiosk || now - (kiosk.lastUsedAt ?? 0) < MINUTE) return;
    await deps.db.write(async (q) =>
      keepKioskOpen(q, { id, now, openUntil: openUntil(now, await dayEnds(q, officeId, now)) }),
    );
  };

async function dayEnds(q: Queryable, officeId: string, now: number): Promise<number> {
  const { timeZone } = await getOffice(q, officeId);
  return dayBounds(wallClockOf(now, timeZone).date, timeZone).to;
}

/** Locks a shared computer, from the computer itself (`staff` is null: it takes nobody's leave) or from a colleague's own. On record. */
export const lockKiosk =
  (deps: Deps) =>
  async (input: { id: string; officeId: string; staff: SignedInStaff | null }): Promise<boolean> =>
    deps.db.write(async (q) => {
      const { id, officeId, staff } = input;
      const kiosk = await findKiosk(q, { id, officeId });
      if (!kiosk || kiosk.enrolledAt === null || kiosk.revokedAt !== null) return false;
      await deleteKioskSessions(q, id);
      if (kiosk.openUntil === null) return true;
      await updateKiosk(q, id, { openedAt: null, openedBy: null, openUntil: null });
      await appendAudit(q, deps, {
        ...{ chain: officeChain(officeId), action: 'kiosk.locked', subjectKind: 'kiosk', subjectId: id },
        actor: staff ? { kind: 'staff', id: staff.id } : { kind: 'visitor', id: null },
      });
      return true;
    });
