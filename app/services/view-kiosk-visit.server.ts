import { SESSION_LIFETIME } from '~/domain/access/session-lifetime';
import { IDLE_SECONDS, isNearlyOver, secondsOnScreen } from '~/domain/assisted/kiosk';
import { MINUTE } from '~/domain/clock';
import type { Deps } from './deps';
import type { SignedIn } from './sessions.server';

/** How long a page on a shared computer may stay on the screen (s), and, once it is few, how many minutes of the visit are left. */
export interface KioskTime {
  seconds: number;
  minutesLeft: number | null;
}

/** @param input.person who has signed in there, if anybody has. */
export const viewKioskTime =
  (deps: Deps) =>
  ({ person }: { person: SignedIn | null }): KioskTime => {
    if (person?.kind !== 'customer') return { seconds: IDLE_SECONDS, minutesLeft: null };
    const now = deps.clock.now();
    const endsAt = person.signedInAt + SESSION_LIFETIME.kiosk.absolute;
    const minutes = Math.max(1, Math.floor((endsAt - now) / MINUTE));
    return { seconds: secondsOnScreen(endsAt, now), minutesLeft: isNearlyOver(endsAt, now) ? minutes : null };
  };

/** What the forms of somebody's pages on a shared computer carry, so that they count for them and for nobody after them. */
export const kioskFormMark =
  (deps: Deps) =>
  (cookie: string): string =>
    deps.vault.codeHash(cookie, 'kiosk form').slice(0, 16);
