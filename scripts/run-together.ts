import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

export interface Program {
  name: string;
  /** Arguments of Node. */
  args: string[];
  env: NodeJS.ProcessEnv;
  /** Where it writes: an open file, or our own output. */
  output: number | 'inherit';
}

export interface RunningTogether {
  /** Settles when one of them ends although nobody asked it to. */
  ended: Promise<{ name: string; how: string }>;
  /** Asks all to stop and waits; one that does not is ended by force. Safe to call twice. */
  stop(): Promise<void>;
}

const PATIENCE_MS = 15_000;
const END_WITH_PARENT = new URL('./end-with-parent.js', import.meta.url).href;

/** Runs programs side by side, each in a process group of its own, so that Ctrl-C reaches only us. */
export function runTogether(programs: readonly Program[]): RunningTogether {
  let stopping: Promise<void> | null = null;
  const children = programs.map(({ name, args, env, output }) => ({
    name,
    child: spawn(process.execPath, ['--import', END_WITH_PARENT, ...args], {
      env,
      stdio: ['ignore', output, output, 'ipc'],
      detached: true,
    }),
  }));
  const exits = children.map(({ name, child }) => ({ name, child, exit: exitOf(child) }));
  // Whatever happens to us, nothing is left running.
  process.once('exit', () => children.forEach(({ child }) => signal(child, 'SIGKILL')));
  return {
    ended: new Promise((resolve) => {
      for (const { name, exit } of exits) void exit.then((how) => !stopping && resolve({ name, how }));
    }),
    stop: () => (stopping ??= stopAll(exits)),
  };
}

async function stopAll(exits: { child: ChildProcess; exit: Promise<string> }[]): Promise<void> {
  for (const { child } of exits) signal(child, 'SIGTERM');
  const all = Promise.all(exits.map(({ exit }) => exit));
  await Promise.race([all, pause(PATIENCE_MS, undefined, { ref: false })]);
  for (const { child } of exits) signal(child, 'SIGKILL');
  await all;
}

/** To the whole group, so that what the program started stops as well. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function exitOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, by) => resolve(by ? `signal ${by}` : `exit code ${code}`));
  });
}

/** Settles at the first Ctrl-C, or request to end; later ones change nothing, because stopping is under way. */
export function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => resolve());
  });
}
