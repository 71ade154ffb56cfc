import { BackupError } from '@db/dialect/backup-error';
import { openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { buildAll } from './build';
import { needsBuild } from './build-stamp';
import { demoFolder, demoSecrets, prepareData, type DemoFolder, type DemoSignIn } from './demo-data';
import { runTogether, untilAskedToStop } from './run-together';

const USAGE = `Usage: npm run demo -- [--port N] [--data DIR] [--fresh]

  --port N    where the portal listens, on this machine only (3000)
  --data DIR  where the demo keeps its database (data)
  --fresh     throws that database away first`;

/** Something a person has to see to; shown without a stack. */
class CannotRun extends Error {}

function readOptions(args: string[]) {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({ args, options: { port: text, data: text, fresh: { type: 'boolean' } } });
    const port = Number(values.port ?? 3000);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`--port ${values.port} is not a port.`);
    return { port, data: values.data ?? 'data', fresh: values.fresh ?? false };
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    process.exit(2);
  }
}

function assertPortIsFree(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'is taken' : `cannot be used (${error.message})`;
      reject(new CannotRun(`Port ${port} ${why}. Choose another: npm run demo -- --port ${port + 1}`));
    });
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}

async function untilReady(portal: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${portal}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await pause(100);
  }
}

function show(portal: string, signIns: DemoSignIn[], kiosk: string, folder: DemoFolder): void {
  const people = signIns.map(({ role, name, email, password, totpSecret, url }) =>
    [
      `  ${role}: ${name}, ${email}`,
      password ? `    password        ${password}` : '    signs in with a code; read it in the outbox',
      ...(totpSecret ? [`    authenticator   ${totpSecret}`] : []),
      `    one click, once ${url}`,
    ].join('\n'),
  );
  console.log(`
  Portal  ${portal}
  Staff   ${portal}/staff
  Outbox  ${portal}/outbox   (nothing leaves this machine)

${people.join('\n\n')}

  A browser that is to be a shared computer of the office, once:
    ${kiosk}
  The champion's number opens it: ${portal}/staff/kiosk-pin, in another browser.

  To watch a text go out, sign in at ${portal}/sign-in with 07700 900001, and look in the outbox.

  The same is in ${folder.summary}
  Ctrl-C stops the demo.
`);
}

async function main(): Promise<void> {
  const { port, data, fresh } = readOptions(process.argv.slice(2));
  await assertPortIsFree(port);
  if (needsBuild()) await buildAll();

  const folder = demoFolder(data);
  const portal = `http://127.0.0.1:${port}`;
  const settings: Record<string, string> = {
    ...demoSecrets(folder),
    PORT: String(port),
    HOST: '127.0.0.1',
    PUBLIC_URL: portal,
    DATABASE_URL: `file:${folder.database}`,
    SMS_PROVIDER: 'outbox',
    EMAIL_PROVIDER: 'outbox',
    LOG_LEVEL: 'info',
  };
  const started = performance.now();
  const { signIns, kiosk } = await prepareData(folder, settings, fresh);
  console.log(`Data ready in ${((performance.now() - started) / 1000).toFixed(1)} s.`);

  const log = openSync(folder.log, 'w', 0o600);
  const env = { ...process.env, ...settings, NODE_ENV: 'production' as const };
  const program = (name: string) => ({
    name,
    args: ['--enable-source-maps', `build/${name}.js`, '--demo'],
    env,
    output: log,
  });
  const asked = untilAskedToStop();
  const programs = runTogether([program('portal'), program('worker')]);
  const crash = programs.ended.then(({ name, how }) => {
    const last = readFileSync(folder.log, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
    throw new CannotRun(`The ${name} has ended (${how}), so the demo stops. The end of ${folder.log}:\n${last}`);
  });
  try {
    const ready = untilReady(portal).then(() => 'ready' as const);
    const first = await Promise.race([
      ready,
      crash,
      asked.then(() => 'asked' as const),
      pause(30_000, 'late' as const, { ref: false }),
    ]);
    if (first === 'late') throw new CannotRun(`The portal was not ready within 30 seconds. See ${folder.log}.`);
    if (first === 'ready') {
      const summary = { portal, outbox: `${portal}/outbox`, signIns, kiosk };
      writeFileSync(folder.summary, `${JSON.stringify(summary, null, 2)}\n`, { mode: 0o600 });
      show(portal, signIns, kiosk, folder);
      await Promise.race([crash, asked]);
    }
    console.log('Stopping …');
  } finally {
    await programs.stop();
  }
  console.log('Stopped.');
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    const expected = error instanceof CannotRun || error instanceof BackupError;
    console.error(expected ? error.message : error);
    process.exit(1);
  },
);
