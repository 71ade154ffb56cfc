import type { Deps } from './deps';

/** A colleague uses the portal for somebody. */
export function createHelpServices(_deps: Deps) {
  return {};
}
