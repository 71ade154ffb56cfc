import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Composition } from '~/composition.server';
import { refuse, refusalFor } from './refuse.server';

/**
 * The last stop. What a visitor sent wrongly is answered with its own 4xx; anything else is a bug (500) or a database
 * that does not work for now (503): it goes to the log, and the visitor gets a plain page with nothing about it.
 */
export function failures(
  log: Logger,
  { isOutage, isReadOnlyFailure }: Pick<Composition, 'isOutage' | 'isReadOnlyFailure'>,
): ErrorRequestHandler {
  // Express tells a handler of failures by its four arguments.
  return (error: unknown, _request, response, _next) => {
    const status = isOutage(error) ? 503 : statusOf(error);
    if (status >= 500) log.error({ err: error, requestId: response.locals.requestId }, 'a request failed');
    if (response.headersSent || response.destroyed) return void response.destroy();
    refuse(response, isReadOnlyFailure(error) ? 'read_only' : refusalFor(status));
  };
}

function statusOf(error: unknown): number {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  return status >= 400 && status < 500 ? status : 500;
}
