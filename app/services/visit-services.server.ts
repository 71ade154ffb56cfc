import type { Deps } from './deps';

/** People who ask for a champion, and what was done with them. */
export function createVisitServices(_deps: Deps) {
  return {};
}
