import type { InferSelectModel } from 'drizzle-orm';
import type { Tables } from '@db/schema/tables';
import { isStanding } from '~/domain/appointment/appointment';
import { groupBy } from '~/domain/group-by';
import type { Composition } from '~/composition.server';
import { verifyAudit } from '~/services/audit.server';
import type { TestSmtpServer } from '../smtp-server';
import type { TwilioServer } from '../twilio-server';
import type { Fact, Tally } from './tally';

type Row<T extends keyof Tables> = InferSelectModel<Tables[T]>;
type Books = Awaited<ReturnType<typeof readBooks>>;

/** At most one in so many requests may fail that no killed process had. */
const ERRORS_ALLOWED = 0.001;

const OPEN = ['claimed', 'unknown'];
const WENT_OUT = ['accepted', 'sent', 'delivered'];

/** What the ledger, the diaries and the trail say at the end. */
async function readBooks({ db }: Composition) {
  return db.read(async (q) => ({
    messages: await q.select().from(q.tables.messages),
    reminders: await q.select().from(q.tables.reminders),
    appointments: await q.select().from(q.tables.appointments),
    calls: await q.select().from(q.tables.callList),
    links: await q.select().from(q.tables.appointmentLinks),
    appointmentEvents: await q.select().from(q.tables.appointmentEvents),
    messageEvents: await q.select().from(q.tables.messageEvents),
    replies: await q.select().from(q.tables.replies),
    signIns: await q.select().from(q.tables.signInRecords),
  }));
}

/** How many messages are not at their end although their time has come. */
export async function countOpen({ db }: Composition, now: number): Promise<number> {
  const rows = await db.read((q) =>
    q.select({ status: q.tables.messages.status, notBefore: q.tables.messages.notBefore }).from(q.tables.messages),
  );
  return rows.filter((row) => OPEN.includes(row.status) || (row.status === 'planned' && row.notBefore <= now)).length;
}

/** How often each promise was broken, and in words where. */
export async function reckon(
  composition: Composition,
  { twilio, smtp, tally, now }: { twilio: TwilioServer; smtp: TestSmtpServer; tally: Tally; now: number },
) {
  const books = await readBooks(composition);
  const taken = twilio.messages.map((message) => ({
    id: message.statusCallback!.split('/').at(-1)!,
    at: message.createdAt,
    arrived: message.status !== 'undelivered',
  }));
  const emails = smtp.received.map(({ messageId }) => /^<([^@]+)@/.exec(messageId ?? '')?.[1] ?? '');
  const audit = await verifyAudit(composition.deps)();
  const { requests, errors } = tally.totals();
  const broken: Record<string, string[]> = {
    'messages lost': lost(books, now, new Set([...taken.map(({ id }) => id), ...emails])),
    'messages sent twice': twice(books, taken, emails),
    'messages sent late': late(books, taken),
    'times booked twice': doubles(books.appointments),
    'acts that were answered and are not on record': tally.facts.flatMap(notOnRecord(composition, books)),
    'links of the audit trail that do not hold': audit.ok ? [] : [`${audit.chain} ${audit.seq}: ${audit.problem}`],
    'failed requests over one in a thousand': errors > ERRORS_ALLOWED * requests ? [...new Set(tally.errors)] : [],
    'requests that Twilio could not read': twilio.mistakes,
    'promises that somebody saw broken': tally.broken,
  };
  const wentOut = books.messages.filter(({ status }) => WENT_OUT.includes(status)).length;
  const dueReminders = books.reminders.filter(({ notBefore }) => notBefore <= now).length;
  return { broken, figures: { dueReminders, wentOut, texts: taken.length, emails: emails.length, calls: books.calls.length, entries: audit.ok ? audit.entries : 0 } }; // prettier-ignore
}

export type Reckoned = Awaited<ReturnType<typeof reckon>>;

/**
 * Lost: not at its end; said to be with a provider that has not got it; taken by one and not known here; or a reminder of a
 * meeting that still stands as it was, of which nothing has gone out and about which nobody is to phone.
 */
