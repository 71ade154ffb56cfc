import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = process.cwd();
const rules = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')) as {
  forbidden: { name: string }[];
};

/** One breach of every rule of the import table: a file, what it imports, and whether as a type. */
const PLANTED: Record<string, [from: string, imports: string]> = {
  'no-cycles': ['app/domain/cycle-a.ts', "import './cycle-b';"],
  'domain-own': ['app/domain/bad-own.ts', "import '../../db/client.server';"],
  'domain-packages': ['app/domain/bad-package.ts', "import 'node:fs';"],
  'i18n-own': ['app/i18n/bad-own.ts', "import '../services/a';"],
  'i18n-packages': ['app/i18n/bad-package.ts', "import 'node:fs';"],
  'design-system-own': ['app/components/design-system/bad-own.ts', "import '../../services/a';"],
  'design-system-packages': ['app/components/design-system/bad-package.ts', "import 'node:fs';"],
  'db-own': ['db/bad-own.ts', "import '../app/services/a';"],
  'db-packages': ['db/bad-package.ts', "import 'node:http';"],
  'adapters-own': ['app/adapters/bad-own.ts', "import '../services/a';"],
  'adapters-of-db-types-only': ['app/adapters/bad-value.ts', "import '../../db/client.server';"],
  'services-own': ['app/services/bad-own.ts', "import '../http/a';"],
  'services-of-adapters-types-only': ['app/services/bad-value.ts', "import '../adapters/a';"],
  'routes-own': ['app/routes/bad-own.ts', "import '../../db/client.server';"],
  'routes-of-services-types-only': ['app/routes/bad-value.ts', "import '../services/a';"],
  'http-own': ['app/http/bad-own.ts', "import '../adapters/a';"],
  'jobs-own': ['jobs/bad-own.ts', "import '../app/adapters/a';"],
  'app-not-jobs': ['app/services/bad-jobs.ts', "import '../../jobs/a';"],
  'composition-own': ['app/composition.server.ts', "import './routes/a';"],
  'outcomes-not-capability': ['app/services/record-outcome.server.ts', "import '../domain/capability/a';"],
  'profiles-by-name': ['app/services/bad-reading.server.ts', "import '../../db/queries/profile-checks.server';"],
  'not-to-tests': ['app/domain/bad-tests.ts', "import '../../tests/a';"],
  'not-to-unresolvable': ['app/domain/bad-unresolvable.ts', "import './nowhere';"],
};

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-imports-'));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  for (const room of ['app/services', 'app/http', 'app/adapters', 'app/routes', 'jobs', 'tests'])
    write(`${room}/a.ts`, 'export {};');
  write('db/client.server.ts', 'export {};');
  write('db/queries/profile-checks.server.ts', 'export {};');
  write('app/domain/capability/a.ts', 'export {};');
  write('app/domain/cycle-b.ts', "import './cycle-a';");
  for (const [file, text] of Object.values(PLANTED)) write(file, `${text}\n`);
  copyFileSync(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function violatedRules(): Set<string> {
  const cruise = join(root, 'node_modules', '.bin', 'depcruise');
  const config = join(root, '.dependency-cruiser.cjs');
  const run = () =>
    execFileSync(cruise, ['app', 'db', 'jobs', '--config', config, '--output-type', 'json'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 16 * 1024 * 1024,
    });
  let output: string;
  try {
    output = run();
  } catch (failure) {
    // It exits with the number of breaches; the report is on its output all the same.
    output = (failure as { stdout: string }).stdout;
  }
  const report = JSON.parse(output) as { summary: { violations: { rule: { name: string }; from: string }[] } };
  return new Set(report.summary.violations.map((violation) => `${violation.rule.name} ${violation.from}`));
}

it('every row of the import table catches a planted breach', () => {
  const caught = violatedRules();
  for (const [rule, [file]] of Object.entries(PLANTED)) expect(caught, rule).toContain(`${rule} ${file}`);
});

it('every rule has a planted breach', () => {
  expect(Object.keys(PLANTED).sort()).toEqual(rules.forbidden.map((rule) => rule.name).sort());
});

it('has every query that names a table of profiles in a module that the rule about readers knows', () => {
  const { to } = rules.forbidden.find(({ name }) => name === 'profiles-by-name') as unknown as { to: { path: string } };
  const naming = readdirSync(join(root, 'db/queries'))
    .map((name) => `db/queries/${name}`)
    .filter((path) => {
      const source = readFileSync(join(root, path), 'utf8');
      return /[{,.]\s*(profiles|otherWays|reasks|outlooks|fairnessChecks|signposts)\b[^'\n]*|= q\.tables\.profiles/.test(
        source,
      );
    });
  // A copy of one's own data has all of it, and is nobody else's.
  const unknown = naming.filter((path) => !new RegExp(to.path).test(path) && path !== 'db/queries/own-data.server.ts');
  expect(naming.length).toBeGreaterThan(5);
  expect(unknown).toEqual([]);
});
