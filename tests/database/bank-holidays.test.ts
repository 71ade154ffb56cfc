import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { compose } from '~/composition.server';
import { readConfig } from '~/config.server';
import { createPrintQueue } from '~/adapters/messaging/print';
import { DIVISIONS, type Division } from '~/domain/time/division';
import { instantAt, wallClockOf } from '~/domain/time/wall-clock';
import { loadBankHolidays } from '~/services/load-bank-holidays.server';
import { sendDue } from '~/services/send-due.server';
import { listHolidays, shippedHolidays } from '@db/queries/bank-holidays.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aContactPoint, aCustomer, aMemberOfStaff, anOffice } from '../support/factories';
import { freePort, runCommand } from '../support/programs';
import { holidays } from '../../commands/reminders/holidays';
import { WrongUse } from '../../commands/reminders/subcommand';
import { aManager, book, plannedFor, setRules } from '../support/office-rules';

const at = (date: string, time: string) => instantAt(date, time, 'Europe/London');

/** The government's list with these dates for a division, and one date for the others. */
function listWith(division: Division, dates: string[]) {
  const events = (some: string[]) =>
    some.map((date) => ({ title: `Holiday of ${date}`, date, notes: '', bunting: true }));
  return Object.fromEntries(
    DIVISIONS.map((one) => [one, { division: one, events: events(one === division ? dates : ['2026-12-25']) }]),
  );
}

