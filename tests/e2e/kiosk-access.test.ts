import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listDeclarations } from '~/http/access-declarations.server';
import type { Access } from '~/http/allow.server';
import { TABLE, type Row } from '../support/access-table';
import { buildAccessWorld, MARKS, type AccessWorld, type Caller, type OwnersRecord } from '../support/access-world';
import { askServer } from '../support/bare-portal';
import { aKioskWorld } from '../support/kiosk-world';
import { startPortal, type TestPortal } from '../support/portal';

const entry = join(process.cwd(), 'build', 'server', 'index.js');
if (!existsSync(entry)) throw new Error('There is no build. Run `npm run build` first.');
const build = (await import(pathToFileURL(entry).href)) as ServerBuild;
const declarations = listDeclarations(build).filter(({ routeId }) => routeId !== 'root');
const STAFF = ['adviser', 'champion', 'organiser', 'manager', 'administrator'] as const;
/** Who gets furthest without the shared computer: the first and the last whom the route admits, or anybody where it is not for staff. */
const staffFor = (access: Access | null): Caller[] => {
  const admitted = access?.who === 'staff' ? STAFF.filter((role) => access.roles.includes(role)) : [];
  return [...new Set([admitted.at(0) ?? 'manager', admitted.at(-1) ?? 'manager'])];
};

let portal: TestPortal;
let world: AccessWorld;
let made: { ownerId: string; record: OwnersRecord };
let open: { id: string; secret: string };
let other: { id: string; secret: string };
beforeAll(async () => {
  portal = await startPortal();
  world = await buildAccessWorld(portal);
  made = await world.makeRecord();
  const kiosks = await aKioskWorld(portal.deps);
  open = await kiosks.open();
  other = await kiosks.open('By the door');
});
afterAll(() => portal.close());

const formOf = (form: Row['form']) => (typeof form === 'function' ? form(made.record) : form);

/** Asks as from a page of ours. */
const ask = (routeId: string, part: string, cookie: string) =>
  askServer(Number(new URL(portal.url).port), {
    ...{ method: part === 'loader' ? 'GET' : 'POST', path: TABLE[routeId]!.path(made.record) },
    headers: {
      ...{ cookie, 'sec-fetch-site': 'same-origin' },
      ...(part !== 'loader' && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    body: part !== 'loader' ? formOf(TABLE[routeId]!.form) : undefined,
  });

const kioskSession = (kioskId: string) =>
  portal.composition.services.startSession({ kind: 'customer', id: made.ownerId, kioskId }, null);

/** What on a shared computer ends, opens or locks it: it is done by whoever is there, and about nobody. */
const OF_THE_COMPUTER = /^routes\/kiosk\.(locking|opening|enrol)$/;

describe('on a shared computer', () => {
  it.each(declarations.map(({ routeId, part, access }) => [`${routeId} ${part}`, routeId, part, access] as const))(
    '%s has nothing for staff',
    async (_name, routeId, part, access) => {
      if (OF_THE_COMPUTER.test(routeId)) return;
      const before = await world.stateOf(made.record);
      for (const caller of staffFor(access)) {
        const answer = await ask(routeId, part, `kiosk=${open.secret}; ${await world.cookieOf(caller, made.ownerId)}`);
        if (access?.who === 'staff') expect(answer.status).toBe(404);
        if (access?.who === 'customer') expect(answer.headers.location).toMatch(/^\/(sign-in|kiosk)/);
        expect(answer.text).not.toMatch(MARKS);
      }
      expect(await world.stateOf(made.record)).toBe(before);
    },
  );
});

describe('a session of a shared computer', () => {
  const customers = declarations.filter(({ access }) => access?.who === 'customer');

  it.each(customers.map(({ routeId, part }) => [`${routeId} ${part}`, routeId, part] as const))(
    'is nothing on another device, nor on another shared computer: %s',
    async (_name, routeId, part) => {
      const before = await world.stateOf(made.record);
      const session = await kioskSession(open.id);
      for (const cookie of [`session=${session}`, `session=${session}; kiosk=${other.secret}`]) {
        const answer = await ask(routeId, part, cookie);
        expect([302, 303]).toContain(answer.status);
        expect(answer.headers.location).toMatch(/^\/(sign-in|kiosk)/);
        expect(answer.text).not.toMatch(MARKS);
      }
      expect(await world.stateOf(made.record)).toBe(before);
    },
  );

  it('is one on its own', async () => {
    const session = await kioskSession(open.id);
    const answer = await ask('routes/details._index', 'loader', `session=${session}; kiosk=${open.secret}`);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('Zebedee');
  });
});
