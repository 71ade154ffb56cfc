import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newDatabase, type TestDatabase } from '../support/databases';

const PORTAL = join(process.cwd(), 'build', 'portal.js');
const SAFE = {
  NODE_ENV: 'production' as const,
  PUBLIC_URL: 'https://waymark.example',
  SESSION_SECRET: 'k2jQ8sVt1xLw0ZrYb7NfC4mEoHdGuPaI',
  DATA_KEY: '8f1e6b0c2d7a94e35b60f7c8a1d2e3f4859607b8c9dae1f2031425364758697a',
  SMS_PROVIDER: 'twilio',
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'a-token',
  TWILIO_FROM: '+447700900000',
  EMAIL_PROVIDER: 'smtp',
  SMTP_URL: 'smtp://127.0.0.1:1',
};

let database: TestDatabase;
beforeEach(async () => void (database = await newDatabase('sqlite')));
afterEach(() => database.drop());

function start(settings: typeof SAFE & { PORT?: string }) {
  const env = { PATH: process.env.PATH, HOST: '127.0.0.1', DATABASE_URL: database.url, ...settings };
  const portal = spawn(process.execPath, [PORTAL], { env });
  let text = '';
  for (const stream of [portal.stdout, portal.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = once(portal, 'exit').then(([code]) => code as number | null);
  const says = async (words: string) => {
    while (!text.includes(words)) {
      await Promise.race([once(portal.stdout, 'data'), ended.then(() => Promise.reject(new Error(text)))]);
    }
  };
  return { portal, ended, says, text: () => text };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

it('serves in production, and stops at a signal with nothing left behind', async () => {
  const port = await freePort();
  const { portal, ended, says } = start({ ...SAFE, PORT: String(port) });
  await says('the portal is listening');
  const page = await fetch(`http://127.0.0.1:${port}/sign-in`);
  expect(page.status).toBe(200);
  expect(page.headers.get('strict-transport-security')).toContain('max-age=');
  const asset = /\/assets\/[\w./-]+\.css/.exec(await page.text())![0];
  const style = await fetch(`http://127.0.0.1:${port}${asset}`, { headers: { 'accept-encoding': 'br' } });
  expect(style.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(style.headers.get('content-encoding')).toBe('br');
  expect((await fetch(`http://127.0.0.1:${port}/outbox`)).status).toBe(404);
  portal.kill('SIGTERM');
  expect(await ended).toBe(0);
});

it('does not start with unsafe settings, and says why in plain lines', async () => {
  const { ended, text } = start({
    ...SAFE,
    PUBLIC_URL: 'http://waymark.example',
    SMS_PROVIDER: 'outbox',
    DATA_KEY: '',
  });
  expect(await ended).toBe(1);
  expect(text().trim().split('\n')).toEqual([
    'Waymark cannot start with these settings:',
    '  - PUBLIC_URL must start with https:// in production',
    '  - DATA_KEY is needed in production',
    '  - SMS_PROVIDER must not be outbox in production',
  ]);
});

it('says in one line that its port is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const { ended, text } = start({ ...SAFE, PORT: String(port) });
  expect(await ended).toBe(1);
  expect(text().trim()).toBe(`The portal cannot listen on 127.0.0.1 port ${port}: it is already in use.`);
  other.close();
});
