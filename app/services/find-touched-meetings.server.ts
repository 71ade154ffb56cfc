import type { Queryable } from '@db/client.server';
import { listDiaryMeetings } from '@db/queries/diary.server';
import type { AppointmentMode } from '~/domain/appointment/appointment';
import { openStretches, type DiaryException, type DiaryHours } from '~/domain/appointment/open-stretches';
import type { PersonName } from '~/domain/contact/person-name';
import { isWithin, overlap } from '~/domain/office/diary-week';
import { isAway, timesOf } from '~/domain/office/exception-form';
import { DAY } from '~/domain/clock';
import { dayBounds, wallClockOf } from '~/domain/time/wall-clock';

/** A booked meeting that a change of a diary leaves where it is. */
export interface TouchedMeeting {
  id: string;
  startsAt: number;
  customer: PersonName;
  mode: AppointmentMode;
}

interface Diary {
  officeId: string;
  adviserId: string;
  zone: string;
  now: number;
}

/**
 * The meetings to come that are booked in the time of an exception: while the adviser is away; or, on outreach, at the
 * office. Nothing moves them: somebody has to.
 */
export async function findTouchedMeetings(
  q: Queryable,
  diary: Diary,
  exception: DiaryException,
): Promise<TouchedMeeting[]> {
  if (exception.kind === 'extra') return [];
  const from = Math.max(dayBounds(exception.fromOn, diary.zone).from, diary.now);
  const { to } = dayBounds(exception.untilOn, diary.zone);
  if (to <= from) return [];
  const times = timesOf(exception, diary.zone);
  const rows = await listBooked(q, diary, from, to);
  const inTheWay = rows.filter(({ appointment }) => times.some((time) => overlap(time, appointment)));
  const elsewhere = ({ appointment: { mode, placeId } }: (typeof rows)[number]) =>
    (mode === 'in_person' || mode === 'outreach') && placeId !== exception.placeId;
  return inTheWay.filter((row) => isAway(exception.kind) || elsewhere(row)).map(shown);
}

/** The meetings of the coming year that other weekly hours would leave outside, and that are within them now. */
export async function findMeetingsOutside(
  q: Queryable,
  diary: Diary,
  before: DiaryHours,
  after: DiaryHours,
): Promise<TouchedMeeting[]> {
  const rows = await listBooked(q, diary, diary.now, diary.now + 366 * DAY);
  const within = (hours: DiaryHours) => (row: (typeof rows)[number]) =>
    isWithin(row.appointment, openStretches(hours, wallClockOf(row.appointment.startsAt, diary.zone).date, diary.zone));
  return rows.filter((row) => within(before)(row) && !within(after)(row)).map(shown);
}

/** The meetings of the coming year with somebody, groups apart: each has to be moved before they can leave. */
export async function findMeetingsToCome(q: Queryable, diary: Omit<Diary, 'zone'>): Promise<TouchedMeeting[]> {
  const rows = await listBooked(q, diary, diary.now, diary.now + 366 * DAY);
  return rows.filter(({ appointment }) => appointment.groupId === null).map(shown);
}

async function listBooked(q: Queryable, { officeId, adviserId, now }: Omit<Diary, 'zone'>, from: number, to: number) {
  const rows = await listDiaryMeetings(q, { officeId, adviserIds: [adviserId], from, to });
  return rows.filter(({ appointment }) => appointment.status === 'booked' && appointment.startsAt > now);
}

function shown({ appointment, customer }: Awaited<ReturnType<typeof listBooked>>[number]): TouchedMeeting {
  const { id, startsAt, mode } = appointment;
  return { id, startsAt, mode, customer };
}
