import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Composition } from '~/composition.server';
import { HOUR } from '~/domain/clock';
import { saveAppointments } from '~/services/save-appointments.server';
import { pauseSending } from '~/services/stop-sending.server';
import { preview } from '../../commands/reminders/preview';
import { WrongUse } from '../../commands/reminders/subcommand';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine, type TestEngine } from '../support/engine';

describeOnBothDatabases('npm run reminders -- preview', (dialect) => {
  let database: TestDatabase;
  let engine: TestEngine;
  beforeEach(async () => {
    database = await newDatabase(dialect);
    engine = await anEngine(database);
    engine.deps.clock.set('2026-11-24T10:00:00Z');
    for (const [n, contact] of [{ mobile: '+447700900123' }, { email: 'nia@post.example' }, {}].entries()) {
      const customer = await engine.customer({ firstName: 'Nia', lastName: 'Ellis', ...contact });
      const startsAt = Date.parse('2026-11-26T14:30Z');
      const [office, adviser] = [engine.office.id, engine.adviser.id];
      const appointment = {
        ...{ ref: `A${n}`, customerId: customer.id, adviserId: adviser, officeId: office, kind: 'review' },
        ...{ mode: 'in_person' as const, startsAt, endsAt: startsAt + HOUR, purpose: '', bring: '' },
        status: 'booked' as const,
      };
      await database.db.write((q) => saveAppointments(q, engine.deps, [appointment], { kind: 'import', id: null }));
    }
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await database.drop();
  });

  /** What it prints on standard output and error, and its exit code. */
  async function run(...args: string[]) {
    const lines: string[] = [];
    vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
    vi.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line));
    const { deps } = engine;
    const code = await preview.run({ deps, requireTables: async () => {} } as unknown as Composition, args);
    return { code, text: lines.join('\n') };
  }

  it('says when, by which rule, to whom without saying who, how and why; and sends nothing', async () => {
    const before = await database.db.read((q) => q.select().from(q.tables.messages));
    const { code, text } = await run('--from', '2026-11-25', '--to', '2026-11-26', '--office', engine.office.ref);
    expect(code).toBe(0);
    expect(text.split('\n').map((line) => line.replaceAll(/ {2,}/g, ' | ')).sort()).toEqual([
      '',
      '2026-11-25 10:00 | one_day_before | N.E. | call list | no number or address is known | [A2]',
      '2026-11-25 10:00 | one_day_before | N.E. | email | they have an email address | [A1]',
      '2026-11-25 10:00 | one_day_before | N.E. …123 | text | they have a mobile | [A0]',
      'In all: text 1, email 1, call list 1. Nothing was sent.',
    ]); // prettier-ignore
    expect(text).not.toMatch(/Nia|Ellis|900|post\.example/);
    expect(await database.db.read((q) => q.select().from(q.tables.messages))).toEqual(before);
    expect([...engine.sms.sent, ...engine.email.sent]).toEqual([]);
  });

  it('has no words that only programmes know', async () => {
    await database.db.write((q) => q.update(q.tables.appointments).set({ confirmedAt: engine.deps.clock.now() }));
    const { text } = await run();
    expect(text).toContain('they said that they will be there');
    expect(text.replaceAll(/(one_day|three_days)_before|same_day/g, '')).not.toContain('_');
  });

  it('says what is stopped, and that nothing is planned', async () => {
    await pauseSending(engine.deps)({ scope: 'sms', by: 'an operator' });
    const { code, text } = await run('--from', '2027-01-01', '--to', '2027-01-02T12:00+01:00');
    expect({ code, text: text.trim() }).toEqual({
      code: 0,
      text: 'Stopped at present, and only told of as if it were not: text.\nNo reminders are planned for then.',
    });
  });

  it('an office that is not there', async () => {
    const { code, text } = await run('--office', 'NOWHERE');
    expect(code).toBe(2);
    expect(text).toContain('There is no office with that reference');
  });

  it.each([
    [['--from', 'yesterday'], /--from "yesterday" is not a date and time written like/],
    [['--to', '2026-02-30'], /--to "2026-02-30" is a date or time that does not exist/],
    [['--from', '2026-03-29T01:30'], /the clocks go forward then/],
    [['--from', '2026-11-28', '--to', '2026-11-27'], /--to has to be later than --from/],
    [['--frm', 'x'], /Unknown option '--frm'/],
    [['--office'], /argument missing/],
    [['tomorrow'], /Unexpected argument 'tomorrow'/],
  ])('arguments that make no sense: %j', async (args, words) => {
    const asked = run(...args);
    await expect(asked).rejects.toThrow(WrongUse);
    await expect(asked).rejects.toThrow(words);
  });
});
