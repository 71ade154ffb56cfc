import { CONTACT_SERVICES, CONTACT_WAYS, type ContactService } from '../journey/contact-record';
import { addDays } from '../time/wall-clock';

/** Every way that is compared: those of a contact, shared computers, and the link in a text or an email. */
export const MEASURED_WAYS = [...CONTACT_WAYS, 'kiosk', 'link'] as const;
export type MeasuredWay = (typeof MEASURED_WAYS)[number];

/** The figures that open the names of those whom they count. */
export const CHANNEL_LISTS = ['unreachable', 'moved'] as const;
export type ChannelList = (typeof CHANNEL_LISTS)[number];

/** What was counted: so many contacts about a service, by a way, in which somebody helped or nobody did. */
export interface Counted {
  service: ContactService;
  way: MeasuredWay;
  helped: boolean;
  count: number;
}

export interface WayRow {
  way: MeasuredWay;
  alone: number;
  helped: number;
}

/** Contacts by service, then by way; only what there was. */
export interface ChannelTable {
  services: { service: ContactService; ways: WayRow[] }[];
  total: WayRow[];
  all: { alone: number; helped: number };
}

/** Puts what was counted in the order in which it is shown, and adds it up; the sums are those of the rows. */
export function arrangeChannels(counted: readonly Counted[]): ChannelTable {
  const waysOf = (some: readonly Counted[]): WayRow[] =>
    MEASURED_WAYS.map((way) => ({ way, ...sums(some.filter((one) => one.way === way)) })).filter(
      ({ alone, helped }) => alone + helped > 0,
    );
  return {
    services: CONTACT_SERVICES.map((service) => ({
      service,
      ways: waysOf(counted.filter((one) => one.service === service)),
    })).filter(({ ways }) => ways.length > 0),
    total: waysOf(counted),
    all: sums(counted),
  };
}

function sums(some: readonly Counted[]): { alone: number; helped: number } {
  const sum = (helped: boolean) =>
    some.filter((one) => one.helped === helped).reduce((all, { count }) => all + count, 0);
  return { alone: sum(false), helped: sum(true) };
}

export const MEASURE_PERIODS = ['this_month', 'last_month', 'three_months', 'twelve_months'] as const;
export type MeasurePeriod = (typeof MEASURE_PERIODS)[number];

const MONTHS: Record<MeasurePeriod, { back: number; length: number }> = {
  this_month: { back: 0, length: 1 },
  last_month: { back: 1, length: 1 },
  three_months: { back: 3, length: 3 },
  twelve_months: { back: 12, length: 12 },
};

/** The first of the month that is so many months before the one of a date. */
function firstOfMonth(date: string, back: number): string {
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 - back;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`;
}

/**
 * The days of a period, as dates, both included: whole months, before the present one unless it is `this_month`, which ends today.
 * @param today by the office's clock, "2026-11-24".
 */
export function measuredDays(period: MeasurePeriod, today: string): { fromOn: string; untilOn: string } {
  const { back, length } = MONTHS[period];
  return {
    fromOn: firstOfMonth(today, back),
    untilOn: period === 'this_month' ? today : addDays(firstOfMonth(today, back - length), -1),
  };
}

/** The 12 whole months before the one of a date, the earliest first: "2025-11", …, each with its first day and the next month's. */
export function trendMonths(today: string): { month: string; fromOn: string; beforeOn: string }[] {
  return Array.from({ length: 12 }, (_, index) => {
    const fromOn = firstOfMonth(today, 12 - index);
    return { month: fromOn.slice(0, 7), fromOn, beforeOn: firstOfMonth(today, 11 - index) };
  });
}

/** Hours as they are shown: to the nearest half. */
export function hoursOf(minutes: number): number {
  return Math.round(minutes / 30) / 2;
}
