import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { EngineSettings } from '~/services/engine-settings';
import { TEST_DATA_KEY } from './deps';
import { ACCOUNT } from './twilio-account';

/** The workers live at ten in the morning, whatever the time is here. */
export const OFFSET = Date.parse('2026-11-23T10:00:00Z') - Date.now();

/** One file, because it is loaded again for every worker and the machine may be busy. Packages stay where they are. */
const WORKER = join(process.cwd(), '.cache', `sending-worker-${process.pid}.mjs`);

export async function buildSendingWorker(): Promise<void> {
  const entryPoints = [join(process.cwd(), 'tests/faults/sending-worker.ts')];
  await build({ entryPoints, outfile: WORKER, bundle: true, platform: 'node', format: 'esm', packages: 'external' });
}

export function removeSendingWorker(): void {
  rmSync(WORKER, { force: true });
}

/** A real worker in a process of its own, loaded and waiting for "go". */
export async function startSendingWorker(
  databaseUrl: string,
  twilioUrl: string,
  engine: EngineSettings,
): Promise<ChildProcess> {
  const worker = fork(WORKER, {
    execArgv: [],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      DATA_KEY: TEST_DATA_KEY,
      PUBLIC_URL: 'https://waymark.example',
      SMS_PROVIDER: 'twilio',
      TWILIO_ACCOUNT_SID: ACCOUNT.accountSid,
      TWILIO_AUTH_TOKEN: ACCOUNT.authToken,
      TWILIO_FROM: '+441632960999',
      TWILIO_API_BASE_URL: twilioUrl,
      TWILIO_MPS: '60',
      LOG_LEVEL: 'fatal',
      CLOCK_OFFSET: String(OFFSET),
      ENGINE: JSON.stringify(engine),
    },
  });
  await once(worker, 'message');
  return worker;
}
