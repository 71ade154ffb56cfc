import pg from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { MINUTE } from '~/domain/clock';
import { refusalWords } from '~/i18n/refusals';
import { readOnlyWords } from '~/i18n/pages/read-only';
import { buildAccessWorld, type AccessWorld, type OwnersRecord } from '../support/access-world';
import { askServer } from '../support/bare-portal';
import { CUSTOMER_PAGES } from '../support/customer-routes';
import { makeDatabase, type TestDatabase } from '../support/new-database';
import { startPortal, type TestPortal } from '../support/portal';
import { startPostgres, startReplica, type TestPostgres } from '../support/postgres';

const EN = readOnlyWords.in('en');
const TEXT = 'I have got an interview on Friday <at ten>.';

/** One server and a replica of it, and two portals of which one reads the replica when the server is gone. */
describe.skipIf(!inject('postgresUrl'))('while the primary is gone', () => {
  let primary: TestPostgres;
  let replica: TestPostgres;
  let database: TestDatabase;
  let portal: TestPortal;
  let without: TestPortal;
  let world: AccessWorld;
  let owner: { ownerId: string; record: OwnersRecord };
  let cookie: string;

  beforeAll(async () => {
    primary = await startPostgres();
    database = await makeDatabase(new URL(primary.url));
    replica = await startReplica(primary);
    const replicaUrl = new URL(replica.url);
    replicaUrl.pathname = new URL(database.url).pathname;
    portal = await startPortal({ database, replicaUrl: replicaUrl.href });
    without = await startPortal({ database: { ...database, drop: async () => undefined } });
    world = await buildAccessWorld(portal);
    owner = await world.makeRecord();
    cookie = await world.cookieOf('owner', owner.ownerId);
    await untilTheSame();
  });
  afterAll(async () => {
    await without.close();
    await portal.close();
    await replica.stop();
    await primary.stop();
  });

  /** The replica has everything that the primary has. */
  async function untilTheSame(): Promise<void> {
    const { rows } = await database.db.pool!.query('select pg_current_wal_lsn()::text as at');
    const client = new pg.Client({ connectionString: replica.url });
    await client.connect();
    const there = async () => {
      const found = await client.query('select pg_last_wal_replay_lsn() >= $1::pg_lsn as there', [rows[0].at]);
      return (found.rows[0] as { there: boolean }).there;
    };
    while (!(await there())) await pause(20);
    await client.end();
  }

  const ask = (
    to: TestPortal,
    method: 'GET' | 'POST',
    path: string,
    more: { cookie?: string; fields?: Record<string, string> } = {},
  ) =>
    askServer(Number(new URL(to.url).port), {
      ...{ method, path },
      headers: {
        cookie: more.cookie ?? cookie,
        ...(method === 'POST' ? { origin: to.url, 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(more.fields ? { body: new URLSearchParams(more.fields).toString() } : {}),
    });
  const untilIt = async (is: () => Promise<boolean>) => {
    while (!(await is())) await pause(50);
  };
  const entries = async () => (await portal.deps.db.read((q) => q.select().from(q.tables.journalEntries))).length;

  it('its pages are shown from the replica, a form says that it was not saved, and all is well again by itself', async () => {
    const known = await ask(without, 'GET', '/');
    expect(known.status).toBe(200);
    const normal = await ask(portal, 'GET', '/');
    expect(normal).toMatchObject({ status: 200 });
    expect(normal.text).not.toContain('wm-read-only');
    const before = await entries();
    const pages = async () => {
      const seen: { id: string; status: number; text: string }[] = [];
      for (const { id, row, as } of CUSTOMER_PAGES) {
        const path = row.path(owner.record);
        seen.push({ id, ...(await ask(portal, 'GET', path, { cookie: as === 'owner' ? cookie : '' })) });
      }
      return seen;
    };
    const statuses = (seen: Awaited<ReturnType<typeof pages>>) => seen.map(({ id, status }) => `${id} ${status}`);
    const usual = statuses(await pages());
    // Long enough ago that a page view would be written down.
    portal.clock.advance(2 * MINUTE);
    const goneCookie = await world.cookieOf('owner', owner.ownerId);
    await untilTheSame();
    await primary.halt();

    const shown = await pages();
    expect(statuses(shown)).toEqual(usual);
    for (const { id, text } of shown)
      if (text.startsWith('<!doctype html>')) expect([id, text.includes(EN.looking.heading)]).toEqual([id, true]);
    const welsh = await ask(portal, 'GET', '/?lang=cy');
    expect(welsh.text).toContain(readOnlyWords.in('cy').looking.heading);
    expect(JSON.parse((await ask(portal, 'GET', '/readyz')).text)).toEqual({
      ready: true,
      reasons: ['the database does not answer; pages are read from the replica, and nothing can be changed'],
    });

    const fields = { text: TEXT, key: portal.deps.newId(), seen: '0' };
    const refused = await ask(portal, 'POST', '/adviser/messages/new', { fields });
    expect(refused.status).toBe(503);
    expect(refused.text).toContain(EN.notSaved.heading);
    expect(refused.text).toContain('I have got an interview on Friday &lt;at ten&gt;.');
    expect(refused.text).toContain(fields.key);
    expect(refused.text).toMatch(/href="tel:\d+"/);
    // Where there is no page to show again: the plain one.
    const nowhere = await ask(portal, 'POST', `/appointments/${owner.record.appointmentId}/confirmation`);
    expect(nowhere.status).toBe(503);
    expect(nowhere.text).toContain(refusalWords.in('en').read_only.heading);
    expect(nowhere.text).toContain('tel:');

    // Whoever leaves may leave.
    const left = await ask(portal, 'POST', '/sign-out', { cookie: goneCookie });
    expect(left.status).toBe(303);
    expect(left.headers['set-cookie']?.join()).toMatch(/session=;/);

    // Without a replica.
    for (const method of ['GET', 'POST'] as const) {
      const answer = await ask(without, method, '/adviser/messages/new', {
        fields: method === 'POST' ? fields : undefined,
      });
      expect(answer.status).toBe(503);
      expect(answer.text).toContain(refusalWords.in('en').unavailable.heading);
      expect(answer.text).toContain('tel:');
    }
    expect((await ask(without, 'GET', '/readyz')).status).toBe(503);

    await primary.resume();
    await untilIt(async () => !portal.composition.services.isReadOnly());
    for (const to of [portal, without]) {
      const back = await ask(to, 'GET', '/');
      expect(back.status).toBe(200);
      expect(back.text).not.toContain('wm-read-only');
      // The form as it was shown again; sent twice it is one message.
      expect(await ask(to, 'POST', '/adviser/messages/new', { fields })).toMatchObject({ status: 303 });
    }
    expect(await entries()).toBe(before + 1);
  });
});
