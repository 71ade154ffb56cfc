import type { RequestHandler } from 'express';
import type { Services } from '~/services/services.server';

/** Whoever leaves may leave: the browser forgets the session, see `endSession`. */
const LEAVES = /^\/(?:staff\/)?sign-out$/;

/**
 * While nothing can be changed a form is not taken: the page it came from is asked for again (GET, so that no action runs), with
 * what had been typed and words that nothing was saved. See docs/decisions/0043-read-only-while-the-primary-is-away.md.
 */
export function notSaved(services: Pick<Services, 'isReadOnly'>): RequestHandler {
  return (request, response, next) => {
    if (request.method !== 'POST' || !services.isReadOnly() || LEAVES.test(request.path)) return next();
    const isFile = String(response.locals.formType).startsWith('multipart/');
    if (!isFile) response.locals.typed = new URLSearchParams((response.locals.form as Buffer).toString('utf8'));
    response.locals.notSaved = true;
    request.method = 'GET';
    next();
  };
}
