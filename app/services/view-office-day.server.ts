import type { Queryable } from '@db/client.server';
import { loadDiary } from '@db/queries/availability.server';
import { listCoversOn } from '@db/queries/covers.server';
import { listEarlierWishes } from '@db/queries/earlier-wishes.server';
import { listLevels } from '@db/queries/profile-checks.server';
import { listRequestsAbout } from '@db/queries/format-requests.server';
import { listOffersWithNames, listSlotsLeftBy } from '@db/queries/slot-offers.server';
import {
  countDaySteps,
  findOffice,
  listAdvisers,
  listDayAppointments,
  listDayCalls,
  listDayGroups,
  listDayMessages,
  listDayNeeds,
  listDayOutcomes,
  type DayRange,
} from '@db/queries/office-day.server';
import { chosenDay, neighbours } from '~/domain/appointment/chosen-day';
import { gapsOfDay } from '~/domain/appointment/day-gaps';
import type { PersonName } from '~/domain/contact/person-name';
import { dayBounds, wallClockOf } from '~/domain/time/wall-clock';
import { recordRead } from './audit.server';
import type { Deps } from './deps';
import { listNeeds, type Needs } from './list-needs.server';
import type { SignedInStaff } from './sessions.server';
import { showDay, type DayItem, type DayRow, type FreedNews } from './show-day';

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
  /** The same rows in time order, with group sessions and free time. */
  items: DayItem[];
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
        ...showDay(
          {
            appointments,
            messages: await listDayMessages(q, range),
            outcomes: await listDayOutcomes(q, range),
            calls: await listDayCalls(q, range),
            wishes: await listEarlierWishes(q, { officeId: staff.officeId, now }),
            needs: await listDayNeeds(q, range),
            levels: await listLevels(q, appointments.map(({ customer }) => customer.id)), // prettier-ignore
            requests: await listRequestsAbout(q, appointments.map(({ appointment }) => appointment.id)), // prettier-ignore
            steps: await countDaySteps(q, range),
            groups: await listDayGroups(q, range),
            gaps: adviserId === null ? [] : await findGaps(q, { ...range, adviserId, date, zone, now }),
            freedBy: await findFreed(
              q,
              appointments.map(({ appointment }) => appointment),
              now,
            ),
            adviserId,
          },
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

function chosenAdviser(asked: string | null, staff: SignedInStaff, advisers: readonly PersonName[]): string {
  if (asked === 'all' || asked === 'me') return asked;
  if (asked === staff.id) return 'me';
  if (asked && advisers.some((adviser) => adviser.id === asked)) return asked;
  return staff.role === 'adviser' ? 'me' : 'all';
}

/** What became of the times that these appointments have left free. */
async function findFreed(
  q: Queryable,
  appointments: readonly { id: string; startsAt: number }[],
  now: number,
): Promise<Map<string, FreedNews>> {
  const startOf = new Map(appointments.map(({ id, startsAt }) => [id, startsAt]));
  const slots = (await listSlotsLeftBy(q, [...startOf.keys()])).filter(
    ({ slot }) => slot.startsAt === startOf.get(slot.appointmentId),
  );
  const offers = await listOffersWithNames(q, slots.map(({ slot }) => slot.id)); // prettier-ignore
  return new Map(
    slots.flatMap(({ slot, filler }): [string, FreedNews][] => {
      if (slot.filledBy !== null && filler) return [[slot.appointmentId, { refilledBy: filler }]];
      const open = offers.filter(({ offer }) => offer.slotId === slot.id && offer.status === 'offered' && offer.heldUntil > now); // prettier-ignore
      if (open.length === 0) return [];
      const until = Math.max(...open.map(({ offer }) => offer.heldUntil));
      return [[slot.appointmentId, { asked: open.length, until }]];
    }),
  );
}

async function findGaps(
  q: Queryable,
  { adviserId, from, to, date, zone, now }: DayRange & { adviserId: string; date: string; zone: string; now: number },
) {
  if (to <= now) return [];
  return gapsOfDay(await loadDiary(q, { adviserId, from, to, exceptId: null }), date, zone, now);
}
