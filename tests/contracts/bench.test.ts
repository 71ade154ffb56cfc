import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { bundledCommand } from '../support/bundled-command';

const JSON_FILE = join(tmpdir(), `waymark-bench-${process.pid}.json`);

interface Line {
  name: string;
  value: number;
  unit: string;
  baseline: number | null;
  ratio: number | null;
  target: string;
  met: boolean | null;
}

/** Runs a bench as an operator does. @returns its exit code, what it printed, and its figures. */
async function bench(...args: string[]) {
  rmSync(JSON_FILE, { force: true });
  const program = spawn(process.execPath, [await bundledCommand('bench/run.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [program.stdout, program.stderr]) stream.on('data', (text: Buffer) => (printed += text));
  const [code] = (await once(program, 'exit')) as [number];
  const figures = args.includes('--json') ? (JSON.parse(readFileSync(JSON_FILE, 'utf8')) as Line[]) : [];
  return { code, printed, figures };
}

/** That the benches work; how fast anything is depends on the machine, and is not asserted. */
describe('npm run bench -- --quick', () => {
  afterAll(() => rmSync(JSON_FILE, { force: true }));
  const databases = inject('postgresUrl') ? 2 : 1;

  it('due-poll, drain, rate, plan and import', { timeout: 240_000 }, async () => {
    const { code, printed, figures } = await bench(
      ...['due-poll', 'drain', 'rate', 'plan', 'import'].flatMap((name) => ['--only', name]),
      ...['--quick', '--json', JSON_FILE],
    );
    expect(code, printed).toBe(0);
    expect(figures).toHaveLength((4 + 2 + 3 + 3 + 5) * databases);
    for (const { value, unit, baseline, ratio, target, met, name: what } of figures) {
      expect(value, what).toBeGreaterThan(0);
      expect(ratio).toEqual(baseline === null ? null : value / baseline);
      expect(unit).toMatch(/^(ms|MB|(messages|appointments|lines)\/s)$/);
      expect(met === null).toBe(target === '');
    }
    expect(printed).toMatch(/^\d+ × .*Node v/);
  });

  it('queues: what is not installed is said to be left out', { timeout: 120_000 }, async () => {
    const { code, printed, figures } = await bench('--only', 'queues', '--quick', '--json', JSON_FILE);
    expect(code, printed).toBe(0);
    const skipped = printed.match(/SKIPPED: (bullmq|Redis|pg-boss|graphile-worker|PostgreSQL)/g) ?? [];
    if (databases === 2) expect(figures.length + skipped.length).toBe(3);
    for (const { value, baseline } of figures) expect(Math.min(value, baseline!)).toBeGreaterThan(0);
  });

  it('promises: none is broken', { timeout: 120_000 }, async () => {
    const { code, printed, figures } = await bench('--only', 'promises', '--quick', '--json', JSON_FILE);
    expect(code, printed).toBe(0);
    expect(figures.map(({ name }) => name.replace(/ \(.*/, ''))).toEqual(
      Array.from({ length: databases }, () => ['lost', 'sent twice', 'sent late', 'sent after opt-out'])
        .flat()
        .map((what) => `messages ${what}`),
    );
    // A seed is printed; `SEED=` repeats the run.
    expect(
      figures.filter(({ met }) => met !== true),
      printed,
    ).toEqual([]);
  });

  // The template is built anew, as anybody would build it.
  it('portal, growth and soak, of the built portal', { timeout: 240_000 }, async () => {
    const names = ['portal', 'growth', 'soak'].flatMap((name) => ['--only', name]);
    const { code, printed, figures } = await bench(...names, '--quick', '--json', JSON_FILE);
    expect(code, printed).toBe(0);
    expect(figures).toHaveLength(29 + 20 + 4);
    for (const { value, unit, target, met, name: what } of figures) {
      expect(value, what).toBeGreaterThanOrEqual(0);
      expect(unit, what).toMatch(/^(requests\/s|requests|ms|bytes|MB)$/);
      expect(met === null).toBe(target === '');
    }
  });

  it('says what there is when the name is wrong', async () => {
    const { code, printed } = await bench('--only', 'nothing');
    expect(code).toBe(2);
    expect(printed).toContain('promises, due-poll, plan, drain, queues, import, rate, portal, growth, soak');
  });
});
