import { migrateUp } from '@db/migrate.server';
import type { ServerBuild } from '@remix-run/node';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pino } from 'pino';
import { chromium } from 'playwright-core';
import { compose } from '~/composition.server';
import { readConfig } from '~/config.server';
import { createPortal } from '~/http/portal.server';
import { staticFiles } from '~/http/static-files.server';
import { seedDistrict } from '../commands/seed-district';
import { CHROMIUM_FLAGS, findChromium } from '../tests/support/chromium';

// Takes the pictures of the README again: the demo district on a Tuesday morning, whenever it is run. Needs a build
// and a browser.
const FOLDER = join('docs', 'images');
const NOW = Date.parse('2026-11-24T10:15:00Z');
/** Beyond this nobody wants to fetch a picture with a README. */
const MOST_BYTES = 200_000;
const PICTURES = [
  { role: 'customer', path: '/', file: 'link-phone.png', viewport: { width: 360, height: 640 } },
  { role: 'adviser', path: '/staff/day', file: 'staff-day.png', viewport: { width: 1280, height: 1000 } },
] as const;

const folder = mkdtempSync(join(tmpdir(), 'waymark-pictures-'));
const server = createServer();
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const secret = () => randomBytes(32).toString('hex');
const settings = {
  PUBLIC_URL: url,
  DATABASE_URL: `file:${join(folder, 'pictures.db')}`,
  DATA_KEY: secret(),
  SESSION_SECRET: secret(),
};
const composition = compose(readConfig(settings, 'demo'), {
  name: 'pictures',
  clock: { now: () => NOW },
  log: pino({ level: 'silent' }),
});
const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: CHROMIUM_FLAGS });
try {
  await migrateUp(composition.db);
  const { signIns } = await seedDistrict(composition.deps);
  const build = (await import(pathToFileURL(resolve('build/server/index.js')).href)) as ServerBuild;
  server.on('request', createPortal({ composition, build, files: staticFiles(resolve('build/client')) }));
  mkdirSync(FOLDER, { recursive: true });
  for (const { role, path, file, viewport } of PICTURES) {
    const { id } = signIns.find((person) => person.role === role)!;
    const kind = role === 'customer' ? 'customer' : 'staff';
    const session = await composition.services.startSession({ kind, id }, null);
    const context = await browser.newContext({ viewport, javaScriptEnabled: false, locale: 'en-GB' });
    await context.addCookies([{ name: 'session', value: session, url }]);
    const page = await context.newPage();
    const answer = await page.goto(`${url}${path}`);
    if (!answer?.ok()) throw new Error(`${path} answered ${answer?.status()}`);
    const picture = join(FOLDER, file);
    await page.screenshot({ path: picture });
    makeSmall(picture);
    const { size } = statSync(picture);
    if (size > MOST_BYTES) throw new Error(`${picture} has ${size} bytes, and may have ${MOST_BYTES}.`);
    console.log(`${picture}, ${Math.round(size / 1000)} kB`);
  }
} finally {
  await browser.close();
  server.closeAllConnections();
  server.close();
  await composition.close();
  rmSync(folder, { recursive: true, force: true });
}

/** A palette of 64 colours, where ImageMagick is installed; without it the picture stays as the browser made it. */
function makeSmall(picture: string): void {
  try {
    execFileSync('convert', [picture, '+dither', '-colors', '64', '-strip', `PNG8:${picture}`]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    console.log('ImageMagick is not installed, so the picture is not made smaller.');
  }
}
