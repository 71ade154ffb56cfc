import type { Queryable } from '@db/client.server';
import { listProviderStates } from '@db/queries/provider-states.server';
import { listHolds } from '@db/queries/sending-holds.server';
import { listCallsAbout, listTellings, type TellingRange } from '@db/queries/trouble.server';
import type { AppointmentStatus } from '~/domain/appointment/appointment';
import { DAY } from '~/domain/clock';
import type { PersonName } from '~/domain/contact/person-name';
import { groupBy } from '~/domain/group-by';
import type { CallOutcome } from '~/domain/messaging/call-list';
import { stoppedChannels } from '~/domain/messaging/stopped-channels';
import { troubleOf, type Outlook, type TellingAttempt, type Trouble } from '~/domain/messaging/trouble';
import type { Deps } from './deps';
import { wayId } from './weather.server';

/** How far ahead meetings are looked at (ms). */
export const TROUBLE_AHEAD = 7 * DAY;

/** A meeting that people are told of, and how the telling of it goes; instants in ms. */
export interface Told {
  appointment: { id: string; adviserId: string; startsAt: number; status: AppointmentStatus };
  attempts: (TellingAttempt & { ruleNotBefore: number })[];
  outlook: Outlook;
  /** The calls that somebody is still to make about it, the earliest due first. */
  calls: { cause: string; dueAt: number; owner: PersonName | null }[];
  /** Null when all is well, it has begun, or they have said that they cannot come. */
  trouble: Trouble<TellingAttempt> | null;
}

/** Calls after which the customer knows. */
const TOLD: readonly (CallOutcome | null)[] = ['spoke', 'left_word'];

/**
 * How the telling of an office's meetings in the range goes, the soonest meeting first. Four queries, whatever the number
 * of meetings and however large the ledger.
 * @param only one appointment, where one is asked for.
 */
export async function findTold(
  q: Queryable,
  deps: Deps,
  { only = null, ...range }: TellingRange & { only?: string | null },
): Promise<Told[]> {
  const now = deps.clock.now();
  const circuits = new Map((await listProviderStates(q)).map((state) => [state.id, state]));
  const ways = deps.senders.map((sender) => ({
    channel: sender.channel,
    circuit: circuits.get(wayId(sender)) ?? null,
  }));
  const stopped = stoppedChannels(await listHolds(q), ways, now);
  const tellings = groupBy(await listTellings(q, range, only), ({ appointment }) => appointment.id);
  const callsOf = groupBy(await listCallsAbout(q, range), ({ appointmentId }) => appointmentId);
  return [...tellings].map(([id, rows]) => {
    const { appointment } = rows[0]!;
    const { startsAt, confirmedAt, cannotComeAt } = appointment;
    const attempts = rows.map(({ attempt, ruleNotBefore }) => ({ ...attempt, ruleNotBefore }));
    const about = callsOf.get(id) ?? [];
    const told = about.flatMap(({ doneAt, outcome }) => (doneAt !== null && TOLD.includes(outcome) ? [doneAt] : []));
    const outlook = { now, stopped, knowsSince: latest([...told, confirmedAt]) };
    const isAhead = startsAt > now && (cannotComeAt ?? 0) <= (confirmedAt ?? 0);
    return {
      appointment,
      attempts,
      outlook,
      calls: about.filter(({ doneAt }) => doneAt === null).toSorted((a, b) => a.dueAt - b.dueAt),
      trouble: isAhead ? troubleOf(attempts, outlook) : null,
    };
  });
}

function latest(instants: (number | null)[]): number | null {
  const known = instants.filter((at) => at !== null);
  return known.length === 0 ? null : Math.max(...known);
}
