import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MINUTE } from '~/domain/clock';
import { bareBuild } from '../support/bare-build';
import { startBarePortal, type BarePortal } from '../support/bare-portal';

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

    it('tell how many messages are where, and how long the oldest due one waits', async () => {
      const now = portal.clock.now();
      const message = (id: string, more: object) => ({
        id,
        purpose: 'notice' as const,
        language: 'en' as const,
        status: 'planned' as const,
        notBefore: now,
        sendBy: now + MINUTE,
        createdAt: now,
        ...more,
      });
      await portal.composition.db.write((q) =>
        q
          .insert(q.tables.messages)
          .values([
            message('1', { notBefore: now - 3 * MINUTE }),
            message('2', { notBefore: now }),
            message('3', { notBefore: now + 1 }),
            message('4', { status: 'delivered', provider: 'twilio' }),
          ]),
      );
      const { text } = await metrics(METRICS_TOKEN);
      expect(text).toContain('waymark_messages{status="planned",provider="none"} 3');
      expect(text).toContain('waymark_messages{status="delivered",provider="twilio"} 1');
      expect(text).toContain('waymark_messages_due 2');
      expect(text).toContain('waymark_messages_oldest_due_seconds 180');
    });
  });
});
