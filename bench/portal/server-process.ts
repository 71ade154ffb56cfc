import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../tests/support/programs';
import { limitsOf } from '../limits';

/** A server in a process of its own. */
export interface ServerProcess {
  port: number;
  /** Processor time that it has used so far (ms), with all its threads; a hundredth of a second at best. */
  processorMs(): number;
  /** Memory that it holds at this moment (MB). */
  residentMb(): number;
  stop(): Promise<void>;
}

/** What `npm start` gives the portal; whatever is held against it has the same. */
export const LIMITS = limitsOf('start');
/** The built portal, with the outbox in place of providers. */
export const PORTAL = [...LIMITS, 'build/portal.js', '--demo'];

/** The kernel's unit of processor time, which is the same on every Linux that Node runs on (ms). */
const TICK_MS = 10;

/**
 * Starts a server and waits until it listens. What it logs goes nowhere, but is written.
 * @param args what Node is given: options, the file, and the file's own.
 */
export async function startServer(settings: Record<string, string>, ...args: string[]): Promise<ServerProcess> {
  const port = await freePort();
  const env = { PATH: process.env.PATH, NODE_ENV: 'production' as const, ...settings, PORT: String(port) };
  const program = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  program.stderr.on('data', (text: Buffer) => (complaint += String(text)));
  const ended = once(program, 'exit');
  const over = ended.then(() => Promise.reject(new Error(`${args.at(-1)} has ended. ${complaint}`)));
  over.catch(() => undefined);
  while (!(await Promise.race([listens(port), over]))) await Promise.race([pause(50), over]);
  const of = (file: string) => readFileSync(`/proc/${program.pid}/${file}`, 'utf8');
  return {
    port,
    processorMs() {
      // The name, in brackets, may hold anything; the fields behind it are counted from the third.
      const fields = of('stat')
        .replace(/^.*\) /s, '')
        .split(' ');
      return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
    },
    residentMb: () => Number(/^VmRSS:\s+(\d+) kB/m.exec(of('status'))?.[1]) / 1024,
    async stop() {
      program.kill('SIGTERM');
      const late = setTimeout(() => program.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(late);
    },
  };
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
