import { spawn } from 'node:child_process';

/** Runs a program of Node's to its end, as a person would. */
export function runToEnd(
  args: string[],
  settings: Record<string, string>,
): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const env = { NODE_ENV: 'test' as const, PATH: process.env.PATH, ...settings };
    const child = spawn(process.execPath, args, { env });
    let [out, err] = ['', ''];
    child.stdout.on('data', (text) => (out += text));
    child.stderr.on('data', (text) => (err += text));
    child.on('error', reject).on('close', (code) => resolve({ code, out, err }));
  });
}
