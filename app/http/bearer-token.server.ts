import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';

/** True when a request brings this token. Takes the same time whatever is wrong; hashing first makes the lengths equal. */
export function bringsToken(request: Request, token: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(request.get('authorization') ?? ''), hash(`Bearer ${token}`));
}
