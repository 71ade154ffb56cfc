import { findOffice } from '@db/queries/office-day.server';
import { listPeopleOf } from '@db/queries/trouble.server';
import type { PersonName } from '~/domain/contact/person-name';
import { groupBy } from '~/domain/group-by';
import { afterTrouble, type AfterTrouble } from '~/domain/messaging/after-trouble';
import { reminderCause } from '~/domain/messaging/call-list';
import type { Channel } from '~/domain/messaging/channel';
import { standingOf, STANDINGS, type Standing } from '~/domain/messaging/standing';
import { TROUBLE_CAUSES, type TellingAttempt, type Trouble, type TroubleCause } from '~/domain/messaging/trouble';
import type { TroubleFilter, TroubleView } from '~/domain/messaging/trouble-view';
import type { ReminderRule } from '~/domain/reminder/policy';
import { dayBounds, wallClockOf } from '~/domain/time/wall-clock';
import { recordRead } from './audit.server';
import type { Deps } from './deps';
import { findTold, TROUBLE_AHEAD, type Told } from './find-trouble.server';
import type { SignedInStaff } from './sessions.server';

/** One meeting of which the customer may not know, because a message about it is in trouble; instants in ms. */
export interface TroubleRow {
  /** Of the appointment. */
  id: string;
  startsAt: number;
  /** It will not take place, and they may come for nothing. */
  cancelled: boolean;
  customer: PersonName & { noMessages: boolean };
  adviser: PersonName;
  cause: TroubleCause;
  message: { rule: ReminderRule; channel: Channel | null; reason: string | null };
  next: AfterTrouble;
  /** Who is to phone, and by when. */
  call: { owner: PersonName | null; dueAt: number; overdue: boolean } | null;
}

export interface TroubleList {
  office: { name: string; zone: string };
  now: number;
  show: TroubleView;
  cause: TroubleCause | null;
  counts: Record<TroubleView, number>;
  /** How many there are of each cause that there is, of those shown. */
  causes: { cause: TroubleCause; count: number }[];
  /** The soonest meetings first; `total` says how many there are. */
  rows: TroubleRow[];
  total: number;
  /** How today's messages about these meetings stand. */
  today: Record<Standing, number>;
}

/** More than this is no list to work through on one page; the soonest meetings are shown. */
const AT_MOST = 100;

/**
 * The messages in trouble about meetings of the next seven days in the viewer's office. On record as read.
 * @param input.filter an adviser sees their own unless they ask otherwise, a manager the office's.
 */
export const viewTrouble =
  (deps: Deps) =>
  async ({ staff, filter }: { staff: SignedInStaff; filter: TroubleFilter }): Promise<TroubleList> => {
    const now = deps.clock.now();
    const show = filter.show ?? (staff.role === 'adviser' ? 'mine' : 'office');
    const { cause } = filter;
    const list = await deps.db.read(async (q) => {
      const office = await findOffice(q, staff.officeId);
      if (!office) throw new Error('a member of staff has an office that does not exist');
      const zone = office.timeZone;
      const today = dayBounds(wallClockOf(now, zone).date, zone);
      const all = await findTold(q, deps, { officeId: staff.officeId, from: today.from, to: now + TROUBLE_AHEAD });
      const mine = all.filter(({ appointment }) => appointment.adviserId === staff.id);
      const told = show === 'mine' ? mine : all;
      const troubled = told.filter(isTroubled);
      const wanted = troubled.filter(({ trouble }) => cause === null || trouble.cause === cause);
      const shown = wanted.slice(0, AT_MOST);
      const people = await listPeopleOf(q, shown.map(({ appointment }) => appointment.id)); // prettier-ignore
      const peopleOf = new Map(people.map((one) => [one.id, one]));
      return {
        office: { name: office.name, zone },
        now,
        show,
        cause,
        counts: { mine: mine.filter(isTroubled).length, office: all.filter(isTroubled).length },
        causes: TROUBLE_CAUSES.map((one) => ({
          cause: one,
          count: troubled.filter(({ trouble }) => trouble.cause === one).length,
        })).filter(({ count }) => count > 0),
        rows: shown.map((one) => rowOf(one, peopleOf.get(one.appointment.id)!, now)),
        total: wanted.length,
        today: standingsOf(told, today),
      };
    });
    await recordRead(deps)({
      reader: staff,
      action: 'messages_in_trouble.read',
      subjectKind: 'office',
      subjectId: staff.officeId,
      detail: show,
    });
    return list;
  };

type Troubled = Told & { trouble: Trouble<TellingAttempt> };

function isTroubled(told: Told): told is Troubled {
  return told.trouble !== null;
}

function rowOf(
  { appointment, attempts, trouble, calls }: Troubled,
  { customer, adviser }: Awaited<ReturnType<typeof listPeopleOf>>[number],
  now: number,
): TroubleRow {
  const { rule, channel, reason } = trouble.about;
  const [call] = calls;
  return {
    id: appointment.id,
    startsAt: appointment.startsAt,
    cancelled: appointment.status !== 'booked',
    customer,
    adviser,
    cause: trouble.cause,
    message: { rule, channel, reason },
    next: afterTrouble(trouble, attempts, { hasCall: call !== undefined, now }),
    call: call ? { owner: call.owner, dueAt: call.dueAt, overdue: call.dueAt < now } : null,
  };
}

/** The reminders that were to go today, by how each stands. */
function standingsOf(told: readonly Told[], today: { from: number; to: number }): Record<Standing, number> {
  const found = told.flatMap(({ attempts, outlook, calls }) =>
    [...groupBy(attempts, ({ reminderId }) => reminderId)].flatMap(([reminderId, own]) => {
      const due = own[0]!.ruleNotBefore;
      if (due < today.from || due >= today.to) return [];
      const hasCall = calls.some((call) => call.cause === reminderCause(reminderId));
      return standingOf(own, { ...outlook, hasCall }) ?? [];
    }),
  );
  const count = (standing: Standing) => found.filter((one) => one === standing).length;
  return Object.fromEntries(STANDINGS.map((one) => [one, count(one)])) as Record<Standing, number>;
}
