import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { pino } from 'pino';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { Dialect } from '@db/client.server';
import { compose, type Composition } from '~/composition.server';
import { readConfig } from '~/config.server';
import { createPortal } from '~/http/portal.server';
import { staticFiles } from '~/http/static-files.server';
import type { Deps } from '~/services/deps';
import { CHROMIUM_FLAGS, findChromium } from './chromium';
import { newDatabase, type TestDatabase } from './databases';
import { TEST_KEYS } from './deps';
import { fakeClock, type FakeClock } from './fake-clock';

export const PHONE = { width: 360, height: 640 };
export const DESKTOP = { width: 1280, height: 800 };

/** The built portal in this process, on a port of its own, over an empty database. */
export interface TestPortal {
  url: string;
  /** Stands still at the start given; the portal lives by it. */
  clock: FakeClock;
  /** For factories: what the portal itself works with. */
  deps: Deps & { clock: FakeClock };
  composition: Composition;
  /** A page in a browser that nobody has used before. */
  newVisitor(options?: { viewport?: { width: number; height: number }; javaScript?: boolean }): Promise<Page>;
  close(): Promise<void>;
}

/**
 * Starts the portal as it was built by `npm run build`.
 * @param options.at the instant at which the clock stands, ISO 8601; `dialect` is SQLite unless told otherwise.
 * @param options.database instead of a new one; `replicaUrl` is where a replica of it is.
 * @throws when there is no build.
 */
export async function startPortal(
  options: { at?: string; dialect?: Dialect; database?: TestDatabase; replicaUrl?: string } = {},
): Promise<TestPortal> {
  const entry = join(process.cwd(), 'build', 'server', 'index.js');
  if (!existsSync(entry)) throw new Error('There is no build. Run `npm run build` first.');
  const build = (await import(pathToFileURL(entry).href)) as ServerBuild;
  const database = options.database ?? (await newDatabase(options.dialect ?? 'sqlite'));
  const server = await listening();
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const clock = fakeClock(options.at);
  const settings = {
    PUBLIC_URL: url,
    DATABASE_URL: database.url,
    DATABASE_REPLICA_URL: options.replicaUrl,
    DATA_KEY: TEST_KEYS.dataKey,
    SESSION_SECRET: TEST_KEYS.sessionSecret,
    LOG_LEVEL: 'silent',
  };
  const composition = compose(readConfig(settings, 'demo'), {
    name: 'portal',
    clock,
    log: pino({ level: 'silent' }),
    readsReplica: true,
  });
  const files = staticFiles(join(process.cwd(), 'build', 'client'));
  server.on('request', createPortal({ composition, build, files }));
  const visitors = browsers();
  return {
    url,
    clock,
    deps: composition.deps as Deps & { clock: FakeClock },
    composition,
    newVisitor: (wishes = {}) => visitors.newPage(url, wishes),
    async close() {
      await visitors.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await composition.close();
      await database.drop();
    },
  };
}

/** The port has to be known before the portal is made, because its address is part of the settings. */
function listening(): Promise<Server> {
  const server = createServer();
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/** One browser for all portals of a worker, ended together with it: starting one takes longer than most journeys. */
let browser: Promise<Browser> | null = null;

function browsers() {
  const contexts: BrowserContext[] = [];
  return {
    async newPage(url: string, wishes: { viewport?: { width: number; height: number }; javaScript?: boolean }) {
      browser ??= chromium.launch({ executablePath: findChromium() ?? undefined, args: CHROMIUM_FLAGS });
      const { viewport = PHONE, javaScript = true } = wishes;
      const context = await (await browser).newContext({ baseURL: url, viewport, javaScriptEnabled: javaScript });
      contexts.push(context);
      return context.newPage();
    },
    async close() {
      await Promise.all(contexts.map((context) => context.close()));
    },
  };
}
