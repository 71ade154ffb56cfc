import { CONTACT_HEALTHS } from '~/domain/contact/contact-point';
import { CALL_OUTCOMES, CALL_REASONS } from '~/domain/messaging/call-list';
import { CHANNELS } from '~/domain/messaging/channel';
import { MESSAGE_PURPOSES, MESSAGE_STATUSES } from '~/domain/messaging/message';
import { REPLY_MEANINGS } from '~/domain/messaging/reply';
import { REMINDER_RULES } from '~/domain/reminder/policy';
import { WRITTEN_LANGUAGES } from '~/domain/language';
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
      language: c.oneOf(WRITTEN_LANGUAGES).notNull(),
      /** Snapshots, sealed: exactly what was sent, and to whom. Null until claimed. */
      recipient: c.sealed(),
      recipientIndex: c.text(),
      subject: c.sealed(),
      body: c.sealed(),
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
      /** What the provider charged, in whole units of `currency` ("0.0402"), once it says so. */
      price: c.real(),
      currency: c.text(),
      /** When the provider is to be asked about it, because no receipt has come, or for what it cost. */
      askAt: c.instant(),
      /** It may have gone out from another copy of this database: the provider is asked before it is sent. */
      checkFirst: c.flag().notNull().default(false),
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
      c
        .index('messages_to_ask')
        .on(t.askAt)
        .where(sql`ask_at is not null`),
      c
        .index('messages_ended')
        .on(t.finishedAt)
        .where(sql`finished_at is not null`),
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
      sender: c.sealed().notNull(),
      senderIndex: c.text().notNull(),
      body: c.sealed().notNull(),
      meaning: c.oneOf(REPLY_MEANINGS).notNull(),
      customerId: c.text().references(() => people.customers.id),
      appointmentId: c.text().references(() => booked.appointments.id),
      receivedAt: c.instant().notNull(),
      handledAt: c.instant(),
      handledBy: c.text(),
      /** The message that a colleague answered it with. */
      answerId: c.text(),
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
      /** Not to be tried again before; null until it was tried in vain. */
      nextTryAt: c.instant(),
      /** When it was passed on to the office's manager, because nobody had got through in time. */
      escalatedAt: c.instant(),
    },
    (t) => [
      c
        .index('call_list_open')
        .on(t.officeId, t.dueAt)
        .where(sql`done_at is null`),
      c.index('call_list_appointment').on(t.appointmentId),
      c.index('call_list_customer').on(t.customerId),
      // Before a message is thrown away both databases look for calls that refer to it.
      c
        .index('call_list_message')
        .on(t.messageId)
        .where(sql`message_id is not null`),
    ],
  );

  /** Every call that was made, and what came of it. */
  const callAttempts = c.table(
    'call_attempts',
    {
      id: c.text().primaryKey(),
      callId: c
        .text()
        .notNull()
        .references(() => callList.id),
      at: c.instant().notNull(),
      staffId: c
        .text()
        .notNull()
        .references(() => people.staff.id),
      outcome: c.oneOf(CALL_OUTCOMES).notNull(),
      /** Which of the customer's numbers was rung, and what was known of it before. An import may take it away since. */
      contactPointId: c.text(),
      healthBefore: c.oneOf(CONTACT_HEALTHS),
      undoneAt: c.instant(),
    },
    (t) => [c.index('call_attempts_call').on(t.callId, t.at), c.index('call_attempts_number').on(t.contactPointId)],
  );

  /** The print queue: one row per letter that is to be printed and posted. */
  const letters = c.table(
    'letters',
    {
      messageId: c
        .text()
        .primaryKey()
        .references(() => messages.id),
      officeId: c
        .text()
        .notNull()
        .references(() => people.offices.id),
      queuedAt: c.instant().notNull(),
      /** After this it would come too late; it is not printed any more. */
      postBy: c.instant().notNull(),
      printedAt: c.instant(),
      printedBy: c.text(),
      postedAt: c.instant(),
      postedBy: c.text(),
    },
    (t) => [
      c
        .index('letters_to_post')
        .on(t.officeId, t.postBy)
        .where(sql`posted_at is null`),
    ],
  );

  return { reminders, messages, messageEvents, replies, callList, callAttempts, letters };
}
