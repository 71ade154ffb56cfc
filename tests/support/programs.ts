import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { promisify } from 'node:util';

/** A port of the loopback address that nobody uses at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Runs one of the project's commands to its end. @returns what it printed. @throws when it fails, with its words. */
export async function runCommand(settings: Record<string, string>, ...args: string[]): Promise<string> {
  const env = { ...process.env, ...settings };
  const { stdout } = await promisify(execFile)('npm', ['run', '--silent', ...args], { env });
  return stdout;
}

/** Starts one of the built programs, in a process of its own. */
export function startProgram(settings: Record<string, string>, ...args: string[]) {
  const env = { PATH: process.env.PATH, NODE_ENV: 'production' as const, ...settings };
  const program = spawn(process.execPath, args, { env });
  let text = '';
  for (const stream of [program.stdout, program.stderr]) stream.on('data', (chunk: Buffer) => (text += String(chunk)));
  const ended = once(program, 'exit').then(([code]) => code as number | null);
  return {
    /** Waits for words in its log. */
    async says(words: string) {
      while (!text.includes(words)) {
        await Promise.race([once(program.stdout, 'data'), ended.then(() => Promise.reject(new Error(text)))]);
      }
    },
    /** What it has written so far. */
    text: () => text,
    /** Its exit code, once it has ended; null when it was killed. */
    ended,
    /** Asks it to stop. @returns its exit code. */
    async stop(): Promise<number | null> {
      program.kill('SIGTERM');
      return ended;
    },
    kill: () => void program.kill('SIGKILL'),
  };
}
