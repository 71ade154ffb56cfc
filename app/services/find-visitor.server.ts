import { findKioskBySecret } from '@db/queries/kiosk-of-cookie.server';
import { isTheirsAlone, mayHelpAt } from '~/domain/assisted/help';
import type { Deps } from './deps';
import { resumeSession, type SignedIn } from './sessions.server';

/** What a browser brings along: the secrets in its cookies, and where it wants to go. */
export interface VisitorsCookies {
  session: string | null;
  /** Of a help that a member of staff has begun in this browser. */
  help: string | null;
  /** Of a shared computer. */
  kiosk: string | null;
  /** The path that is asked for. */
  path: string;
}

/** The shared computer that a request comes from. */
export interface VisitorsKiosk {
  id: string;
  officeId: string;
  name: string;
  /** False: it is locked, and nobody signs in on it. */
  open: boolean;
}

export interface Visitor {
  person: SignedIn | null;
  kiosk: VisitorsKiosk | null;
  /**
   * A member of staff who helps somebody asks for what is not for helpers: what the customer alone does (`theirs`), or
   * another page that they may not see with them (`closed`).
   */
  barred?: 'theirs' | 'closed';
}

const STAFF_ROOM = /^\/(staff|outbox)(\/|$)/;

/**
 * Who is there. On a shared computer nobody is staff, whatever cookies there are, and a customer's session counts on the
 * computer on which it began and nowhere else. A member of staff who helps somebody is that customer on the customer's pages,
 * where they may be, and themselves in the staff rooms.
 */
export const findVisitor =
  (deps: Deps) =>
  async ({ session, help, kiosk: secret, path }: VisitorsCookies): Promise<Visitor> => {
    const resume = resumeSession(deps);
    const kiosk = secret === null ? null : await findKiosk(deps, secret);
    const own = session === null ? null : await resume(session);
    if (kiosk) {
      const theirs = own?.kind === 'customer' && own.help === null && own.kioskId === kiosk.id && kiosk.open;
      return { person: theirs ? own : null, kiosk };
    }
    if (own?.kind === 'customer') return { person: own.kioskId === null && own.help === null ? own : null, kiosk };
    if (own?.kind !== 'staff' || help === null || STAFF_ROOM.test(path)) return { person: own, kiosk };
    const helped = await resume(help);
    const isTheirs = helped?.kind === 'customer' && helped.help?.by.id === own.id && helped.officeId === own.officeId;
    if (!isTheirs) return { person: own, kiosk };
    if (mayHelpAt(own.role, path)) return { person: helped, kiosk };
    return { person: own, kiosk, barred: isTheirsAlone(path) ? 'theirs' : 'closed' };
  };

async function findKiosk(deps: Deps, secret: string): Promise<VisitorsKiosk | null> {
  const found = await deps.db.read((q) => findKioskBySecret(q, deps.vault.hashSecret(secret)));
  if (!found) return null;
  const { id, officeId, name, openUntil } = found;
  return { id, officeId, name, open: openUntil !== null && deps.clock.now() < openUntil };
}
