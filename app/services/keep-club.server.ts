import { getTimeZone } from '@db/queries/availability.server';
import { insertClub, listAreas, updateClub, type ClubRow } from '@db/queries/clubs.server';
import { listOfficeOrganisers, replaceOrganisers } from '@db/queries/kept-clubs.server';
import { lockOffice } from '@db/queries/reminder-policies.server';
import type { Queryable } from '@db/client.server';
import { clubValues, readClub, type ClubAsKept, type ClubProblems, type ClubValues } from '~/domain/club/club-form';
import { outwardCodeOf } from '~/domain/club/outward-code';
import { wallClockOf } from '~/domain/time/wall-clock';
import type { Deps } from './deps';
import { openKeptClub } from './kept-club.server';
import { seenOf } from './seen-values';
import type { SignedInStaff } from './sessions.server';
import { tellGoers } from './tell-goers.server';

type ClubSaved = { ok: true; ref: string } | { ok: false; problems: ClubProblems } | { ok: false; reason: 'not_found' };
/** `seen`: what stands now, which a colleague has changed since the form was opened. */
type ClubChanged = ClubSaved | { ok: false; reason: 'changed_since'; seen: string };

/**
 * Saves what an organiser says of a club, and with it that it is so as of today. Whoever said that they go and would now go
 * at the wrong time, or to the wrong place, is told. On record.
 * @param input.seen what the form showed; null where nobody looked.
 */
export const keepClub =
  (deps: Deps) =>
  async (input: {
    staff: SignedInStaff;
    ref: string;
    values: ClubValues;
    seen: string | null;
  }): Promise<ClubChanged> => {
    const read = readClub(input.values, (text) => deps.phoneNumbers.parse(text)?.e164 ?? null);
    return deps.db.write(async (q) => {
      const opened = await openKeptClub(q, deps, input);
      if (!opened) return { ok: false, reason: 'not_found' };
      if (!read.ok) return read;
      const { club: before, record } = opened;
      const stands = clubValues(before);
      const seen = seenOf(deps, stands);
      const isSaved = JSON.stringify(clubValues({ ...before, ...read.club })) === JSON.stringify(stands);
      if (input.seen !== null && input.seen !== seen && !isSaved) return { ok: false, reason: 'changed_since', seen };
      const point = await pointOf(q, read.club, before);
      if (!point) return { ok: false, problems: { postcode: 'postcode_unknown' } };
      const after: ClubRow = { ...before, ...read.club, ...point, ...(await checkedToday(q, deps, input.staff)) };
      await updateClub(q, before.id, after);
      await tellGoers(q, deps, before, after);
      await record('club.changed');
      return { ok: true, ref: before.ref };
    });
  };

/**
 * Adds a club. On record.
 * @param input.formId made by the form, so that sending it twice adds one.
 */
export const addClub =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; formId: string; values: ClubValues }): Promise<ClubSaved> => {
    const read = readClub(input.values, (text) => deps.phoneNumbers.parse(text)?.e164 ?? null);
    if (!read.ok) return read;
    if (input.staff.role !== 'manager') return { ok: false, reason: 'not_found' };
    const ref = `CLUB-${input.formId.slice(-12)}`;
    return deps.db.write(async (q) => {
      // One at a time, so that of a form sent twice at once the second finds what the first has added.
      await lockOffice(q, input.staff.officeId);
      if (await openKeptClub(q, deps, { ...input, ref })) return { ok: true, ref };
      const point = await pointOf(q, read.club, null);
      if (!point) return { ok: false, problems: { postcode: 'postcode_unknown' } };
      const kept = { active: true, ...(await checkedToday(q, deps, input.staff)) };
      await insertClub(q, { id: deps.newId(), ref, ...read.club, ...point, ...kept });
      await (await openKeptClub(q, deps, { ...input, ref }))?.record('club.added');
      return { ok: true, ref };
    });
  };

/** "All of this is so": nobody needs to be asked again for three months. On record. */
export const checkClub =
  (deps: Deps) =>
  (input: { staff: SignedInStaff; ref: string }): Promise<boolean> =>
    deps.db.write(async (q) => {
      const opened = await openKeptClub(q, deps, input);
      if (!opened) return false;
      await updateClub(q, opened.club.id, await checkedToday(q, deps, input.staff));
      await opened.record('club.checked');
      return true;
    });

/** Closes a club for good, or opens it again. Who said that they go is told that it has changed. The same again changes nothing. */
export const setClubOpen =
  (deps: Deps) =>
  (input: { staff: SignedInStaff; ref: string; open: boolean }): Promise<boolean> =>
    deps.db.write(async (q) => {
      const opened = await openKeptClub(q, deps, input);
      if (!opened) return false;
      const { club, record } = opened;
      if (club.active === input.open) return true;
      await updateClub(q, club.id, { active: input.open });
      if (!input.open) await tellGoers(q, deps, club, { ...club, active: false });
      await record(input.open ? 'club.reopened' : 'club.closed');
      return true;
    });

/** Says which organisers of the office keep a club; managers only. */
export const setOrganisers =
  (deps: Deps) =>
  (input: { staff: SignedInStaff; ref: string; organiserIds: readonly string[] }): Promise<boolean> =>
    deps.db.write(async (q) => {
      const opened = input.staff.role === 'manager' ? await openKeptClub(q, deps, input) : null;
      if (!opened) return false;
      const known = (await listOfficeOrganisers(q, input.staff.officeId)).map(({ id }) => id);
      await replaceOrganisers(q, opened.club.id, known.filter((id) => input.organiserIds.includes(id))); // prettier-ignore
      await updateClub(q, opened.club.id, { officeId: input.staff.officeId });
      await opened.record('club.organisers');
      return true;
    });

async function checkedToday(q: Queryable, deps: Deps, staff: SignedInStaff) {
  const zone = await getTimeZone(q, staff.officeId);
  return { checkedOn: wallClockOf(deps.clock.now(), zone).date, checkedBy: staff.id, officeId: staff.officeId };
}

/** Where it was, if it has not moved; the middle of its postcode's area. */
async function pointOf(q: Queryable, club: ClubAsKept, before: ClubRow | null) {
  if (before?.postcode === club.postcode) return { latitude: before.latitude, longitude: before.longitude };
  const [area] = await listAreas(q, [outwardCodeOf(club.postcode) ?? '']);
  return area ? { latitude: area.latitude, longitude: area.longitude } : null;
}
