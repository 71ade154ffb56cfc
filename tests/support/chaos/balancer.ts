import { Agent, request as send, type IncomingHttpHeaders } from 'node:http';
import type { Tally } from './tally';

/** A portal as the balancer sees it. */
export interface Backend {
  port: number;
  /** False from the moment at which it is killed until it answers again. */
  up: boolean;
  /** How often it was killed. */
  deaths: number;
}

export interface Asked {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string;
}

export type Answer =
  | { ok: true; status: number; headers: IncomingHttpHeaders; body: string }
  /** No answer came. `excused`: its portal was killed while it had the request. */
  | { ok: false; excused: boolean; why: string };

interface Attempt {
  answer: Answer;
  /** False when nobody can have seen it: the connection was refused. */
  written: boolean;
}

/** Shorter than the five seconds for which Node keeps an idle connection open, so that none is used that is about to end. */
const IDLE_MS = 3_000;
/** As long as nginx waits, unless told otherwise. */
const PATIENCE_MS = 60_000;

/**
 * What stands before several portals: the next request goes to the next portal. As a real one does, it gives a request whose
 * connection was refused to another portal, and a GET that was broken off too; a POST that may have been read never goes twice.
 */
export function createBalancer(backends: readonly Backend[], tally: Tally) {
  const agents = backends.map(() => new Agent({ keepAlive: true, timeout: IDLE_MS, maxSockets: 64 }));
  let turn = 0;

  async function pass(asked: Asked): Promise<Answer> {
    const began = performance.now();
    turn += 1;
    let last: Answer = { ok: false, excused: false, why: 'no portal is up' };
    for (let n = 0; n < 2 * backends.length; n += 1) {
      const at = (turn + n) % backends.length;
      if (!backends[at]!.up && backends.some(({ up }) => up)) continue;
      const { answer, written } = await attempt(at, asked);
      last = answer;
      if (answer.ok || (written && asked.method === 'POST')) break;
      tally.repeated();
    }
    tally.answered(asked, last, performance.now() - began);
    return last;
  }

  function attempt(at: number, { method, path, headers, body }: Asked): Promise<Attempt> {
    const backend = backends[at]!;
    const { deaths, up } = backend;
    return new Promise((resolve) => {
      const lost = (error: NodeJS.ErrnoException) => {
        const why = error.code ?? error.message;
        const excused = !up || !backend.up || backend.deaths !== deaths;
        resolve({ answer: { ok: false, excused, why }, written: why !== 'ECONNREFUSED' });
      };
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const asking = send(
        { host: '127.0.0.1', port: backend.port, agent: agents[at], method, path, headers: { ...headers, ...length } },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', lost);
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            const { statusCode = 0, headers: got } = response;
            resolve({ answer: { ok: true, status: statusCode, headers: got, body: text }, written: true });
          });
        },
      );
      asking.setTimeout(PATIENCE_MS, () => asking.destroy(new Error('no answer in time')));
      asking.on('error', lost);
      asking.end(body);
    });
  }

  return { pass, close: () => agents.forEach((agent) => agent.destroy()) };
}

export type Balancer = ReturnType<typeof createBalancer>;
