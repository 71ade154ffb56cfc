import type { ErrorRequestHandler } from 'express';
import type { Composition } from '~/composition.server';

/** What cannot be read is the caller's fault (4xx); anything else is ours for now: 503, so that the provider comes again. */
export function webhookFault(log: Composition['log']): ErrorRequestHandler {
  return (error: { status?: number }, _request, response, next) => {
    if (response.headersSent) return next(error);
    const status = error.status && error.status >= 400 && error.status < 500 ? error.status : 503;
    if (status === 503) log.error({ err: error }, 'a webhook could not be taken');
    response.status(status).end();
  };
}
