import type { Queryable } from '@db/client.server';
import { listEventsByActorKind, type AppointmentEventRow, type AppointmentRow } from '@db/queries/appointments.server';
import type { Actor, ActorKind } from '~/domain/access/role';
import { OUTCOMES, wouldNotice, type AppointmentEventKind } from '~/domain/appointment/appointment';
import {
  changesMeeting,
  isCancelled,
  mergeTold,
  noticeableFacts,
  type ToldFacts,
} from '~/domain/appointment/told-facts';
import { toldIn, UNANSWERED, withTold } from './appointment-history.server';

type Told = ToldFacts & Pick<AppointmentRow, 'ref' | 'kind' | 'purpose' | 'bring'>;

export interface AppointmentChange {
  before: AppointmentRow;
  after: AppointmentRow;
  told: ToldFacts;
}

/** Sources that send the same file again and again; everybody else means what they say now. */
const SOURCES_THAT_REPEAT: ReadonlySet<ActorKind> = new Set(['import', 'command']);

/**
 * What becomes of appointments that are there when a source states them. `heard` are events of the source, rewritten
 * to hold what it says now: its words were news, but changed nothing here (it has caught up with a move, say), and
 * they are what its next words are compared with.
 */
export async function decideChanges(
  q: Queryable,
  list: readonly Told[],
  existing: ReadonlyMap<string, AppointmentRow>,
  actor: Actor,
  now: number,
): Promise<{ changes: AppointmentChange[]; heard: AppointmentEventRow[] }> {
  const pairs = list.flatMap((told) => {
    const ours = existing.get(told.ref);
    // An appointment that is as it was booked, and as it is told, needs no look at its history.
    return ours && (differs(ours, told) || ours.version > 1 || ours.status !== 'booked') ? [{ told, ours }] : [];
  });
  const repeats = SOURCES_THAT_REPEAT.has(actor.kind);
  const ids = pairs.map(({ ours }) => ours.id);
  const lastTold = repeats ? await findLastTold(q, ids, actor.kind) : new Map<string, LastTold>();

  const changes: AppointmentChange[] = [];
  const heard: AppointmentEventRow[] = [];
  for (const { told, ours } of pairs) {
    const last = lastTold.get(ours.id);
    const after = changed(ours, told, repeats ? (last?.facts ?? null) : ours, now);
    if (after) changes.push({ before: ours, after, told });
    else if (last && !sameFacts(last.facts, told)) heard.push(withTold(last.event, told));
  }
  return { changes, heard };
}

/** What kind of event a change is. */
export function changeKind({ before, after }: AppointmentChange): AppointmentEventKind {
  if (before.status === after.status) return 'changed';
  if (isCancelled(after.status)) return 'cancelled';
  return OUTCOMES.some((outcome) => outcome === after.status) ? 'outcome_recorded' : 'changed';
}

interface LastTold {
  event: AppointmentEventRow;
  facts: ToldFacts;
}

async function findLastTold(q: Queryable, appointmentIds: string[], actorKind: ActorKind) {
  const lastTold = new Map<string, LastTold>();
  for (const event of await listEventsByActorKind(q, { appointmentIds, actorKind })) {
    const facts = toldIn(event);
    if (facts && !lastTold.has(event.appointmentId)) lastTold.set(event.appointmentId, { event, facts });
  }
  return lastTold;
}

/** The appointment as it becomes, or null when it stays as it is. */
function changed(ours: AppointmentRow, told: Told, before: ToldFacts | null, now: number): AppointmentRow | null {
  const { kind, purpose, bring } = told;
  const after = { ...ours, ...mergeTold(ours, told, before), kind, purpose, bring, updatedAt: now };
  if (!differs(ours, after)) return null;
  // Another outcome: what was said of the one before is not said of this one.
  if (after.status !== ours.status) Object.assign(after, { late: false, missedReason: null });
  if (wouldNotice(noticeableFacts(ours), noticeableFacts(after)) || ours.customerId !== after.customerId) {
    after.version = ours.version + 1;
    if (!isCancelled(after.status)) Object.assign(after, UNANSWERED);
  }
  return after;
}

function differs(ours: Told, told: Told): boolean {
  const { kind, purpose, bring } = told;
  return ours.kind !== kind || ours.purpose !== purpose || ours.bring !== bring || !sameFacts(ours, told);
}

function sameFacts(one: ToldFacts, other: ToldFacts): boolean {
  return !changesMeeting(one, other) && one.status === other.status;
}
