import type { Deps } from './deps';

/** Who is to be asked again, who is on no working channel, and whether the rules fall unevenly. */
export function createSafeguardServices(_deps: Deps) {
  return {};
}
