import { CALL_OUTCOMES, CALL_REASONS } from '~/domain/messaging/call-list';
import { CHANNELS } from '~/domain/messaging/channel';
import { MESSAGE_PURPOSES, MESSAGE_STATUSES } from '~/domain/messaging/message';
import { REPLY_MEANINGS } from '~/domain/messaging/reply';
import { REMINDER_RULES } from '~/domain/reminder/policy';
import { LANGUAGES } from '~/domain/language';
import { sql } from 'drizzle-orm';
import type { Columns } from './columns';
import type { defineAppointments } from './appointments';
import type { definePeople } from './people';

/** Reminders (intentions), messages (attempts, the ledger), and what came back. */
export function defineMessaging(
  c: Columns,
  people: ReturnType<typeof definePeople>,
  booked: ReturnType<typeof defineAppointments>,
) {
  const reminders = c.table(
    'reminders',
    {
      id: c.text().primaryKey(),
      appointmentId: c
        .text()
        .notNull()
        .references(() => booked.appointments.id),
      appointmentVersion: c.integer().notNull(),
      rule: c.oneOf(REMINDER_RULES).notNull(),
      /** The version of the policy that planned it. */
      policy: c.text().notNull(),
      notBefore: c.instant().notNull(),
      sendBy: c.instant().notNull(),
      createdAt: c.instant().notNull(),
    },
    (t) => [c.uniqueIndex('reminders_once').on(t.appointmentId, t.appointmentVersion, t.rule)],
  );

  const messages = c.table(
    'messages',
    {
      /** Also the attempt id: in the callback URL and in the email's Message-ID. */
      id: c.text().primaryKey(),
      reminderId: c.text().references(() => reminders.id),
      appointmentId: c.text().references(() => booked.appointments.id),
      customerId: c.text().references(() => people.customers.id),
      purpose: c.oneOf(MESSAGE_PURPOSES).notNull(),
      /** 1 for the first attempt of a reminder, 2 for the next channel or a retry, … */
      attempt: c.integer().notNull().default(1),
      channel: c.oneOf(CHANNELS),
      provider: c.text(),
      providerId: c.text(),
      language: c.oneOf(LANGUAGES).notNull(),
      /** Snapshots, sealed: exactly what was sent, and to whom. Null until claimed. */
      recipient: c.text(),
      recipientIndex: c.text(),
      subject: c.text(),
      body: c.text(),
      status: c.oneOf(MESSAGE_STATUSES).notNull(),
      /** Why this channel, or why not at all. */
      reason: c.text(),
      errorCode: c.text(),
      notBefore: c.instant().notNull(),
      sendBy: c.instant().notNull(),
      leaseOwner: c.text(),
      leaseUntil: c.instant(),
      /** Fencing token: raised by every claim; a worker that lost its lease changes nothing. */
      fence: c.integer().notNull().default(0),
      segments: c.integer(),
      /** The request that caused it, to follow it through the logs of both processes. */
      requestId: c.text(),
      createdAt: c.instant().notNull(),
      claimedAt: c.instant(),
      acceptedAt: c.instant(),
      sentAt: c.instant(),
      deliveredAt: c.instant(),
      finishedAt: c.instant(),
    },
    (t) => [
      c
        .index('messages_due')
        .on(t.notBefore)
        .where(sql`status = 'planned'`),
      c
        .index('messages_leased')
        .on(t.leaseUntil)
        .where(sql`status in ('claimed', 'unknown')`),
      c.index('messages_reminder').on(t.reminderId),
      c.index('messages_appointment').on(t.appointmentId),
      c.index('messages_customer').on(t.customerId, t.createdAt),
      c.index('messages_recipient').on(t.recipientIndex, t.createdAt),
      c.uniqueIndex('messages_provider').on(t.provider, t.providerId),
    ],
  );

  const messageEvents = c.table(
    'message_events',
    {
      id: c.text().primaryKey(),
      messageId: c
        .text()
        .notNull()
        .references(() => messages.id),
      at: c.instant().notNull(),
      status: c.oneOf(MESSAGE_STATUSES).notNull(),
      source: c.oneOf(['worker', 'callback', 'reconciliation', 'outbox', 'staff', 'booking']).notNull(),
      detail: c.text(),
      /** The same news twice has the same key, and is kept once. */
      newsKey: c.text().notNull(),
    },
    (t) => [c.uniqueIndex('message_events_once').on(t.messageId, t.newsKey)],
  );

  const replies = c.table(
    'replies',
    {
      id: c.text().primaryKey(),
      /** The provider's id of the inbound message: the same one twice is one reply. */
      providerId: c.text().notNull().unique(),
      sender: c.text().notNull(),
      senderIndex: c.text().notNull(),
      body: c.text().notNull(),
      meaning: c.oneOf(REPLY_MEANINGS).notNull(),
      customerId: c.text().references(() => people.customers.id),
      appointmentId: c.text().references(() => booked.appointments.id),
      receivedAt: c.instant().notNull(),
      handledAt: c.instant(),
      handledBy: c.text(),
    },
    (t) => [c.index('replies_customer').on(t.customerId, t.receivedAt), c.index('replies_open').on(t.handledAt)],
  );

  const callList = c.table(
    'call_list',
    {
      id: c.text().primaryKey(),
      officeId: c
        .text()
        .notNull()
        .references(() => people.offices.id),
      customerId: c
        .text()
        .notNull()
        .references(() => people.customers.id),
      appointmentId: c.text().references(() => booked.appointments.id),
      messageId: c.text().references(() => messages.id),
      /** Who is to phone. */
      ownerId: c.text().references(() => people.staff.id),
      reason: c.oneOf(CALL_REASONS).notNull(),
      /** One entry per cause, however often the cause is reported. */
      cause: c.text().notNull().unique(),
      dueAt: c.instant().notNull(),
      createdAt: c.instant().notNull(),
      doneAt: c.instant(),
      doneBy: c.text(),
      outcome: c.oneOf(CALL_OUTCOMES),
    },
    (t) => [
      c
        .index('call_list_open')
        .on(t.officeId, t.dueAt)
        .where(sql`done_at is null`),
      c.index('call_list_appointment').on(t.appointmentId),
    ],
  );

  return { reminders, messages, messageEvents, replies, callList };
}
