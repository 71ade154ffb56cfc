import { listNewsSince, listTermsOf } from '@db/queries/adviser-terms.server';
import { findOpenCall } from '@db/queries/call-list.server';
import { countCaseloads } from '@db/queries/caseload.server';
import { listCoverPeople } from '@db/queries/covers.server';
import { findOfficeCustomer, listNextAppointments } from '@db/queries/staff-customer.server';
import type { Queryable } from '@db/client.server';
import { hasFailed } from '~/domain/messaging/message-status';
import { mayTakeBack } from '~/domain/adviser/term';
import { getAdviserToday, shownCover } from './adviser-today.server';
import { recordRead } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

/** Appointments ahead that are listed. */
const AHEAD_AT_MOST = 50;

/**
 * Who is a customer's adviser and who was before, why; what stands ahead and with whom; and who could be their adviser. On
 * record as read. Instants in ms.
 * @returns null when there is no such customer, or they are another office's.
 */
export const viewAdviserTerms =
  (deps: Deps) =>
  async ({ staff, customerId }: { staff: SignedInStaff; customerId: string }) => {
    const view = await deps.db.read((q) => load(q, deps, staff, customerId));
    if (!view) return null;
    await recordRead(deps)({
      ...{ reader: staff, action: 'adviser_terms.read', subjectKind: 'customer', subjectId: customerId },
    });
    return view;
  };

export type AdviserTermsView = NonNullable<Awaited<ReturnType<ReturnType<typeof viewAdviserTerms>>>>;

async function load(q: Queryable, deps: Deps, staff: SignedInStaff, customerId: string) {
  const { officeId } = staff;
  const found = await findOfficeCustomer(q, { id: customerId, officeId });
  if (!found) return null;
  const { customer, office } = found;
  const { cover, ahead, now } = await getAdviserToday(q, deps, customerId);
  const rows = await listTermsOf(q, customerId);
  const open = rows.find(({ term }) => term.untilAt === null) ?? null;
  const message = (open && (await listNewsSince(q, open.term))[0]) ?? null;
  const call = await findOpenCall(q, { customerId, reason: 'adviser_changed' });
  const caseloads = await countCaseloads(q, officeId);
  const next = await listNextAppointments(q, { customerId, officeId, now, limit: AHEAD_AT_MOST });
  return {
    ...{ zone: office.timeZone, now },
    customer: {
      ...{ id: customer.id, ref: customer.ref, firstName: customer.firstName, lastName: customer.lastName },
      ...{ noMessages: customer.noMessages },
    },
    adviser: open?.adviser ?? null,
    ...{ cover: shownCover(cover), coverAhead: shownCover(ahead) },
    terms: rows.map(({ term: { id, fromAt, untilAt, reason, note }, adviser, namedBy }) => ({
      ...{ id, fromAt, untilAt, reason, adviser, namedBy },
      note: note === '' ? '' : deps.vault.open(note),
    })),
    /** How the customer hears of the term that lasts; null when nobody tells them. */
    told: call && (!message || hasFailed(message.status)) ? ('call' as const) : message,
    undoTermId: open && (message || call) && mayTakeBack(open.term, message, now) ? open.term.id : null,
    ahead: next.map(({ appointment: { id, startsAt }, adviser }) => ({ id, startsAt, adviser })),
    people: (await listCoverPeople(q, officeId))
      .filter(({ id }) => id !== customer.adviserId)
      .map((one) => ({ ...one, caseload: caseloads.get(one.id) ?? 0 })),
  };
}
