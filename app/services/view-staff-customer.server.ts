import { listCoversOf } from '@db/queries/covers.server';
import { listContactPoints } from '@db/queries/staff-appointment.server';
import {
  findOfficeCustomer,
  listAccessNeeds,
  listBarriers,
  listConsents,
  listNewestMessages,
  listNextAppointments,
  listPastAppointments,
  listStandingSteps,
  listUnseenChanges,
} from '@db/queries/staff-customer.server';
import { findOpenOtherWay } from '@db/queries/other-ways.server';
import { findCurrentLevel } from '@db/queries/profiles.server';
import { findNewestEntry, listEntries } from '@db/queries/journal.server';
import { coverInForce } from '~/domain/adviser/cover';
import { dayStateOf } from '~/domain/appointment/day-state';
import { unanswered } from '~/domain/journal/entry';
import { isOverdue } from '~/domain/plan/next-step';
import { wallClockOf } from '~/domain/time/wall-clock';
import type { Queryable } from '@db/client.server';
import { listHelpersOf } from '@db/queries/helped-things.server';
import { getAdviserToday, shownCover, type ShownCover } from './adviser-today.server';
import { recordRead } from './audit.server';
import type { Deps } from './deps';
import { findNextFree } from './find-next-free.server';
import { listContacts } from './list-contacts.server';
import type { SignedInStaff } from './sessions.server';
import { contactText, contactView } from './show-contacts';
import { outlookOf } from './tell-outlook.server';
import { staffEntry } from './view-staff-journal.server';

const NEXT_AT_MOST = 5;
const PAST_AT_MOST = 8;
const ENTRIES_AT_MOST = 3;
const CONTACTS_AT_MOST = 5;
const MESSAGES_AT_MOST = 5;

/**
 * Everything that a colleague needs to know of a customer of their office, on one page; on record as read, once for each time
 * that it is opened. What customers and advisers wrote in their own words is left out for managers. Instants in ms.
 * @returns null when there is no such customer, or they are another office's.
 */
export const viewStaffCustomer = (deps: Deps) => async (input: { staff: SignedInStaff; customerId: string }) => {
  const { staff, customerId } = input;
  const record = await deps.db.read((q) => loadRecord(q, deps, staff, customerId));
  if (!record) return null;
  await recordRead(deps)({ reader: staff, action: 'customer.read', subjectKind: 'customer', subjectId: customerId });
  return record;
};

export type StaffCustomer = NonNullable<Awaited<ReturnType<ReturnType<typeof viewStaffCustomer>>>>;

