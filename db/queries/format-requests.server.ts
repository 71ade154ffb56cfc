import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lte, or, type InferInsertModel, type InferSelectModel } from 'drizzle-orm'; // prettier-ignore
import type { RequestState } from '~/domain/assisted/format-request';
import type { Queryable } from '../client.server';
import { asOneValue, isOneOf, isOneOfNamed } from '../dialect/bulk';
import { forChange } from '../dialect/locks';
import { runPrepared } from '../dialect/prepared';
import type { Tables } from '../schema/tables';

export type FormatRequestRow = InferSelectModel<Tables['formatRequests']>;
export type NewFormatRequest = InferInsertModel<Tables['formatRequests']>;

/** What has to be seen to, or might have to be again. */
const OPEN_STATES: RequestState[] = ['to_arrange', 'asked', 'booked'];
const PEOPLE = ['bsl', 'interpreter'] as const;

/** Those of these customers who need a signer or an interpreter, and what they said of it (sealed). */
export async function listPeopleNeeds(q: Queryable, customerIds: readonly string[]) {
  const { accessNeeds: needs } = q.tables;
  const told = () =>
    q
      .select({ customerId: needs.customerId, need: needs.need, detail: needs.detail })
      .from(needs)
      .where(
        and(isOneOfNamed(q, needs.customerId, 'ids'), inArray(needs.need, [...PEOPLE]), isNull(needs.withdrawnAt)),
      );
  return runPrepared(q, 'needs of customers', told, { ids: asOneValue(q, customerIds) });
}

/** Every request of these customers that is about a meeting, whatever became of it. */
export async function listMeetingRequests(q: Queryable, customerIds: readonly string[]): Promise<FormatRequestRow[]> {
  const { formatRequests: requests } = q.tables;
  const ofMeetings = () =>
    q
      .select()
      .from(requests)
      .where(and(isOneOfNamed(q, requests.customerId, 'ids'), isNotNull(requests.appointmentId)))
      .orderBy(asc(requests.id));
  return runPrepared(q, 'requests of customers', ofMeetings, { ids: asOneValue(q, customerIds) });
}

/** The appointments of these customers that begin after an instant (ms), or have one of these ids. */
export async function listMeetingsToKeep(
  q: Queryable,
  params: { customerIds: readonly string[]; after: number; ids: readonly string[] },
) {
  const { appointments } = q.tables;
  const { customerIds, after, ids } = params;
  return q
    .select({
      ...{ id: appointments.id, customerId: appointments.customerId, officeId: appointments.officeId },
      ...{ adviserId: appointments.adviserId, startsAt: appointments.startsAt, status: appointments.status },
    })
    .from(appointments)
    .where(
      and(
        isOneOf(q, appointments.customerId, [...customerIds]),
        or(gte(appointments.startsAt, after), ids.length > 0 ? isOneOf(q, appointments.id, [...ids]) : undefined),
      ),
    )
    .orderBy(asc(appointments.startsAt), asc(appointments.id));
}

/** Whom the worker looks at: who needs somebody to come, or has a request about a meeting that is open. */
export async function listCustomersToKeep(q: Queryable): Promise<string[]> {
  const { accessNeeds: needs, formatRequests: requests } = q.tables;
  const needing = await q
    .selectDistinct({ id: needs.customerId })
    .from(needs)
    .where(and(inArray(needs.need, [...PEOPLE]), isNull(needs.withdrawnAt)));
  const asked = await q
    .selectDistinct({ id: requests.customerId })
    .from(requests)
    .where(and(inArray(requests.state, OPEN_STATES), isNotNull(requests.appointmentId)));
  return [...new Set([...needing, ...asked].map(({ id }) => id))].sort();
}

/** Adds requests; one that is there already stays as it is. */
export async function insertFormatRequests(q: Queryable, rows: readonly NewFormatRequest[]): Promise<void> {
  if (rows.length === 0) return;
  await q
    .insert(q.tables.formatRequests)
    .values([...rows])
    .onConflictDoNothing();
}

