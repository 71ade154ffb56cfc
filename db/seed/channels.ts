import type { InferSelectModel } from 'drizzle-orm';
import { arrangeFairness, type Counts, type FairnessCounts } from '~/domain/capability/fairness';
import { REASK_REASONS } from '~/domain/capability/reassess';
import { DAY, HOUR, MINUTE } from '~/domain/clock';
import { trendMonths } from '~/domain/contact/channel-measures';
import type { ContactService } from '~/domain/journey/contact-record';
import { instantAt, wallClockOf } from '~/domain/time/wall-clock';
import type { Tables } from '../schema/tables';
import type { Customer } from './people';
import { createRandom, type Random } from './random';
import type { Ids, RowMaking } from './rows';

type Row<T extends keyof Tables> = InferSelectModel<Tables[T]>;

const ZONE = 'Europe/London';
const SERVICES: readonly ContactService[] = ['appointment', 'appointment', 'plan', 'plan', 'details', 'messages', 'work_club', 'situation']; // prettier-ignore
const ACTIONS: Record<ContactService, string> = {
  appointment: '/appointments/:id/confirmation',
  plan: '/plan/steps/:id/done',
  details: '/details/contact-preferences',
  messages: '/adviser/messages/new',
  work_club: '/clubs/:ref/going',
  situation: '/situation',
  other: '/call-request',
};

/** The last customers on the list have no number and no address: what is on no working channel shows them. */
export function hasNoChannel(index: number): boolean {
  return index >= 596;
}

interface Scene {
  customers: readonly Customer[];
  ids: Ids;
  make: RowMaking;
  /** "2026-11-24". */
  today: string;
}

/** The last 12 months and this one, as the instant at which each begins (ms) and how far the year has gone (0 to 1). */
function monthsOf({ today, make }: Scene) {
  const months = trendMonths(today).map(({ fromOn, beforeOn }) => [fromOn, beforeOn] as const);
  const spans = [...months, [`${today.slice(0, 7)}-01`, null] as const];
  return spans.map(([fromOn, beforeOn], index) => ({
    from: instantAt(fromOn, '09:00', ZONE),
    to: beforeOn === null ? make.now : instantAt(beforeOn, '09:00', ZONE) - DAY,
    gone: index / (spans.length - 1),
  }));
}

/** Some instant of office hours in a month, never ahead. */
function momentIn({ from, to }: { from: number; to: number }, random: Random): number {
  const day = from + Math.floor(random.next() * Math.max(1, (to - from) / DAY)) * DAY;
  return Math.min(Math.max(day + random.between(0, 7 * 60) * MINUTE, from), Math.max(from, to));
}

const of = ({ ids, make }: Scene, customer: Customer) => ({
  id: make.id(),
  customerId: ids.customers.get(customer.ref)!,
  officeId: ids.offices.get(customer.officeRef)!,
});

/** What customers did in the portal over a year: ever more of it, most of it alone at home. */
export function customerActRows(scene: Scene): Row<'customerActs'>[] {
  const random = createRandom(83);
  const all = monthsOf(scene);
  return all.flatMap((month, index) => {
    const count = Math.round((60 + 220 * month.gone) * (index === all.length - 1 ? 0.7 : 1));
    return Array.from({ length: count }, () => {
      const service = random.pick(SERVICES);
      return {
        ...{ ...of(scene, random.pick(scene.customers)), at: momentIn(month, random), service },
        ...{
          action: ACTIONS[service],
          way: random.chance(0.18) ? ('kiosk' as const) : ('online' as const),
          helpId: null,
        },
      };
    });
  });
}

