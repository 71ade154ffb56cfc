import { listCoveredBy } from '@db/queries/covers.server';
import { listDoneFollowUps, listOpenFollowUps } from '@db/queries/follow-ups.server';
import { findOffice } from '@db/queries/office-day.server';
import type { Queryable } from '@db/client.server';
import type { PersonName } from '~/domain/contact/person-name';
import { DAY } from '~/domain/clock';
import { followUpState, SOON, type FollowUpState } from '~/domain/plan/follow-up';
import { addDays, wallClockOf } from '~/domain/time/wall-clock';
import { recordRead } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

/** A plan to ask after. Instants in ms; `dueOn` is a date of the office. */
export interface FollowUpToDo {
  id: string;
  customer: PersonName;
  adviser: PersonName | null;
  /** For their safety nobody rings or writes: ask when they meet. */
  noMessages: boolean;
  months: number;
  agreedAt: number;
  dueOn: string;
  state: FollowUpState;
}

const AT_MOST = 200;
/** Days for which what was done is shown, so that it can be taken back. */
const SHOWN_DONE = 7;

/** Those that are due on or before a date, the longest overdue first: of an adviser and those they stand in for, or of everybody. */
export async function listFollowUpsToDo(
  q: Queryable,
  scope: { officeId: string; adviserId: string | null; today: string; until: string; limit: number },
): Promise<FollowUpToDo[]> {
  const { officeId, adviserId, today, until, limit } = scope;
  const covered = adviserId === null ? [] : await listCoveredBy(q, { standInId: adviserId, today });
  const adviserIds = adviserId === null ? null : [adviserId, ...covered];
  const rows = await listOpenFollowUps(q, { officeId, adviserIds, until, limit });
  return rows.map(({ followUp, agreedAt, customer, noMessages, adviser }) => ({
    ...{ id: followUp.id, customer, adviser, noMessages, months: followUp.months, agreedAt },
    ...{ dueOn: followUp.dueOn, state: followUpState(followUp, today) },
  }));
}

/**
 * The plans of the viewer's customers, or of the whole office's, that are to be asked after: overdue ones first, those of the
 * next two weeks below, and what was done in the last week. On record as read. A manager sees the office's unless they ask otherwise.
 */
export const viewFollowUps = (deps: Deps) => async (input: { staff: SignedInStaff; show: string | null }) => {
  const { staff } = input;
  const now = deps.clock.now();
  const mine = input.show === 'mine' || (input.show !== 'office' && staff.role === 'adviser');
  const found = await deps.db.read(async (q) => {
    const office = await findOffice(q, staff.officeId);
    if (!office) throw new Error('a member of staff has an office that does not exist');
    const zone = office.timeZone;
    const today = wallClockOf(now, zone).date;
    const scope = { officeId: staff.officeId, adviserId: mine ? staff.id : null, today };
    const due = await listFollowUpsToDo(q, { ...scope, until: addDays(today, SOON), limit: AT_MOST });
    const done = await listDoneFollowUps(q, {
      ...{ officeId: staff.officeId, doneBy: mine ? staff.id : null, from: now - SHOWN_DONE * DAY, limit: AT_MOST },
    });
    return {
      ...{ zone, today, now, show: mine ? ('mine' as const) : ('office' as const) },
      overdue: due.filter(({ state }) => state === 'overdue' || state === 'today'),
      soon: due.filter(({ state }) => state === 'soon'),
      done: done.map(({ followUp: { id, doneAt, months }, customer }) => ({ id, doneAt: doneAt!, months, customer })),
    };
  });
  await recordRead(deps)({
    ...{ reader: staff, action: 'follow_ups.read', subjectKind: 'office', subjectId: staff.officeId },
  });
  return found;
};

export type FollowUpsView = Awaited<ReturnType<ReturnType<typeof viewFollowUps>>>;
