import { and, eq, gte, lte } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DISTRICT_ZONE, imagineDistrict } from '@db/seed';
import { arrangeStory } from '@db/seed/story';
import { DAY } from '~/domain/clock';
import { createOutbox } from '~/adapters/messaging/outbox';
import { viewContinuity } from '~/services/view-continuity.server';
import { viewEarlier } from '~/services/view-earlier.server';
import { viewLetters } from '~/services/view-letters.server';
import { viewTrouble } from '~/services/view-trouble.server';
import type { Queryable } from '@db/client.server';
import { seedDistrict, type SeededSignIn } from '../../commands/seed-district';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { fakeClock } from '../support/fake-clock';

describe('the imagined district', () => {
  it('is the same every time', () => {
    const now = Date.parse('2026-11-24T10:20:00Z');
    const [one, other] = [imagineDistrict(now), imagineDistrict(now)];
    expect(other.diary).toEqual(one.diary);
    expect(other.customers).toEqual(one.customers);
  });

  it('has nobody real in it: numbers and addresses are from the ranges for drama', () => {
    const { customers, staff } = imagineDistrict(Date.parse('2026-11-24T10:20:00Z'));
    expect(customers).toHaveLength(600);
    for (const { mobile, landline, email } of customers) {
      expect(mobile ?? '+447700900000').toMatch(/^\+447700900\d{3}$/);
      expect(landline ?? '+441632960000').toMatch(/^\+441632960\d{3}$/);
      expect(email ?? '@post.example').toMatch(/@[a-z]+\.example$/);
    }
    expect(staff.filter((member) => member.role === 'adviser')).toHaveLength(12);
    const emails = [...customers, ...staff].flatMap(({ email }) => email ?? []);
    expect(new Set(emails).size).toBe(emails.length);
  });

  // A weekday morning, a Sunday night, both clock changes, and the minutes around midnight.
  it.each([
    '2026-11-24T10:20:00Z',
    '2026-11-22T04:00:00Z',
    '2026-03-29T00:40:00Z',
    '2026-10-25T00:40:00Z',
    '2026-12-24T23:58:00Z',
    '2026-06-05T21:30:00Z',
  ])('tells its story whenever it is made: %s', (at) => {
    const now = Date.parse(at);
    const { diary, customers } = imagineDistrict(now);
    const story = arrangeStory(diary, customers, now, DISTRICT_ZONE);
    const told = [story.cannotCome, story.undelivered, story.wrote, story.noReceipt, story.unreachable];
    expect(new Set(told).size).toBe(5);
    expect(story.bookedNow).toHaveLength(5);
    for (const { bookedAt, startsAt } of [...diary.past, ...diary.coming]) {
      expect(bookedAt).toBeLessThanOrEqual(now);
      expect(bookedAt).toBeLessThan(startsAt);
    }
    const reader = customers.find((one) => one.ref === story.byPost.customerRef);
    expect(reader).toMatchObject({ officeRef: 'BAN', preferredChannel: 'letter' });
    expect(story.byPost.startsAt).toBeGreaterThan(now + 10 * DAY);
    const taken = diary.coming.map((entry) => `${entry.adviserRef} ${entry.startsAt}`);
    expect(new Set(taken).size).toBe(taken.length);
  });
});

