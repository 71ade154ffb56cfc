import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { undeclaredRoutes } from '~/http/access-declarations.server';

// Part of the build: every loader and action of the pages just built says who may use it.
const entry = join(process.cwd(), 'build', 'server', 'index.js');
const build = (await import(pathToFileURL(entry).href)) as ServerBuild;
const undeclared = undeclaredRoutes(build);
for (const line of undeclared) console.error(line);
if (undeclared.length > 0) process.exitCode = 1;
