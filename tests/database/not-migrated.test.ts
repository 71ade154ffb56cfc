import { spawn } from 'node:child_process';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { bundledCommand } from '../support/bundled-command';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { TEST_DATA_KEY } from '../support/deps';

const PROGRAMS: [source: string, ...args: string[]][] = [
  ['commands/import.ts', 'customers', 'docs/examples/customers.csv'],
  ['commands/reminders.ts', 'preview'],
  ['commands/office.ts', 'list'],
  ['commands/audit.ts', 'verify'],
  ['commands/staff.ts', 'add', '--office=B', '--email=a@b.example', '--role=adviser', '--first=A', '--last=B'],
  ['jobs/worker.ts'],
];

/** Runs a program as a person would; one that goes on running is stopped by the test's own time limit. */
async function run([source, ...args]: (typeof PROGRAMS)[number], databaseUrl: string) {
  const program = await bundledCommand(source);
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    const child = spawn(process.execPath, [program, ...args], {
      env: { PATH: process.env.PATH, NODE_ENV: 'test', DATABASE_URL: databaseUrl, DATA_KEY: TEST_DATA_KEY },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (text) => (out += text));
    child.stderr.on('data', (text) => (err += text));
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

describeOnBothDatabases('a database without its tables', (dialect) => {
  let database: TestDatabase;
  beforeEach(async () => void (database = await newDatabase(dialect, { migrate: false })));
  afterEach(() => database.drop());

  it.each(PROGRAMS)('%s says what to do, and nothing else', async (...program) => {
    const ended = await run(program, database.url);
    expect(ended.err).toBe('The database is not up to date. Run `npm run db -- migrate` first.\n');
    expect(ended.out).toBe('');
    expect(ended.code).toBeGreaterThan(0);
  });
});

it.each(PROGRAMS)('%s says so in a line when the database does not answer', async (...args) => {
  const ended = await run(args, 'postgres://nobody@127.0.0.1:9/nothing');
  expect(ended.err).toBe('The database cannot be used (ECONNREFUSED). DATABASE_URL says which one is meant.\n');
  expect(ended.code).toBeGreaterThan(0);
});
