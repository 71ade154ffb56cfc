import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { isLinkPath } from './link-path';

const nonceSource = (_request: IncomingMessage, response: ServerResponse) =>
  `'nonce-${(response as Response).locals.nonce}'`;

/** Gives each response a nonce and the headers of docs/security.md. */
export function securityHeaders(publicUrl: string): RequestHandler[] {
  const secure = publicUrl.startsWith('https:');
  return [
    (_request, response, next) => {
      response.locals.nonce = randomBytes(16).toString('base64');
      next();
    },
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: [nonceSource],
          styleSrc: ["'self'", nonceSource],
          imgSrc: ["'self'", 'data:'],
          connectSrc: ["'self'"],
          formAction: ["'self'"],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
          ...(secure ? { upgradeInsecureRequests: [] } : {}),
        },
      },
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
