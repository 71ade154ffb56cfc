import type { Queryable } from '@db/client.server';
import { listCoveredBy } from '@db/queries/covers.server';
import { findOffice } from '@db/queries/office-day.server';
import { listSignpostsAsked, listSignpostsDue, updateSignpost } from '@db/queries/signposts.server';
import { DAY } from '~/domain/clock';
import type { PersonName } from '~/domain/contact/person-name';
import { askDay, type SignpostNeed, type SignpostOutcome } from '~/domain/signpost/signpost';
import { wallClockOf } from '~/domain/time/wall-clock';
import { recordRead } from './audit.server';
import type { Deps } from './deps';
import { lockForStaff, noteSignpost } from './give-signposts.server';
import type { SignedInStaff } from './sessions.server';

/** A signpost to ask about. `givenAt` in ms, `askOn` a date of the office. */
export interface SignpostToAsk {
  id: string;
  customer: PersonName;
  adviser: PersonName | null;
  /** For their safety nobody rings or writes: ask when they meet. */
  noMessages: boolean;
  name: string;
  need: SignpostNeed;
  givenAt: number;
  askOn: string;
  outcome: SignpostOutcome | null;
}

const AT_MOST = 200;
/** Days for which what was recorded is shown, so that it can be put right. */
const SHOWN_ASKED = 7;

type Row = Awaited<ReturnType<typeof listSignpostsDue>>[number];

const toAsk = ({ signpost, customer, adviser, noMessages }: Row): SignpostToAsk => {
  const { id, name, givenAt, outcome } = signpost;
  return { ...{ id, customer, adviser, noMessages, name, givenAt, outcome }, need: signpost.need as SignpostNeed, askOn: signpost.askOn ?? '' }; // prettier-ignore
};

/** Of an adviser and those they stand in for today, with what is nobody's in particular; null for the whole office. */
async function whose(q: Queryable, scope: { officeId: string; adviserId: string | null; today: string }) {
  const { officeId, adviserId, today } = scope;
  const covered = adviserId === null ? [] : await listCoveredBy(q, { standInId: adviserId, today });
  return { officeId, adviserIds: adviserId === null ? null : [adviserId, ...covered] };
}

/** Those whose day to be asked about is today or past. */
export async function listSignpostsToAsk(
  q: Queryable,
  scope: { officeId: string; adviserId: string | null; today: string; limit: number },
): Promise<SignpostToAsk[]> {
  const { today: until, limit } = scope;
  return (await listSignpostsDue(q, { ...(await whose(q, scope)), until, limit })).map(toAsk);
}

/**
 * Signposts to ask about today, of the viewer's customers or of the whole office's, and what was recorded in the last week. An
 * adviser sees their own first. On record as read.
 */
export const viewSignpostsDue = (deps: Deps) => async (input: { staff: SignedInStaff; show: string | null }) => {
  const { staff } = input;
  const now = deps.clock.now();
  const mine = input.show === 'mine' || (input.show !== 'office' && staff.role === 'adviser');
  const view = await deps.db.read(async (q) => {
    const office = await findOffice(q, staff.officeId);
    if (!office) throw new Error('a member of staff has an office that does not exist');
    const zone = office.timeZone;
    const today = wallClockOf(now, zone).date;
    const scope = { officeId: staff.officeId, adviserId: mine ? staff.id : null, today };
    const asked = { ...(await whose(q, scope)), from: now - SHOWN_ASKED * DAY, limit: AT_MOST };
    return {
      ...{ zone, today, now, show: mine ? ('mine' as const) : ('office' as const) },
      due: await listSignpostsToAsk(q, { ...scope, limit: AT_MOST }),
      asked: (await listSignpostsAsked(q, asked)).map(toAsk),
    };
  });
  await recordRead(deps)({
    ...{ reader: staff, action: 'signposts_due.read', subjectKind: 'office', subjectId: staff.officeId },
  });
  return view;
};

export type SignpostsDueView = Awaited<ReturnType<ReturnType<typeof viewSignpostsDue>>>;

export type SignpostAnswer =
  | { what: 'outcome'; outcome: SignpostOutcome }
  /** What was recorded is taken back: it waits to be asked about again. */
  | { what: 'unrecorded' }
  /** Ask again in two weeks; or today after all. */
  | { what: 'later' }
  | { what: 'today' };

/**
 * Records what came of a signpost, or when to ask again; or takes that back. The same again changes nothing. On record.
 * @returns whose it is; null when there is none, or it was taken back.
 */
export const answerSignpost =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; id: string; answer: SignpostAnswer }): Promise<{ customerId: string } | null> =>
    deps.db.write(async (q) => {
      const { staff, id, answer } = input;
      const row = await lockForStaff(q, staff, id);
      const office = await findOffice(q, staff.officeId);
      if (!row || !office || row.withdrawnAt !== null) return null;
      const now = deps.clock.now();
      const change = changeFor(answer, row, { now, by: staff.id, today: wallClockOf(now, office.timeZone).date });
      if (change) {
        await updateSignpost(q, id, change);
        const detail = answer.what === 'outcome' ? answer.outcome : '';
        await noteSignpost(q, deps, staff, ACTIONS[answer.what], id, detail);
      }
      return { customerId: row.customerId };
    });

const ACTIONS = {
  outcome: 'signpost.outcome',
  unrecorded: 'signpost.outcome_undone',
  later: 'signpost.later',
  today: 'signpost.today',
} as const;

/** What changes; null: nothing. */
function changeFor(
  answer: SignpostAnswer,
  row: { outcome: SignpostOutcome | null; askOn: string | null },
  at: { now: number; by: string; today: string },
): Parameters<typeof updateSignpost>[2] | null {
  switch (answer.what) {
    case 'outcome':
      return row.outcome === answer.outcome ? null : { outcome: answer.outcome, outcomeAt: at.now, outcomeBy: at.by };
    case 'unrecorded':
      return row.outcome === null ? null : { outcome: null, outcomeAt: null, outcomeBy: null };
    case 'later': {
      const askOn = askDay(at.today);
      // Asked again, it is open again, whatever was said before.
      return row.outcome === null && row.askOn === askOn
        ? null
        : { askOn, outcome: null, outcomeAt: null, outcomeBy: null };
    }
    case 'today':
      return row.askOn === null || row.askOn > at.today ? { askOn: at.today } : null;
  }
}
