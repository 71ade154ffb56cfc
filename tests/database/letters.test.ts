import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createPrintQueue } from '~/adapters/messaging/print';
import { DAY, HOUR, MINUTE } from '~/domain/clock';
import { instantAt } from '~/domain/time/wall-clock';
import { endLateLetters } from '~/services/end-late-letters.server';
import { moveAppointment } from '~/services/move-appointment.server';
import { postLetters, unpostLetters } from '~/services/post-letters.server';
import { printLetters } from '~/services/print-letters.server';
import { viewLetters } from '~/services/view-letters.server';
import { saveAppointments } from '~/services/save-appointments.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine, type TestEngine } from '../support/engine';
import { aContactPoint, aMemberOfStaff, anOffice, availableAllWeek } from '../support/factories';
import { readPdf } from '../support/read-pdf';

const ADDRESS = '14 Heol y Bryn\nBangor\nLL57 2AB';
const at = (date: string, time = '10:00') => instantAt(date, time, 'Europe/London');

/** The clock stands at 9:00 on Monday 23 November 2026. */
describeOnBothDatabases('a letter', (dialect) => {
  let database: TestDatabase;
  let engine: TestEngine;
  let staff: SignedInStaff;
  beforeEach(async () => {
    database = await newDatabase(dialect);
    engine = await anEngine(database);
    Object.assign(engine.deps, { senders: [...engine.deps.senders, createPrintQueue()] });
    staff = asStaff(engine.adviser);
  });
  afterEach(() => database.drop());

  const asStaff = (row: { id: string; officeId: string; firstName: string; lastName: string }): SignedInStaff => ({
    ...{ kind: 'staff', id: row.id, officeId: row.officeId, role: 'adviser' },
    ...{ firstName: row.firstName, lastName: row.lastName },
  });
  const queue = () => viewLetters(engine.deps)({ staff });
  const waiting = async () => (await queue()).waiting.map((letter) => letter.id);

  /** Somebody who prefers letters, with an appointment that is to be told of now. */
  async function aLetter(startsAt = at('2026-12-10'), fields: { mobile?: string; discreet?: boolean } = {}) {
    const customer = await engine.customer({
      preferredChannel: 'letter',
      firstName: 'Siân',
      lastName: 'Ŵyn',
      ...fields,
    });
    await aContactPoint(engine.deps, customer.id, 'post', ADDRESS);
    const due = await engine.due({ customerId: customer.id, rule: 'booked', appointment: { startsAt } });
    await engine.send();
    return { ...due, customer };
  }

  it('waits in the print queue of the office, with its words and address kept unreadable', async () => {
    const { message } = await aLetter();
    const row = await engine.row(message.id);
    expect(row).toMatchObject({ status: 'accepted', channel: 'letter', provider: 'print', reason: 'preference' });
    expect(row.leaseUntil).toBeNull();
    expect(row.recipient).not.toContain('Bryn');
    expect(engine.deps.vault.open(row.recipient!)).toBe(`Siân Ŵyn\n${ADDRESS}`);
    expect(engine.deps.vault.open(row.body!)).toContain('https://waymark.example/a/');
    const [letter] = (await queue()).waiting;
    expect(letter).toMatchObject({ id: message.id, postBy: at('2026-12-04', '17:00'), lastDay: false });
    expect(await engine.events(message.id)).toEqual(['accepted']);
    expect(engine.sms.sent).toEqual([]);
  });

  it('is printed as it was written, on the sheet of its own, and printing leaves it in the queue', async () => {
    const { message } = await aLetter();
    const print = (large: string[]) => printLetters(engine.deps)({ staff, only: null, large, language: 'en' });
    const normal = await readPdf((await print([]))!);
    expect(normal.text).toContain('Siân Ŵyn 14 Heol y Bryn Bangor LL57 2AB');
    expect(normal.text).toContain('Bangor Jobcentre 1 High Street Bangor LL57 1AA Monday 23 November 2026');
    expect(normal.sizes).toContain(12);
    expect((await readPdf((await print([message.id]))!)).sizes).toContain(18);
    expect(await waiting()).toEqual([message.id]);
    const audit = await engine.deps.db.read((q) => q.select().from(q.tables.auditEntries));
    expect(audit.map(({ action, subjectId }) => [action, subjectId])).toContainEqual(['letter.read', message.id]);
  });

  it('names neither office nor purpose for somebody whose post others may see', async () => {
    await aLetter(undefined, { discreet: true });
    const pdf = await printLetters(engine.deps)({ staff, only: null, large: [], language: 'en' });
    const { text } = await readPdf(pdf!);
    expect(text).toContain('Siân Ŵyn 14 Heol y Bryn');
    expect(text).not.toMatch(/Jobcentre|High Street|next steps|CV/);
  });

  it('is sent once it is in the post, once, by the office alone; and that can be taken back', async () => {
    const { message } = await aLetter();
    const elsewhere = asStaff(await aMemberOfStaff(engine.deps, (await anOffice(engine.deps)).id));
    expect(await postLetters(engine.deps)({ staff: elsewhere, ids: [message.id] })).toEqual({
      posted: [],
      overtaken: 0,
    });
    expect(
      await printLetters(engine.deps)({ staff: elsewhere, only: message.id, large: [], language: 'en' }),
    ).toBeNull();

    for (const _ of [1, 2])
      expect(await postLetters(engine.deps)({ staff, ids: [message.id] })).toEqual({
        posted: [message.id],
        overtaken: 0,
      });
    expect((await engine.row(message.id)).status).toBe('sent');
    expect(await waiting()).toEqual([]);
    expect((await queue()).posted).toMatchObject([{ id: message.id, postedAt: engine.deps.clock.now() }]);

    expect(await unpostLetters(engine.deps)({ staff, ids: [message.id] })).toEqual({ back: 1, kept: 0 });
    expect(await waiting()).toEqual([message.id]);
    expect(await engine.events(message.id)).toEqual(['accepted', 'sent', 'accepted']);
  });

  it.each(['moved', 'cancelled'] as const)(
    'leaves the queue when its appointment is %s, and cannot be posted',
    async (how) => {
      await availableAllWeek(engine.deps, engine.adviser.id);
      const { message, appointment } = await aLetter();
      if (how === 'moved') {
        const moved = await moveAppointment(engine.deps)({
          appointmentId: appointment.id,
          startsAt: at('2026-12-03', '11:00'),
          expectedVersion: 1,
          actor: { kind: 'staff', id: engine.adviser.id },
          requestId: 'test',
        });
        expect(moved.ok).toBe(true);
      } else await cancel(appointment.id);
      const status = how === 'moved' ? 'superseded' : 'cancelled';
      expect(await engine.row(message.id)).toMatchObject({ status, reason: 'changed_since' });
      expect(await waiting()).toEqual([]);
      expect((await queue()).overtaken).toMatchObject([{ id: message.id, status }]);
      expect(await postLetters(engine.deps)({ staff, ids: [message.id] })).toEqual({ posted: [], overtaken: 1 });
      expect(await printLetters(engine.deps)({ staff, only: message.id, large: [], language: 'en' })).toBeNull();
      expect((await engine.row(message.id)).status).toBe(status);
      const planned = (await engine.story(appointment.id)).filter((line) => line.includes('planned'));
      expect(planned.length).toBeGreaterThan(0);
      // Nobody has read the first letter, so nothing has to be put right.
      const rules = await engine.deps.db.read((q) =>
        q.select({ rule: q.tables.reminders.rule }).from(q.tables.reminders),
      );
      expect(rules.map(({ rule }) => rule)).not.toContain('changed');
    },
  );

  it('that has been posted is followed by a correction when its appointment moves, and stays posted', async () => {
    await availableAllWeek(engine.deps, engine.adviser.id);
    const { message, appointment } = await aLetter();
    await postLetters(engine.deps)({ staff, ids: [message.id] });
    await moveAppointment(engine.deps)({
      appointmentId: appointment.id,
      startsAt: at('2026-12-03', '11:00'),
      expectedVersion: 1,
      actor: { kind: 'staff', id: engine.adviser.id },
      requestId: 'test',
    });
    expect((await engine.row(message.id)).status).toBe('sent');
    expect(await unpostLetters(engine.deps)({ staff, ids: [message.id] })).toEqual({ back: 0, kept: 1 });
    const rules = await engine.deps.db.read((q) =>
      q.select({ rule: q.tables.reminders.rule }).from(q.tables.reminders),
    );
    expect(rules.map(({ rule }) => rule)).toContain('changed');
  });

  it('that is not posted in time leaves the queue, and a person phones, once', async () => {
    const { message, appointment } = await aLetter();
    engine.deps.clock.set(at('2026-12-04', '17:00'));
    await endLateLetters(engine.deps)();
    expect(await waiting()).toEqual([message.id]);
    engine.deps.clock.advance(MINUTE);
    await endLateLetters(engine.deps)();
    await endLateLetters(engine.deps)();
    expect(await engine.row(message.id)).toMatchObject({ status: 'expired', reason: 'out_of_time' });
    expect(await engine.calls(appointment.id)).toEqual(['out_of_time']);
    expect((await queue()).overtaken).toMatchObject([{ id: message.id, status: 'expired' }]);
    expect(await postLetters(engine.deps)({ staff, ids: [message.id] })).toEqual({ posted: [], overtaken: 1 });
  });

  it.each([
    ['Friday', '2026-11-27', 'letter'],
    ['Thursday', '2026-11-26', 'sms'],
    ['the day after', '2026-11-24', 'sms'],
  ])('is for %s only when three working days lie between', async (_, date, channel) => {
    const { message } = await aLetter(at(date), { mobile: '+447700900124' });
    expect((await engine.row(message.id)).channel).toBe(channel);
  });

  it('counts no bank holiday as a day of the post', async () => {
    await engine.deps.db.write((q) =>
      q.insert(q.tables.bankHolidays).values({ division: 'england-and-wales', date: '2026-11-25', title: 'A holiday' }),
    );
    const { message } = await aLetter(at('2026-11-27'), { mobile: '+447700900124' });
    expect((await engine.row(message.id)).channel).toBe('sms');
    const later = await aLetter(at('2026-11-30'), { mobile: '+447700900125' });
    expect((await engine.row(later.message.id)).channel).toBe('letter');
  });

  it('is not for the last day once the office has closed', async () => {
    engine.deps.clock.advance(9 * HOUR);
    const { message } = await aLetter(at('2026-11-27'), { mobile: '+447700900124' });
    expect((await engine.row(message.id)).channel).toBe('sms');
  });

  it('is not made where the font lacks a letter of a name: nobody gets a maimed one', async () => {
    const customer = await engine.customer({
      preferredChannel: 'letter',
      firstName: 'Олена',
      email: 'olena@mail.example',
    });
    await aContactPoint(engine.deps, customer.id, 'post', ADDRESS);
    const startsAt = engine.deps.clock.now() + 20 * DAY;
    const { message } = await engine.due({ customerId: customer.id, rule: 'booked', appointment: { startsAt } });
    await engine.send();
    expect((await engine.row(message.id)).channel).toBe('email');
  });

  async function cancel(id: string) {
    await engine.deps.db.write(async (q) => {
      const { appointments } = q.tables;
      const [row] = await q.select().from(appointments).where(eq(appointments.id, id));
      const told = { ...row!, status: 'cancelled_by_office' as const };
      await saveAppointments(q, engine.deps, [told], { kind: 'import', id: null });
    });
  }

  it('belongs to one office only', async () => {
    await aLetter();
    const other = await anOffice(engine.deps);
    const elsewhere = asStaff(await aMemberOfStaff(engine.deps, other.id));
    expect((await viewLetters(engine.deps)({ staff: elsewhere })).waiting).toEqual([]);
  });
});
