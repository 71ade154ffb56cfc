import type { Queryable } from '@db/client.server';
import { listCoversOn } from '@db/queries/covers.server';
import { listEarlierWishes } from '@db/queries/earlier-wishes.server';
import { listOffersWithNames, listSlotsLeftBy } from '@db/queries/slot-offers.server';
import {
  findOffice,
  listAdvisers,
  listDayAppointments,
  listDayCalls,
  listDayMessages,
  listDayOutcomes,
  type DayRange,
} from '@db/queries/office-day.server';
import type { AppointmentMode } from '~/domain/appointment/appointment';
import { chosenDay, neighbours } from '~/domain/appointment/chosen-day';
import { dayStateOf, isFreed, mayRecordOutcome, type DayState } from '~/domain/appointment/day-state';
import { wouldComeSooner } from '~/domain/appointment/would-come-sooner';
import type { PersonName } from '~/domain/contact/person-name';
import { groupBy } from '~/domain/group-by';
import type { CallOutcome } from '~/domain/messaging/call-list';
import type { Channel } from '~/domain/messaging/channel';
import type { MessageStatus } from '~/domain/messaging/message';
import { fellShort, reachSoFar } from '~/domain/messaging/reach-so-far';
import type { ReminderRule } from '~/domain/reminder/policy';
import { dayBounds, wallClockOf } from '~/domain/time/wall-clock';
import { recordRead } from './audit.server';
import type { Deps } from './deps';
import { listNeeds, type Needs } from './list-needs.server';
import type { SignedInStaff } from './sessions.server';

/** What became of one message, for a few words about it. */
export interface MessageNews {
  id: string;
  rule: ReminderRule;
  channel: Channel | null;
  status: MessageStatus;
  notBefore: number;
  /** When it came to its status (ms). */
  at: number;
  /** True when it ended without reaching anybody. */
  fellShort: boolean;
}

export interface DayRow {
  id: string;
  startsAt: number;
  endsAt: number;
  customer: PersonName & { noMessages: boolean };
  adviser: PersonName;
  purpose: string;
  mode: AppointmentMode;
  state: DayState;
  latest: MessageNews | null;
  next: MessageNews | null;
  /** Somebody phoned and got through at that instant (ms), or is still to phone. */
  call: { made: true; at: number } | { made: false } | null;
  /** Messages were tried, none arrived, and the meeting is still ahead. */
  nothingArrived: boolean;
  /** How many would come sooner and could have this time, which has come free. */
  wouldComeSooner: number;
  /** What became of the time that it left free: offered to so many until then (ms), or refilled. */
  freed: { asked: number; until: number } | { refilledBy: PersonName } | null;
  mayRecord: boolean;
  /** The event that recorded the outcome, if it can be taken back. */
  undoEventId: string | null;
}

export interface OfficeDay {
  office: { name: string; zone: string };
  /** "YYYY-MM-DD" by the office's clock. */
  date: string;
  today: string;
  previous: string;
  next: string;
  dateFault: boolean;
  now: number;
  /** Whose appointments: everybody's, the viewer's, or those of the adviser with this id. */
  adviser: string;
  advisers: PersonName[];
  /** Who stands in for whom on that day, until when: a date, included. */
  covers: { id: string; adviser: PersonName; standIn: PersonName; untilOn: string }[];
  rows: DayRow[];
  needs: Needs;
}

/**
 * One day of the viewer's office: its appointments in time order with what became of their messages, and what
 * needs somebody. A fixed number of queries, however full the day. On record as read.
 * @param input.adviser `all`, `me` or an adviser's id; an adviser sees their own unless they ask otherwise.
 */
export const viewOfficeDay =
  (deps: Deps) =>
  async (input: { staff: SignedInStaff; date: string | null; adviser: string | null }): Promise<OfficeDay> => {
    const { staff } = input;
    const now = deps.clock.now();
    const day = await deps.db.read(async (q) => {
      const office = await findOffice(q, staff.officeId);
      if (!office) throw new Error('a member of staff has an office that does not exist');
      const zone = office.timeZone;
      const today = wallClockOf(now, zone).date;
      const { date, fault } = chosenDay(input.date, today);
      const advisers = await listAdvisers(q, staff.officeId);
      const adviser = chosenAdviser(input.adviser, staff, advisers);
      const adviserId = adviser === 'all' ? null : adviser === 'me' ? staff.id : adviser;
      const range: DayRange = { officeId: staff.officeId, adviserId, ...dayBounds(date, zone) };
      const appointments = await listDayAppointments(q, range);
      return {
        office: { name: office.name, zone },
        date,
        today,
        ...neighbours(date),
        dateFault: fault,
        now,
        adviser,
        advisers,
        covers: (await listCoversOn(q, { officeId: staff.officeId, date })).map((row) => ({
          ...{ id: row.cover.id, adviser: row.adviser, standIn: row.standIn, untilOn: row.cover.untilOn },
        })),
        rows: rowsOfDay(
          appointments,
          await listDayMessages(q, range),
          await listDayOutcomes(q, range),
          await listDayCalls(q, range),
          await listEarlierWishes(q, { officeId: staff.officeId, now }),
          await findFreed(
            q,
            appointments.map(({ appointment }) => appointment),
            now,
          ),
          now,
        ),
        needs: await listNeeds(q, deps, { officeId: staff.officeId, adviserId, zone, today, now }),
      };
    });
    await recordRead(deps)({
      reader: staff,
      action: 'office_day.read',
      subjectKind: 'office',
      subjectId: staff.officeId,
      detail: day.date,
    });
    return day;
  };

