import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bareBuild } from '../support/bare-build';
import { startBarePortal, type Answer, type BarePortal } from '../support/bare-portal';

let portal: BarePortal;
beforeAll(async () => void (portal = await startBarePortal({ build: bareBuild() })));
afterAll(() => portal.close());

/** A plain page for a person: short, in words, with nothing about how it is made. */
function expectWords(answer: Answer, status: number): void {
  expect(answer.status).toBe(status);
  expect(answer.headers['content-type']).toContain('text/html');
  expect(answer.text).toMatch(/<h1>[A-Z].+<\/h1>/);
  expect(answer.text).not.toMatch(/\bat .+:\d+:\d+|node_modules|Error:/);
}

describe('a form', () => {
  it('arrives as it was sent', async () => {
    const answer = await portal.post('/echo', 'name=Si%C3%A2n+Parry&note=100%25');
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toEqual({ name: 'Siân Parry', note: '100%' });
  });

  it('may be empty, with or without a type', async () => {
    expect((await portal.post('/echo', '')).status).toBe(200);
    const untyped = await portal.ask({ method: 'POST', path: '/echo', headers: { 'sec-fetch-site': 'same-origin' } });
    expect(untyped.text).toBe('{}');
  });

  it('of 64 KB is read, of one byte more refused', async () => {
    expect((await portal.post('/echo', `a=${'x'.repeat(64 * 1024 - 2)}`)).status).toBe(200);
    expectWords(await portal.post('/echo', `a=${'x'.repeat(64 * 1024 - 1)}`), 413);
  });

  it('of 70 KB is refused, whether or not it says how long it is', async () => {
    const body = `a=${'x'.repeat(70 * 1024)}`;
    expectWords(await portal.post('/echo', body), 413);
    expectWords(await portal.post('/echo', body, { 'transfer-encoding': 'chunked' }), 413);
  });

  it('of 5 MB is refused, and one that claims 10 GB is not waited for', async () => {
    expectWords(await portal.post('/echo', `a=${'x'.repeat(5 * 1024 * 1024)}`), 413);
    const answer = await line(
      'POST /echo HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\n' +
        'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 10737418240\r\n\r\na=1',
    );
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
  });

  it('of 10,000 fields is refused', async () => {
    const fields = Array.from({ length: 10_000 }, (_, n) => `f${n}=`).join('&');
    expectWords(await portal.post('/echo', fields), 413);
    const short = Array.from({ length: 101 }, () => 'a=1').join('&');
    expectWords(await portal.post('/echo', short), 413);
    expect((await portal.post('/echo', short.slice(4))).status).toBe(200);
  });

  it.each(['__proto__=1', 'constructor=1', 'a[__proto__][b]=1', 'a.constructor.b=1', '%5F_proto__=1', 'prototype=1'])(
    'with the field %s is refused',
    async (body) => expectWords(await portal.post('/echo', body), 400),
  );

  it.each(['a=%', 'a=%zz', 'a=%E0%A4%A', 'a=%C0%80', 'a=%00', 'a=\0', '%ff=1'])(
    'with the malformed encoding %j is refused',
    async (body) => expectWords(await portal.post('/echo', body), 400),
  );

  it('with bytes that are not UTF-8 is refused', async () => {
    const answer = await portal.ask({
      method: 'POST',
      path: '/echo',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      body: Buffer.from([0x61, 0x3d, 0xff]),
    });
    expectWords(answer, 400);
  });

  it.each([
    'application/json',
    'text/plain',
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'application/x-www-form-urlencoded; charset=utf-16',
    'nonsense',
  ])('of the type %s is refused', async (type) => {
    expectWords(await portal.post('/echo', 'a=1', { 'content-type': type }), 415);
  });

  it('that is compressed is refused', async () => {
    expectWords(await portal.post('/echo', 'a=1', { 'content-encoding': 'gzip' }), 415);
  });

  it('is refused in Welsh for a person who chose Welsh', async () => {
    const answer = await portal.post('/echo', 'a=%', { cookie: 'lang=cy' });
    expectWords(answer, 400);
    expect(answer.text).toContain('<html lang="cy">');
  });

  it('whose sender hangs up leaves no trace of a failure', async () => {
    const before = portal.log.length;
    const socket = connect(portal.port, '127.0.0.1');
    await new Promise<void>((resolve) => socket.once('connect', resolve));
    socket.write('POST /echo HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 50\r\n\r\na=');
    const seen = new Promise<void>((resolve) => portal.server.once('request', () => resolve()));
    await seen;
    socket.destroy();
    await until(() => portal.log.length > before);
    expect(portal.log.slice(before).join('')).not.toMatch(/"level":50/);
  });
});

