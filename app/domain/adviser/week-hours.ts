/** Hours of one day of the week, wall clock of the office. 1 is Monday and 7 is Sunday. */
export interface DayHours {
  weekday: number;
  fromTime: string;
  toTime: string;
}

export interface HoursOfDays {
  /** Runs of days, each from its first to its last: Monday to Wednesday and Friday is [[1, 3], [5, 5]]. */
  days: [from: number, to: number][];
  /** From and to, in the order of the day: [["09:00", "12:45"], ["13:45", "17:00"]]. */
  times: [from: string, to: string][];
}

/**
 * A week's hours as people say them: days with the same hours stand together, days in a row are a run. Hours that touch or
 * overlap become one; hours that end before they begin are left out. In the order of the week.
 */
export function weekHours(hours: readonly DayHours[]): HoursOfDays[] {
  const groups: HoursOfDays[] = [];
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    const times = joined(hours.filter((one) => one.weekday === weekday && one.fromTime < one.toTime));
    if (times.length === 0) continue;
    const same = groups.find((group) => JSON.stringify(group.times) === JSON.stringify(times));
    const run = same?.days.at(-1);
    if (!same) groups.push({ days: [[weekday, weekday]], times });
    else if (run && run[1] === weekday - 1) run[1] = weekday;
    else same.days.push([weekday, weekday]);
  }
  return groups;
}

function joined(hours: readonly DayHours[]): [string, string][] {
  const inOrder = [...hours].sort((a, b) => a.fromTime.localeCompare(b.fromTime));
  return inOrder.reduce<[string, string][]>((times, { fromTime, toTime }) => {
    const last = times.at(-1);
    if (!last || last[1] < fromTime) return [...times, [fromTime, toTime]];
    if (last[1] < toTime) last[1] = toTime;
    return times;
  }, []);
}