describeOnBothDatabases('the seeded district', (dialect) => {
  const now = Date.parse('2026-11-24T10:20:00Z');
  let database: TestDatabase;
  let signIns: SeededSignIn[];

  beforeAll(async () => {
    database = await newDatabase(dialect);
    ({ signIns } = await seedDistrict(testDeps(database.db, { clock: fakeClock(now) })));
  }, 240_000);
  afterAll(() => database.drop());

  const count = (from: (q: Queryable) => Promise<number>) => database.db.read(from);

  it('has letters waiting for the visitor who is an adviser', async () => {
    const deps = testDeps(database.db, { clock: fakeClock(now) });
    const { id } = signIns.find(({ role }) => role === 'adviser')!;
    const [adviser] = await database.db.read((q) => q.select().from(q.tables.staff).where(eq(q.tables.staff.id, id)));
    const { firstName, lastName, officeId } = adviser!;
    const staff = { kind: 'staff' as const, id, firstName, lastName, officeId, role: 'adviser' as const };
    const { waiting } = await viewLetters(deps)({ staff });
    expect(waiting.length).toBeGreaterThan(0);
    expect(waiting.every((letter) => letter.postBy > now)).toBe(true);
  });

  it('has messages in trouble for them: one of which nothing is heard, and one that somebody is to phone about', async () => {
    const deps = testDeps(database.db, {
      clock: fakeClock(now),
      senders: [createOutbox('sms', 'demo'), createOutbox('email', 'demo'), createOutbox('voice', 'demo')],
    });
    const { id } = signIns.find(({ role }) => role === 'adviser')!;
    const [adviser] = await database.db.read((q) => q.select().from(q.tables.staff).where(eq(q.tables.staff.id, id)));
    const { firstName, lastName, officeId } = adviser!;
    const staff = { kind: 'staff' as const, id, firstName, lastName, officeId, role: 'adviser' as const };
    const { rows, today } = await viewTrouble(deps)({ staff, filter: { show: 'mine', cause: null } });
    const stories = rows.map(({ cause, next, call }) => [cause, next.kind, call?.owner?.firstName].join(' '));
    expect(stories).toContain('not_delivered call Sioned');
    expect(stories.some((story) => story.startsWith('no_receipt'))).toBe(true);
    expect(today.arrived).toBeGreaterThan(0);
    expect(today.in_trouble).toBeGreaterThan(0);
    expect(today.to_call).toBeGreaterThan(0);
  });

  it('has times that came free: taken by who was asked, taken by nobody, and kept for somebody now', async () => {
    const deps = testDeps(database.db, { clock: fakeClock(now) });
    const { id } = signIns.find(({ role }) => role === 'manager')!;
    const [manager] = await database.db.read((q) => q.select().from(q.tables.staff).where(eq(q.tables.staff.id, id)));
    const staff = { ...manager!, kind: 'staff' as const, role: 'manager' as const };
    const { open, settled, counts } = await viewEarlier(deps)({ staff });
    expect(counts.byOffer).toBeGreaterThanOrEqual(2);
    expect(counts.refilled).toBeLessThan(counts.settled);
    const nobodys = settled.filter(({ state, offers }) => state === 'over' && offers.length > 0);
    expect(nobodys.length).toBeGreaterThan(0);
    expect(open.some(({ state }) => state === 'asking')).toBe(true);
    const { whole, advisers } = await viewContinuity(deps)({ staff });
    expect(whole!.percent).toBeGreaterThan(80);
    expect(whole!.percent).toBeLessThan(100);
    expect(new Set(advisers.map(({ percent }) => percent)).size).toBeGreaterThan(1);
  });

  it('gives the visitor a meeting tomorrow at half past two with their adviser', async () => {
    const [customer, adviser] = signIns;
    const rows = await database.db.read(async (q) =>
      q.select().from(q.tables.appointments).where(eq(q.tables.appointments.customerId, customer!.id)),
    );
    const [next] = rows.filter((row) => row.startsAt > now);
    expect(next).toMatchObject({
      startsAt: Date.parse('2026-11-25T14:30:00Z'),
      adviserId: adviser!.id,
      status: 'booked',
    });
  });

  it('leaves a handful of texts to go out now, and the rest for their time', async () => {
    const due = await count(async (q) => {
      const { messages } = q.tables;
      return q.$count(messages, and(eq(messages.status, 'planned'), lte(messages.notBefore, now)));
    });
    expect(due).toBeGreaterThanOrEqual(4);
    expect(due).toBeLessThanOrEqual(15);
    const later = await count(async (q) => q.$count(q.tables.messages, eq(q.tables.messages.status, 'planned')));
    expect(later).toBeGreaterThan(300);
  });

  it('has something for the adviser to see to: a call, a text that did not arrive, a text to read', async () => {
    const { calls, replies, lost } = await database.db.read(async (q) => ({
      calls: await q.select({ reason: q.tables.callList.reason }).from(q.tables.callList),
      replies: await q.select({ meaning: q.tables.replies.meaning }).from(q.tables.replies),
      lost: await q.$count(q.tables.messages, eq(q.tables.messages.status, 'undelivered')),
    }));
    expect(calls.map((call) => call.reason)).toContain('cannot_come');
    expect(replies.map((reply) => reply.meaning)).toContain('other');
    expect(lost).toBeGreaterThan(0);
  });

  it('has a year of outcomes, with a share of failures to attend that offices know', async () => {
    const outcome = async (status: 'attended' | 'failed_to_attend') =>
      count(async (q) => {
        const { appointments } = q.tables;
        const year = gte(appointments.startsAt, now - 366 * 86_400_000);
        return q.$count(appointments, and(eq(appointments.status, status), year));
      });
    const [attended, failed] = [await outcome('attended'), await outcome('failed_to_attend')];
    expect(attended).toBeGreaterThan(3_000);
    expect(failed / (attended + failed)).toBeGreaterThan(0.1);
    expect(failed / (attended + failed)).toBeLessThan(0.2);
  });
});
