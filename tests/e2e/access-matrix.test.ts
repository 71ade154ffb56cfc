import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import type { Express } from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listDeclarations, undeclaredRoutes } from '~/http/access-declarations.server';
import type { Access } from '~/http/allow.server';
import { createPortal } from '~/http/portal.server';
import type { Role } from '~/domain/access/role';
import { TABLE, type Cell, type Row } from '../support/access-table';
import {
  buildAccessWorld,
  CALLERS,
  MARKS,
  type AccessWorld,
  type Caller,
  type OwnersRecord,
} from '../support/access-world';
import { askServer, type Answer } from '../support/bare-portal';
import { startPortal, type TestPortal } from '../support/portal';

const entry = join(process.cwd(), 'build', 'server', 'index.js');
if (!existsSync(entry)) throw new Error('There is no build. Run `npm run build` first.');
const build = (await import(pathToFileURL(entry).href)) as ServerBuild;
const declarations = listDeclarations(build);

let portal: TestPortal;
let world: AccessWorld;
beforeAll(async () => {
  portal = await startPortal();
  world = await buildAccessWorld(portal);
});
afterAll(() => portal.close());

const formOf = (form: Row['form'], record: OwnersRecord) => (typeof form === 'function' ? form(record) : form);

const ask = (method: 'GET' | 'POST', path: string, cookie: string, form?: string) =>
  askServer(Number(new URL(portal.url).port), {
    method,
    path,
    headers: {
      cookie,
      'sec-fetch-site': 'same-origin',
      ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    body: method === 'POST' ? form : undefined,
  });

function cellOf({ status, headers }: Answer): Cell | string {
  if (status === 200) return 'ok';
  if (status === 404) return '--';
  if ([400, 409, 410, 422].includes(status)) return 're';
  if (status !== 302 && status !== 303) return String(status);
  if (/^\/sign-in(\?then=[\w.-]+)?$/.test(headers.location ?? '')) return 'in';
  return headers.location === '/staff/sign-in' ? 'st' : 'go';
}

/** What the declaration alone says: the cell for whoever is turned away, null for whoever gets to the route. */
function turnedAway(access: Access, caller: Caller): Cell | null {
  if (access.who === 'customer') return caller === 'owner' || caller === 'stranger' ? null : 'in';
  if (access.who !== 'staff') return null;
  if (caller === 'nobody' || caller === 'owner' || caller === 'stranger') return 'st';
  return access.roles.includes(caller.replace(' elsewhere', '') as Role) ? null : '--';
}

/** The page as anybody gets it: without identifiers and the nonce, which differ from one request to the next. */
function withoutIdentifiers(text: string, record: OwnersRecord): string {
  const plain = text.replaceAll(/nonce="[^"]*"/g, '');
  return Object.values(record).reduce((rest, id) => rest.replaceAll(id, 'ID'), plain);
}

describe('access', () => {
  it('is declared by every route', () => {
    expect(undeclaredRoutes(build)).toEqual([]);
  });

  it('is decided here for every route, and for no route that is gone', () => {
    const decided = Object.entries(TABLE).flatMap(([id, row]) => [
      ...(row.load ? [`${id} loader`] : []),
      ...(row.act ? [`${id} action`] : []),
    ]);
    expect(decided.sort()).toEqual(declarations.map(({ routeId, part }) => `${routeId} ${part}`).sort());
  });
});

describe.each(declarations)('$routeId $part', ({ routeId, part, access }) => {
  const row = TABLE[routeId];
  const cells = ((part === 'loader' ? row?.load : row?.act) ?? '').split(' ') as Cell[];
  const method = part === 'loader' ? ('GET' as const) : ('POST' as const);

  // Offices of its own: in one with the records of all routes together, lists would grow longer and longer.
  beforeAll(async () => {
    world = await buildAccessWorld(portal);
  });

  // Where looking, or being turned away, has changed nothing about a record, it does for the next caller as well.
  let untouched: { ownerId: string; record: OwnersRecord; before: string } | null = null;
  const aRecord = async () => {
    const made = untouched ?? (await world.makeRecord());
    return { ...made, before: untouched?.before ?? (await world.stateOf(made.record)) };
  };

  it.each(CALLERS.map((caller, n) => ({ caller, cell: cells[n], sees: row?.load?.split(' ')[n] === 'ok' })))(
    'gives $caller: $cell',
    async ({ caller, cell, sees }) => {
      const { ownerId, record, before } = await aRecord();
      const cookie = await world.cookieOf(caller, ownerId);
      const path = row!.path(record);
      const answer = await ask(method, path, cookie, formOf(row!.form, record));
      const after = await world.stateOf(record);
      const got = cellOf(answer);
      const refused = got === '--' || got === 'in' || got === 'st';
      untouched = (method === 'GET' || refused) && after === before ? { ownerId, record, before } : null;

      expect(`${got} (${answer.status})`).toMatch(`${cell} (`);
      const away = turnedAway(access!, caller);
      if (away) expect(cell).toBe(away);
      if (cell !== 'ok' && cell !== 'go') {
        // A form that was not right comes back with what those who may see the page see on it.
        if (cell !== 're' || !sees) expect(answer.text).not.toMatch(MARKS);
        if (!(method === 'POST' && row!.actChanges)) expect(after).toBe(before);
      }
      // Whoever signs in by the one-use address is given the record; other pages never change by being looked at.
      if (method === 'GET' && !row!.loadChanges) expect(after).toBe(before);
      if (cell === '--') {
        const nobodys = world.unknownRecord();
        const unknown = await ask(method, row!.path(nobodys), cookie, formOf(row!.form, nobodys));
        expect(unknown.status).toBe(404);
        expect(withoutIdentifiers(answer.text, record)).toBe(withoutIdentifiers(unknown.text, nobodys));
        expect(Object.keys(answer.headers).sort()).toEqual(Object.keys(unknown.headers).sort());
      }
    },
  );
});

describe('a page that is not there', () => {
  it.each(CALLERS)('looks to %s like one that they may not see', async (caller) => {
    const { ownerId, record } = await world.makeRecord();
    const cookie = await world.cookieOf(caller, ownerId);
    const unknown = await ask('GET', '/staff/no-such-page', cookie);
    expect(unknown.status).toBe(404);
    if (caller !== 'champion' && caller !== 'adviser elsewhere') return;
    const forbidden = await ask('GET', `/staff/appointments/${record.appointmentId}`, cookie);
    const text = (answer: Answer) => withoutIdentifiers(answer.text, record).replaceAll(/\/staff\/[\w/-]+/g, 'PATH');
    expect(forbidden.status).toBe(404);
    expect(text(forbidden)).toBe(text(unknown));
  });
});

describe('the server’s own addresses', () => {
  /** Status for a GET and for a POST from a page of ours; the same for everyone. */
  const OWN: Record<string, [number, number]> = {
    '/healthz': [200, 405],
    '/readyz': [503, 405],
    // There is no token in the settings.
    '/metrics': [404, 405],
    // Without Twilio's signature.
    '/webhooks/twilio/status/:messageId': [403, 403],
    '/webhooks/twilio/inbound': [403, 403],
    '/webhooks/twilio/voice/:messageId': [403, 403],
    // Without the token that Notify was told.
    '/webhooks/notify': [403, 403],
    '/__manifest': [404, 404],
  };

  interface Layer {
    route?: { path: string };
    handle: { stack?: Layer[] };
  }
  const pathsIn = (stack: Layer[]): string[] =>
    stack.flatMap((layer) => (layer.route ? [layer.route.path] : pathsIn(layer.handle.stack ?? [])));

  it('are these', () => {
    const app: Express = createPortal({ composition: portal.composition, build, files: (_a, _b, next) => next() });
    const stack = (app as unknown as { _router: { stack: Layer[] } })._router.stack;
    expect([...new Set(pathsIn(stack))].sort()).toEqual(['*', ...Object.keys(OWN)].sort());
  });

  it.each(Object.entries(OWN).flatMap(([path, statuses]) => CALLERS.map((caller) => ({ path, caller, statuses }))))(
    '$path is the same for $caller',
    async ({ path, caller, statuses }) => {
      const { ownerId, record } = await world.makeRecord();
      const cookie = await world.cookieOf(caller, ownerId);
      const address = path.replace(':messageId', record.messageId);
      const got = [(await ask('GET', address, cookie)).status, (await ask('POST', address, cookie, 'a=1')).status];
      expect(got).toEqual(statuses);
    },
  );
});
