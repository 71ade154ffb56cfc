import { readFileSync, statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MINUTE } from '~/domain/clock';
import { bareBuild } from '../support/bare-build';
import { startBarePortal, type BarePortal } from '../support/bare-portal';
import { aCustomer, aMemberOfStaff, anOffice } from '../support/factories';

const METRICS_TOKEN = 'a-token-for-metrics';
let portal: BarePortal;
afterEach(() => portal.close());

const start = async (options: { migrate?: boolean; settings?: Record<string, string> } = {}) =>
  (portal = await startBarePortal({ build: bareBuild(), settings: { METRICS_TOKEN }, ...options }));

async function workerSeen(at: number): Promise<void> {
  await portal.composition.db.write((q) =>
    q.insert(q.tables.workers).values({ id: 'worker-1', startedAt: at, seenAt: at }),
  );
}

async function readiness() {
  const answer = await portal.ask({ path: '/readyz' });
  return { status: answer.status, ...JSON.parse(answer.text) };
}

describe('/healthz', () => {
  it('says that the process is up, even without a database', async () => {
    await start({ migrate: false });
    expect(await portal.ask({ path: '/healthz' })).toMatchObject({ status: 200, text: 'up\n' });
  });
});

describe('/readyz', () => {
  it('is ready when a worker was seen within a minute', async () => {
    await start();
    expect(await readiness()).toEqual({ status: 503, ready: false, reasons: ['no worker has been seen for a minute'] });
    await workerSeen(portal.clock.now());
    expect(await readiness()).toEqual({ status: 200, ready: true, reasons: [] });
    portal.clock.advance(MINUTE);
    expect((await readiness()).ready).toBe(true);
    portal.clock.advance(1);
    expect((await readiness()).ready).toBe(false);
  });

  it('says which migrations are waiting', async () => {
    await start({ migrate: false });
    const answer = await readiness();
    expect(answer.status).toBe(503);
    expect(answer.reasons[0]).toMatch(/^migrations are waiting: 0000_frame/);
  });

  it('says that the database does not answer, and nothing more', async () => {
    await start();
    portal.composition.pendingMigrations = () => Promise.reject(new Error('password of waymark refused'));
    expect(await readiness()).toEqual({ status: 503, ready: false, reasons: ['the database does not answer'] });
  });

  it('says no while the portal is stopping', async () => {
    await start();
    await workerSeen(portal.clock.now());
    portal.lifecycle.stopping = true;
    expect(await readiness()).toEqual({ status: 503, ready: false, reasons: ['the portal is stopping'] });
  });
});

