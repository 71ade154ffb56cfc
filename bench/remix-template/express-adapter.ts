import {
  createReadableStreamFromReadable,
  createRequestHandler as createRemixHandler,
  writeReadableStreamToWritable,
  type ServerBuild,
} from '@remix-run/node';
import type { Request as FromExpress, RequestHandler, Response as ToExpress } from 'express';

/** What `@remix-run/express` 2.17 does, step by step: the template's server stands on it. */
export function createRequestHandler({
  build,
  getLoadContext,
}: {
  build: ServerBuild;
  getLoadContext(request: FromExpress): Promise<object>;
}): RequestHandler {
  const handle = createRemixHandler(build, 'production');
  return (request, response, next) => {
    const answer = async () => {
      const asked = createRemixRequest(request, response);
      await sendRemixResponse(response, await handle(asked, (await getLoadContext(request)) as never));
    };
    answer().catch(next);
  };
}

function createRemixRequest(request: FromExpress, response: ToExpress): Request {
  const [, port] = request.get('host')?.split(':') ?? [];
  const url = new URL(`${request.protocol}://${request.hostname}${port ? `:${port}` : ''}${request.originalUrl}`);
  let controller: AbortController | null = new AbortController();
  const headers = new Headers();
  for (const [name, values] of Object.entries(request.headers)) {
    if (Array.isArray(values)) for (const value of values) headers.append(name, value);
    else if (values) headers.set(name, values);
  }
  const init: RequestInit & { duplex?: 'half' } = { method: request.method, headers, signal: controller.signal };
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    init.body = createReadableStreamFromReadable(request);
    init.duplex = 'half';
  }
  response.on('finish', () => (controller = null));
  response.on('close', () => controller?.abort());
  return new Request(url.href, init);
}

async function sendRemixResponse(response: ToExpress, answer: Response): Promise<void> {
  response.statusMessage = answer.statusText;
  response.status(answer.status);
  for (const [name, value] of answer.headers.entries()) response.append(name, value);
  if (answer.body) await writeReadableStreamToWritable(answer.body, response);
  else response.end();
}