export async function updateFormatRequest(
  q: Queryable,
  id: string,
  change: Partial<Omit<NewFormatRequest, 'id' | 'customerId' | 'officeId'>>,
): Promise<void> {
  const { formatRequests: requests } = q.tables;
  await q.update(requests).set(change).where(eq(requests.id, id));
}

/** A request of an office, locked; null when there is none. */
export async function lockOfficeRequest(q: Queryable, params: { id: string; officeId: string }) {
  const { formatRequests: requests } = q.tables;
  const wanted = q
    .select()
    .from(requests)
    .where(and(eq(requests.id, params.id), eq(requests.officeId, params.officeId)));
  const [row] = await forChange(q, wanted);
  return row ?? null;
}

function selectRequests(q: Queryable) {
  const { appointments, customers, formatRequests, staff } = q.tables;
  return q
    .select({
      request: formatRequests,
      customer: {
        ...{ id: customers.id, firstName: customers.firstName, lastName: customers.lastName },
        noMessages: customers.noMessages,
      },
      owner: { id: staff.id, firstName: staff.firstName, lastName: staff.lastName },
      meeting: { id: appointments.id, startsAt: appointments.startsAt, status: appointments.status },
    })
    .from(formatRequests)
    .innerJoin(customers, eq(customers.id, formatRequests.customerId))
    .leftJoin(staff, eq(staff.id, formatRequests.ownerId))
    .leftJoin(appointments, eq(appointments.id, formatRequests.appointmentId));
}

export type ShownRequestRow = Awaited<ReturnType<typeof selectRequests>>[number];

/** Requests of an office that somebody has to see to, what is due first coming first. */
export async function listOpenRequests(q: Queryable, params: { officeId: string; limit: number }) {
  const { formatRequests: requests } = q.tables;
  return selectRequests(q)
    .where(and(eq(requests.officeId, params.officeId), isNull(requests.closedAt)))
    .orderBy(asc(requests.dueOn), asc(requests.id))
    .limit(params.limit);
}

/** Requests of an office that ended since an instant (ms), the last first. */
export async function listClosedRequests(q: Queryable, params: { officeId: string; since: number; limit: number }) {
  const { formatRequests: requests } = q.tables;
  return selectRequests(q)
    .where(and(eq(requests.officeId, params.officeId), gte(requests.closedAt, params.since)))
    .orderBy(desc(requests.closedAt), asc(requests.id))
    .limit(params.limit);
}

/** One request of an office with who it is for; null when there is none. */
export async function findOfficeRequest(q: Queryable, params: { id: string; officeId: string }) {
  const { formatRequests: requests } = q.tables;
  const [row] = await selectRequests(q).where(and(eq(requests.id, params.id), eq(requests.officeId, params.officeId)));
  return row ?? null;
}

/** Everything that was asked for a customer, the newest first. */
export async function listCustomerRequests(q: Queryable, params: { customerId: string; officeId: string }) {
  const { formatRequests: requests } = q.tables;
  return selectRequests(q)
    .where(and(eq(requests.customerId, params.customerId), eq(requests.officeId, params.officeId)))
    .orderBy(desc(requests.askedAt), asc(requests.id));
}

/** What was asked for these meetings, whatever became of it. */
export async function listRequestsAbout(q: Queryable, appointmentIds: readonly string[]) {
  if (appointmentIds.length === 0) return [];
  const { formatRequests: requests } = q.tables;
  return q
    .select()
    .from(requests)
    .where(isOneOf(q, requests.appointmentId, [...appointmentIds]));
}

/** Open requests of all offices that nobody is known to have promised, for the worker's reminder. */
export async function listRequestsToChase(q: Queryable, params: { until: string; limit: number }) {
  const { formatRequests: requests } = q.tables;
  return q
    .select()
    .from(requests)
    .where(
      and(
        isNull(requests.closedAt),
        inArray(requests.state, ['to_arrange', 'asked']),
        lte(requests.dueOn, params.until),
      ),
    )
    .orderBy(asc(requests.dueOn), asc(requests.id))
    .limit(params.limit);
}
