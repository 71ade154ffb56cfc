import { setImmediate as breath } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase, type Db } from '@db/client.server';
import { alone } from '@db/dialect/alone';
import { migrationState } from '@db/migrate.server';
import { HOUR, MINUTE } from '~/domain/clock';
import { bookAppointment } from '~/services/book-appointment.server';
import { saveAppointments } from '~/services/save-appointments.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { told, weeklyHours, type TestDiary } from '../support/diary';
import { anEngine, type TestEngine } from '../support/engine';

/** What a next version may bring: columns in the tables that everything goes through, a table, an index. */
const EXPAND = ['appointments', 'reminders', 'messages', 'message_events']
  .map((table) => `alter table ${table} add column of_tomorrow text;`)
  .concat(
    'alter table messages add column weight integer not null default 0;',
    'create table of_tomorrow (id text primary key not null, message_id text references messages(id));',
    'create index messages_of_tomorrow on messages (of_tomorrow);',
    "insert into migrations values ('9999_of_tomorrow', current_timestamp);",
  );
const BACK = [
  'drop index messages_of_tomorrow;',
  'drop table of_tomorrow;',
  'alter table messages drop column weight;',
  ...EXPAND.filter((statement) => statement.includes('add column of_tomorrow')).map((statement) =>
    statement.replace('add column of_tomorrow text', 'drop column of_tomorrow'),
  ),
  "delete from migrations where name = '9999_of_tomorrow';",
];

describeOnBothDatabases('a program at work while the tables become those of the next version, and back', (dialect) => {
  let database: TestDatabase;
  let migrator: Db;
  let engine: TestEngine;
  beforeEach(async () => {
    database = await newDatabase(dialect);
    migrator = openDatabase(database.url);
    engine = await anEngine(database);
    await weeklyHours(engine.deps, engine.adviser.id);
  });
  afterEach(async () => {
    await migrator.close();
    await database.drop();
  });

  it('books, claims, sends and imports on, and loses and doubles nothing', async () => {
    const customer = await engine.customer({ mobile: '+447700900123' });
    const other = await engine.customer({ mobile: '+447700900124' });
    const diary = { office: engine.office, adviser: engine.adviser, customer } as TestDiary;
    const asked = { booked: 0, reminded: 0, imported: 0 };
    let [over, rounds] = [false, 0];
    const untilOver = async (work: () => Promise<unknown>) => {
      while (!over) {
        await work();
        rounds += 1;
        await breath();
      }
    };
    const book = async () => {
      // Half an hour each, from ten o'clock, Tuesday to Friday; the clock stands at a Monday's nine.
      const [slot, day] = [2 + (asked.booked % 12), 1 + Math.floor(asked.booked / 12)];
      const startsAt = engine.deps.clock.now() + (day + 3 * Math.floor((day - 1) / 4)) * 24 * HOUR + slot * 30 * MINUTE;
      const [customer, adviser, office] = [diary.customer.id, engine.adviser.id, engine.office.id];
      const booked = await bookAppointment(engine.deps)({
        ...{ customerId: customer, adviserId: adviser, officeId: office, kind: 'review', mode: 'in_person', startsAt },
        ...{ durationMinutes: 30, purpose: 'Plan your next steps together', actor: { kind: 'staff', id: adviser } },
      });
      expect(booked).toMatchObject({ ok: true });
      asked.booked += 1;
    };
    const work = Promise.all([
      untilOver(book),
      untilOver(async () => {
        await engine.due({ customerId: other.id });
        asked.reminded += 1;
      }),
      untilOver(() => engine.send()),
      untilOver(async () => {
        const list = [1, 2, 3].map(() =>
          told(engine.deps, diary, { startsAt: engine.deps.clock.now() + 300 * 24 * HOUR }),
        );
        await database.db.write((q) => saveAppointments(q, engine.deps, list, { kind: 'import', id: null }));
        asked.imported += list.length;
      }),
    ]);
    const whileAtWork = async (count = 12) => {
      const enough = rounds + count;
      while (rounds < enough) await breath();
    };
    const change = (statements: string[]) => alone(migrator, (session) => session.transaction(statements.join('\n')));
    try {
      await Promise.race([work, whileAtWork()]);
      await change(EXPAND);
      expect((await migrationState(database.db)).pending).toEqual([]);
      await Promise.race([work, whileAtWork()]);
      await change(BACK);
      await Promise.race([work, whileAtWork()]);
    } finally {
      over = true;
    }
    await work;
    while (await engine.send());
    const { appointments, messages } = await database.db.read(async (q) => ({
      appointments: await q.select().from(q.tables.appointments),
      messages: await q.select().from(q.tables.messages),
    }));
    expect(appointments).toHaveLength(asked.booked + asked.reminded + asked.imported);
    const wereSent = messages.filter(({ status }) => status === 'accepted').map(({ id }) => id);
    expect(wereSent.length).toBeGreaterThanOrEqual(asked.reminded);
    expect(engine.sms.sent.map(({ id }) => id).sort()).toEqual(wereSent.sort());
  });
});
