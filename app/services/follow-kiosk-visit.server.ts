import { findSession } from '@db/queries/sessions.server';
import { isShownAgain, NO_PAGE, type LastPage } from '~/domain/assisted/kiosk-repeat';
import type { Deps } from './deps';

/** When a session was last used, read before this request uses it (ms); null when there is none. */
export const kioskVisitSeenAt =
  (deps: Deps) =>
  async (cookie: string): Promise<number | null> => {
    const found = await deps.db.read((q) => findSession(q, deps.vault.sessionHash(cookie)));
    return found?.session.lastSeenAt ?? null;
  };

/** A request of somebody who has signed in at a shared computer. */
export interface KioskStep {
  cookie: string;
  signedInAt: number;
  seenAt: number;
  /** What the browser says about the page before. */
  last: LastPage | null;
  /** A page that is asked for, its address and where it is asked from; `form` is one that is sent, `part` a picture or the like. */
  asked: { kind: 'page'; address: string; from: string; cacheControl: string | undefined } | { kind: 'form' | 'part' };
}

/** Whether a visit goes on with this request, and what the browser is to say next time. */
export const followKioskVisit =
  (deps: Deps) =>
  ({ cookie, signedInAt, seenAt, last, asked }: KioskStep): { goesOn: boolean; last: LastPage } => {
    const now = deps.clock.now();
    const next = { at: Math.max(now, seenAt), mark: NO_PAGE };
    if (asked.kind === 'part') return { goesOn: true, last: { ...next, mark: last?.mark ?? NO_PAGE } };
    const cacheControl = asked.kind === 'page' ? asked.cacheControl : undefined;
    if (asked.kind === 'page') {
      next.mark = deps.vault.codeHash(`${cookie} ${asked.from} ${asked.address}`, 'kiosk page').slice(0, 16);
    }
    const again = isShownAgain({ ...{ last, beganAt: signedInAt, seenAt, now, cacheControl }, mark: next.mark });
    return { goesOn: !again, last: next };
  };
