import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';

const WATCHERS = new Set(['/healthz', '/readyz', '/metrics']);

/**
 * Gives each request an identity of our own making (one from outside could be anything), which the answer
 * carries as `X-Request-Id` and a message takes along into the worker; and writes one line when it is answered.
 * The line holds the route's pattern, never the address, the query, the visitor or the browser.
 */
export function requestLog(log: Logger): RequestHandler {
  const requestOf = (request: IncomingMessage) => request as Request;
  const fields = (request: IncomingMessage, response: ServerResponse, ms: number) => ({
    method: request.method,
    route: routeOf(requestOf(request), response as Response),
    status: response.statusCode,
    ms,
  });
  const write = pinoHttp({
    logger: log,
    quietReqLogger: true,
    quietResLogger: true,
    customAttributeKeys: { reqId: 'requestId' },
    genReqId: () => randomUUID(),
    autoLogging: { ignore: (request) => WATCHERS.has(requestOf(request).path) },
    customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'error' : 'info'),
    customSuccessMessage: (_request, response) => (response.writableEnded ? 'answered' : 'hung up'),
    customErrorMessage: () => 'answered',
    customSuccessObject: (request, response, made: { responseTime: number }) =>
      fields(request, response, made.responseTime),
    customErrorObject: (request, response, _error, made: { responseTime: number }) =>
      fields(request, response, made.responseTime),
  });
  return (request, response, next) => {
    write(request, response, () => {
      response.locals.requestId = String(request.id);
      response.set('X-Request-Id', String(request.id));
      next();
    });
  };
}

/** The pattern of what answered: of a page, of one of the server's own routes, or a kind of answer in brackets. */
export function routeOf(request: Request, response: Response): string {
  if (typeof response.locals.route === 'string') return response.locals.route;
  const own: unknown = request.route?.path;
  if (typeof own !== 'string') return request.baseUrl || '(file)';
  // A handler of failures is mounted below what it is for, so there both begin alike.
  return own.startsWith(request.baseUrl) ? own : `${request.baseUrl}${own}`;
}