async function loadRecord(q: Queryable, deps: Deps, staff: SignedInStaff, customerId: string) {
  const found = await findOfficeCustomer(q, { id: customerId, officeId: staff.officeId });
  if (!found) return null;
  const { customer, office, adviser } = found;
  const { cover, now, today } = await getAdviserToday(q, deps, customerId);
  const mayReadWords = staff.role === 'adviser';
  const words = (sealed: string | null) => (sealed === null || !mayReadWords ? null : deps.vault.open(sealed));
  const wanted = { customerId, officeId: staff.officeId, now };
  const appointment = ({
    appointment: one,
    feedback,
    ...row
  }: Awaited<ReturnType<typeof listPastAppointments>>[0]) => ({
    ...{ id: one.id, startsAt: one.startsAt, mode: one.mode, purpose: one.purpose, adviser: row.adviser },
    state: dayStateOf(one, now),
    feedback: feedback && { answer: feedback.answer, comment: words(feedback.comment) },
  });
  const points = await listContactPoints(q, customerId);
  const changes = await listUnseenChanges(q, customerId);
  const needs = await listAccessNeeds(q, customerId);
  const barriers = await listBarriers(q, customerId);
  const told = [...needs, ...barriers].map(({ id }) => id);
  const helpers = await listHelpersOf(q, told);
  const helped = (id: string) => helpers.get(id) ?? null;
  const outlook = await outlookOf(q, deps, customerId);
  const consents = await listConsents(q, customerId);
  const steps = await listStandingSteps(q, customerId);
  const next = await listNextAppointments(q, { ...wanted, limit: NEXT_AT_MOST });
  const past = await listPastAppointments(q, { ...wanted, limit: PAST_AT_MOST });
  return {
    ...{ zone: office.timeZone, now, today, adviser, cover: shownCover(cover), mayReadWords },
    customer: {
      ...{ id: customer.id, ref: customer.ref, firstName: customer.firstName, lastName: customer.lastName },
      ...{ knownAs: customer.knownAs, language: customer.language, preferredChannel: customer.preferredChannel },
      ...{ discreet: customer.discreet, noMessages: customer.noMessages },
    },
    contacts: points.map((point) => contactView(deps, point, customer.noMessages)),
    changes: changes.map(({ id, kind, value, confirmedAt, replacesId }) => ({
      ...{ id, kind, at: confirmedAt!, replaces: replacesId !== null },
      display: contactText(deps, kind, deps.vault.open(value)),
    })),
    // Without it nobody could book the interpreter: unlike notes, it is there to be acted on by whoever arranges things.
    accessNeeds: needs.map(({ id, need, detail }) => ({
      ...{ id, need, detail: detail && deps.vault.open(detail), helped: helped(id) },
    })),
    barriers: barriers.map(({ id, kind, note, toldAt }) => ({
      ...{ id, kind, note: words(note), toldAt, helped: helped(id) },
    })),
    outlook: outlook && { ...outlook, note: mayReadWords ? outlook.note : '' },
    consents: consents.map(({ consent: { id, givenAt, withdrawnAt }, partner }) => ({
      id,
      partner,
      givenAt,
      withdrawnAt,
    })),
    plan: {
      open: steps.length,
      late: steps.filter((step) => isOverdue(step, today)).length,
      trouble: steps.filter(({ trouble }) => trouble !== null).length,
    },
    free: await findNextFree(q, { staff, customerId, now }),
    ...{ next: next.map(appointment), past: past.map(appointment) },
    online: {
      level: await findCurrentLevel(q, customerId),
      asksOtherWay: (await findOpenOtherWay(q, customerId)) !== null,
    },
    away: await listAwayAt(q, next, office.timeZone, today),
    messages: await listNewestMessages(q, { customerId, limit: MESSAGES_AT_MOST }),
    entries: await newestEntries(q, deps, customerId, mayReadWords),
    lastContacts: await listContacts(q, deps, {
      ...{ customerId, before: now + 1, limit: CONTACTS_AT_MOST, way: null },
      ...{ mayRead: mayReadWords, recordsOnly: false, officeId: staff.officeId },
    }),
  };
}

/** Who is away on the day of an appointment to come, and who stands in then: by the appointment's id. */
async function listAwayAt(
  q: Queryable,
  next: Awaited<ReturnType<typeof listNextAppointments>>,
  zone: string,
  today: string,
): Promise<Record<string, ShownCover>> {
  const away: Record<string, ShownCover> = {};
  for (const { appointment, adviser } of next) {
    const covers = (await listCoversOf(q, { adviserId: adviser.id, today })).map((row) => ({ ...row.cover, standIn: row.standIn })); // prettier-ignore
    const cover = shownCover(coverInForce(covers, wallClockOf(appointment.startsAt, zone).date));
    if (cover) away[appointment.id] = cover;
  }
  return away;
}

async function newestEntries(q: Queryable, deps: Deps, customerId: string, mayRead: boolean) {
  const rows = await listEntries(q, { customerId, limit: ENTRIES_AT_MOST, offset: 0 });
  const answer = await findNewestEntry(q, { customerId, writtenBy: 'staff' });
  const waiting = unanswered([...rows.map(({ entry }) => entry), ...(answer ? [answer] : [])]).map(({ id }) => id);
  const helped = await listHelpersOf(
    q,
    rows.map(({ entry }) => entry.id),
  );
  return rows.map((row) => staffEntry(deps, row, { mayRead, waiting, helped }));
}
