import type { Queryable } from '@db/client.server';
import { findOpenCall } from '@db/queries/call-list.server';
import { findOpenHelp, isBeingHelped, listActsIn, listHelpsFor } from '@db/queries/helps.server';
import { findCustomerWithOffice, listComingAppointments, listOpenSteps } from '@db/queries/home.server';
import { listClubVisits } from '@db/queries/journey.server';
import { listContactPoints } from '@db/queries/staff-appointment.server';
import { findOfficeCustomer, listAccessNeeds, listBarriers } from '@db/queries/staff-customer.server';
import { SESSION_LIFETIME } from '~/domain/access/session-lifetime';
import type { HelpWay } from '~/domain/assisted/help';
import { DAY } from '~/domain/clock';
import type { ContactService } from '~/domain/journey/contact-record';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';
import { contactText } from './show-contacts';

/** Sessions of work clubs so far ahead are read back (ms). */
const CLUBS_AHEAD = 28 * DAY;
/** The helps that a customer sees. */
const HELPS_SHOWN = 20;

/** Something that was done, by the address pattern that it was sent to. */
export interface DoneAct {
  id: string;
  at: number;
  action: string;
  service: ContactService;
}

/** How things stand now with what was touched: what is read out. Null: nothing of it was touched. */
export interface ReadBack {
  meetings:
    | { id: string; startsAt: number; mode: string; adviser: string; answer: 'none' | 'confirmed' | 'cannot_come' }[]
    | null;
  contacts: { id: string; kind: 'mobile' | 'landline' | 'email' | 'post'; display: string }[] | null;
  steps: { id: string; action: string; dueOn: string }[] | null;
  clubs: { id: string; name: string; startsAt: number }[] | null;
  needs: string[] | null;
  barriers: string[] | null;
  callDueAt: number | null;
}

/**
 * The help that a member of staff has going on for a customer: what was done in it, and how it stands now.
 * @returns null when there is none, or the customer is another office's.
 */
export const viewOpenHelp = (deps: Deps) => async (input: { staff: SignedInStaff; customerId: string }) =>
  deps.db.read(async (q) => {
    const { staff, customerId } = input;
    const found = await findOfficeCustomer(q, { id: customerId, officeId: staff.officeId });
    const help = found && (await findOpenHelp(q, { customerId, staffId: staff.id }));
    if (!help) return null;
    const { id, firstName, lastName } = found.customer;
    const acts: DoneAct[] = (await listActsIn(q, [help.id])).map((act) => ({
      ...{ id: act.id, at: act.at, action: act.action, service: act.service },
    }));
    return {
      ...{ customer: { id, firstName, lastName }, way: help.way, startedAt: help.startedAt, acts },
      ...{ zone: found.office.timeZone, now: deps.clock.now() },
      facts: await factsNow(q, deps, customerId, new Set(acts.map(({ service }) => service))),
    };
  });

export type OpenHelp = NonNullable<Awaited<ReturnType<ReturnType<typeof viewOpenHelp>>>>;

async function factsNow(
  q: Queryable,
  deps: Deps,
  customerId: string,
  touched: ReadonlySet<ContactService>,
): Promise<ReadBack> {
  const now = deps.clock.now();
  const about = <T>(service: ContactService, load: () => Promise<T>) => (touched.has(service) ? load() : null);
  return {
    meetings: await about('appointment', async () =>
      (await listComingAppointments(q, { customerId, now })).map(({ appointment: one, adviserFirstName: adviser }) => ({
        ...{ id: one.id, startsAt: one.startsAt, mode: one.mode, adviser },
        answer: one.confirmedAt !== null ? 'confirmed' : one.cannotComeAt !== null ? 'cannot_come' : 'none',
      })),
    ),
    contacts: await about('details', async () =>
      (await listContactPoints(q, customerId)).map(({ id, kind, value }) => ({
        ...{ id, kind, display: contactText(deps, kind, deps.vault.open(value)) },
      })),
    ),
    steps: await about('plan', async () =>
      (await listOpenSteps(q, customerId)).map(({ id, action, dueOn }) => ({ id, action, dueOn })),
    ),
    clubs: await about('work_club', async () =>
      (await listClubVisits(q, { customerId, until: now + CLUBS_AHEAD })).filter(({ startsAt }) => startsAt > now),
    ),
    needs: await about('details', async () => (await listAccessNeeds(q, customerId)).map(({ need }) => need)),
    barriers: await about('situation', async () => (await listBarriers(q, customerId)).map(({ kind }) => kind)),
    callDueAt: (await about('other', () => findOpenCall(q, { customerId, reason: 'asked_for_call' })))?.dueAt ?? null,
  };
}

/** A help as the customer sees it. */
export interface OwnHelp {
  id: string;
  startedAt: number;
  /** First name. */
  by: string;
  way: HelpWay;
  acts: DoneAct[];
  readBack: boolean;
  /** Still going on. */
  open: boolean;
}

/** When somebody at the office used a customer's pages for them, and what they did, the latest first. */
export const viewOwnHelps =
  (deps: Deps) =>
  async ({ customerId }: { customerId: string }): Promise<{ helps: OwnHelp[]; zone: string; now: number }> =>
    deps.db.read(async (q) => {
      const person = await findCustomerWithOffice(q, customerId);
      if (!person) throw new Error('a session belongs to nobody');
      const rows = await listHelpsFor(q, { customerId, limit: HELPS_SHOWN });
      const acts = await listActsIn(
        q,
        rows.map(({ help }) => help.id),
      );
      const helps = rows.map(({ help, by }) => ({
        ...{ id: help.id, startedAt: help.startedAt, by: by.firstName, way: help.way },
        ...{ readBack: help.readBackAt !== null, open: help.endedAt === null },
        acts: acts
          .filter(({ helpId }) => helpId === help.id)
          .map(({ id, at, action, service }) => ({ id, at, action, service })),
      }));
      return { helps, zone: person.office.timeZone, now: deps.clock.now() };
    });

/** True while a colleague uses a customer's pages for them. */
export const isHelpedNow =
  (deps: Deps) =>
  async ({ customerId }: { customerId: string }): Promise<boolean> =>
    deps.db.read((q) => isBeingHelped(q, { customerId, seenAfter: deps.clock.now() - SESSION_LIFETIME.help.idle }));
