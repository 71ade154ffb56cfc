import { expect, it } from 'vitest';
import type { HoursOfDays } from '~/domain/adviser/week-hours';
import { formatWeekHours } from './week-hours';

const WITH_LUNCH: HoursOfDays['times'] = [
  ['09:00', '12:45'],
  ['13:45', '17:00'],
];

it.each([
  [
    { days: [[1, 5]], times: WITH_LUNCH },
    'Monday to Friday, 9am to 12:45pm and 1:45pm to 5pm',
    'dydd Llun i ddydd Gwener, 9yb tan 12:45yp, a hefyd 1:45yp tan 5yp',
  ],
  [
    { days: [[1, 2], [5, 5]], times: [['10:00', '12:00']] }, // prettier-ignore
    'Monday, Tuesday and Friday, 10am to midday',
    'dydd Llun, dydd Mawrth, a hefyd dydd Gwener, 10yb tan hanner dydd',
  ],
  [{ days: [[3, 3]], times: [['13:00', '15:30']] }, 'Wednesday, 1pm to 3:30pm', 'dydd Mercher, 1yp tan 3:30yp'],
] satisfies [HoursOfDays, string, string][])('%j', (group, en, cy) => {
  expect(formatWeekHours([group], 'en')).toEqual([en]);
  expect(formatWeekHours([group], 'cy')).toEqual([cy]);
});