/** Calls after which the customer knows. */
const REACHED: readonly (CallOutcome | null)[] = ['spoke', 'left_word'];

function chosenAdviser(asked: string | null, staff: SignedInStaff, advisers: readonly PersonName[]): string {
  if (asked === 'all' || asked === 'me') return asked;
  if (asked === staff.id) return 'me';
  if (asked && advisers.some((adviser) => adviser.id === asked)) return asked;
  return staff.role === 'adviser' ? 'me' : 'all';
}

function rowsOfDay(
  appointments: Awaited<ReturnType<typeof listDayAppointments>>,
  messages: Awaited<ReturnType<typeof listDayMessages>>,
  outcomes: Awaited<ReturnType<typeof listDayOutcomes>>,
  calls: Awaited<ReturnType<typeof listDayCalls>>,
  wishes: Awaited<ReturnType<typeof listEarlierWishes>>,
  freedBy: Map<string, DayRow['freed']>,
  now: number,
): DayRow[] {
  const callsOf = groupBy(calls, (call) => call.appointmentId);
  const messagesOf = groupBy(messages, (message) => message.appointmentId);
  const outcomeOf = new Map(outcomes.map((outcome) => [outcome.appointmentId, outcome.eventId]));
  return appointments.map(({ appointment, customer, adviser }) => {
    const { id, startsAt, endsAt, purpose, mode } = appointment;
    const state = dayStateOf(appointment, now);
    const said = state === 'confirmed' || state === 'cannot_come' ? state : null;
    const reach = reachSoFar(messagesOf.get(id) ?? [], said);
    const aboutIt = callsOf.get(id) ?? [];
    const spoken = aboutIt.findLast((call) => call.doneAt !== null && REACHED.includes(call.outcome));
    return {
      id,
      startsAt,
      endsAt,
      customer,
      adviser,
      purpose,
      mode,
      state,
      latest: reach.latest && newsOf(reach.latest),
      next: reach.next && newsOf(reach.next),
      call: spoken
        ? { made: true, at: spoken.doneAt! }
        : aboutIt.some((call) => call.doneAt === null)
          ? { made: false }
          : null,
      nothingArrived: reach.nothingArrived && !spoken && state === 'no_reply' && startsAt > now,
      wouldComeSooner: isFreed(state) ? wouldComeSooner(appointment, wishes, now).length : 0,
      freed: freedBy.get(id) ?? null,
      mayRecord: mayRecordOutcome(appointment, now),
      undoEventId: outcomeOf.get(id) ?? null,
    };
  });
}

/** What became of the times that these appointments have left free. */
async function findFreed(
  q: Queryable,
  appointments: readonly { id: string; startsAt: number }[],
  now: number,
): Promise<Map<string, DayRow['freed']>> {
  const startOf = new Map(appointments.map(({ id, startsAt }) => [id, startsAt]));
  const slots = (await listSlotsLeftBy(q, [...startOf.keys()])).filter(
    ({ slot }) => slot.startsAt === startOf.get(slot.appointmentId),
  );
  const offers = await listOffersWithNames(q, slots.map(({ slot }) => slot.id)); // prettier-ignore
  return new Map(
    slots.map(({ slot, filler }): [string, DayRow['freed']] => {
      if (slot.filledBy !== null && filler) return [slot.appointmentId, { refilledBy: filler }];
      const open = offers.filter(({ offer }) => offer.slotId === slot.id && offer.status === 'offered' && offer.heldUntil > now); // prettier-ignore
      if (open.length === 0) return [slot.appointmentId, null];
      const until = Math.max(...open.map(({ offer }) => offer.heldUntil));
      return [slot.appointmentId, { asked: open.length, until }];
    }),
  );
}

function newsOf(message: Awaited<ReturnType<typeof listDayMessages>>[number]): MessageNews {
  const { id, rule, channel, status, notBefore, at } = message;
  return { id, rule, channel, status, notBefore, at, fellShort: fellShort(message) };
}
