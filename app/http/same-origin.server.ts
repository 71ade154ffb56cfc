import type { RequestHandler } from 'express';
import { isLinkPath } from './link-path';
import { refuse } from './refuse.server';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses to change anything at another site's request. Browsers say where a request comes from in
 * `Sec-Fetch-Site`; older ones in `Origin`, which must then be ours to the letter. Mounted after the signed
 * webhooks, the one exemption.
 *
 * Pages of a text message's link send no referrer, and then browsers hide `Origin` as well ("null"). Those of
 * before 2023 (iPhones that stopped at iOS 15) send nothing else, so there a hidden origin will do: the right is
 * in the address, which another site does not know, and no cookie plays a part.
 */
export function sameOrigin(publicUrl: string): RequestHandler {
  const ours = new URL(publicUrl).origin;
  return (request, response, next) => {
    if (SAFE.has(request.method)) return next();
    const site = request.get('sec-fetch-site');
    const origin = request.get('origin');
    const hidden = origin === 'null' && isLinkPath(request.path);
    if (site ? site === 'same-origin' || site === 'none' : origin === ours || hidden) return next();
    refuse(response, 'another_site');
  };
}
