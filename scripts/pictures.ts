import { migrateUp } from '@db/migrate.server';
import type { ServerBuild } from '@remix-run/node';
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
import { LANGUAGES } from '~/domain/language';
import { seedDistrict } from '../commands/seed-district';
import { buildAccessWorld } from '../tests/support/access-world';
import { CHROMIUM_FLAGS, findChromium } from '../tests/support/chromium';
import { CUSTOMER_PAGES } from '../tests/support/customer-routes';
import { buildAll } from './build';
import { needsBuild } from './build-stamp';

// Takes the pictures of the README again: the demo district on a Tuesday morning, whenever it is run. With `pages`, takes every
// page of customers instead, as a phone shows it, in both languages, into build/pictures. Needs a browser.
const FOLDER = join('docs', 'images');
const PAGES_FOLDER = join('build', 'pictures');
const NOW = Date.parse('2026-11-24T10:15:00Z');
/** Beyond this nobody wants to fetch a picture with a README. */
const MOST_BYTES = 200_000;
const PHONE = { width: 360, height: 640 };
const PICTURES = [
  { role: 'customer', path: '/', file: 'link-phone.png', viewport: PHONE },
  { role: 'adviser', path: '/staff/day', file: 'staff-day.png', viewport: { width: 1200, height: 860 } },
] as const;

const everyPage = process.argv.includes('pages');
if (needsBuild()) await buildAll();

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
  if (everyPage) await takeEveryPage(signIns);
  else await takePictures(signIns);
} finally {
  await browser.close();
  server.closeAllConnections();
  server.close();
  await composition.close();
  rmSync(folder, { recursive: true, force: true });
}

type SignIns = Awaited<ReturnType<typeof seedDistrict>>['signIns'];

/** The session cookie of somebody of the demo. */
function sessionOf(signIns: SignIns, role: string): Promise<string> {
  const { id } = signIns.find((person) => person.role === role)!;
  return composition.services.startSession({ kind: role === 'customer' ? 'customer' : 'staff', id }, null);
}

async function open(viewport: { width: number; height: number }, session: string | null) {
  const context = await browser.newContext({ viewport, javaScriptEnabled: false, locale: 'en-GB' });
  if (session) await context.addCookies([{ name: 'session', value: session, url }]);
  return context.newPage();
}

async function takePictures(signIns: SignIns): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  for (const { role, path, file, viewport } of PICTURES) {
    const page = await open(viewport, await sessionOf(signIns, role));
    const answer = await page.goto(`${url}${path}`);
    if (!answer?.ok()) throw new Error(`${path} answered ${answer?.status()}`);
    const picture = join(FOLDER, file);
    await page.screenshot({ path: picture });
    const { size } = statSync(picture);
    if (size > MOST_BYTES) throw new Error(`${picture} has ${size} bytes, and may have ${MOST_BYTES}.`);
    console.log(`${picture}, ${Math.round(size / 1000)} kB`);
  }
}

/** From the list that the tests go by, so that a new page is in it by itself. */
async function takeEveryPage(signIns: SignIns): Promise<void> {
  rmSync(PAGES_FOLDER, { recursive: true, force: true });
  mkdirSync(PAGES_FOLDER, { recursive: true });
  const world = await buildAccessWorld({ deps: composition.deps, composition });
  const [own, other] = [await world.makeRecord(), await world.makeRecord()];
  const visitor = await sessionOf(signIns, 'customer');
  const owner = await composition.services.startSession({ kind: 'customer', id: own.ownerId }, null);
  for (const { id, row, as } of CUSTOMER_PAGES) {
    const path = row.path(own.record);
    // The visitor of the demo has more to show; a page of one record is shown to whom the record belongs.
    const session = path === row.path(other.record) ? visitor : owner;
    for (const language of LANGUAGES) {
      const page = await open(PHONE, as === 'owner' ? session : null);
      const separator = path.includes('?') ? '&' : '?';
      // A file to keep is no page.
      const answer = await page.goto(`${url}${path}${separator}lang=${language}`).catch(() => null);
      const file = join(PAGES_FOLDER, `${id.replace('routes/', '').replaceAll(/[^\w.-]/g, '_')}.${language}.png`);
      if (answer?.headers()['content-type']?.startsWith('text/html')) {
        await page.screenshot({ path: file, fullPage: true });
        console.log(file);
      }
      await page.context().close();
    }
  }
}