/** Calls and visits to the desk over a year: fewer of them, and less time. */
export function contactRecordRows(scene: Scene): Row<'contactRecords'>[] {
  const random = createRandom(89);
  const all = monthsOf(scene);
  return all.flatMap((month, index) => {
    const count = Math.round((150 - 85 * month.gone) * (index === all.length - 1 ? 0.7 : 1));
    return Array.from({ length: count }, () => {
      const customer = random.pick(scene.customers);
      const at = momentIn(month, random);
      return {
        ...{ ...of(scene, customer), at, channel: random.pick(['phone', 'phone', 'phone', 'desk', 'desk'] as const) },
        ...{ direction: random.chance(0.8) ? ('in' as const) : ('out' as const), service: random.pick(SERVICES) },
        ...{ helped: random.chance(0.45), minutes: random.pick([5, 8, 10, 12, 15, 20, 25]), note: null },
        ...{ staffId: scene.ids.staff.get(customer.adviserRef)!, createdAt: at, withdrawnAt: null },
      };
    });
  });
}

/** A dozen are to be asked again, for every reason, four in each office. */
export function reaskRows(scene: Scene): Row<'reasks'>[] {
  const random = createRandom(97);
  const offices = [...scene.ids.offices.keys()];
  return offices.flatMap((officeRef) => {
    const here = scene.customers.filter((one, index) => index > 0 && one.officeRef === officeRef);
    return random
      .shuffle(here)
      .slice(0, 4)
      .map((customer, index) => ({
        ...{ ...of(scene, customer), reason: REASK_REASONS[index % REASK_REASONS.length]! },
        ...{ raisedAt: scene.make.now - random.between(1, 20) * DAY - HOUR, closedAt: null, closedBy: null },
      }));
  });
}

/** The checks of the two months before, for each office. */
export function fairnessRows(scene: Scene): Row<'fairnessChecks'>[] {
  const random = createRandom(101);
  return trendMonths(scene.today)
    .slice(-2)
    .flatMap(({ month, beforeOn }) =>
      [...scene.ids.offices.values()].map((officeId) => ({
        ...{ id: scene.make.id(), officeId, month, madeAt: instantAt(beforeOn, '03:10', ZONE) },
        figures: arrangeFairness(imaginedCounts(random)) as unknown,
      })),
    );
}

/** Older people and those with an access need are advised to be served by people more often, as it is in life. */
function imaginedCounts(random: Random): FairnessCounts {
  const group = (people: number, assisted: number): Counts => ({
    ...{ people, assisted: Math.round(people * assisted) },
    ...{ overridden: Math.round(people * (0.04 + random.next() * 0.06)) },
    ...{ otherWay: Math.round(people * random.next() * 0.06) },
  });
  const age: FairnessCounts['age'] = {
    under_25: group(random.between(18, 26), 0.06),
    '25_to_34': group(random.between(30, 40), 0.12),
    '35_to_49': group(random.between(34, 44), 0.2),
    '50_to_64': group(random.between(26, 34), 0.36),
    '65_and_over': group(random.between(2, 7), 0.6),
    not_said: group(random.between(10, 16), 0.2),
  };
  const sum = (some: readonly Counts[]) => {
    const total = (what: keyof Counts) => some.reduce((so, one) => so + one[what], 0);
    return {
      ...{ people: total('people'), assisted: total('assisted') },
      ...{ overridden: total('overridden'), otherWay: total('otherWay') },
    };
  };
  const everybody = sum(Object.values(age));
  const part = (share: number, assisted: number) => group(Math.round(everybody.people * share), assisted);
  const less = (some: Counts): Counts => ({
    people: everybody.people - some.people,
    assisted: Math.max(0, everybody.assisted - some.assisted),
    overridden: Math.max(0, everybody.overridden - some.overridden),
    otherWay: Math.max(0, everybody.otherWay - some.otherWay),
  });
  const [welsh, needs] = [part(0.3, 0.24), part(0.2, 0.4)];
  return {
    everybody,
    age,
    language: { cy: welsh, en: less(welsh) },
    access: { any: needs, none: less(needs) },
    need: { large_print: group(14, 0.4), someone_with_me: group(12, 0.4), bsl: group(3, 0.6), other: group(11, 0.3) },
  };
}

/** Today in the district, for what is written by the clock. */
export function channelScene(customers: readonly Customer[], ids: Ids, make: RowMaking): Scene {
  return { customers, ids, make, today: wallClockOf(make.now, ZONE).date };
}
