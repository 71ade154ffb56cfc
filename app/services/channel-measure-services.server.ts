import type { Deps } from './deps';

/** How people and the office were in touch, counted. */
export function createChannelMeasureServices(_deps: Deps) {
  return {};
}
