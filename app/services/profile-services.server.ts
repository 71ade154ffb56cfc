import type { Deps } from './deps';

/** What somebody can do online: the questions, the recommendation, and what a person makes of it. */
export function createProfileServices(_deps: Deps) {
  return {};
}
