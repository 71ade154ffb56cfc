import { afterEach, beforeEach, expect, it } from 'vitest';
import { allowAnyone } from '~/http/allow.server';
import { stopGracefully } from '~/http/graceful-stop.server';
import { bareBuild } from '../support/bare-build';
import { startBarePortal, type BarePortal } from '../support/bare-portal';

let portal: BarePortal;
let finish: () => void;
let begun: Promise<void>;

beforeEach(async () => {
  let begin: () => void;
  begun = new Promise((resolve) => (begin = resolve));
  const work = new Promise<void>((resolve) => (finish = resolve));
  const loader = allowAnyone(async () => {
    begin();
    await work;
    return new Response('finished');
  });
  portal = await startBarePortal({ build: bareBuild({ slow: { path: 'slow', module: { loader } } }) });
});
afterEach(() => portal.close());

it('finishes what it has begun, takes nothing new, and says so', async () => {
  const answer = portal.ask({ path: '/slow' });
  await begun;
  const stopped = stopGracefully(portal.server, portal.lifecycle);
  expect(portal.lifecycle.stopping).toBe(true);
  await expect(portal.ask({ path: '/page' })).rejects.toThrow(/ECONNREFUSED/);
  finish();
  expect((await answer).text).toBe('finished');
  await stopped;
});

it('does not wait for ever', async () => {
  const answer = portal.ask({ path: '/slow' });
  await begun;
  const stopped = stopGracefully(portal.server, portal.lifecycle, 20);
  await expect(answer).rejects.toThrow(/socket hang up|ECONNRESET/);
  await stopped;
  finish();
});

it('does not wait for connections that are only kept alive', async () => {
  const kept = await fetch(`http://127.0.0.1:${portal.port}/page`);
  await kept.text();
  const failsIfWaiting = 60_000;
  await stopGracefully(portal.server, portal.lifecycle, failsIfWaiting);
});
