import type { Queryable } from '@db/client.server';
import { codeOf, isReadOnlyFailure } from '@db/dialect/outages';
import { deleteSession, findSession, insertSession, touchSession } from '@db/queries/sessions.server';
import type { Role, SessionKind } from '~/domain/access/role';
import type { HelpWay, IdentityProof } from '~/domain/assisted/help';
import { isSessionAlive, SESSION_LIFETIME, sessionUse } from '~/domain/access/session-lifetime';
import { MINUTE, SECOND } from '~/domain/clock';
import type { Language } from '~/domain/language';
import { agreementStands } from './agreement-stands.server';
import type { Deps } from './deps';

export interface SignedInCustomer {
  kind: 'customer';
  id: string;
  officeId: string;
  language: Language;
  /** When this session began (ms): what they have just shown about who they are. */
  signedInAt: number;
  /** The shared computer that they sit at; null: their own device, or no business of ours. */
  kioskId: string | null;
  /** The colleague who uses the portal for them at present; null: they do it themselves. */
  help: SignedInHelp | null;
}

/** A help that is going on: who helps, and how. */
export interface SignedInHelp {
  id: string;
  way: HelpWay;
  identity: IdentityProof;
  /** Who is helped. */
  helped: { id: string; firstName: string; lastName: string };
  by: { id: string; role: Role; firstName: string; lastName: string };
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
    if (!found || !isSessionAlive(usedAs(found.session), now)) return null;
    // Written at most once a minute: a page view should not cost a disk write each time. On a shared computer, where a browser that
    // was started again is known by it (kiosk-repeat.ts), once a second.
    const pause = found.session.kioskId === null ? MINUTE : SECOND;
    if (now - found.session.lastSeenAt >= pause) await touch(deps, idHash, now);
    if (found.session.kind === 'customer') {
      if (!found.customer) return null;
      const { id, officeId, language } = found.customer;
      const { kioskId, createdAt: signedInAt } = found.session;
      const help = helpOf(found, now);
      // A session that was opened to help somebody is worth nothing without the help.
      if (found.session.helpId !== null && help === null) return null;
      // Beside somebody it goes on no longer than they agree, and only while they are there to see it.
      if (help?.way === 'joint' && !(await deps.db.read((q) => agreementStands(q, help.id, now)))) return null;
      return { kind: 'customer', id, officeId, language, signedInAt, kioskId, help };
    }
    if (!found.member) return null;
    const { id, officeId, role, firstName, lastName } = found.member;
    return { kind: 'staff', id, officeId, role, firstName, lastName };
  };

/** A page that can be read is shown even where nothing can be written: then the session only ends a little sooner. */
const touch = (deps: Deps, idHash: string, now: number): Promise<void> =>
  unlessReadOnly(deps, () => deps.db.write((q) => touchSession(q, idHash, now)));

/** Does what is better done, but nothing to keep somebody from what they came for while nothing can be written. */
export async function unlessReadOnly(deps: Pick<Deps, 'db' | 'log'>, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isReadOnlyFailure(error)) throw error;
    deps.log.warn({ code: codeOf(error) }, 'something about a session could not be written down');
  }
}

/** Whose session is to begin: bound to a shared computer, or part of a help, where it is. */
export interface NewSignIn {
  kind: SessionKind;
  id: string;
  kioskId?: string | null;
  help?: { id: string; staffId: string } | null;
}

/** What a session's life is measured by: a shared computer's and a helper's are shorter than the customer's own. */
function usedAs(session: { kind: SessionKind; kioskId: string | null; helpId: string | null } & Lived) {
  const { lastSeenAt, endsAt } = session;
  return { kind: sessionUse(session), lastSeenAt, endsAt };
}

interface Lived {
  lastSeenAt: number;
  endsAt: number;
}

function helpOf({ help, member, customer }: NonNullable<Awaited<ReturnType<typeof findSession>>>, now: number) {
  if (!help || !member || !customer || help.endedAt !== null || help.startedAt > now) return null;
  const { id: staffId, role, firstName, lastName } = member;
  const helped = { id: customer.id, firstName: customer.firstName, lastName: customer.lastName };
  const { id, way, identity } = help;
  return { id, way, identity, helped, by: { id: staffId, role, firstName, lastName } };
}

/**
 * Opens a session inside the caller's transaction and gives the secret for the cookie; the session that the
 * browser had before, if any, ends: a sign-in never goes on with an old secret.
 */
export async function openSession(
  q: Queryable,
  deps: Deps,
  person: NewSignIn,
  previousCookie: string | null,
): Promise<string> {
  const secret = deps.vault.newSecret();
  const now = deps.clock.now();
  if (previousCookie) await deleteSession(q, deps.vault.sessionHash(previousCookie));
  await insertSession(q, {
    idHash: deps.vault.sessionHash(secret),
    kind: person.kind,
    customerId: person.kind === 'customer' ? person.id : null,
    staffId: person.kind === 'staff' ? person.id : (person.help?.staffId ?? null),
    kioskId: person.kioskId ?? null,
    helpId: person.help?.id ?? null,
    createdAt: now,
    endsAt:
      now +
      SESSION_LIFETIME[sessionUse({ ...person, kioskId: person.kioskId ?? null, helpId: person.help?.id ?? null })]
        .absolute,
  });
  return secret;
}

/** Starts a session and gives the secret for the cookie; the one before, if any, ends. */
export const startSession =
  (deps: Deps) =>
  (person: NewSignIn, previousCookie: string | null): Promise<string> =>
    deps.db.write((q) => openSession(q, deps, person, previousCookie));

/**
 * Ends a session on the server; the cookie is worth nothing afterwards. While nothing can be written the browser forgets it all the
 * same, and the session ends by itself.
 */
export const endSession =
  (deps: Deps) =>
  (cookie: string): Promise<void> =>
    unlessReadOnly(deps, () => deps.db.write((q) => deleteSession(q, deps.vault.sessionHash(cookie))));
