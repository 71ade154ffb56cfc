import { get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort, startProgram } from '../programs';
import type { Backend } from './balancer';

/** One portal or worker: a process of the production build, which is started again whenever it was killed. */
export interface Member {
  name: string;
  /** What the balancer knows of it; null for a worker. */
  backend: Backend | null;
  deaths: number;
  alive: boolean;
}

type Running = ReturnType<typeof startProgram>;

/** Starts so many portals and workers with the settings given, and waits until all portals answer. */
export async function startCrew(
  settings: Record<string, string>,
  { portals, workers }: { portals: number; workers: number },
) {
  // prettier-ignore
  const running = new Map<Member, Running>();
  /** What was written by processes that are no more. */
  const written: string[] = [];
  const members: Member[] = [];
  for (let n = 1; n <= portals; n += 1) {
    const backend = { port: await freePort(), up: false, deaths: 0 };
    members.push({ name: `portal ${n}`, backend, deaths: 0, alive: false });
  }
  for (let n = 1; n <= workers; n += 1) members.push({ name: `worker ${n}`, backend: null, deaths: 0, alive: false });

  async function start(member: Member): Promise<void> {
    const { backend } = member;
    const own = backend ? { ...settings, PORT: String(backend.port), HOST: '127.0.0.1' } : settings;
    const program = startProgram(own, backend ? 'build/portal.js' : 'build/worker.js');
    running.set(member, program);
    if (backend) {
      await untilHealthy(backend.port, program);
      backend.up = true;
    }
    member.alive = true;
  }

  /** @returns true when it was killed and runs again. */
  async function strike(member: Member, restMs: number): Promise<void> {
    const { backend } = member;
    const program = running.get(member)!;
    member.alive = false;
    member.deaths += 1;
    if (backend) {
      backend.up = false;
      backend.deaths += 1;
    }
    program.kill();
    await program.stop();
    written.push(program.text());
    await pause(restMs);
    await start(member);
  }

  try {
    await Promise.all(members.map(start));
  } catch (error) {
    for (const program of running.values()) program.kill();
    throw error;
  }
  return {
    members: members as readonly Member[],
    backends: members.flatMap(({ backend }) => backend ?? []),
    strike,
    async stop(): Promise<void> {
      await Promise.all([...running.values()].map((program) => program.stop()));
    },
    /** The messages of what was logged as an error or worse, and how often each. */
    complaints(): Map<string, number> {
      const texts = [...written, ...[...running.values()].map((program) => program.text())];
      const found = new Map<string, number>();
      for (const line of texts.flatMap((text) => text.split('\n'))) {
        const complaint = complaintIn(line);
        if (complaint) found.set(complaint, (found.get(complaint) ?? 0) + 1);
      }
      return found;
    },
  };
}

export type Crew = Awaited<ReturnType<typeof startCrew>>;

/** Lines of pino; one that is cut off in the middle, because its process was killed, is nobody's complaint. */
function complaintIn(line: string): string | null {
  if (line === '') return null;
  try {
    const { level, msg, job, err } = JSON.parse(line) as { level: number; msg: string; job?: string; err?: { message?: string } }; // prettier-ignore
    if (level < 50 && !msg.startsWith('ALERT')) return null;
    return [msg, job, err?.message?.split('\n')[0]?.slice(0, 120)].filter(Boolean).join(': ');
  } catch {
    return line.startsWith('{') ? null : line.slice(0, 200);
  }
}

async function untilHealthy(port: number, program: Running): Promise<void> {
  const ended = { is: false };
  void program.ended.then(() => (ended.is = true));
  while (!(await answers(port))) {
    if (ended.is) throw new Error(`a portal ended before it answered:\n${program.text()}`);
    await pause(50);
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const asking = get({ host: '127.0.0.1', port, path: '/healthz', agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    asking.on('error', () => resolve(false));
  });
}
