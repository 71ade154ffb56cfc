import { getTimeZone } from '@db/queries/availability.server';
import { listOwnContacts } from '@db/queries/own-details.server';
import { findOffice } from '@db/queries/office-day.server';
import { findOfficeCustomer } from '@db/queries/staff-customer.server';
import { listComingAppointments } from '@db/queries/home.server';
import { listVisitTasks } from '@db/queries/visit-tasks.server';
import { listLevels } from '@db/queries/profile-checks.server';
import { findDeskVisit, listDeskVisits } from '@db/queries/visits.server';
import type { Queryable } from '@db/client.server';
import type { TaskResult, VisitOrigin, VisitTask } from '~/domain/assisted/visit';
import { agreementOf, comesLater, isVisitOpen, type Agreement } from '~/domain/assisted/visit-rules';
import type { Level } from '~/domain/capability/assess-capability';
import type { ContactKind } from '~/domain/contact/contact-point';
import { hintOf, type ContactHint } from '~/domain/contact/hint-of';
import type { PersonName } from '~/domain/contact/person-name';
import { dayBounds, wallClockOf } from '~/domain/time/wall-clock';
import { isThere } from './agreement-stands.server';
import { recordRead } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';
import type { OnVisit } from './take-visit.server';

/** Somebody on the list of the desk. */
export interface DeskRow {
  id: string;
  customer: PersonName;
  wants: VisitTask;
  askedAt: number;
  askedFrom: VisitOrigin;
  /** The shared computer that they asked at. */
  kiosk: string | null;
  champion: PersonName | null;
  takenAt: number | null;
  endedAt: number | null;
  /** How well they manage online, if they were asked. */
  level: Level | null;
  tasks: { task: VisitTask; result: TaskResult }[];
}

export interface Desk {
  office: { name: string; zone: string };
  now: number;
  /** They are there, and nobody is with them; whoever asked first comes first. */
  waiting: DeskRow[];
  withChampion: DeskRow[];
  /** They asked for help when they come in next. */
  later: DeskRow[];
  done: DeskRow[];
}

/** The desk of the colleague's office: who waits, who is being helped, and who was helped today. On record as read. */
export const viewDesk =
  (deps: Deps) =>
  async ({ staff }: { staff: SignedInStaff }): Promise<Desk> => {
    const { officeId } = staff;
    const now = deps.clock.now();
    const desk = await deps.db.read(async (q) => {
      const office = (await findOffice(q, officeId))!;
      const zone = office.timeZone;
      const since = dayBounds(wallClockOf(now, zone).date, zone).from;
      const rows = await deskRows(q, await listDeskVisits(q, { officeId, since }));
      const open = rows.filter(({ visit }) => isVisitOpen(visit, zone, now));
      const ended = rows.filter(({ visit }) => visit.endedAt !== null && visit.takenAt !== null);
      const shown = (some: typeof rows) => some.map(({ row }) => row);
      return {
        ...{ office: { name: office.name, zone }, now },
        waiting: shown(open.filter(({ visit }) => visit.championId === null && !comesLater(visit))),
        withChampion: shown(open.filter(({ visit }) => visit.championId !== null)),
        later: shown(open.filter(({ visit }) => comesLater(visit))),
        done: shown(ended),
      };
    });
    await recordRead(deps)({ reader: staff, action: 'desk.read', subjectKind: 'office', subjectId: officeId });
    return desk;
  };

type Found = Awaited<ReturnType<typeof listDeskVisits>>;

async function deskRows(q: Queryable, found: Found) {
  const levels = await listLevels(q, found.map(({ customer }) => customer.id)); // prettier-ignore
  const tasks = await listVisitTasks(q, found.map(({ visit }) => visit.id)); // prettier-ignore
  return found.map(({ visit, customer, champion, kiosk }) => {
    const { id, wants, askedAt, askedFrom, takenAt, endedAt } = visit;
    const done = tasks.filter(({ visitId }) => visitId === id);
    const row: DeskRow = {
      ...{ id, customer, wants, askedAt, askedFrom, kiosk, champion, takenAt, endedAt },
      level: levels.get(customer.id) ?? null,
      tasks: done.map(({ task, result }) => ({ task, result })),
    };
    return { visit, row };
  });
}

/** A visit as whoever is with them sees it: no notes, and nothing of the record but what helps to help. */
export interface DeskVisit extends DeskRow {
  zone: string;
  now: number;
  open: boolean;
  later: boolean;
  agreement: Agreement;
  /** They are signed in somewhere themselves: without that there is no helping on another screen. */
  signedIn: boolean;
  /** It is this colleague who is with them. */
  mine: boolean;
  /** Its end can be taken back. */
  mayReopen: boolean;
  /** When they meet their adviser next (ms). */
  nextMeeting: number | null;
  ways: { kind: ContactKind; hint: ContactHint }[];
  /** Of the tasks that were done, those that the profile took over. */
  inProfile: VisitTask[];
}

/** A visit of the colleague's office, on record as read; null when there is none, or it is another office's. */
export const viewVisit =
  (deps: Deps) =>
  async ({ staff, id }: OnVisit): Promise<DeskVisit | null> => {
    const now = deps.clock.now();
    const shown = await deps.db.read(async (q) => {
      const found = await findDeskVisit(q, { id, officeId: staff.officeId });
      if (!found) return null;
      const zone = await getTimeZone(q, staff.officeId);
      const [{ visit, row }] = (await deskRows(q, [found])) as [Awaited<ReturnType<typeof deskRows>>[number]];
      const { customerId } = visit;
      const [next] = await listComingAppointments(q, { customerId, now });
      const tasks = await listVisitTasks(q, [id]);
      const today = wallClockOf(now, zone).date;
      return {
        ...{ ...row, zone, now, later: comesLater(visit), agreement: agreementOf(visit, zone, now) },
        open: isVisitOpen(visit, zone, now),
        signedIn: await isThere(q, customerId, now),
        mine: visit.championId === staff.id,
        mayReopen:
          visit.endedAt !== null && visit.endedBy === 'staff' && wallClockOf(visit.endedAt, zone).date === today,
        nextMeeting: next?.appointment.startsAt ?? null,
        ways: await maskedWays(q, deps, customerId),
        inProfile: tasks.flatMap(({ task, profileId }) => (profileId === null ? [] : [task])),
      };
    });
    if (shown) {
      const about = { subjectKind: 'customer', subjectId: shown.customer.id };
      await recordRead(deps)({ reader: staff, action: 'visit.read', ...about });
    }
    return shown;
  };

const CHANNEL = { mobile: 'sms', landline: 'voice', email: 'email', post: 'letter' } as const;

async function maskedWays(q: Queryable, deps: Deps, customerId: string) {
  const points = await listOwnContacts(q, customerId);
  return points.map(({ kind, value }) => ({ kind, hint: hintOf(CHANNEL[kind], deps.vault.open(value)) }));
}

/** A customer whom a colleague of their office may put on the list; null when there is none, or they are another office's. */
export const findDeskCustomer =
  (deps: Deps) =>
  async ({ staff, customerId }: { staff: SignedInStaff; customerId: string }): Promise<PersonName | null> => {
    const found = await deps.db.read((q) => findOfficeCustomer(q, { id: customerId, officeId: staff.officeId }));
    if (!found) return null;
    const { id, firstName, lastName } = found.customer;
    return { id, firstName, lastName };
  };