describe('/metrics', () => {
  const metrics = (token: string) => portal.ask({ path: '/metrics', headers: { authorization: `Bearer ${token}` } });

  it('are only for who knows the token', async () => {
    await start();
    expect((await portal.ask({ path: '/metrics' })).status).toBe(401);
    expect((await metrics('wrong')).status).toBe(401);
    expect((await metrics(`${METRICS_TOKEN}x`)).status).toBe(401);
    expect((await portal.ask({ path: `/metrics?token=${METRICS_TOKEN}` })).status).toBe(401);
    expect((await metrics(METRICS_TOKEN)).status).toBe(200);
  });

  it('are not there without a token in the settings', async () => {
    await start({ settings: {} });
    expect((await portal.ask({ path: '/metrics' })).status).toBe(404);
    expect((await metrics('')).status).toBe(404);
    expect((await metrics('null')).status).toBe(404);
  });

  describe('of a portal in use', () => {
    beforeEach(() => start());

    it('count answers by the route’s pattern, never by its address', async () => {
      await portal.ask({ path: '/a/3kTfP09QmZs81LbVx' });
      await portal.ask({ path: '/a/0000000000000000x' });
      await portal.ask({ path: '/nowhere/1' });
      await portal.ask({ path: '/nowhere/2' });
      await portal.ask({ path: '//evil.example' });
      await portal.ask({ method: 'DELETE', path: '/page' });
      const { text } = await metrics(METRICS_TOKEN);
      expect(text).toContain('waymark_http_requests_total{method="GET",route="/a/:token",status="200"} 2');
      expect(text).toContain('waymark_http_requests_total{method="GET",route="(no such page)",status="404"} 2');
      expect(text).toContain('waymark_http_requests_total{method="GET",route="(refused)",status="404"} 1');
      expect(text).toContain('waymark_http_request_seconds_count{method="GET",route="/a/:token"} 2');
      expect(text).not.toMatch(/3kTfP09|nowhere|evil/);
    });

    it('tell what is due, late and unknown, and what has become of the last hour’s messages', async () => {
      const now = portal.clock.now();
      const message = (id: string, more: object) => ({
        ...{ id, purpose: 'notice' as const, language: 'en' as const, status: 'planned' as const },
        ...{ notBefore: now, sendBy: now + MINUTE, createdAt: now },
        ...more,
      });
      const ended = (id: string, status: string, more: object = {}) =>
        message(id, { status, provider: 'twilio', channel: 'sms', finishedAt: now - 59 * MINUTE, ...more });
      await portal.composition.db.write((q) =>
        q
          .insert(q.tables.messages)
          .values([
            message('1', { notBefore: now - 6 * MINUTE }),
            message('2', { notBefore: now }),
            message('3', { notBefore: now + 1 }),
            message('4', { status: 'unknown', provider: 'notify', channel: 'email' }),
            ended('5', 'delivered'),
            ended('6', 'failed', { reason: 'person:21211' }),
            ended('7', 'failed', { reason: 'person:21614' }),
            ended('8', 'undelivered', { reason: 'undelivered:30003', channel: 'voice' }),
            ended('9', 'expired', { provider: null, channel: null }),
            ended('10', 'superseded'),
            ended('11', 'delivered', { finishedAt: now - 61 * MINUTE }),
          ]),
      );
      const { text } = await metrics(METRICS_TOKEN);
      const samples = text.split('\n').filter((line) => /^waymark_messages/.test(line));
      expect(samples.sort()).toEqual([
        'waymark_messages_due 2',
        'waymark_messages_ended{status="delivered",provider="twilio",channel="sms"} 1',
        'waymark_messages_ended{status="expired",provider="none",channel="none"} 1',
        'waymark_messages_ended{status="failed",provider="twilio",channel="sms"} 2',
        'waymark_messages_ended{status="undelivered",provider="twilio",channel="voice"} 1',
        'waymark_messages_failed{kind="person",provider="twilio",channel="sms"} 2',
        'waymark_messages_failed{kind="undelivered",provider="twilio",channel="voice"} 1',
        'waymark_messages_late 1',
        'waymark_messages_oldest_due_seconds 360',
        'waymark_messages_unknown{provider="notify",channel="email"} 1',
      ]);
    });

    it('tell how large the write-ahead log beside a SQLite database is', async () => {
      await workerSeen(portal.clock.now());
      const { text } = await metrics(METRICS_TOKEN);
      const size = statSync(`${portal.composition.db.sqlite!.name}-wal`).size;
      expect(size).toBeGreaterThan(0);
      expect(text).toContain(`\nwaymark_sqlite_wal_bytes ${size}\n`);
    });

    it('tell of the calls to make, of what is stopped and who is down, and when a worker was seen', async () => {
      const { deps } = portal.composition;
      expect((await metrics(METRICS_TOKEN)).text).toContain('waymark_worker_seen_timestamp_seconds 0');
      const now = portal.clock.now();
      await workerSeen(now);
      const office = await anOffice(deps);
      const customer = await aCustomer(deps, {
        officeId: office.id,
        adviserId: (await aMemberOfStaff(deps, office.id)).id,
      });
      const call = (id: string, more: object) => ({
        ...{ id, cause: id, officeId: office.id, customerId: customer.id, reason: 'asked_for_call' as const },
        ...{ dueAt: now, createdAt: now },
        ...more,
      });
      await deps.db.write(async (q) => {
        await q.insert(q.tables.callList).values([
          call('1', { dueAt: now + 1 }),
          call('2', {}),
          call('3', { dueAt: now - 1, escalatedAt: now }),
          call('4', { dueAt: now - 1, doneAt: now }),
        ]); // prettier-ignore
        await q.insert(q.tables.sendingHolds).values({ scope: 'sms', reason: 'paused', since: now });
        await q.insert(q.tables.providerStates).values([
          { id: 'twilio:sms', openUntil: now + 1, faultSince: now, updatedAt: now },
          { id: 'smtp:email', updatedAt: now },
        ]); // prettier-ignore
      });
      const { text } = await metrics(METRICS_TOKEN);
      for (const sample of [
        'waymark_calls_open 3',
        'waymark_calls_overdue 1',
        'waymark_calls_passed_on 1',
        'waymark_sending_hold{scope="sms",reason="paused"} 1',
        'waymark_provider_open{provider="twilio",channel="sms"} 1',
        'waymark_provider_fault{provider="twilio",channel="sms"} 1',
        'waymark_provider_open{provider="smtp",channel="email"} 0',
        `waymark_worker_seen_timestamp_seconds ${now / 1000}`,
      ])
        expect(text).toContain(`${sample}\n`);
    });

    it('are all there that the alerts and the runbooks name, and every alert is explained', async () => {
      const { text } = await metrics(METRICS_TOKEN);
      const there = new Set(Array.from(text.matchAll(/^# TYPE (\S+)/gm), ([, name]) => name!));
      const read = (file: string) => readFileSync(`docs/runbooks/${file}`, 'utf8');
      const rules = read('alerts.yml');
      const page = read('alerts.md');
      const pages = ['running.md', 'restore.md', 'backup.md', 'provider-outage.md', 'database-outage.md'];
      for (const file of [rules, page, ...pages.map(read)]) {
        const named = file.match(/waymark_[a-z_]+/g) ?? [];
        expect(named.filter((name) => !there.has(name))).toEqual([]);
      }
      const alerts = Array.from(rules.matchAll(/- alert: (\w+)/g), ([, name]) => name!);
      expect(Array.from(page.matchAll(/^\| `([A-Z]\w+)`/gm), ([, name]) => name!)).toEqual(alerts);
      // What is measured of sending is there to be acted on.
      const watched = new Set(rules.match(/waymark_[a-z_]+/g));
      const unwatched = [...there].filter((name) => name.startsWith('waymark_') && !watched.has(name));
      expect(unwatched).toEqual(['waymark_http_request_seconds']);
    });
  });
});
