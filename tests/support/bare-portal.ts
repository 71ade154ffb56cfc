import { createServer, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RequestHandler } from 'express';
import { createLog } from '~/adapters/log';
import { compose, type Composition } from '~/composition.server';
import { readConfig } from '~/config.server';
import type { Lifecycle } from '~/http/graceful-stop.server';
import { createPortal, type PortalParts } from '~/http/portal.server';
import { newDatabase, type TestDatabase } from './databases';
import { TEST_KEYS } from './deps';
import { fakeClock, type FakeClock } from './fake-clock';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export interface Asked {
  method?: string;
  /** Sent as it is: nothing is put right on the way. */
  path: string;
  headers?: Record<string, string | string[]>;
  body?: string | Buffer;
}

export interface BarePortal {
  port: number;
  server: ReturnType<typeof createServer>;
  composition: Composition;
  clock: FakeClock;
  lifecycle: Lifecycle;
  /** What the portal has written to its log. */
  log: string[];
  ask(asked: Asked): Promise<Answer>;
  /** Posts a form as a browser would from a page of ours. */
  post(path: string, body: string, headers?: Record<string, string>): Promise<Answer>;
  close(): Promise<void>;
}

export const PUBLIC_URL = 'https://waymark.example';

/** The server around the routes given, on the loopback address, over an empty SQLite database unless one is given. */
export async function startBarePortal(options: {
  build: PortalParts['build'];
  settings?: Record<string, string>;
  files?: RequestHandler;
  migrate?: boolean;
  /** Of the test's own; it is not thrown away with the portal. */
  database?: Pick<TestDatabase, 'url'>;
  /** How long another program's lock is waited for (ms). */
  patienceMs?: number;
}): Promise<BarePortal> {
  const own = options.database ? null : await newDatabase('sqlite', { migrate: options.migrate });
  const clock = fakeClock();
  const log: string[] = [];
  const settings = {
    PUBLIC_URL,
    DATABASE_URL: (options.database ?? own!).url,
    DATA_KEY: TEST_KEYS.dataKey,
    SESSION_SECRET: TEST_KEYS.sessionSecret,
    ...options.settings,
  };
  const composition = compose(readConfig(settings, 'test'), {
    name: 'portal',
    clock,
    patienceMs: options.patienceMs,
    log: createLog({ name: 'portal', level: 'info' }, { write: (line) => void log.push(line) }),
  });
  const lifecycle = { stopping: false };
  const files: RequestHandler = options.files ?? ((_request, _response, next) => next());
  const server = createServer(createPortal({ composition, build: options.build, files, lifecycle }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const ask = (asked: Asked) => askServer(port, asked);
  return {
    port,
    server,
    composition,
    clock,
    lifecycle,
    log,
    ask,
    post: (path, body, headers = {}) =>
      ask({
        method: 'POST',
        path,
        body,
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers },
      }),
    async close() {
      server.closeAllConnections();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
      await composition.close();
      await own?.drop();
    },
  };
}

/** Asks a server on the loopback address, byte for byte, and follows nothing. */
export function askServer(port: number, { method = 'GET', path, headers = {}, body }: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}
