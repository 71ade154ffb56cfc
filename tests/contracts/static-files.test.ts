import express from 'express';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { staticFiles } from '~/http/static-files.server';

describe('built files', () => {
  let folder: string;
  let server: Server;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'waymark-files-'));
    mkdirSync(join(folder, 'assets'));
    for (const [name, text] of [
      ['assets/a-123.css', 'plain'],
      ['assets/a-123.css.br', 'brotli'],
      ['assets/a-123.css.gz', 'gzip'],
      ['icon.svg', '<svg/>'],
    ] as const)
      writeFileSync(join(folder, name), text);
    const app = express()
      .use(staticFiles(folder))
      .use((_request, response) => void response.status(404).send('not here'));
    server = await new Promise((resolve) => {
      const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
    });
  });
  afterEach(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function get(path: string, encodings = 'identity') {
    const { port } = server.address() as AddressInfo;
    return new Promise<{ status: number; text: string; headers: IncomingHttpHeaders }>((resolve, reject) => {
      const options = { port, host: '127.0.0.1', path, headers: { 'Accept-Encoding': encodings } };
      request(options, (answer) => {
        let text = '';
        answer.on('data', (chunk: Buffer) => void (text += chunk.toString()));
        answer.on('end', () => resolve({ status: answer.statusCode!, text, headers: answer.headers }));
      })
        .once('error', reject)
        .end();
    });
  }

  it('come in the smallest form that the browser takes, under their own type', async () => {
    for (const [takes, text, encoding] of [
      ['gzip, deflate, br', 'brotli', 'br'],
      ['gzip', 'gzip', 'gzip'],
      ['identity', 'plain', undefined],
    ] as const) {
      const file = await get('/assets/a-123.css', takes);
      expect(file).toMatchObject({ status: 200, text });
      expect(file.headers['content-encoding']).toBe(encoding);
      expect(file.headers['content-type']).toContain('text/css');
      expect(file.headers.vary).toContain('Accept-Encoding');
    }
  });

  it('are kept for a year when their name has a hash, an hour otherwise', async () => {
    expect((await get('/assets/a-123.css', 'br')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await get('/icon.svg')).headers['cache-control']).toBe('public, max-age=3600');
  });

  it('are not found when a build underneath took them away, and nothing breaks', async () => {
    rmSync(join(folder, 'assets/a-123.css.br'));
    const gone = await get('/assets/a-123.css', 'br');
    expect(gone).toMatchObject({ status: 404, text: 'not here' });
    expect(gone.headers['content-encoding']).toBeUndefined();
    expect(await get('/icon.svg')).toMatchObject({ status: 200 });
  });

  it('are the only ones: folders, other names and ways out of the folder are not', async () => {
    for (const path of [
      '/assets',
      '/assets/',
      '/assets/none.css',
      '/..%2f..%2fetc/passwd',
      '/assets/../../package.json',
    ])
      expect(await get(path), path).toMatchObject({ status: 404 });
  });
});
