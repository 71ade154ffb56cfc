import type { Queryable } from '@db/client.server';
import { deleteSession, findSession, insertSession, touchSession } from '@db/queries/sessions.server';
import type { Role } from '~/domain/access/role';
import { isSessionAlive, SESSION_LIFETIME } from '~/domain/access/session-lifetime';
import { MINUTE } from '~/domain/clock';
import type { Language } from '~/domain/language';
import type { Deps } from './deps';

export interface SignedInCustomer {
  kind: 'customer';
  id: string;
  officeId: string;
  language: Language;
  /** When this session began (ms): what they have just shown about who they are. */
  signedInAt: number;
}

export interface SignedInStaff {
  kind: 'staff';
  id: string;
  officeId: string;
  role: Role;
  firstName: string;
  lastName: string;
}

export type SignedIn = SignedInCustomer | SignedInStaff;

/** Whose session a cookie is, if it is still alive; seeing it keeps it alive. */
export const resumeSession =
  (deps: Deps) =>
  async (cookie: string): Promise<SignedIn | null> => {
    const idHash = deps.vault.sessionHash(cookie);
    const now = deps.clock.now();
    const found = await deps.db.read((q) => findSession(q, idHash));
    if (!found || !isSessionAlive(found.session, now)) return null;
    // Written at most once a minute: a page view should not cost a disk write each time.
    if (now - found.session.lastSeenAt >= MINUTE) await deps.db.write((q) => touchSession(q, idHash, now));
    if (found.session.kind === 'customer') {
      if (!found.customer) return null;
      const { id, officeId, language } = found.customer;
      return { kind: 'customer', id, officeId, language, signedInAt: found.session.createdAt };
    }
    if (!found.member) return null;
    const { id, officeId, role, firstName, lastName } = found.member;
    return { kind: 'staff', id, officeId, role, firstName, lastName };
  };

/**
 * Opens a session inside the caller's transaction and gives the secret for the cookie; the session that the
 * browser had before, if any, ends: a sign-in never goes on with an old secret.
 */
export async function openSession(
  q: Queryable,
  deps: Deps,
  person: { kind: 'customer' | 'staff'; id: string },
  previousCookie: string | null,
): Promise<string> {
  const secret = deps.vault.newSecret();
  const now = deps.clock.now();
  if (previousCookie) await deleteSession(q, deps.vault.sessionHash(previousCookie));
  await insertSession(q, {
    idHash: deps.vault.sessionHash(secret),
    kind: person.kind,
    customerId: person.kind === 'customer' ? person.id : null,
    staffId: person.kind === 'staff' ? person.id : null,
    createdAt: now,
    endsAt: now + SESSION_LIFETIME[person.kind].absolute,
  });
  return secret;
}

/** Starts a session and gives the secret for the cookie; the one before, if any, ends. */
export const startSession =
  (deps: Deps) =>
  (person: { kind: 'customer' | 'staff'; id: string }, previousCookie: string | null): Promise<string> =>
    deps.db.write((q) => openSession(q, deps, person, previousCookie));

/** Ends a session on the server; the cookie is worth nothing afterwards. */
export const endSession =
  (deps: Deps) =>
  async (cookie: string): Promise<void> => {
    await deps.db.write((q) => deleteSession(q, deps.vault.sessionHash(cookie)));
  };
