import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** Where it is written: one file for the suites of a whole run, one after the other. */
export const LAST_WORD = join(process.cwd(), '.cache', 'last-word.txt');

type Failures = ReadonlyArray<{ message: string }> | undefined;

/** What failed, and what passed only at a second try, in a few lines that can be said again when everything else has run. */
export default class LastWord implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: ReadonlyArray<{ message: string }>): void {
    const lines = modules.flatMap((one) => [
      ...failed(fileOf(one), one.errors()),
      ...[...one.children.allTests()].flatMap((test) => linesOf(one, test)),
    ]);
    lines.push(...unhandled.flatMap((error) => failed('outside of the tests', [error])));
    if (lines.length === 0) return;
    mkdirSync(dirname(LAST_WORD), { recursive: true });
    appendFileSync(LAST_WORD, `${lines.join('\n')}\n`);
  }
}

const fileOf = ({ moduleId }: TestModule) => relative(process.cwd(), moduleId);

function linesOf(module: TestModule, test: TestCase): string[] {
  const name = `${fileOf(module)} > ${test.fullName}`;
  if (test.result().state === 'failed') return failed(name, test.result().errors);
  return test.diagnostic()?.flaky ? [`passed at the second try: ${name}`] : [];
}

const failed = (name: string, errors: Failures = []) =>
  errors.map(({ message }) => `FAILED ${name}: ${message.slice(0, 500).replaceAll('\n', ' ')}`);
