import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listDeclarations } from '~/http/access-declarations.server';
import type { Access } from '~/http/allow.server';
import { routePatterns } from '~/http/route-patterns.server';
import { buildAccessWorld, type AccessWorld, type OwnersRecord } from '../support/access-world';
import { askServer } from '../support/bare-portal';
import { startPortal, type TestPortal } from '../support/portal';

const entry = join(process.cwd(), 'build', 'server', 'index.js');
if (!existsSync(entry)) throw new Error('There is no build. Run `npm run build` first.');
const build = (await import(pathToFileURL(entry).href)) as ServerBuild;
const patterns = routePatterns(build);

/** What nobody means to send, as it stands in an address or a form. */
const NONSENSE = [
  '0',
  '-1',
  '1e308',
  'x'.repeat(1500),
  '%20',
  'a%20b',
  '..%2F..%2Fetc%2Fpasswd',
  '%2F%2Fevil.example',
  '%5C%5Cevil.example',
  '%F0%9F%92%A9',
  '%C5%B4yn%E2%80%AE',
  '%0D%0ASet-Cookie%3A%20a%3D1',
  '%27%3B%20drop%20table%20customers%3B--',
  '%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  '9999999999999999999999',
  '2026-02-31',
  '%7B%22a%22%3A1%7D',
];
/** Names that some form of ours has. */
const FIELDS = [
  'contact',
  'code',
  'email',
  'password',
  'reason',
  'choice',
  'date',
  'time',
  'version',
  'outcome',
  'event',
]
  .concat(['back', 'text', 'status'])
  .concat(['unheard-of', 'a[b][c]', '']);

let portal: TestPortal;
let world: AccessWorld;
let ownerId: string;
let record: OwnersRecord;
beforeAll(async () => {
  portal = await startPortal();
  world = await buildAccessWorld(portal);
  ({ record, ownerId } = await world.makeRecord());
});
afterAll(() => portal.close());

async function expectClear(method: 'GET' | 'POST', path: string, cookie: string, body?: string): Promise<void> {
  const answer = await askServer(Number(new URL(portal.url).port), {
    method,
    path,
    headers: {
      cookie,
      'sec-fetch-site': 'same-origin',
      ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    body,
  });
  const seen = `${method} ${path.slice(0, 80)} ${body?.slice(0, 80) ?? ''} → ${answer.status}`;
  expect(answer.status, seen).toBeLessThan(500);
  expect(answer.headers.location ?? '/', seen).toMatch(/^\/(?!\/)[^\\]*$/);
  expect(answer.text, seen).not.toMatch(/<script>alert|node_modules|Unexpected Server Error/);
}

const filled = (pattern: string, value: string) => pattern.replace(/:\w+/g, value).replace('*', value);
const real = (pattern: string) =>
  pattern
    .replace(':token', pattern.startsWith('/demo') ? record.signInToken : record.token)
    .replace('/calls/:id', `/calls/${record.callId}`)
    .replace('/replies/:id', `/replies/${record.replyId}`)
    .replace(':id', record.appointmentId)
    .replace(':messageId', record.messageId)
    .replace('*', 'nowhere');

/** Somebody who gets as far as the route; signing out is one of the routes, so for each anew. */
const admitted = (access: Access | null) =>
  world.cookieOf(access?.who === 'customer' ? 'owner' : access?.who === 'staff' ? 'manager' : 'nobody', ownerId);

const declarations = listDeclarations(build);
/** Each value goes to every sixth route, and each route gets every sixth value; ALL_NONSENSE=1 sends all of them to all. */
const nonsenseFor = (place: number) =>
  process.env.ALL_NONSENSE ? NONSENSE : NONSENSE.filter((_value, n) => (n + place) % 6 === 0);

describe.each(declarations.map((one, place) => ({ ...one, place })))('$routeId $part', (declared) => {
  const { routeId, part, access, place } = declared;
  const pattern = patterns.get(routeId)!;
  const nonsense = nonsenseFor(place);
  const method = part === 'loader' ? ('GET' as const) : ('POST' as const);

  it('answers nonsense in its address clearly', async () => {
    const cookie = await admitted(access);
    const body = method === 'POST' ? 'a=1' : undefined;
    // An address without a part that can be filled in is the same whatever the value.
    for (const path of new Set(nonsense.map((value) => filled(pattern, value))))
      await expectClear(method, path, cookie, body);
    if (method === 'POST') return;
    for (const value of nonsense.filter(({ length }) => length < 100)) {
      const query = ['date', 'adviser', 'done', 'about', 'undo', 'lang', 'page'].map((name) => `${name}=${value}`);
      await expectClear(method, `${real(pattern)}?${query.join('&')}`, cookie);
    }
  });

  if (method === 'GET') return;
  it('answers nonsense in its form clearly', async () => {
    const cookie = await admitted(access);
    await expectClear(method, real(pattern), cookie, '');
    for (const value of nonsense) {
      const form = FIELDS.map((name) => `${encodeURIComponent(name)}=${value}`).join('&');
      await expectClear(method, real(pattern), cookie, `${form}&${form}`);
    }
    await expectClear(method, real(pattern), cookie, `text=${'x'.repeat(60_000)}`);
  });
});
