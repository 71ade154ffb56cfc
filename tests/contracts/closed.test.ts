import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SECOND } from '~/domain/clock';
import { bareBuild } from '../support/bare-build';
import { startBarePortal, type BarePortal } from '../support/bare-portal';
import { anOffice } from '../support/factories';

describe('a portal that is closed', () => {
  let portal: BarePortal;
  beforeAll(async () => {
    portal = await startBarePortal({
      build: bareBuild(),
      settings: { CLOSED_UNTIL: '2026-12-01T08:00Z', METRICS_TOKEN: 'a-token-for-metrics-000' },
    });
    portal.clock.set(Date.parse('2026-12-01T07:00:00Z'));
    await anOffice(portal.composition.deps, { phone: '01632 960100' });
  });
  afterAll(() => portal.close());

  it.each([
    ['a page', { path: '/page' }],
    ['a text’s link', { path: '/a/abcdefgh012345678' }],
    ['a page that is not there', { path: '/nothing' }],
    ['a form', { path: '/echo', method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body: 'a=1' }],
  ])('says so at %s, in both languages, until when and whom to call', async (_what, asked) => {
    const { status, headers, text } = await portal.ask(asked);
    expect(status).toBe(503);
    expect(headers['retry-after']).toBe('3600');
    expect(headers['cache-control']).toBe('no-store');
    expect(text).toContain('They open again on Tuesday 1 December at 8am.');
    expect(text).toContain('Byddan nhw’n agor eto ddydd Mawrth 1 Rhagfyr am 8yb.');
    expect(text.match(/href="tel:01632960100"/g)).toHaveLength(2);
    expect(text.match(/<h1>/g)).toHaveLength(1);
  });

  it('begins with the language that was chosen', async () => {
    const { text } = await portal.ask({ path: '/page', headers: { cookie: 'lang=cy' } });
    expect(text).toContain('<html lang="cy">');
    expect(text).toContain('<h1>Mae’r tudalennau hyn ar gau am y tro</h1>');
  });

  it('goes on for those who watch it, and for providers', async () => {
    expect((await portal.ask({ path: '/healthz' })).status).toBe(200);
    expect((await portal.ask({ path: '/readyz' })).text).toContain('reasons');
    const headers = { authorization: 'Bearer a-token-for-metrics-000' };
    expect((await portal.ask({ path: '/metrics', headers })).status).toBe(200);
    // Refused for want of a signature, as ever, and not for being closed.
    expect((await portal.ask({ path: '/webhooks/twilio/inbound', method: 'POST' })).status).toBe(403);
  });

  it('has words without a database, too', async () => {
    const broken = await startBarePortal({
      build: bareBuild(),
      settings: { CLOSED_UNTIL: '2030-01-01T00:00Z' },
      migrate: false,
    });
    const { status, text } = await broken.ask({ path: '/page' });
    await broken.close();
    expect(status).toBe(503);
    expect(text).toContain('These pages are closed for now');
    expect(text).not.toContain('tel:');
  });

  it('opens by itself', async () => {
    portal.clock.set(Date.parse('2026-12-01T08:00:00Z') - SECOND);
    expect((await portal.ask({ path: '/page' })).status).toBe(503);
    portal.clock.advance(SECOND);
    expect((await portal.ask({ path: '/page' })).status).toBe(200);
  });
});
