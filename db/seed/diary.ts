import type { AppointmentMode, AppointmentStatus, CannotComeReason } from '~/domain/appointment/appointment';
import { DAY, HOUR, MINUTE } from '~/domain/clock';
import { addDays, instantAt, wallClockOf, weekdayOf } from '~/domain/time/wall-clock';
import { COVERS } from './advisers';
import type { Customer, StaffMember } from './people';
import { PURPOSES, type Purpose } from './purposes';
import type { Random } from './random';

export interface DiaryEntry {
  ref: string;
  customerRef: string;
  adviserRef: string;
  officeRef: string;
  kind: string;
  mode: AppointmentMode;
  startsAt: number;
  endsAt: number;
  purpose: string;
  bring: string;
  status: AppointmentStatus;
  bookedAt: number;
  confirmedAt: number | null;
  cannotComeAt: number | null;
  cannotComeReason: CannotComeReason | null;
}

export interface Diary {
  /** A year of appointments before today, with what became of them. */
  past: DiaryEntry[];
  /** Today's and the coming two weeks'. */
  coming: DiaryEntry[];
}

/** Starts of half-hour meetings that leave time for notes, and for lunch. */
const SLOTS = ['09:00', '09:45', '10:30', '11:15', '12:00', '13:45', '14:30', '15:15', '16:00'];
/** Meetings of each adviser today and on the days after it: the nearer, the fuller. */
const COMING = [7, 6, 5, 4, 4, 3, 3, 2, 2, 2, 1, 1, 1, 1];
const DAYS_PAST = 365;

interface Writing {
  random: Random;
  now: number;
  zone: string;
  staff: readonly StaffMember[];
  customers: readonly Customer[];
}

/**
 * The diary of every adviser, around today.
 * @param writing.now the instant (ms) that counts as now; its date in `zone` is today.
 */
export function diaryOfDistrict(writing: Writing): Diary {
  const today = wallClockOf(writing.now, writing.zone).date;
  const advisers = writing.staff.filter((member) => member.role === 'adviser');
  const diary: Diary = { past: [], coming: [] };
  for (const adviser of advisers) {
    const caseload = writing.customers.filter((customer) => customer.adviserRef === adviser.ref);
    diary.past.push(...pastOf(writing, adviser, caseload, today));
    diary.coming.push(...comingOf(writing, adviser, caseload, today));
  }
  diary.past = withCovers(diary.past, today, writing.zone);
  const inTime = (a: DiaryEntry, b: DiaryEntry) => a.startsAt - b.startsAt || a.adviserRef.localeCompare(b.adviserRef);
  diary.past.sort(inTime);
  diary.coming.sort(inTime);
  [...diary.past, ...diary.coming].forEach((entry, i) => (entry.ref = `APT-${String(i + 1).padStart(5, '0')}`));
  return diary;
}

function pastOf(writing: Writing, adviser: StaffMember, caseload: Customer[], today: string): DiaryEntry[] {
  const { random } = writing;
  const entries: DiaryEntry[] = [];
  for (let back = DAYS_PAST; back >= 1; back -= 1) {
    const date = addDays(today, -back);
    if (weekdayOf(date) > 5) continue;
    // The last days are as full as today's; the year before is thinned out, to keep the demo small.
    const people = random.shuffle(caseload).slice(0, back <= 7 ? 6 : random.between(1, 3));
    const slots = random.shuffle(SLOTS).slice(0, people.length).sort();
    people.forEach((customer, i) => {
      const entry = write(writing, adviser, customer, date, slots[i]!);
      entries.push({ ...entry, ...outcome(random, entry, back) });
    });
  }
  return entries;
}

/** Whoever was away was stood in for: those meetings were held by the other, as far as they had the time. */
function withCovers(past: DiaryEntry[], today: string, zone: string): DiaryEntry[] {
  const covers = COVERS.filter(({ until }) => until < 0);
  const held = new Set(past.map(({ adviserRef, startsAt }) => `${adviserRef} ${startsAt}`));
  return past.flatMap((entry) => {
    const { date } = wallClockOf(entry.startsAt, zone);
    const cover = covers.find(
      ({ adviser, from, until }) =>
        adviser === entry.adviserRef && addDays(today, from) <= date && date <= addDays(today, until),
    );
    if (!cover) return [entry];
    return held.has(`${cover.standIn} ${entry.startsAt}`) ? [] : [{ ...entry, adviserRef: cover.standIn }];
  });
}

