import type { Queryable } from '@db/client.server';
import { listUnrecorded } from '@db/queries/office-day.server';
import { listOpenReplies } from '@db/queries/reply-inbox.server';
import type { PersonName } from '~/domain/contact/person-name';
import { addDays, dayBounds } from '~/domain/time/wall-clock';
import type { Deps } from './deps';
import { listCalls, type CallToMake } from './list-calls.server';
import { showReplies, type InboxReply } from './view-replies.server';

export interface UnrecordedOutcome {
  id: string;
  startsAt: number;
  customer: PersonName;
  adviser: PersonName;
}

/** What somebody has to do, apart from the day's appointments. */
export interface Needs {
  calls: CallToMake[];
  replies: InboxReply[];
  unrecorded: UnrecordedOutcome[];
}

/** More than this many of a kind is no list to work through on one page. */
const AT_MOST = 50;
/** Days back in which a forgotten outcome is still asked for. */
const LOOK_BACK_DAYS = 7;

/**
 * Calls to make, texts that no rule could read, and outcomes that nobody recorded in the last seven days.
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
  const unrecorded = await listUnrecorded(q, {
    officeId,
    adviserId,
    from: dayBounds(addDays(today, -LOOK_BACK_DAYS), zone).from,
    to: dayBounds(today, zone).from,
    limit: AT_MOST,
  });

  return {
    calls,
    replies: await showReplies(q, deps, officeId, replies),
    unrecorded: unrecorded.map(({ appointment, customer, adviser }) => ({
      id: appointment.id,
      startsAt: appointment.startsAt,
      customer,
      adviser,
    })),
  };
}
