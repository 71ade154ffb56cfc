import { saveEarlierWish } from '@db/queries/earlier-wishes.server';
import { listOffersOf } from '@db/queries/freed-slots.server';
import { listOfficeSlots } from '@db/queries/slot-offers.server';
import { DISTRICT_ZONE } from '@db/seed';
import type { DiaryEntry } from '@db/seed/diary';
import { HOUR, MINUTE } from '~/domain/clock';
import { addDays, instantAt, wallClockOf, weekdayOf } from '~/domain/time/wall-clock';
import { answerOffer } from '~/services/answer-offer.server';
import { cancelAppointment } from '~/services/cancel-appointment.server';
import { offerFreedTimes } from '~/services/offer-freed-times.server';
import type { SignedInStaff } from '~/services/sessions.server';
import type { Happening, Timeline } from './seed-timeline';

/** Whose times come free on the last working day, and whose comes free just now. */
const ADVISERS = ['ADV-BAN-3', 'ADV-BAN-4'];
const ADVISER_NOW = 'ADV-BAN-1';

/**
 * Times that come free in the visitor's office: on the last working day some for today, which nobody takes, and some for later,
 * which go to the first yes, as does a time that one of those leaves; and one just now, which is kept for those who are asked.
 */
export function earlierTimes(timeline: Timeline, appointmentIds: Map<string, string>): Happening[] {
  const { deps, district, ids, now } = timeline;
  let day = addDays(district.today, -1);
  while (weekdayOf(day) > 5) day = addDays(day, -1);
  const began = instantAt(day, '10:10', DISTRICT_ZONE);
  const round = async () => void (await offerFreedTimes(deps)());

  /** Meetings that nothing else is told about, from so many days ahead, those of working days. */
  const meetings = (adviserRef: string, ahead: number) =>
    district.diary.coming.filter(
      (entry) =>
        entry.adviserRef === adviserRef &&
        entry.bookedAt < began - 3 * HOUR &&
        wallClockOf(entry.startsAt, DISTRICT_ZONE).date >= addDays(district.today, ahead) &&
        weekdayOf(wallClockOf(entry.startsAt, DISTRICT_ZONE).date) <= 5 &&
        !isTold(timeline, entry),
    );
  /** Which of the next ones is the longest: most other meetings fit into its time. */
  const longest = (adviserRef: string) =>
    meetings(adviserRef, 3)
      .slice(0, 4)
      .toSorted((a, b) => b.endsAt - b.startsAt - (a.endsAt - a.startsAt))[0];
  const ofToday = (adviserRef: string) =>
    meetings(adviserRef, 0).find(({ startsAt }) => wallClockOf(startsAt, DISTRICT_ZONE).date === district.today);

  const callOff = async (entry: DiaryEntry | undefined) => {
    if (!entry) return;
    const officeId = ids.offices.get(entry.officeRef)!;
    const staff = { kind: 'staff', id: ids.staff.get(entry.adviserRef)!, officeId } as SignedInStaff;
    const appointmentId = appointmentIds.get(entry.ref)!;
    await cancelAppointment(deps)({ staff, appointmentId, reason: 'they_asked', requestId: null });
  };
  const wish = (entry: DiaryEntry, n: number): Happening => ({
    at: began - 2 * HOUR - n * 10 * MINUTE,
    run: () =>
      deps.db.write((q) =>
        saveEarlierWish(q, {
          ...{ appointmentId: appointmentIds.get(entry.ref)!, customerId: ids.customers.get(entry.customerRef)! },
          askedAt: deps.clock.now(),
        }),
      ),
  });
  /** Of those who are asked about each time, one says yes if it is for another day, and one says no. */
  const answers = async () => {
    const officeId = ids.offices.get('BAN')!;
    const slots = await deps.db.read((q) => listOfficeSlots(q, { officeId, since: began - HOUR }));
    for (const { slot } of slots) {
      const asked = await deps.db.read((q) => listOffersOf(q, [slot.id]));
      const [first, second] = asked.filter(({ status }) => status === 'offered');
      const isLater = wallClockOf(slot.startsAt, DISTRICT_ZONE).date > district.today;
      const say = async (offer: typeof first, answer: 'yes' | 'no') => {
        if (!offer) return;
        await answerOffer(deps)({ offerId: offer.id, answer, actor: { kind: 'link', id: offer.customerId } });
      };
      await say(second, 'no');
      if (isLater) await say(first, 'yes');
    }
  };

  const free = ADVISERS.flatMap((adviserRef) => [longest(adviserRef), ofToday(adviserRef)]);
  const freeNow = longest(ADVISER_NOW);
  const waiting = [...ADVISERS, ADVISER_NOW]
    .flatMap((adviserRef) => meetings(adviserRef, 3))
    .filter((entry) => !free.includes(entry) && entry !== freeNow);
  return [
    ...waiting.map(wish),
    { at: began, run: async () => void (await Promise.all(free.map(callOff)), await round()) },
    { at: began + 55 * MINUTE, run: answers },
    { at: began + 70 * MINUTE, run: round },
    { at: began + 115 * MINUTE, run: answers },
    { at: began + 135 * MINUTE, run: round },
    { at: now - 25 * MINUTE, run: async () => void (await callOff(freeNow), await round()) },
  ];
}

function isTold({ story, district }: Timeline, entry: DiaryEntry): boolean {
  const { bookedNow, ...others } = story;
  return [...bookedNow, ...Object.values(others)].includes(entry) || entry.customerRef === district.customers[0]!.ref;
}
