import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundledCommand } from '../support/bundled-command';
import { newDatabase, type TestDatabase } from '../support/databases';
import { TEST_DATA_KEY, testDeps } from '../support/deps';
import { anOffice } from '../support/factories';

const HEADER =
  'appointment_ref,customer_ref,first_name,last_name,mobile,landline,email,language,adviser_ref,adviser_name,office_ref,kind,mode,starts_at,duration_minutes,purpose,bring,status';
const line = (ref: string, overrides: { mobile?: string; startsAt?: string; name?: string } = {}) =>
  `${ref},C-${ref},${overrides.name ?? 'Siân'},Hughes,${overrides.mobile ?? '07700 900123'},,,cy,V1,Sioned Parry,BANGOR,review,in_person,${overrides.startsAt ?? '2030-11-26T14:30'},30,Plan the week,,booked`;

/** Runs the real command as a person would. */
async function command(
  script: 'import' | 'office' | 'reminders',
  args: string[],
  databaseUrl: string,
  { hangUp = false } = {},
) {
  const program = await bundledCommand(`commands/${script}.ts`);
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    const child = spawn(process.execPath, [program, ...args], {
      env: { PATH: process.env.PATH, NODE_ENV: 'test', DATABASE_URL: databaseUrl, DATA_KEY: TEST_DATA_KEY },
    });
    if (hangUp) child.stdout.destroy();
    let [out, err] = ['', ''];
    child.stdout.on('data', (text) => (out += text));
    child.stderr.on('data', (text) => (err += text));
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

describe('npm run import', () => {
  let database: TestDatabase;
  let folder: string;
  beforeAll(async () => {
    database = await newDatabase('sqlite');
    await anOffice(testDeps(database.db), { ref: 'BANGOR' });
  });
  afterAll(() => database.drop());
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'waymark-import-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const fileOf = (content: string | Buffer) => {
    const path = join(folder, 'file.csv');
    writeFileSync(path, content);
    return path;
  };
  const importing = (content: string | Buffer, ...args: string[]) =>
    command('import', ['appointments', fileOf(content), ...args], database.url);
  const count = async () => (await database.db.read((q) => q.select().from(q.tables.appointments))).length;

  it('ends with 0 when every line is good, and again when nothing is new', async () => {
    const text = `\ufeff${HEADER},notes,start_time\r\n${line('A1')},x,y\r\n`;
    const dry = await importing(text, '--dry-run');
    expect(dry).toMatchObject({ code: 0, err: '' });
    expect(dry.out).toContain('nothing was saved');
    expect(await count()).toBe(0);

    const first = await importing(text);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(/created +1\nupdated +0\nunchanged +0\nrejected +0\n/);
    expect(first.out).toContain('Ignored columns: "notes", "start_time"');
    const second = await importing(text);
    expect(second.code).toBe(0);
    expect(second.out).toMatch(/created +0\nupdated +0\nunchanged +1\nrejected +0\n/);
  });

  it('ends with 1 when a line is bad, says which and why, and imports the others', async () => {
    const bad = [line('B2', { mobile: '0770090', startsAt: '2030-03-31T01:30' }), 'B3,"never closed,', line('B4')];
    const rejects = join(folder, 'rejects.csv');
    const ended = await importing([HEADER, line('B1'), ...bad].join('\n'), '--rejects', rejects);
    expect(ended).toMatchObject({ code: 1, err: '' });
    expect(ended.out).toMatch(/created +2\n/);
    expect(ended.out).toContain(
      'line 3: mobile "0770090" is not a UK telephone number; starts_at "2030-03-31T01:30" does not exist in Europe/London',
    );
    expect(ended.out).toContain('line 4: opens a quotation mark that is never closed');
    expect(readFileSync(rejects, 'utf8').split('\r\n')).toHaveLength(4);
  });

  it('takes mended rejected lines back, with what was made safe for a spreadsheet', async () => {
    const rejects = join(folder, 'rejects.csv');
    const bad = line('D1', { name: '=cmd()', mobile: '+44 770090' });
    expect((await importing(`${HEADER}\n${bad}\n`, '--rejects', rejects)).code).toBe(1);
    const listed = readFileSync(rejects, 'utf8');
    expect(listed).toContain(",'=cmd(),");
    expect(listed).toContain(",'+44 770090,");
    const mended = await importing(listed.replaceAll('+44 770090', '+44 7700900123'));
    expect(mended).toMatchObject({ code: 0, err: '' });
    expect(mended.out).toContain('Ignored columns: "line", "reason"');
    const named = await database.db.read((q) => q.select().from(q.tables.customers));
    expect(named.map((customer) => customer.firstName)).toContain('=cmd()');
  });

  // The adapter's own test has the other kinds of file.
  it.each([
    ['an empty file', '', 'is empty'],
    ['a missing column', `${HEADER.replace('starts_at', 'start_at')}\nx\n`, 'Is "start_at" meant to be "starts_at"?'],
    [
      'Windows-1252 on its last line',
      Buffer.concat([Buffer.from(`${HEADER}\n${line('Z1')}\n`), Buffer.from(line('Z2'), 'latin1')]),
      'It is not UTF-8: line 3 has the byte E2',
    ],
  ])('ends with 2 for %s, and saves nothing', async (_, content, words) => {
    const before = await count();
    const ended = await importing(content);
    expect(ended.code).toBe(2);
    expect(ended.err).toContain(words);
    expect(ended.err).not.toMatch(/\n {4}at /);
    expect(ended.out).toBe('');
    expect(await count()).toBe(before);
  });

  it('ends with 2 for what is no file, and for what it does not know', async () => {
    const cases = [
      [['appointments', join(folder, 'none.csv')], 'does not exist'],
      [['cinemas', 'x.csv'], 'Usage'],
      [['clubs', join(folder, 'none.json')], 'does not exist'],
      [['customers', 'x.csv', '--force'], 'Usage'],
    ] as const;
    for (const [args, words] of cases) {
      const ended = await command('import', [...args], database.url);
      expect({ args, code: ended.code, says: ended.err.includes(words) }).toEqual({ args, code: 2, says: true });
    }
  });

  it('knows clubs and postcodes', async () => {
    const example = (noun: string, name: string) =>
      command('import', [noun, join('docs', 'examples', name), '--dry-run'], database.url);
    const postcodes = await example('postcodes', 'code-point-open.csv');
    expect(postcodes).toMatchObject({ code: 0, err: '' });
    expect(postcodes.out).toMatch(/^4 lines read in .* s\ncreated +2\nupdated +0\nunchanged +0\nrejected +0\n/);
    expect(postcodes.out).toContain('0 that have ended, 1 without a place on the map');
    const clubs = await example('clubs', 'clubs.json');
    expect(clubs).toMatchObject({ code: 0, err: '' });
    expect(clubs.out).toMatch(/created +2\n/);
  });

  it('begins on a new installation: an office, its customers, and what will be sent', async () => {
    const empty = await newDatabase('sqlite');
    try {
      const file = fileOf(`${HEADER}\n${line('A1')}\n`);
      const early = await command('import', ['appointments', file], empty.url);
      expect(early).toMatchObject({ code: 2, err: expect.stringContaining('npm run office -- add') });
      const added = await command('office', ['add', '--ref', 'BANGOR', '--name', 'Bangor'], empty.url);
      expect(added).toMatchObject({ code: 0, out: 'The office "BANGOR" is added.\n' });
      expect((await command('import', ['appointments', file], empty.url)).code).toBe(0);
      const preview = await command('reminders', ['preview', '--to', '2031-01-01'], empty.url);
      expect(preview).toMatchObject({ code: 0, err: '' });
      expect(preview.out).toMatch(/2030-11-23 10:00 {2}three_days_before {2}S\.H\. …123 .*\[A1\]/);
      expect(preview.out).not.toContain('900123');
      expect(preview.out).not.toContain('Siân');
      const unread = await command('reminders', ['preview', '--to', '2031-01-01'], empty.url, { hangUp: true });
      expect(unread).toEqual({ code: 0, out: '', err: '' });
    } finally {
      await empty.drop();
    }
  });
});
