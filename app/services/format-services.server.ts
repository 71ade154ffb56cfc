import type { Deps } from './deps';

/** Letters and meetings in another form: who sees to it, and by when. */
export function createFormatServices(_deps: Deps) {
  return {};
}
