import type { Deps } from './deps';

/** Shared computers: enrolled, opened, and left with nothing behind. */
export function createKioskServices(_deps: Deps) {
  return {};
}
