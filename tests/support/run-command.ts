import { execFile } from 'node:child_process';
import { bundledCommand } from './bundled-command';
import { TEST_KEYS } from './deps';

/** Runs one of the project's commands over a database, with the keys of tests, as somebody at a terminal would. */
export async function runCommand(source: string, databaseUrl: string, args: string[]) {
  const program = await bundledCommand(source);
  const keys = { DATA_KEY: TEST_KEYS.dataKey, SESSION_SECRET: TEST_KEYS.sessionSecret };
  const env = { ...process.env, NODE_ENV: 'test' as const, DATABASE_URL: databaseUrl, ...keys };
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(process.execPath, [program, ...args], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}
