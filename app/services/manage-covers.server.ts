import type { Queryable } from '@db/client.server';
import { lockAdviser } from '@db/queries/availability.server';
import {
  countBooked,
  findOfficeCover,
  insertCover,
  listCoverPeople,
  listOfficeCovers,
  listStandingCovers,
  updateCover,
} from '@db/queries/covers.server';
import { findOffice } from '@db/queries/office-day.server';
import { coverClash, coverState, type CoverClash, type CoverState } from '~/domain/adviser/cover';
import { officeChain } from '~/domain/audit/audit-entry';
import type { PersonName } from '~/domain/contact/person-name';
import { addDays, dayBounds, wallClockOf } from '~/domain/time/wall-clock';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

/** A cover as colleagues see it; dates of the office, both included. */
export interface CoverRow {
  id: string;
  adviser: PersonName;
  standIn: PersonName;
  fromOn: string;
  untilOn: string;
  state: CoverState;
  /** How many appointments stand in the adviser's own diary on those days; they are not moved. */
  booked: number;
  mayChange: boolean;
}

export interface OfficeCovers {
  office: { name: string; zone: string };
  now: number;
  today: string;
  covers: CoverRow[];
  /** Whom the viewer may set a cover for: everybody for a manager, else the viewer alone. */
  advisers: PersonName[];
  /** Who can stand in. */
  people: PersonName[];
}

/** Days for which a cover that is over is still shown. */
const SHOWN_DAYS = 30;

/** The covers of the viewer's office that are to come, in force or over of late, and who may be in one. */
export const viewCovers =
  (deps: Deps) =>
  async ({ staff }: { staff: SignedInStaff }): Promise<OfficeCovers> =>
    deps.db.read(async (q) => {
      const office = await getOffice(q, staff);
      const now = deps.clock.now();
      const today = wallClockOf(now, office.timeZone).date;
      const rows = await listOfficeCovers(q, { officeId: staff.officeId, since: addDays(today, -SHOWN_DAYS) });
      const people = await listCoverPeople(q, staff.officeId);
      const covers = [];
      for (const row of rows) covers.push(await coverRow(q, row, staff, today, office.timeZone));
      return {
        ...{ office: { name: office.name, zone: office.timeZone }, now, today, covers, people },
        advisers: people.filter(({ id }) => mayChange(staff, id)),
      };
    });

type Found = Awaited<ReturnType<typeof listOfficeCovers>>[number];

async function coverRow(q: Queryable, found: Found, staff: SignedInStaff, today: string, zone: string) {
  const { cover, standIn, adviser } = found;
  const { id, fromOn, untilOn } = cover;
  const state = coverState(cover, today);
  const days = { from: dayBounds(fromOn > today ? fromOn : today, zone).from, to: dayBounds(untilOn, zone).to };
  const stands = state === 'coming' || state === 'in_force';
  return {
    ...{ id, fromOn, untilOn, state, standIn, mayChange: mayChange(staff, adviser.id) },
    adviser: { id: adviser.id, firstName: adviser.firstName, lastName: adviser.lastName },
    booked: stands ? await countBooked(q, { adviserId: adviser.id, ...days }) : 0,
  };
}

/** Managers set covers for anyone of their office, advisers for themselves. */
function mayChange(staff: SignedInStaff, adviserId: string): boolean {
  return staff.role === 'manager' || staff.id === adviserId;
}

async function getOffice(q: Queryable, staff: SignedInStaff) {
  const office = await findOffice(q, staff.officeId);
  if (!office) throw new Error('a member of staff has an office that does not exist');
  return office;
}

/** The cover that stands against another, with the names of those in it. */
export interface ShownClash {
  clash: CoverClash['clash'];
  adviser: PersonName;
  standIn: PersonName;
  fromOn: string;
  untilOn: string;
}

export type SaveCoverResult =
  | { ok: true; id: string; changed: boolean }
  | { ok: false; reason: 'not_found' }
  | { ok: false; reason: 'clash'; with: ShownClash };

/**
 * Sets a cover, or corrects one that is to come or in force. Appointments are not moved. The same again changes nothing.
 * On record.
 * @param input.id of the cover to correct; null for a new one.
 */