function lost({ messages, reminders, appointments, calls }: Books, now: number, has: ReadonlySet<string>): string[] {
  const tell = ({ id, status, channel, purpose, reason }: Row<'messages'>) => `${purpose} ${id} by ${channel}: ${status} (${reason})`; // prettier-ignore
  const open = messages.filter(
    (row) => OPEN.includes(row.status) || (row.status === 'planned' && row.notBefore <= now),
  );
  const written = messages.filter(({ channel }) => channel === 'sms' || channel === 'email');
  const imagined = written.filter(({ id, status }) => WENT_OUT.includes(status) && !has.has(id));
  const ended = ['delivered', 'undelivered', 'accepted', 'sent'];
  // A mail that was handed over and not answered for is not sent again; a person phones.
  const forgotten = messages.filter((row) => row.channel === 'sms' && has.has(row.id) && !ended.includes(row.status));
  const known = new Set(messages.map(({ id }) => id));
  const strangers = [...has].filter((id) => !known.has(id));

  const meetings = new Map(appointments.map((row) => [row.id, row]));
  const attempts = groupBy(messages, ({ reminderId }) => reminderId ?? '');
  const called = new Set(calls.flatMap(({ messageId, appointmentId }) => [messageId, appointmentId]));
  const untold = reminders.filter(({ id, appointmentId, appointmentVersion, notBefore }) => {
    const meeting = meetings.get(appointmentId)!;
    if (notBefore > now || !isStanding(meeting.status) || meeting.version !== appointmentVersion) return false;
    const own = attempts.get(id) ?? [];
    // Nothing is to be said of it any more: they will not come, or have heard of it otherwise.
    if (own.some(({ status }) => status === 'superseded' || status === 'cancelled')) return false;
    return !called.has(appointmentId) && !own.some((row) => WENT_OUT.includes(row.status) || called.has(row.id));
  });
  return [
    ...open.map((row) => `not at its end: ${tell(row)}`),
    ...imagined.map((row) => `its provider has not got it: ${tell(row)}`),
    ...forgotten.map((row) => `its provider has it: ${tell(row)}`),
    ...strangers.map((id) => `nobody here knows of ${id}`),
    ...untold.map(({ id, rule }) => `nobody was told: ${rule} ${id}, ${(attempts.get(id) ?? []).map(tell).join('; ')}`),
  ];
}

interface Taken {
  id: string;
  at: number;
  arrived: boolean;
}

function twice({ messages }: Books, taken: readonly Taken[], emails: readonly string[]): string[] {
  const repeated = (ids: readonly string[]) => [...groupBy(ids, (id) => id)].filter(([, all]) => all.length > 1);
  const rows = new Map(messages.map((row) => [row.id, row]));
  const arrived = taken.filter((one) => one.arrived && rows.get(one.id)?.reminderId);
  return [
    ...repeated([...taken.map(({ id }) => id), ...emails]).map(([id, all]) => `${all.length} times ${id}`),
    ...repeated(arrived.map(({ id }) => `reminder ${rows.get(id)!.reminderId} by ${rows.get(id)!.channel}`)).map(
      ([what]) => what,
    ),
  ];
}

function late({ messages }: Books, taken: readonly Taken[]): string[] {
  const rows = new Map(messages.map((row) => [row.id, row]));
  return taken.flatMap(({ id, at }) => {
    const row = rows.get(id);
    return row && at > row.sendBy ? [`${row.purpose} ${id}: ${at - row.sendBy} ms after its last moment`] : [];
  });
}

/** Meetings that stand and overlap, of one adviser or of one customer. */
export function doubles(appointments: readonly Row<'appointments'>[]): string[] {
  const standing = appointments.filter(({ status, groupId }) => isStanding(status) && groupId === null);
  const overlaps = (whose: 'adviserId' | 'customerId') =>
    [...groupBy(standing, (row) => row[whose]).values()].flatMap((rows) => {
      const inOrder = rows.toSorted((a, b) => a.startsAt - b.startsAt);
      return inOrder.flatMap((row, n) => {
        const next = inOrder[n + 1];
        return next && next.startsAt < row.endsAt ? [`${whose}: ${row.ref} and ${next.ref}`] : [];
      });
    });
  return [...overlaps('adviserId'), ...overlaps('customerId')];
}

/** Finds no fault with what is on record as it was said. */
function notOnRecord({ deps }: Composition, books: Books): (fact: Fact) => string[] {
  const meetings = new Map(books.appointments.map((row) => [row.id, row]));
  const refs = new Set(books.appointments.map(({ ref }) => ref));
  const byToken = new Map(books.links.map(({ tokenHash, appointmentId }) => [tokenHash, appointmentId]));
  const history = groupBy(books.appointmentEvents, ({ appointmentId }) => appointmentId);
  const events = new Set(books.appointmentEvents.map(({ id }) => id));
  const news = new Set(books.messageEvents.map(({ messageId, newsKey }) => `${messageId} ${newsKey}`));
  const replies = new Set(books.replies.map(({ providerId }) => providerId));
  const signIns = groupBy(books.signIns, ({ customerId }) => customerId);
  const historyOf = (about: string) =>
    history.get(meetings.has(about) ? about : (byToken.get(deps.vault.hashSecret(about)) ?? '')) ?? [];

  const holds = (fact: Fact): boolean => {
    switch (fact.kind) {
      case 'signed in':
        return (signIns.get(fact.customerId) ?? []).some(({ at }) => at >= fact.from && at <= fact.until);
      case 'answered':
        return historyOf(fact.about).some(({ kind, at }) => kind === fact.event && at <= fact.until);
      case 'moved':
        return historyOf(fact.about).some(
          ({ kind, at, after }) => kind === 'moved' && at <= fact.until && after?.startsAt === fact.startsAt,
        );
      case 'booked':
        return meetings.get(fact.appointmentId)?.customerId === fact.customerId;
      case 'recorded':
        return events.has(fact.eventId);
      case 'receipt':
        return news.has(`${fact.messageId} status:${fact.word}`);
      case 'reply':
        return replies.has(fact.providerId);
      case 'imported':
        return refs.has(fact.ref);
    }
  };
  return (fact) => (holds(fact) ? [] : [JSON.stringify(fact)]);
}