describe('a change at another site’s request', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const post = (headers: Record<string, string>, path = '/echo') =>
    portal.ask({ method: 'POST', path, body: 'a=1', headers: { ...form, ...headers } });

  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', origin: 'https://waymark.example' },
    { 'sec-fetch-site': 'nonsense' },
    { origin: 'https://evil.example' },
    { origin: 'https://waymark.example.evil.example' },
    { origin: 'https://waymark.example:444' },
    { origin: 'http://waymark.example' },
    { origin: 'HTTPS://WAYMARK.EXAMPLE' },
    { origin: 'https://evil.example', host: 'evil.example' },
    { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
    { origin: 'null' },
    { origin: 'not an address' },
    {},
  ] as Record<string, string>[])('is refused: %j', async (headers) => {
    expectWords(await post(headers), 403);
  });

  it.each([
    { 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'none' },
    { origin: 'https://waymark.example' },
    { 'sec-fetch-site': 'same-origin', origin: 'null' },
    { 'sec-fetch-site': 'same-origin', origin: 'not an address' },
    { origin: 'https://waymark.example', 'x-forwarded-host': 'evil.example', host: 'evil.example' },
  ] as Record<string, string>[])('is not what this is: %j', async (headers) => {
    expect((await post(headers)).status).toBe(200);
  });

  it('is told apart from an old browser that hides the origin of a text message’s link', async () => {
    expect((await post({ origin: 'null' }, '/a/3kTfP09QmZs81LbVx')).status).toBe(200);
    expectWords(await post({ origin: 'null', 'sec-fetch-site': 'cross-site' }, '/a/3kTfP09QmZs81LbVx'), 403);
    expectWords(await post({ origin: 'https://evil.example' }, '/a/3kTfP09QmZs81LbVx'), 403);
    expectWords(await post({}, '/a/3kTfP09QmZs81LbVx'), 403);
    // No way of writing an address makes another page pass for such a link.
    for (const path of ['/a/../echo', '/a/%2e%2e/echo', '/a/x/../../echo']) {
      expect((await post({ origin: 'null' }, path)).status).not.toBe(200);
    }
  });
});

describe('an address', () => {
  it.each([
    ['/%E0%A4%A', 400],
    ['/%', 400],
    ['/page%00', 400],
    ['/page?x=%', 400],
    ['/page?x=%00', 400],
    ['/page?__proto__=1', 400],
    ['/page?constructor[prototype]=1', 400],
    [`/page?${'a&'.repeat(101)}`, 400],
    ['http://evil.example/page', 400],
    ['*', 400],
    [`/${'x'.repeat(2048)}`, 414],
    ['//evil.example', 404],
    ['//evil.example/page', 404],
    ['/\\evil.example', 404],
    ['/page//', 404],
    ['/a/../page', 404],
    ['/a/./x', 404],
    ['/a/..', 404],
    ['/a/%2e%2E/page', 404],
    ['/a/.%2e/page', 404],
    ['/%61/3kTfP09QmZs81LbVx', 404],
    ['/p%61ge', 404],
    ['/page?_data=page', 404],
    ['/mine?_data=mine', 404],
    ['/mine?%5Fdata=mine', 404],
    ['/page?_routes=page', 404],
    ['/__manifest', 404],
    ['/__manifest?p=/mine&version=1', 404],
  ])('like %s gets %i', async (path, status) => {
    const answer = await portal.ask({ path });
    expectWords(answer, status);
    expect(answer.headers.location).toBeUndefined();
  });

  it.each([
    '/no-such-page',
    '/page.data',
    '/_root.data',
    '/mine.data',
    '/a',
    '/page/%2e%2e/%2e%2e/etc/passwd',
    '/page/;x',
  ])('that leads nowhere is not found: %s', async (path) => expect((await portal.ask({ path })).status).toBe(404));

  it('longer than the server reads at all is refused in its own way', async () => {
    expect((await portal.ask({ path: `/${'x'.repeat(20_000)}` })).status).toBe(431);
  });

  it('is ours, whatever the visitor calls us', async () => {
    const answer = await portal.ask({
      path: '/address?a=1',
      headers: { host: 'evil.example:99999', 'x-forwarded-host': 'evil.example:x', 'x-forwarded-proto': 'ftp' },
    });
    const seen = JSON.parse(answer.text);
    expect(seen.url).toBe('https://waymark.example/address?a=1');
    expect(JSON.stringify(seen)).not.toContain('evil');
  });

  it('of the visitor is the connection’s unless a proxy is trusted', async () => {
    const answer = await portal.ask({ path: '/address', headers: { 'x-forwarded-for': '192.0.2.1' } });
    expect(JSON.parse(answer.text).address).toBe('127.0.0.1');
  });
});

