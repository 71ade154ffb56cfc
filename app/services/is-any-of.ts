import { timingSafeEqual } from 'node:crypto';

/** True when a hash that is kept is one of these. How long it takes says nothing about where they differ. */
export function isAnyOf(kept: string, given: readonly string[]): boolean {
  return given.filter((one) => isSame(kept, one)).length > 0;
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
