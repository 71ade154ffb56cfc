import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express from 'express';
import { compose } from '~/composition.server';
import { loadConfig } from '~/config.server';
import { homeOf } from '../portal/home-of';
import { createRequestHandler } from './express-adapter';

/** What the template's routes find in their context. */
export type TemplateContext = Awaited<ReturnType<typeof homeOf>>;

/** The server of Remix's template for Express, without its log of requests. */
async function main(): Promise<void> {
  const config = loadConfig();
  const { services } = compose(config, { name: 'template' });
  const folder = join(process.cwd(), '.cache', 'baselines', 'template');
  const build = (await import(pathToFileURL(join(folder, 'server', 'index.js')).href)) as ServerBuild;
  const app = express();
  app.use(compression());
  app.disable('x-powered-by');
  app.use(
    '/assets',
    express.static(join(folder, 'client', 'assets'), { immutable: true, maxAge: '1y' }),
    express.static(join(folder, 'client'), { maxAge: '1h' }),
  );
  app.all(
    '*',
    createRequestHandler({
      build,
      getLoadContext: (request) =>
        homeOf(services, new Request(config.publicUrl, { headers: { cookie: request.get('cookie') ?? '' } })),
    }),
  );
  app.listen(config.port, '127.0.0.1');
}

void main();
