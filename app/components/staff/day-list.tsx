import { outcomeWords } from '~/i18n/pages/staff-outcomes';
import type { DayGap, DayGroup, DayItem } from '~/services/show-day';
import { DayRowItem } from './day-row';
import type { Wording } from './wording';

interface ListProps {
  items: readonly DayItem[];
  /** The instant to mark (ms), or null on another day. */
  now: number | null;
  /** "YYYY-MM-DD" by the office's clock. */
  date: string;
  back: string;
  showAdviser: boolean;
  wording: Wording;
}

/** The day in time order, with a line where "now" is, and the free time between. */
export function DayList({ items, now, ...rest }: ListProps) {
  // What is free from now on is ahead of the line.
  const ahead =
    now === null ? -1 : items.findIndex((item) => item.at > now || (item.what === 'gap' && item.at === now));
  const line = now !== null && (
    <li className="wm-now" key="now">
      {rest.wording.words.dayPage.now(rest.wording.time(now))}
    </li>
  );
  return (
    <ol className="wm-day">
      {items.map((item, index) => [index === ahead && line, <Item key={keyOf(item)} item={item} {...rest} />])}
      {ahead === -1 && line}
    </ol>
  );
}

function keyOf(item: DayItem): string {
  if (item.what === 'gap') return `gap-${item.gap.startsAt}`;
  return item.what === 'group' ? item.group.id : item.row.id;
}

type ItemProps = Omit<ListProps, 'items' | 'now'> & { item: DayItem };

function Item({ item, date, ...rest }: ItemProps) {
  if (item.what === 'appointment') return <DayRowItem row={item.row} {...rest} />;
  return item.what === 'group' ? <Group group={item.group} {...rest} /> : <Gap gap={item.gap} date={date} {...rest} />;
}

/** A session for several: who is coming, and who came, is on its own page. */
function Group({ group, showAdviser, wording }: Omit<ItemProps, 'item' | 'date'> & { group: DayGroup }) {
  const { words, time, name, language } = wording;
  const more = outcomeWords.in(language);
  return (
    <li className="wm-row">
      <p className="wm-row__time">{time(group.startsAt)}</p>
      <div className="wm-row__what">
        <h3 className="wm-row__name">
          <a className="govuk-link" href={`/staff/group-sessions/${group.id}`}>
            {(language === 'cy' && group.titleInWelsh) || group.title}
          </a>
        </h3>
        <p className="wm-row__how">
          {more.group(group.booked, group.capacity)}
          {showAdviser && `, ${words.dayPage.with(name(group.adviser))}`}
        </p>
      </div>
      <div className="wm-row__news">
        {group.unrecorded > 0 && <p className="wm-row__alert">{more.unrecorded(group.unrecorded)}</p>}
      </div>
    </li>
  );
}

/** Time in which nobody is booked, and who might like to have it. */
function Gap({ gap, date, wording }: Omit<ItemProps, 'item'> & { gap: DayGap }) {
  const { words, time, language } = wording;
  const more = outcomeWords.in(language);
  const sooner = gap.wouldComeSooner > 0;
  return (
    <li className="wm-row wm-row--free">
      <p className="wm-row__time">{time(gap.startsAt)}</p>
      <p className="wm-row__what">
        {more.free(lengthOf(gap.endsAt - gap.startsAt, language))}, {more.until(time(gap.endsAt))}
        {gap.freed && ` – ${more.freed}`}
      </p>
      <p className="wm-row__news wm-screen">
        <a className="govuk-link" href={sooner ? '/staff/earlier' : `/staff/diary?date=${date}`}>
          {sooner ? words.dayPage.wouldComeSooner(gap.wouldComeSooner) : more.gapDiary}
          <span className="govuk-visually-hidden"> {time(gap.startsAt)}</span>
        </a>
      </p>
    </li>
  );
}

/** "1 hour 30 minutes". @param length in ms. */
function lengthOf(length: number, language: Wording['language']): string {
  const words = outcomeWords.in(language);
  const minutes = Math.floor(length / 60_000);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && words.hours(hours), (rest > 0 || hours === 0) && words.minutes(rest)].filter(Boolean).join(' ');
}
