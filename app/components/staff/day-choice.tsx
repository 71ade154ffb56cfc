import type { OfficeDay } from '~/services/view-office-day.server';
import { WhenAndWhose } from './when-and-whose';
import type { Wording } from './wording';

/** The address of a day as one sees it: which day, and whose appointments. */
export function dayPath(date: string, adviser: string): string {
  return `/staff/day?date=${date}&adviser=${adviser}`;
}

type Props = Pick<OfficeDay, 'date' | 'today' | 'previous' | 'next' | 'adviser' | 'advisers' | 'dateFault'> & {
  wording: Wording;
};

/** The days on either side, my own or everybody's, and behind one press a form for any other day or person. */
export function DayChoice({ date, today, previous, next, adviser, advisers, dateFault, wording }: Props) {
  const words = wording.words.dayPage;
  const to = (text: string, day: string) => ({ text, href: dayPath(day, adviser) });
  const near = [
    to(words.previous, previous),
    ...(date === today ? [] : [to(words.today, today)]),
    to(words.next, next),
  ];
  return (
    <WhenAndWhose
      {...{ words, wording, near, date, dateFault, adviser, advisers }}
      action="/staff/day"
      pathOf={dayPath}
    />
  );
}
