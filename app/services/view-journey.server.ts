import { listClubVisits, listJourneyMeetings } from '@db/queries/journey.server';
import { listAgreements, listSteps } from '@db/queries/plan.server';
import { journeyOf, type JourneyEvent } from '~/domain/journey/journey';
import { nextStep } from '~/domain/plan/next-step';
import { instantAt, wallClockOf } from '~/domain/time/wall-clock';
import { DAY } from '~/domain/clock';
import type { Deps } from './deps';
import { planOwner } from './view-plan.server';

/** How far ahead sessions of work clubs are shown (ms). */
const CLUBS_AHEAD = 14 * DAY;

/** A customer's whole way so far and what is planned, from what is on record of them. Instants in ms, dates of `zone`. */
export const viewJourney = (deps: Deps) => async (input: { customerId: string }) =>
  deps.db.read(async (q) => {
    const { customerId } = input;
    const now = deps.clock.now();
    const { customer, adviserFirstName, phone, zone, today } = await planOwner(q, deps, customerId);
    const steps = (await listSteps(q, customerId)).filter(({ endedAt }) => endedAt === null);
    const own = nextStep(steps.filter(({ owner }) => owner === 'customer'));
    const agreements = await listAgreements(q, customerId);
    // What is planned for a day stands at its end: a meeting of that day comes before.
    const endOf = (date: string) => instantAt(date, '23:59', zone);
    const events: JourneyEvent[] = [
      { kind: 'registered', at: customer.createdAt },
      ...(await listJourneyMeetings(q, customerId)).map((one) => ({
        ...{ kind: 'meeting' as const, id: one.id, at: one.startsAt, endsAt: one.endsAt, sort: one.kind },
        ...{ mode: one.mode, status: one.status, withWhom: one.withFirstName, purpose: one.purpose },
      })),
      ...agreements.map(({ id, agreedAt, byFirstName }, n) => ({
        ...{ kind: 'agreed' as const, id, at: agreedAt, first: n === agreements.length - 1, withWhom: byFirstName },
      })),
      ...steps.flatMap(({ id, action, doneAt }) =>
        doneAt === null ? [] : [{ kind: 'step' as const, id, at: doneAt, action }],
      ),
      ...(await listClubVisits(q, { customerId, until: now + CLUBS_AHEAD })).map(({ id, startsAt, name }) => ({
        ...{ kind: 'club' as const, id, at: startsAt, name },
      })),
      ...(own ? [{ kind: 'due' as const, id: own.id, on: own.dueOn, at: endOf(own.dueOn), action: own.action }] : []),
    ];
    const reviewOn = agreements[0]?.nextReviewOn;
    if (reviewOn) {
      const withWhom = adviserFirstName ?? agreements[0]!.byFirstName;
      events.push({ kind: 'review', on: reviewOn, at: endOf(reviewOn), withWhom });
    }
    const stations = journeyOf(events, now).map((station) => ({
      ...station,
      date: wallClockOf(station.at, zone).date,
    }));
    return { stations, adviserFirstName, phone, zone, today };
  });

export type JourneyView = Awaited<ReturnType<ReturnType<typeof viewJourney>>>;
