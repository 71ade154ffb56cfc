import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import type { Request as FromExpress, RequestHandler, Response as ToExpress } from 'express';
import type { WaymarkContext } from './load-context';
import { COME_AGAIN, refuse, refusalFor } from './refuse.server';

export interface RemixHandlerParts {
  build: ServerBuild | (() => Promise<ServerBuild>);
  development: boolean;
  /** Every address that a route sees is under this one, whatever `Host` or `X-Forwarded-Host` say. */
  publicUrl: string;
  contextFor(request: FromExpress, response: ToExpress): WaymarkContext;
}

/**
 * Hands requests to Remix. `@remix-run/express` would do it with the address that the visitor claims and a
 * body that nobody has measured; here the address is ours and the body is what `formBody` has read.
 */
export function remixHandler({ build, development, publicUrl, contextFor }: RemixHandlerParts): RequestHandler {
  const handle = createRequestHandler(build, development ? 'development' : 'production');
  const origin = new URL(publicUrl).origin;

  async function answer(request: FromExpress, response: ToExpress): Promise<void> {
    const url = new URL(origin + request.originalUrl);
    const asked = new Request(url, {
      method: request.method,
      headers: headersFor(request, url, response.locals.formType as string | undefined),
      body: request.method === 'POST' ? new Uint8Array(response.locals.form as Buffer) : undefined,
    });
    await send(response, await handle(asked, { ...contextFor(request, response) }));
  }
  return (request, response, next) => {
    answer(request, response).catch(next);
  };
}

/** Where a request came from has been checked by then, and Remix breaks on an `Origin` that is not an address. */
const WITHHELD = new Set(['host', 'origin', 'content-length', 'transfer-encoding', 'connection']);

function headersFor(request: FromExpress, url: URL, formType = 'application/x-www-form-urlencoded'): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || WITHHELD.has(name) || name.startsWith('x-forwarded-')) continue;
    headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  headers.set('host', url.host);
  // A POST without a body has no type either, and is an empty form.
  if (request.method === 'POST') headers.set('content-type', formType);
  return headers;
}

async function send(response: ToExpress, answer: Response): Promise<void> {
  // What a page could still say of it, it would say without knowing what is in the database.
  if (answer.status >= 500 && response.locals.outage)
    return refuse(response, response.locals.readOnly ? 'read_only' : 'unavailable');
  // Of a form that was not saved there may be no page to show again.
  if (response.locals.notSaved && answer.status !== 200) return refuse(response, 'read_only');
  const body = Buffer.from(await answer.arrayBuffer());
  for (const [name, value] of answer.headers) {
    if (name !== 'set-cookie' && !name.startsWith('x-remix-')) response.setHeader(name, value);
  }
  for (const cookie of answer.headers.getSetCookie()) response.append('Set-Cookie', cookie);
  // A route without a page of its own says no with a status alone, and Remix with a line for programs.
  const html = answer.headers.get('content-type')?.startsWith('text/html');
  const forPeople = body.length > 0 && !answer.headers.has('x-remix-error') && (answer.status < 500 || html);
  if (answer.status >= 400 && !forPeople) return refuse(response, refusalFor(answer.status));
  response.status(response.locals.notSaved ? 503 : answer.status);
  if (response.locals.notSaved) response.set('Retry-After', COME_AGAIN);
  if (body.length === 0) return void response.end();
  response.setHeader('Content-Length', body.length);
  response.end(body);
}