describe('a method', () => {
  it.each(['OPTIONS', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND', 'QUERY'])('%s is not taken', async (method) => {
    const answer = await portal.ask({ method, path: '/page', headers: { 'sec-fetch-site': 'same-origin' } });
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe('GET, HEAD, POST');
  });

  it('HEAD answers as GET does, without the page', async () => {
    const answer = await portal.ask({ method: 'HEAD', path: '/page' });
    expect(answer.status).toBe(200);
    expect(answer.text).toBe('');
    expect((await portal.ask({ method: 'HEAD', path: '/no-such-page' })).status).toBe(404);
  });

  it('GET with a body is answered, and the body ignored', async () => {
    expect((await portal.ask({ path: '/page', body: 'a=1', headers: { 'content-length': '3' } })).status).toBe(200);
  });

  it('POST to a page that takes none is 405', async () => {
    expect((await portal.post('/page', 'a=1')).status).toBe(405);
    expectWords(await portal.post('/address', 'a=1'), 405);
  });

  it('that is no method at all is refused', async () => {
    expect(await line('NONSENSE /page HTTP/1.1\r\nHost: x\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /);
    expect(await line('GET /page HTTP/1.1\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /);
    expect(await line('GET page HTTP/1.1\r\nHost: x\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /);
  });
});

describe('an answer', () => {
  it('carries the headers that keep it safe', async () => {
    const { headers } = await portal.ask({ path: '/page' });
    const policy = headers['content-security-policy'];
    expect(policy).toMatch(/script-src 'nonce-[A-Za-z0-9+/=]{24}'/);
    expect(policy).toMatch(/style-src 'self' 'nonce-[A-Za-z0-9+/=]{24}'/);
    for (const rule of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"]) {
      expect(policy).toContain(rule);
    }
    expect(policy).not.toContain('unsafe');
    expect(headers).toMatchObject({
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers.etag).toBeUndefined();
  });

  it('has a nonce of its own', async () => {
    const nonce = async () =>
      /nonce-([^']+)/.exec(String((await portal.ask({ path: '/page' })).headers['content-security-policy']))![1];
    expect(await nonce()).not.toBe(await nonce());
  });

  it('never tells where a text message’s link is', async () => {
    const link = await portal.ask({ path: '/a/3kTfP09QmZs81LbVx' });
    expect(link.headers['referrer-policy']).toBe('no-referrer');
    const shouted = await portal.ask({ path: '/A/3kTfP09QmZs81LbVx' });
    expect(shouted.headers['referrer-policy']).toBe('no-referrer');
  });

  it('is compressed as the browser likes', async () => {
    const answer = await portal.ask({ path: '/long', headers: { 'accept-encoding': 'br, gzip' } });
    expect(answer.headers['content-encoding']).toBe('br');
    expect(
      (await portal.ask({ path: '/long', headers: { 'accept-encoding': 'gzip' } })).headers['content-encoding'],
    ).toBe('gzip');
    expect((await portal.ask({ path: '/long' })).headers['content-encoding']).toBeUndefined();
  });

  it.each(['/broken', '/broken-page', '/broken-file'])(
    'to a bug at %s is plain, and the log keeps the details',
    async (path) => {
      const before = portal.log.length;
      const answer = await portal.ask({ path });
      expect(answer.status).toBe(500);
      expect(answer.headers['content-type']).toContain('text/html');
      expect(answer.text).not.toMatch(/mail\.example|900123|at .+:\d+/);
      const lines = portal.log.slice(before).join('');
      expect(lines).toContain('a route failed');
      expect(lines).toContain(String(answer.headers['x-request-id']));
      expect(lines).not.toMatch(/aled@|900123/);
    },
  );

  it('to a file that is not there is a page in words', async () => {
    expectWords(await portal.ask({ path: '/secret/1' }), 404);
  });

  it('keeps every cookie apart', async () => {
    const answer = await portal.ask({ path: '/page?lang=cy' });
    expect(answer.headers['set-cookie']).toEqual([expect.stringMatching(/^lang=cy;.*HttpOnly; Secure; SameSite=Lax$/)]);
  });
});

/** What the server says to bytes written straight to it. */
function line(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(portal.port, '127.0.0.1', () => socket.write(text));
    socket.setTimeout(5_000, () => socket.destroy(new Error('no answer')));
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
      socket.end();
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

async function until(met: () => boolean): Promise<void> {
  while (!met()) await new Promise((resolve) => setImmediate(resolve));
}
