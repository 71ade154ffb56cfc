import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Queryable } from '../client.server';

/** An appointment of this office with its people and its place, or null: not there and not theirs look the same. */
export async function findOfficeAppointment(q: Queryable, params: { id: string; officeId: string }) {
  const { appointments, customers, staff, offices } = q.tables;
  const [row] = await q
    .select({ appointment: appointments, customer: customers, adviser: staff, office: offices })
    .from(appointments)
    .innerJoin(customers, eq(customers.id, appointments.customerId))
    .innerJoin(staff, eq(staff.id, appointments.adviserId))
    .innerJoin(offices, eq(offices.id, appointments.officeId))
    .where(and(eq(appointments.id, params.id), eq(appointments.officeId, params.officeId)));
  return row ?? null;
}

/** Everything that happened to an appointment, oldest first, with the names of the staff who did it. */
export async function listHistory(q: Queryable, appointmentId: string) {
  const { appointmentEvents: events, staff } = q.tables;
  return await q
    .select({ event: events, by: { firstName: staff.firstName, lastName: staff.lastName } })
    .from(events)
    .leftJoin(staff, and(eq(events.actorKind, 'staff'), eq(staff.id, events.actorId)))
    .where(eq(events.appointmentId, appointmentId))
    .orderBy(asc(events.at), asc(events.id));
}

/** Every message about an appointment, of all its versions, and what became of its letter; recipients and texts are sealed. */
export async function listMessages(q: Queryable, appointmentId: string) {
  const { letters, messages, reminders, staff } = q.tables;
  return await q
    .select({
      message: messages,
      rule: reminders.rule,
      version: reminders.appointmentVersion,
      letter: { postBy: letters.postBy, postedAt: letters.postedAt },
      postedBy: { firstName: staff.firstName, lastName: staff.lastName },
    })
    .from(messages)
    .leftJoin(reminders, eq(reminders.id, messages.reminderId))
    .leftJoin(letters, eq(letters.messageId, messages.id))
    .leftJoin(staff, eq(staff.id, letters.postedBy))
    .where(eq(messages.appointmentId, appointmentId))
    .orderBy(asc(messages.createdAt), asc(messages.id));
}

/** What was heard of those messages, in order. */
export async function listMessageNews(q: Queryable, appointmentId: string) {
  const { messages, messageEvents: news } = q.tables;
  return await q
    .select({ messageId: news.messageId, at: news.at, status: news.status, detail: news.detail, newsKey: news.newsKey })
    .from(news)
    .innerJoin(messages, eq(messages.id, news.messageId))
    .where(eq(messages.appointmentId, appointmentId))
    .orderBy(asc(news.at), asc(news.id));
}

/** What the customer wrote back about it; sealed. */
export async function listReplies(q: Queryable, appointmentId: string) {
  const { replies } = q.tables;
  return await q
    .select({ id: replies.id, at: replies.receivedAt, meaning: replies.meaning, body: replies.body })
    .from(replies)
    .where(eq(replies.appointmentId, appointmentId))
    .orderBy(asc(replies.receivedAt), asc(replies.id));
}

/** The calls about it, made and to be made. */
export async function listCalls(q: Queryable, appointmentId: string) {
  const { callList, staff } = q.tables;
  return await q
    .select({ call: callList, by: { firstName: staff.firstName, lastName: staff.lastName } })
    .from(callList)
    .leftJoin(staff, eq(staff.id, callList.doneBy))
    .where(eq(callList.appointmentId, appointmentId))
    .orderBy(asc(callList.createdAt), asc(callList.id));
}

/** The customer's numbers and addresses, sealed, and the channels each has opted out of. */
export async function listContactPoints(q: Queryable, customerId: string) {
  const { contactPoints, optOuts } = q.tables;
  const points = await q
    .select()
    .from(contactPoints)
    .where(eq(contactPoints.customerId, customerId))
    .orderBy(asc(contactPoints.kind), asc(contactPoints.createdAt));
  const values = points.map((point) => point.valueIndex);
  const outs = await q
    .select({ channel: optOuts.channel, valueIndex: optOuts.valueIndex, liftedAt: optOuts.liftedAt })
    .from(optOuts)
    .where(inArray(optOuts.valueIndex, values));
  return points.map((point) => ({
    ...point,
    optedOut: outs
      .filter((out) => out.valueIndex === point.valueIndex && out.liftedAt === null)
      .map((out) => out.channel),
  }));
}
