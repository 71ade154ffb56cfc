import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { isLinkPath } from './link-path';

const NONCE = '{nonce}';

/** What a page may load, run and be put into; the same for all but the nonce. */
function contentPolicy(secure: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'nonce-${NONCE}'`,
    `style-src 'self' 'nonce-${NONCE}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join(';');
}

/** Gives each response a nonce and the headers of docs/security.md. */
export function securityHeaders(publicUrl: string): RequestHandler[] {
  const secure = publicUrl.startsWith('https:');
  const policy = contentPolicy(secure);
  return [
    (_request, response, next) => {
      const nonce = randomBytes(16).toString('base64');
      response.locals.nonce = nonce;
      response.set('Content-Security-Policy', policy.replaceAll(NONCE, nonce));
      next();
    },
    helmet({
      // Helmet would put it together anew for each answer.
      contentSecurityPolicy: false,
      referrerPolicy: false,
      xFrameOptions: { action: 'deny' },
      // For browsers of long ago; every page would carry them over a slow connection.
      xDownloadOptions: false,
      xPermittedCrossDomainPolicies: false,
      xDnsPrefetchControl: false,
      strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
      crossOriginEmbedderPolicy: false,
    }),
    (request, response, next) => {
      response.set('Cache-Control', 'no-store');
      // No other site learns an address of ours. Without any referrer older browsers hide the `Origin` of forms
      // too, which `sameOrigin` needs, so that is kept for the addresses that are secrets.
      response.set('Referrer-Policy', isLinkPath(request.path) ? 'no-referrer' : 'same-origin');
      response.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=()');
      next();
    },
  ];
}