export const saveCover =
  (deps: Deps) =>
  async (input: {
    staff: SignedInStaff;
    id: string | null;
    adviserId: string;
    standInId: string;
    fromOn: string;
    untilOn: string;
  }): Promise<SaveCoverResult> =>
    deps.db.write(async (q) => {
      const { staff, id, adviserId, standInId, fromOn, untilOn } = input;
      const today = await lockPeople(q, deps, staff, [adviserId, standInId]);
      if (today === null || !mayChange(staff, adviserId)) return { ok: false, reason: 'not_found' };
      const standing = await listStandingCovers(q, { officeId: staff.officeId, today });
      const before = standing.find((cover) => cover.id === id);
      if (id !== null && before?.adviserId !== adviserId) return { ok: false, reason: 'not_found' };
      const wished = { adviserId, standInId, fromOn, untilOn };
      const same = standing.find((cover) => Object.entries(wished).every(([key, value]) => cover[key as keyof typeof wished] === value)); // prettier-ignore
      if (same && (id === null || same.id === id)) return { ok: true, id: same.id, changed: false };
      const others = standing.filter((cover) => cover !== before);
      const clash = coverClash({ ...wished, endedAt: null }, others);
      if (clash) return { ok: false, reason: 'clash', with: await shownClash(q, staff, clash) };

      const coverId = id ?? deps.newId();
      if (before) await updateCover(q, coverId, { standInId, fromOn, untilOn });
      else await insertCover(q, { id: coverId, ...wished, createdAt: deps.clock.now(), createdBy: staff.id });
      await note(q, deps, staff, before ? 'cover.changed' : 'cover.set', coverId, `${fromOn} ${untilOn}`);
      return { ok: true, id: coverId, changed: true };
    });

/**
 * Locks the people of a cover, always in the same order, so that of two covers made at once the second sees the first.
 * @returns today by the office's clock; null when one of them is not of this office.
 */
async function lockPeople(q: Queryable, deps: Deps, staff: SignedInStaff, ids: string[]): Promise<string | null> {
  for (const id of [...ids].sort()) {
    if ((await lockAdviser(q, id))?.officeId !== staff.officeId) return null;
  }
  return wallClockOf(deps.clock.now(), (await getOffice(q, staff)).timeZone).date;
}

async function shownClash(q: Queryable, staff: SignedInStaff, clash: CoverClash): Promise<ShownClash> {
  const found = await findOfficeCover(q, { id: clash.with.id, officeId: staff.officeId });
  if (!found) throw new Error('a cover clashes with one that is not there');
  const { fromOn, untilOn } = found.cover;
  return { clash: clash.clash, adviser: found.adviser, standIn: found.standIn, fromOn, untilOn };
}

export type EndCoverResult = { ok: true; changed: boolean } | { ok: false; reason: 'not_found' | 'over' | 'clash' };

interface OnCover {
  staff: SignedInStaff;
  id: string;
}

/** Ends a cover at once, or calls one off that is to come: the adviser is there again. On record. */
export const endCover =
  (deps: Deps) =>
  async (input: OnCover): Promise<EndCoverResult> =>
    deps.db.write(async (q) => {
      const found = await lockCover(q, deps, input);
      if (!found) return { ok: false, reason: 'not_found' };
      if (found.state === 'ended') return { ok: true, changed: false };
      if (found.state === 'over') return { ok: false, reason: 'over' };
      await updateCover(q, input.id, { endedAt: deps.clock.now() });
      await note(q, deps, input.staff, 'cover.ended', input.id);
      return { ok: true, changed: true };
    });

/** Takes that back, unless its days are past or another cover has taken its place. On record. */
export const reopenCover =
  (deps: Deps) =>
  async (input: OnCover): Promise<EndCoverResult> =>
    deps.db.write(async (q) => {
      const found = await lockCover(q, deps, input);
      if (!found) return { ok: false, reason: 'not_found' };
      if (found.state !== 'ended') return { ok: true, changed: false };
      const { cover, today } = found;
      if (cover.untilOn < today) return { ok: false, reason: 'over' };
      const standing = await listStandingCovers(q, { officeId: input.staff.officeId, today });
      if (coverClash({ ...cover, endedAt: null }, standing)) return { ok: false, reason: 'clash' };
      await updateCover(q, input.id, { endedAt: null });
      await note(q, deps, input.staff, 'cover.reopened', input.id);
      return { ok: true, changed: true };
    });

/** A cover that the member may change, as it stands once nobody else can change it. */
async function lockCover(q: Queryable, deps: Deps, { staff, id }: OnCover) {
  const seen = await findOfficeCover(q, { id, officeId: staff.officeId });
  if (!seen || !mayChange(staff, seen.adviser.id)) return null;
  const today = await lockPeople(q, deps, staff, [seen.cover.adviserId, seen.cover.standInId]);
  const found = await findOfficeCover(q, { id, officeId: staff.officeId });
  return found && today !== null ? { cover: found.cover, today, state: coverState(found.cover, today) } : null;
}

async function note(
  q: Queryable,
  deps: Deps,
  staff: SignedInStaff,
  action: 'cover.set' | 'cover.changed' | 'cover.ended' | 'cover.reopened',
  coverId: string,
  detail?: string,
): Promise<void> {
  await appendAudit(q, deps, {
    ...{ chain: officeChain(staff.officeId), actor: { kind: 'staff', id: staff.id }, action, detail },
    ...{ subjectKind: 'cover', subjectId: coverId },
  });
}
