import { spawn } from 'node:child_process';

export interface Step {
  name: string;
  command: string;
  args: string[];
  /** Prints as it goes, instead of only when it fails. */
  loud?: boolean;
}

function runStep(step: Step): Promise<boolean> {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(step.command, step.args, {
      stdio: step.loud ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
    });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => void (output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => void (output += chunk.toString()));
    child.once('error', (error) => void (output += `${error.message}\n`));
    child.once('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${code === 0 ? '✓' : '✗'} ${step.name} (${seconds} s)`);
      if (code !== 0 && !step.loud) console.log(output);
      resolve(code === 0);
    });
  });
}

/** Runs steps, at most `atOnce` together, to the end even when one fails; true when all passed. */
export async function runSteps(steps: readonly Step[], atOnce: number): Promise<boolean> {
  const waiting = [...steps];
  let passed = true;
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) passed = (await runStep(step)) && passed;
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return passed;
}

const bin = (name: string) => `node_modules/.bin/${name}`;

/** What can be known without starting anything; what takes longest begins first, so that no processor waits for it. */
export const FAST_STEPS: readonly Step[] = [
  { name: 'lint', command: bin('eslint'), args: ['.', '--cache', '--cache-location', 'node_modules/.cache/eslint/'] },
  { name: 'types', command: bin('tsc'), args: ['--noEmit'] },
  { name: 'unit', command: bin('vitest'), args: ['run', '--project', 'unit', '--project', 'languages'] },
  { name: 'format', command: bin('prettier'), args: ['--check', '.', '--cache', '--log-level', 'warn'] },
  {
    name: 'import rules',
    command: bin('depcruise'),
    args: ['app', 'db', 'jobs', 'commands', 'scripts', 'server.ts', '--config', '.dependency-cruiser.cjs'],
  },
  { name: 'dead code', command: bin('knip'), args: [] },
];
