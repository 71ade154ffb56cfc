import { and, eq, isNull, ne, notInArray, or, sql } from 'drizzle-orm';
import { SENT_ALL_THE_SAME } from '~/domain/messaging/message';
import type { Queryable } from '../client.server';
import { asOneValue, isOneOfNamed } from '../dialect/bulk';
import { runPrepared } from '../dialect/prepared';

export type LastLook = Awaited<ReturnType<typeof findLastLooks>> extends Map<string, infer Look> ? Look : never;

/**
 * The last look at claimed messages before they are handed over: whose each is, whether its appointment is still as it
 * says, whether its recipient has opted out since or nothing may be sent to them, whether its number or address and its words are
 * still good for it, and whether its way out is stopped by now.
 * @returns them by the id of the message; without those that are not claimed any more.
 */
export async function findLastLooks(q: Queryable, messageIds: readonly string[]) {
  const looks = await runPrepared(q, 'last-look', () => lookAt(q), { ids: asOneValue(q, messageIds) });
  return new Map(looks.map((row) => [row.id, asLook(row)]));
}

function lookAt(q: Queryable) {
  const { appointments, customers, messages, optOuts, providerStates, reminders, sendingHolds } = q.tables;
  const holds = q
    .select({ one: sql`1` })
    .from(sendingHolds)
    .where(or(eq(sendingHolds.scope, 'all'), sql`${sendingHolds.scope} = ${messages.channel}`));
  return q
    .select({
      id: messages.id,
      fence: messages.fence,
      rule: reminders.rule,
      version: reminders.appointmentVersion,
      appointmentVersion: appointments.version,
      status: appointments.status,
      optOutId: optOuts.id,
      silent: isSilent(q),
      unfit: isUnfit(q),
      tooOpen: isTooOpen(q),
      held: sql`exists ${holds}`.mapWith(Boolean),
      openUntil: providerStates.openUntil,
      trialId: providerStates.trialId,
    })
    .from(messages)
    .leftJoin(reminders, eq(reminders.id, messages.reminderId))
    .leftJoin(appointments, eq(appointments.id, reminders.appointmentId))
    .leftJoin(customers, eq(customers.id, messages.customerId))
    .leftJoin(
      optOuts,
      and(
        eq(optOuts.valueIndex, messages.recipientIndex),
        eq(optOuts.channel, messages.channel),
        isNull(optOuts.liftedAt),
        or(ne(optOuts.source, 'preference'), notInArray(messages.purpose, [...SENT_ALL_THE_SAME])),
      ),
    )
    .leftJoin(providerStates, sql`${providerStates.id} = ${messages.provider} || ':' || ${messages.channel}`)
    .where(and(isOneOfNamed(q, messages.id, 'ids'), eq(messages.status, 'claimed')));
}

function asLook(row: Awaited<ReturnType<typeof lookAt>>[number]) {
  const {
    fence,
    rule,
    version,
    appointmentVersion,
    status,
    optOutId,
    silent,
    unfit,
    tooOpen,
    held,
    openUntil,
    trialId,
  } = row;
  const reminder =
    rule !== null && version !== null && appointmentVersion !== null && status !== null
      ? { rule, version, appointmentVersion, status }
      : null;
  // While the circuit is open only the trial goes through.
  const shut = openUntil !== null && trialId !== row.id;
  return { fence, reminder, optedOut: optOutId !== null, silent, unfit: unfit || tooOpen, held, shut };
}

/** The message is for somebody whom, for their safety, nothing may be sent, or would reach their phone or mailbox. */
function isSilent(q: Queryable) {
  const { contactPoints: point, customers, messages } = q.tables;
  // In the first line the customer is the message's own, in the others whoever has this number.
  return sql<boolean>`(
    coalesce(${customers.noMessages}, false)
    or exists (select 1 from ${point} join ${customers} on ${customers.id} = ${point.customerId}
      where ${point.valueIndex} = ${messages.recipientIndex} and ${point.kind} <> 'post' and ${customers.noMessages})
  )`.mapWith(Boolean);
}

/** It was written before somebody said that others may see this person's messages: it may name what those must not read. */
function isTooOpen(q: Queryable) {
  const { customers, messages } = q.tables;
  return sql<boolean>`coalesce(${messages.reminderId} is not null and ${customers.discreet}
    and ${customers.updatedAt} > ${messages.claimedAt}, false)`.mapWith(Boolean);
}

/**
 * Its number or address has come to be dead, or another customer's as well (whoever lives in the same house may still get
 * a letter); a reminder's also where the office has replaced it. What is for a stranger is about nobody, and may go.
 */
function isUnfit(q: Queryable) {
  const { contactPoints: point, messages } = q.tables;
  const theirs = sql`select 1 from ${point} where ${point.customerId} = ${messages.customerId}
    and ${point.valueIndex} = ${messages.recipientIndex}`;
  return sql<boolean>`(${messages.customerId} is not null and (
    exists (select 1 from ${point} where ${point.valueIndex} = ${messages.recipientIndex}
      and ${point.kind} <> 'post' and ${point.health} <> 'unchecked' and ${point.customerId} <> ${messages.customerId})
    or case when ${messages.reminderId} is null
      then exists (${theirs} and ${point.health} = 'dead')
      else not exists (${theirs} and ${point.health} <> 'dead') end
  ))`.mapWith(Boolean);
}
