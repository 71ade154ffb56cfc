import { getTimeZone } from '@db/queries/availability.server';
import { lockOfficeCustomer } from '@db/queries/customer-care.server';
import { insertVisit, listStandingVisits, lockOwnVisit, type VisitRow } from '@db/queries/visits.server';
import type { Queryable } from '@db/client.server';
import type { Actor } from '~/domain/access/role';
import type { VisitOrigin, VisitTask } from '~/domain/assisted/visit';
import { isVisitOpen } from '~/domain/assisted/visit-rules';
import type { Deps } from './deps';
import { endVisit, TIME } from './end-visit';
import { actorOf, noteVisit } from './note-visit';
import type { SignedInCustomer, SignedInStaff } from './sessions.server';

export type AskForVisitResult = { ok: true; id: string; changed: boolean } | { ok: false; reason: 'not_found' };

interface Wish {
  customerId: string;
  officeId: string;
  wants: VisitTask;
  askedFrom: VisitOrigin;
  kioskId: string | null;
  actor: Actor;
}

/**
 * Puts a customer on the list of those who want help from a champion. Somebody is on it once: asking again while a visit is
 * open changes nothing. On record.
 * @param input.here whether they are at the jobcentre now; who asks at a shared computer always is.
 */
export const askForVisit =
  (deps: Deps) =>
  ({
    person,
    wants,
    here,
  }: {
    person: SignedInCustomer;
    wants: VisitTask;
    here: boolean;
  }): Promise<AskForVisitResult> => {
    const { id: customerId, officeId, kioskId } = person;
    const askedFrom = kioskId !== null ? 'kiosk' : here ? 'desk' : 'portal';
    const wish: Wish = { customerId, officeId, wants, askedFrom, kioskId, actor: actorOf(person) };
    return deps.db.write((q) => put(q, deps, wish));
  };

/** The same by a colleague, for a customer of their office who is there. */
export const addVisit =
  (deps: Deps) =>
  (input: { staff: SignedInStaff; customerId: string; wants: VisitTask }): Promise<AskForVisitResult> => {
    const { staff, customerId, wants } = input;
    const about = { customerId, officeId: staff.officeId, actor: actorOf(staff) };
    return deps.db.write((q) => put(q, deps, { ...about, wants, askedFrom: 'desk', kioskId: null }));
  };

async function put(q: Queryable, deps: Deps, wish: Wish): Promise<AskForVisitResult> {
  const { actor, ...asked } = wish;
  const { customerId, officeId } = asked;
  // The customer is locked, so that of two that ask at once the second sees the first.
  if (!(await lockOfficeCustomer(q, { id: customerId, officeId }))) return { ok: false, reason: 'not_found' };
  const open = await tidyVisits(q, deps, wish);
  if (open) return { ok: true, id: open.id, changed: false };
  const id = deps.newId();
  await insertVisit(q, { id, ...asked, askedAt: deps.clock.now(), ...NOTHING_YET });
  await noteVisit(q, deps, { officeId, visitId: id, actor, action: 'visit.asked', detail: asked.askedFrom });
  return { ok: true, id, changed: true };
}

const NOTHING_YET = {
  ...{ championId: null, takenAt: null, agreedAt: null, agreementEndedAt: null, agreementEndedBy: null },
  ...{ endedAt: null, endedBy: null },
};

/** The visit of a customer that is open, if one is; those whose time is over are ended. */
async function tidyVisits(
  q: Queryable,
  deps: Deps,
  { customerId, officeId }: { customerId: string; officeId: string },
): Promise<VisitRow | null> {
  const zone = await getTimeZone(q, officeId);
  const now = deps.clock.now();
  const standing = await listStandingVisits(q, customerId);
  for (const { visit } of standing)
    if (!isVisitOpen(visit, zone, now)) await endVisit(q, deps, { visit, by: 'time', actor: TIME });
  return standing.find(({ visit }) => isVisitOpen(visit, zone, now))?.visit ?? null;
}

/** A customer no longer wants help; whatever was agreed to ends with it. Twice is once. On record. */
export const takeBackVisit =
  (deps: Deps) =>
  ({ person, id }: { person: SignedInCustomer; id: string }): Promise<{ ok: boolean }> =>
    deps.db.write(async (q) => {
      const visit = await lockOwnVisit(q, { id, customerId: person.id });
      if (!visit) return { ok: false };
      if (visit.endedAt === null) await endVisit(q, deps, { visit, by: 'customer', actor: actorOf(person) });
      return { ok: true };
    });
