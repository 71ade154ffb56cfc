import type { Deps } from './deps';

/**
 * What a form has seen of something that stands, to be sent back with it: whoever saves over what a colleague has changed since
 * is told so before. It says nothing to whoever reads it.
 */
export function seenOf(deps: Deps, values: Record<string, string>): string {
  return deps.vault.digest(JSON.stringify(values)).slice(0, 16);
}
