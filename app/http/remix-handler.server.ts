import { createRequestHandler, type AppLoadContext, type ServerBuild } from '@remix-run/node';
import type { Request as FromExpress, RequestHandler, Response as ToExpress } from 'express';
import type { WaymarkContext } from './load-context';
import { compressPage } from './page-compression.server';
import { COME_AGAIN, refuse, refusalFor } from './refuse.server';
import { branchOf, routeOfPath } from './route-branches.server';

type RemixHandler = ReturnType<typeof createRequestHandler>;

export interface RemixHandlerParts {
  build: ServerBuild | (() => Promise<ServerBuild>);
  development: boolean;
  /** Every address that a route sees is under this one, whatever `Host` or `X-Forwarded-Host` say. */
  publicUrl: string;
  contextFor(request: FromExpress, response: ToExpress): Omit<WaymarkContext, 'page'>;
}

/**
 * Hands requests to Remix. `@remix-run/express` would do it with the address that the visitor claims and a
 * body that nobody has measured; here the address is ours and the body is what `formBody` has read.
 */
export function remixHandler({ build, development, publicUrl, contextFor }: RemixHandlerParts): RequestHandler {
  const mode = development ? 'development' : 'production';
  const handlerFor = typeof build === 'function' ? whole(build, mode) : handlersOf(build, mode);
  const origin = new URL(publicUrl).origin;

  async function answer(request: FromExpress, response: ToExpress): Promise<void> {
    const url = new URL(origin + request.originalUrl);
    const asked = new Request(url, {
      method: request.method,
      headers: headersFor(request, url, response.locals.formType as string | undefined),
      body: request.method === 'POST' ? new Uint8Array(response.locals.form as Buffer) : undefined,
    });
    const context: AppLoadContext = { ...contextFor(request, response), page: null };
    const answer = await handlerFor(url.pathname)(asked, context);
    // What was rendered is at hand: to have it written into a stream, and to read it back, takes as long as matching and loading.
    const page = request.method === 'HEAD' ? null : context.page;
    await send(request, response, answer, page);
  }
  return (request, response, next) => {
    answer(request, response).catch(next);
  };
}

/** In development the build is another one after each change. */
function whole(build: () => Promise<ServerBuild>, mode: string): (path: string) => RemixHandler {
  const handler = createRequestHandler(build, mode);
  return () => handler;
}

/** The handler for a path: of one that knows no routes but those that answer it, made at the first request for them. */
function handlersOf(build: ServerBuild, mode: string): (path: string) => RemixHandler {
  const made = new Map<string, RemixHandler>();
  return (path) => {
    const routeId = routeOfPath(build, path) ?? '';
    const handler = made.get(routeId) ?? createRequestHandler(routeId ? branchOf(build, routeId) : build, mode);
    made.set(routeId, handler);
    return handler;
  };
}

/**
 * What routes read. Where a request came from has been checked by then, and Remix, which copies a request four times for a page,
 * checks each header each time.
 */
const PASSED_ON = ['cookie', 'user-agent'] as const;

function headersFor(request: FromExpress, url: URL, formType = 'application/x-www-form-urlencoded'): Headers {
  const headers = new Headers();
  for (const name of PASSED_ON) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, value);
  }
  headers.set('host', url.host);
  // A POST without a body has no type either, and is an empty form.
  if (request.method === 'POST') headers.set('content-type', formType);
  return headers;
}

async function send(request: FromExpress, response: ToExpress, answer: Response, page: string | null): Promise<void> {
  // What a page could still say of it, it would say without knowing what is in the database.
  if (answer.status >= 500 && response.locals.outage)
    return refuse(response, response.locals.readOnly ? 'read_only' : 'unavailable');
  // Of a form that was not saved there may be no page to show again.
  if (response.locals.notSaved && answer.status !== 200) return refuse(response, 'read_only');
  const body = page === null ? Buffer.from(await answer.arrayBuffer()) : Buffer.from(page);
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
  const sent = html ? compressPage(request, response, body) : body;
  response.setHeader('Content-Length', sent.length);
  response.end(sent);
}
