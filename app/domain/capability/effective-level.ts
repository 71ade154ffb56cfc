import type { Level } from './assess-capability';

/** How somebody is served by a finished profile: what a person decided, or what was recommended until one has. Null: not finished. */
export function effectiveLevel(profile: { decided: Level | null; recommended: Level | null }): Level | null {
  return profile.decided ?? profile.recommended;
}
