import { and, desc, eq, inArray, isNotNull, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { AppointmentMode } from '~/domain/appointment/appointment';
import type { ContactChannel } from '~/domain/journey/contact-record';
import type { Channel } from '~/domain/messaging/channel';
import type { Queryable } from '../client.server';

/** Which contacts: a customer's from before an instant (ms), the latest first, so many at the most. */
export interface Stretch {
  customerId: string;
  before: number;
  limit: number;
}

const nameOf = ({ staff }: Queryable['tables']) => ({ firstName: staff.firstName, lastName: staff.lastName });

/** What colleagues wrote down and did not take back; notes are sealed. @param channels only these. */
export async function listContactRecords(q: Queryable, { channels, ...s }: Stretch & { channels: ContactChannel[] }) {
  const { contactRecords: c, staff } = q.tables;
  return await q
    .select({ record: c, by: nameOf(q.tables) })
    .from(c)
    .innerJoin(staff, eq(staff.id, c.staffId))
    .where(and(eq(c.customerId, s.customerId), inArray(c.channel, channels), lt(c.at, s.before), isNull(c.withdrawnAt)))
    .orderBy(desc(c.at), desc(c.id))
    .limit(s.limit);
}

/** Calls from the call list. */
export async function listCallsTried(q: Queryable, s: Stretch) {
  const { callAttempts: c, callList, staff } = q.tables;
  return await q
    .select({ id: c.id, at: c.at, outcome: c.outcome, reason: callList.reason, by: nameOf(q.tables) })
    .from(c)
    .innerJoin(callList, eq(callList.id, c.callId))
    .innerJoin(staff, eq(staff.id, c.staffId))
    .where(
      and(eq(callList.customerId, s.customerId), lt(c.at, s.before), isNull(c.undoneAt), ne(c.outcome, 'not_needed')),
    )
    .orderBy(desc(c.at), desc(c.id))
    .limit(s.limit);
}

/** Messages that went out, and letters that were posted; codes to sign in with are no contact. @param channels only these. */
export async function listMessagesOut(q: Queryable, { channels, ...s }: Stretch & { channels: Channel[] }) {
  const { letters, messages: m, reminders } = q.tables;
  const at = sql<number>`coalesce(${letters.postedAt}, ${m.sentAt}, ${m.acceptedAt}, ${m.createdAt})`.mapWith(Number);
  return await q
    .select({ id: m.id, at, channel: m.channel, purpose: m.purpose, rule: reminders.rule, status: m.status })
    .from(m)
    .leftJoin(letters, eq(letters.messageId, m.id))
    .leftJoin(reminders, eq(reminders.id, m.reminderId))
    .where(
      and(
        eq(m.customerId, s.customerId),
        inArray(m.channel, channels),
        ne(m.purpose, 'sign_in_code'),
        inArray(m.status, ['accepted', 'sent', 'delivered']),
        or(ne(m.channel, 'letter'), isNotNull(letters.postedAt)),
        lt(at, s.before),
      ),
    )
    .orderBy(desc(at), desc(m.id))
    .limit(s.limit);
}

/** Texts that the customer wrote. */
export async function listTextsIn(q: Queryable, s: Stretch) {
  const { replies: r } = q.tables;
  return await q
    .select({ id: r.id, at: r.receivedAt, meaning: r.meaning })
    .from(r)
    .where(and(eq(r.customerId, s.customerId), lt(r.receivedAt, s.before)))
    .orderBy(desc(r.receivedAt), desc(r.id))
    .limit(s.limit);
}

/** That something was written in the journal, and by whom; never what. */
export async function listJournalContacts(q: Queryable, s: Stretch) {
  const { journalEntries: j, staff } = q.tables;
  return await q
    .select({ id: j.id, at: j.at, writtenBy: j.writtenBy, by: nameOf(q.tables) })
    .from(j)
    .leftJoin(staff, eq(staff.id, j.staffId))
    .where(and(eq(j.customerId, s.customerId), lt(j.at, s.before)))
    .orderBy(desc(j.at), desc(j.id))
    .limit(s.limit);
}

/** Meetings that were held. @param modes only these. */
export async function listMeetingsHeld(q: Queryable, { modes, ...s }: Stretch & { modes: AppointmentMode[] }) {
  const { appointments: a, staff } = q.tables;
  return await q
    .select({ id: a.id, at: a.startsAt, mode: a.mode, officeId: a.officeId, by: nameOf(q.tables) })
    .from(a)
    .innerJoin(staff, eq(staff.id, a.adviserId))
    .where(
      and(eq(a.customerId, s.customerId), eq(a.status, 'attended'), inArray(a.mode, modes), lt(a.startsAt, s.before)),
    )
    .orderBy(desc(a.startsAt), desc(a.id))
    .limit(s.limit);
}

/** When the customer signed in. */
export async function listSignIns(q: Queryable, s: Stretch) {
  const { signInRecords: r } = q.tables;
  return await q
    .select({ id: r.id, at: r.at })
    .from(r)
    .where(and(eq(r.customerId, s.customerId), lt(r.at, s.before)))
    .orderBy(desc(r.at), desc(r.id))
    .limit(s.limit);
}