describeOnBothDatabases('bank holidays', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  beforeEach(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db, { senders: [createPrintQueue()] });
  });
  afterEach(() => database.drop());

  async function inDivision(division: Division, fields: Parameters<typeof aCustomer>[2] = {}) {
    const office = await anOffice(deps, { division });
    const adviser = await aMemberOfStaff(deps, office.id);
    const customer = await aCustomer(deps, { officeId: office.id, adviserId: adviser.id }, fields);
    return { office, adviser, customer };
  }
  const wall = (instant: number) => {
    const { date, time } = wallClockOf(instant, 'Europe/London');
    return `${date} ${time}`;
  };

  describe('of a division', () => {
    // Easter Monday is none in Scotland, St Andrew's Day only there, and 13 July only in Northern Ireland.
    it.each<[Division, string[]]>([
      ['england-and-wales', ['04-05', '07-13', '11-30']],
      ['scotland', ['04-06', '07-13', '11-29']],
      ['northern-ireland', ['04-05', '07-12', '11-30']],
    ])('%s: reminders go on the last day before, where the office wants it so', async (division, expected) => {
      const diary = await inDivision(division);
      await setRules(deps, await aManager(deps, diary.office.id), { bankHolidays: 'day_before', secondDays: '1' });
      deps.clock.set('2026-03-02T09:00:00Z');
      await setRules(deps, await aManager(deps, diary.office.id), { bankHolidays: 'day_before' });
      const days = [];
      for (const date of ['2026-04-07', '2026-07-14', '2026-12-01']) {
        const planned = await plannedFor(deps, await book(deps, diary, { startsAt: at(date, '14:30') }));
        days.push(/one_day_before (\S+) 10:00/.exec(planned.join('; '))?.[1]);
      }
      expect(days).toEqual(expected);
    });

    it.each(DIVISIONS)(
      '%s: reminders go as on any other day where the office does not say otherwise',
      async (division) => {
        const diary = await inDivision(division);
        for (const [date, before] of [
          ['2026-12-01', '11-30'],
          ['2026-12-29', '12-28'],
        ] as const) {
          const planned = await plannedFor(deps, await book(deps, diary, { startsAt: at(date, '14:30') }));
          expect(planned).toContain(`one_day_before ${before} 10:00 default-1`);
        }
      },
    );

    it.each<[Division, string]>([
      ['england-and-wales', '2026-11-30 17:00'],
      ['scotland', '2026-11-27 17:00'],
      ['northern-ireland', '2026-11-30 17:00'],
    ])('%s: a call before the office opens on Tuesday is due when it last closes: %s', async (division, due) => {
      const diary = await inDivision(division);
      await book(deps, diary, { startsAt: at('2026-12-01', '09:15') });
      await sendDue(deps)('worker');
      const calls = await deps.db.read((q) => q.select().from(q.tables.callList));
      expect(calls.map(({ dueAt }) => wall(dueAt))).toEqual([due]);
    });

    it.each<[Division, string]>([
      ['england-and-wales', '2026-11-30 17:00'],
      ['scotland', '2026-11-27 17:00'],
      ['northern-ireland', '2026-11-30 17:00'],
    ])('%s: a letter about Friday is to be posted by %s', async (division, last) => {
      const diary = await inDivision(division, { preferredChannel: 'letter' });
      await aContactPoint(deps, diary.customer.id, 'post', '14 Heol y Bryn\nBangor\nLL57 2AB');
      await book(deps, diary, { startsAt: at('2026-12-04', '10:00') });
      await sendDue(deps)('worker');
      const letters = await deps.db.read((q) => q.select().from(q.tables.letters));
      expect(letters.map(({ postBy }) => wall(postBy))).toEqual([last]);
    });
  });

  describe('that are loaded', () => {
    const known = () => deps.db.read((q) => listHolidays(q));
    const dates = async (division: Division) =>
      (await known()).filter((one) => one.division === division).map(({ date }) => date);

    it('take the place of those that come with the service, whole, and the next booking goes by them', async () => {
      expect(await known()).toEqual(shippedHolidays());
      const loaded = await loadBankHolidays(deps)(listWith('england-and-wales', ['2026-11-30', '2026-12-25']));
      expect(loaded).toMatchObject({ ok: true, total: 4 });
      expect(await dates('england-and-wales')).toEqual(['2026-11-30', '2026-12-25']);
      const diary = await inDivision('england-and-wales');
      await setRules(deps, await aManager(deps, diary.office.id), { bankHolidays: 'day_before' });
      const planned = await plannedFor(deps, await book(deps, diary, { startsAt: at('2026-12-01', '14:30') }));
      expect(planned.join()).toContain('one_day_before 11-29 10:00');
    });

    it('leave what is planned as it is', async () => {
      const diary = await inDivision('england-and-wales');
      await setRules(deps, await aManager(deps, diary.office.id), { bankHolidays: 'day_before' });
      const appointment = await book(deps, diary, { startsAt: at('2026-12-01', '14:30') });
      const before = await plannedFor(deps, appointment);
      await loadBankHolidays(deps)(listWith('england-and-wales', ['2026-11-30']));
      expect(await plannedFor(deps, appointment)).toEqual(before);
    });

    it('say what they change, once; and it is on record', async () => {
      const list = listWith('scotland', ['2026-11-30', '2026-12-25']);
      await loadBankHolidays(deps)(list);
      expect(await loadBankHolidays(deps)(list)).toEqual({ ok: true, total: 4, added: [], removed: [] });
      const again = await loadBankHolidays(deps)(listWith('scotland', ['2026-11-30', '2027-01-01']));
      expect(again).toMatchObject({
        added: [{ division: 'scotland', date: '2027-01-01' }],
        removed: [{ division: 'scotland', date: '2026-12-25' }],
      });
      const entries = await deps.db.read((q) =>
        q.select().from(q.tables.auditEntries).orderBy(q.tables.auditEntries.seq),
      );
      expect(entries.map(({ chain, action, detail }) => [chain, action, detail])).toEqual([
        ['service', 'bank_holidays.loaded', '4 added, 0 removed'],
        ['service', 'bank_holidays.loaded', '1 added, 1 removed'],
      ]);
    });

    it.each<[string, (list: ReturnType<typeof listWith>) => unknown, string]>([
      ['no list', () => 'hello', '"england-and-wales" has no list of events'],
      ['a division missing', ({ scotland: _, ...others }) => others, '"scotland" has no list of events'],
      [
        'a division without holidays',
        (list) => ({ ...list, scotland: { events: [] } }),
        '"scotland" has no holidays at all',
      ],
      [
        'a date that does not exist',
        (list) => ({ ...list, scotland: { events: [{ title: 'x', date: '2026-02-30' }] } }),
        '"scotland" has a date that does not exist',
      ],
      [
        'a holiday without a name',
        (list) => ({ ...list, scotland: { events: [{ title: ' ', date: '2026-02-03' }] } }),
        '"scotland" has no title for 2026-02-03',
      ],
      ['a date twice', () => listWith('scotland', ['2026-02-03', '2026-02-03']), '"scotland" has 2026-02-03 twice'],
    ])('are refused with %s, and nothing changes', async (_what, broken, problem) => {
      await loadBankHolidays(deps)(listWith('scotland', ['2026-11-30']));
      const before = await known();
      expect(await loadBankHolidays(deps)(broken(listWith('scotland', ['2026-12-26'])))).toEqual({
        ok: false,
        problem,
      });
      expect(await known()).toEqual(before);
    });
  });

  describe('npm run reminders -- holidays', () => {
    let folder: string;
    let server: Server;
    let url: string;
    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'waymark-holidays-'));
      server = createServer((request, response) => {
        const pages: Record<string, () => unknown> = {
          '/good.json': () => response.end(JSON.stringify(listWith('scotland', ['2026-11-30']))),
          '/page': () => response.end('<!doctype html><title>Sign in to the network</title>'),
          '/cut': () =>
            response.writeHead(200, { 'content-length': '999' }).write('{"scotland"', () => response.destroy()),
          '/endless': () => response.end(`"${'x'.repeat(2_000_000)}"`),
        };
        const page = pages[request.url ?? ''];
        if (page) page();
        else response.writeHead(404).end();
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    afterEach(async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    });

    /** As the command does it, in this process: starting one takes seconds. */
    async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
      const settings = { DATABASE_URL: database.url, LOG_LEVEL: 'silent' };
      const composition = compose(readConfig(settings, 'test'), { name: 'reminders' });
      const said = { out: '', err: '' };
      vi.spyOn(console, 'log').mockImplementation((line: string) => void (said.out += `${line}\n`));
      vi.spyOn(console, 'error').mockImplementation((line: string) => void (said.err += `${line}\n`));
      try {
        return { code: await holidays.run(composition, args), ...said };
      } finally {
        vi.restoreAllMocks();
        await composition.close();
      }
    }
    const file = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const loaded = () => deps.db.read((q) => q.select().from(q.tables.bankHolidays));

    it('loads a file, an address, or what comes with Waymark, and says what that changes', async () => {
      const list = file('list.json', `\uFEFF${JSON.stringify(listWith('scotland', ['2027-01-04']))}`);
      const printed = await runCommand({ DATABASE_URL: database.url }, 'reminders', '--', 'holidays', list);
      expect(printed).toBe(
        [
          'england-and-wales: 1 added, 0 removed',
          '  + 2026-12-25 Holiday of 2026-12-25',
          'scotland: 1 added, 0 removed',
          '  + 2027-01-04 Holiday of 2027-01-04',
          'northern-ireland: 1 added, 0 removed',
          '  + 2026-12-25 Holiday of 2026-12-25',
          '3 bank holidays are known. What is planned already stays as it is.\n',
        ].join('\n'),
      );
      const fromServer = await run(`${url}/good.json`);
      expect(fromServer).toMatchObject({ code: 0, err: '' });
      expect(fromServer.out).toContain('  + 2026-11-30 Holiday of 2026-11-30\n  - 2027-01-04 Holiday of 2027-01-04');
      expect((await run()).out).toContain(`${shippedHolidays().length} bank holidays are known.`);
      expect(await loaded()).toHaveLength(shippedHolidays().length);
    });

    it('says in clear words why it cannot, changes nothing, and ends with 1', async () => {
      const gone = join(folder, 'gone.json');
      const closed = `127.0.0.1:${await freePort()}`;
      const refusals: [string, string][] = [
        [file('text.json', 'Christmas is on the 25th'), 'could not be used: it is not JSON'],
        [file('null.json', 'null'), 'could not be used: there is nothing in it'],
        [file('empty.json', ''), 'could not be used: it is not JSON'],
        [
          file('half.json', '{"scotland": {"events": []}}'),
          'is not a list of bank holidays: "england-and-wales" has no list of events',
        ],
        [gone, 'could not be used: ENOENT: no such file or directory'],
        [`${url}/page`, 'could not be used: it is not JSON'],
        [`${url}/nowhere`, 'could not be used: the server answered 404'],
        [`${url}/cut`, 'could not be used: it cannot be reached'],
        [`${url}/endless`, 'could not be used: it is far too long for such a list'],
      ];
      for (const [source, words] of refusals) {
        const { code, out, err } = await run(source);
        expect([code, out]).toEqual([1, '']);
        expect(err).toContain(`${source} ${words}`);
        expect(err).toMatch(/Nothing was changed\.\n$/);
      }
      expect((await run(`http://${closed}/`)).err).toContain(`it cannot be reached (connect ECONNREFUSED ${closed})`);
      expect(await loaded()).toEqual([]);
    });

    it('takes one source and no options', async () => {
      await expect(run('a', 'b')).rejects.toThrow('Name one file or address');
      await expect(run('--force')).rejects.toThrow(WrongUse);
    });
  });
});
