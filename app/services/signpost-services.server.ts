import type { Deps } from './deps';

/** What is near by for what somebody said no to, and how they look at work. */
export function createSignpostServices(_deps: Deps) {
  return {};
}
