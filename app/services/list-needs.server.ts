import type { Queryable } from '@db/client.server';
import { listCoveredBy } from '@db/queries/covers.server';
import { listUnansweredEntries } from '@db/queries/journal.server';
import { listUnrecorded } from '@db/queries/office-day.server';
import { listOpenOtherWays } from '@db/queries/other-ways.server';
import { listOpenReplies } from '@db/queries/reply-inbox.server';
import type { OtherWay } from '~/domain/capability/reassess';
import type { PersonName } from '~/domain/contact/person-name';
import { groupBy } from '~/domain/group-by';
import { addDays, dayBounds, daysBetween, wallClockOf } from '~/domain/time/wall-clock';
import { listSignpostsToAsk, type SignpostToAsk } from './ask-about-signposts.server';
import type { Deps } from './deps';
import { listCalls, type CallToMake } from './list-calls.server';
import { listFollowUpsToDo, type FollowUpToDo } from './view-follow-ups.server';
import { listPressingRequests, type ShownRequest } from './view-format-requests.server';
import { showReplies, type InboxReply } from './view-replies.server';

export interface UnrecordedOutcome {
  id: string;
  startsAt: number;
  customer: PersonName;
  adviser: PersonName;
}

/** Somebody has written in the journal, and nobody has answered or dealt with it. Never what they wrote. */
export interface WaitingEntries {
  customer: PersonName;
  count: number;
  /** When the oldest of them was written (ms), and how many days ago by the office's clock. */
  since: number;
  days: number;
}

/** Somebody asks for another way. Instant in ms. */
export interface WantsOtherWay {
  id: string;
  wants: OtherWay;
  askedAt: number;
  customer: PersonName;
}

/** What somebody has to do, apart from the day's appointments. */
export interface Needs {
  calls: CallToMake[];
  replies: InboxReply[];
  entries: WaitingEntries[];
  unrecorded: UnrecordedOutcome[];
  /** Plans whose day to be asked after is today or past. */
  followUps: FollowUpToDo[];
  /** Customers who ask to be served in another way, whoever has waited longest first. Never their words. */
  otherWays: WantsOtherWay[];
  /** What people were pointed to, whose day to be asked about is today or past. */
  signposts: SignpostToAsk[];
  /** Interpreters and other formats that are not promised, and are due soon or late. */
  formats: ShownRequest[];
}

/** More than this many of a kind is no list to work through on one page. */
const AT_MOST = 50;
/** Days back in which a forgotten outcome is still asked for. */
const LOOK_BACK_DAYS = 28;

/**
 * Calls to make, texts that no rule could read, journal entries that wait for an answer, and outcomes that nobody recorded
 * in the last four weeks, plans to ask after, and what people were pointed to. Who stands in for a colleague today is shown that colleague's entries and
 * plans as well.
 * @param scope.adviserId whose work, together with what is nobody's in particular; null for the whole office.
 */
export async function listNeeds(
  q: Queryable,
  deps: Deps,
  scope: { officeId: string; adviserId: string | null; zone: string; today: string; now: number },
): Promise<Needs> {
  const { officeId, adviserId, zone, today, now } = scope;
  const work = { officeId, ownerId: adviserId, limit: AT_MOST };
  const calls = await listCalls(q, deps, { ...work, escalated: false, now });
  const replies = await listOpenReplies(q, { officeId, adviserId, limit: AT_MOST });
  const covered = adviserId === null ? [] : await listCoveredBy(q, { standInId: adviserId, today });
  const adviserIds = adviserId === null ? null : [adviserId, ...covered];
  const entries = await listUnansweredEntries(q, { officeId, adviserIds, limit: AT_MOST });
  const unrecorded = await listUnrecorded(q, {
    officeId,
    adviserId,
    from: dayBounds(addDays(today, -LOOK_BACK_DAYS), zone).from,
    to: dayBounds(today, zone).from,
    limit: AT_MOST,
  });
  const followUps = await listFollowUpsToDo(q, { officeId, adviserId, today, until: today, limit: AT_MOST });

  const formats = await listPressingRequests(q, { officeId, adviserIds, now, limit: AT_MOST });

  return {
    calls,
    followUps,
    otherWays: await listOpenOtherWays(q, { officeId, adviserIds, limit: AT_MOST }),
    signposts: await listSignpostsToAsk(q, { officeId, adviserId, today, limit: AT_MOST }),
    formats,
    replies: await showReplies(q, deps, officeId, replies),
    entries: waitingEntries(entries, today, zone),
    unrecorded: unrecorded.map(({ appointment, customer, adviser }) => ({
      id: appointment.id,
      startsAt: appointment.startsAt,
      customer,
      adviser,
    })),
  };
}

/** One line for each customer, whoever has waited longest first. */
function waitingEntries(
  entries: Awaited<ReturnType<typeof listUnansweredEntries>>,
  today: string,
  zone: string,
): WaitingEntries[] {
  return [...groupBy(entries, ({ customer }) => customer.id).values()].map(([oldest, ...more]) => {
    const { customer, at: since } = oldest!;
    return { customer, count: more.length + 1, since, days: daysBetween(wallClockOf(since, zone).date, today) };
  });
}
