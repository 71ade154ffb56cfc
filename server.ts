import type { ServerBuild } from '@remix-run/node';
import type { RequestHandler } from 'express';
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { endAtFault, tellFault } from '~/adapters/log';
import { CannotStart } from '~/cannot-start';
import { compose } from '~/composition.server';
import { loadConfig } from '~/config.server';
import { SECOND } from '~/domain/clock';
import { undeclaredRoutes } from '~/http/access-declarations.server';
import { stopGracefully } from '~/http/graceful-stop.server';
import { createPortal } from '~/http/portal.server';
import { staticFiles } from '~/http/static-files.server';

interface Pages {
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** The built files; in development Vite makes them as they are asked for. */
  files: RequestHandler;
}

async function pagesInDevelopment(): Promise<Pages> {
  const { createServer: createVite } = await import('vite');
  const vite = await createVite({ server: { middlewareMode: true } });
  return {
    build: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>,
    files: vite.middlewares,
  };
}

async function builtPages(): Promise<Pages> {
  const entry = join(process.cwd(), 'build', 'server', 'index.js');
  if (!existsSync(entry)) throw new CannotStart('There is no build. Run `npm run build` first.');
  const build = (await import(pathToFileURL(entry).href)) as ServerBuild;
  const undeclared = undeclaredRoutes(build);
  if (undeclared.length > 0) throw new CannotStart(`Nobody said who may use:\n  ${undeclared.join('\n  ')}`);
  return { build, files: staticFiles(join(process.cwd(), 'build', 'client')) };
}

/** @throws CannotStart when the address cannot be had. */
function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'it is already in use' : error.message;
      reject(new CannotStart(`The portal cannot listen on ${host} port ${port}: ${why}.`));
    });
    server.listen(port, host, resolve);
  });
}

async function main(): Promise<void> {
  const config = loadConfig();
  const pages = await (config.mode === 'development' ? pagesInDevelopment() : builtPages());
  const composition = compose(config, { name: 'portal', patienceMs: 10 * SECOND, readsReplica: true });
  endAtFault(composition.log);
  const lifecycle = { stopping: false };
  // A form of 64 KB takes no phone half a minute; what is slower holds a connection for nothing.
  // Node looks only every half minute unless told.
  const server = createServer(
    { headersTimeout: 15 * SECOND, requestTimeout: 30 * SECOND, connectionsCheckingInterval: SECOND },
    createPortal({ composition, lifecycle, ...pages }),
  );
  await listen(server, config.port, config.host);
  composition.log.info({ port: config.port, host: config.host }, 'the portal is listening');

  const stop = async (signal: string) => {
    composition.log.info({ signal }, 'the portal is stopping');
    await stopGracefully(server, lifecycle);
    await composition.close();
    composition.log.info('the portal has stopped');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void stop(signal).catch(giveUp));
  }
}

function giveUp(error: unknown): void {
  console.error(error instanceof CannotStart ? error.message : tellFault(error));
  process.exit(1);
}

main().catch(giveUp);
