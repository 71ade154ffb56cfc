import { MEASURE_PERIODS, type MeasurePeriod } from '~/domain/contact/channel-measures';

/** The period that an address asks for; last month, unless it does. */
export function periodIn(url: URL): MeasurePeriod {
  return MEASURE_PERIODS.find((one) => one === url.searchParams.get('period')) ?? 'last_month';
}