/** Long waits go with not coming and about one in eight does not come. */
function outcome(random: Random, entry: DiaryEntry, daysBack: number): Partial<DiaryEntry> {
  const wait = (entry.startsAt - entry.bookedAt) / DAY;
  const failing = 0.06 + 0.006 * Math.min(wait, 20);
  const ticket = random.next();
  if (daysBack <= 3 && ticket > 0.93) return {};
  if (ticket < failing) return { status: 'failed_to_attend' };
  const confirmedAt = random.chance(0.45) ? entry.startsAt - random.between(3, 70) * HOUR : null;
  if (ticket < failing + 0.07) return { status: 'rearranged' };
  if (ticket < failing + 0.11) return { status: 'cancelled_by_customer' };
  if (ticket < failing + 0.13) return { status: 'cancelled_by_office' };
  return { status: 'attended', confirmedAt: confirmedAt && Math.max(confirmedAt, entry.bookedAt + HOUR) };
}

function comingOf(writing: Writing, adviser: StaffMember, caseload: Customer[], today: string): DiaryEntry[] {
  const { random, customers } = writing;
  const visitor = customers[0]!;
  // Everybody has at most one meeting to come; the visitor's is fixed, below.
  const waiting = random.shuffle(caseload.filter((customer) => customer !== visitor));
  const entries: DiaryEntry[] = [];
  COMING.forEach((count, ahead) => {
    const date = addDays(today, ahead);
    // Today and tomorrow are working days whatever the calendar says: a demo on a Sunday should not be empty.
    if (ahead > 1 && weekdayOf(date) > 5) return;
    const isVisitorsDay = ahead === 1 && adviser.ref === visitor.adviserRef;
    const open = isVisitorsDay ? SLOTS.filter((slot) => slot !== '14:30') : SLOTS;
    const slots = random.shuffle(open).slice(0, count).sort();
    for (const slot of slots) {
      const customer = waiting.pop();
      if (customer) entries.push(withAnswer(writing, write(writing, adviser, customer, date, slot)));
    }
    if (isVisitorsDay) {
      const entry = write(writing, adviser, visitor, date, '14:30', PURPOSES[2]);
      entries.push({ ...entry, mode: 'in_person', bookedAt: instantAt(addDays(today, -6), '11:05', writing.zone) });
    }
  });
  return entries;
}

/** Two in five have said that they will be there, of those whose meeting is near. */
function withAnswer({ random, now }: Writing, entry: DiaryEntry): DiaryEntry {
  const near = entry.startsAt - now < 3 * DAY;
  const confirmedAt = now - random.between(2, 40) * HOUR;
  const confirms = near && random.chance(0.4) && confirmedAt > entry.bookedAt + HOUR;
  return { ...entry, confirmedAt: confirms ? confirmedAt : null };
}

function write(
  { random, zone, now }: Writing,
  adviser: StaffMember,
  customer: Customer,
  date: string,
  time: string,
  purpose: Purpose = random.pick(PURPOSES),
): DiaryEntry {
  const startsAt = instantAt(date, time, zone);
  const bookedAt = bookingInstant(random, zone, date, wallClockOf(now, zone).date);
  return {
    ref: '',
    customerRef: customer.ref,
    adviserRef: adviser.ref,
    officeRef: adviser.officeRef,
    kind: purpose.kind,
    mode: random.pick(['in_person', 'in_person', 'in_person', 'in_person', 'phone', 'phone', 'video']),
    startsAt,
    endsAt: startsAt + purpose.minutes * MINUTE,
    purpose: purpose.purpose[customer.language],
    bring: purpose.bring[customer.language],
    status: 'booked',
    bookedAt,
    confirmedAt: null,
    cannotComeAt: null,
    cannotComeReason: null,
  };
}

/** Booked some days ahead and at least a day ago, on a working day, in office hours. */
function bookingInstant(random: Random, zone: string, date: string, today: string): number {
  const [ahead, latest] = [addDays(date, -random.between(2, 20)), addDays(today, -random.between(1, 9))];
  const day = ahead < latest ? ahead : latest;
  const workday = addDays(day, -Math.max(0, weekdayOf(day) - 5));
  return instantAt(workday, random.pick(['09:40', '11:05', '14:20', '16:10']), zone);
}
