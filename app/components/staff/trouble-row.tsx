import { Tag } from '~/components/design-system/text-blocks';
import { wallClockOf } from '~/domain/time/wall-clock';
import { formatOnDate, relativeDay } from '~/i18n/format';
import type { TroubleWords } from '~/i18n/pages/trouble';
import type { TroubleRow } from '~/services/view-trouble.server';
import type { Wording } from './wording';

interface Props {
  row: TroubleRow;
  /** The page's own address, to come back to. */
  back: string;
  showAdviser: boolean;
  clock: { zone: string; now: number };
  words: TroubleWords;
  wording: Wording;
}

/** One meeting that somebody may not know about: whose, what is wrong, what happens next, and asking for a call. */
export function TroubleEntry({ row, back, showAdviser, clock, words, wording }: Props) {
  const { name, words: staff } = wording;
  const what = staff.channels[row.message.channel ?? 'none'];
  // What failed needs its reason; the other causes say it themselves.
  const reason = ['failed', 'not_delivered'].includes(row.cause)
    ? staff.reasons[row.message.reason?.split(':')[0] ?? '']
    : undefined;
  const { time, day } = moment(row.startsAt, clock, wording);
  return (
    <li className="wm-row" id={`appointment-${row.id}`}>
      <p className="wm-row__time wm-trouble__time">
        {words.meeting(time, day)}
        {row.cancelled && <Tag classes="govuk-tag--grey">{words.cancelled}</Tag>}
      </p>
      <div className="wm-row__what">
        <h3 className="wm-row__name">
          <a className="govuk-link" href={`/staff/appointments/${row.id}`}>
            {name(row.customer)}
          </a>
        </h3>
        {showAdviser && <p className="wm-row__how">{words.with(name(row.adviser))}</p>}
        <p className="wm-row__alert">{words.sentences[row.cause](what)}</p>
        {row.cancelled && <p className="wm-row__alert">{words.mayCome}</p>}
        {reason && <p className="wm-row__purpose">{words.why(reason)}</p>}
        <p className="wm-row__how">{words.message(staff.rules[row.message.rule])}</p>
      </div>
      <div className="wm-row__news">
        <p className="wm-trouble__label">{words.next}</p>
        <Next row={row} clock={clock} words={words} wording={wording} />
      </div>
      {row.next.kind !== 'call' && (
        <form method="post" action={`/staff/appointments/${row.id}/call`} className="wm-buttons">
          <input type="hidden" name="back" value={back} />
          <button className="wm-tap" type="submit">
            {row.customer.noMessages ? words.askToTalk : words.ask}
            <span className="govuk-visually-hidden">{words.about(name(row.customer))}</span>
          </button>
        </form>
      )}
    </li>
  );
}

function Next({ row, clock, words, wording }: Pick<Props, 'row' | 'clock' | 'words' | 'wording'>) {
  const { next, call, customer } = row;
  const at = (instant: number) => {
    const { time, day } = moment(instant, clock, wording);
    return words.meeting(time, day);
  };
  if (call) {
    const by = at(call.dueAt);
    const owner = call.owner && wording.name(call.owner);
    const text = customer.noMessages
      ? owner
        ? words.talkBy(owner, by)
        : words.somebodyTalksBy(by)
      : owner
        ? words.phoneBy(owner, by)
        : words.somebodyPhonesBy(by);
    return (
      <p className="wm-row__purpose">
        {text} {call.overdue && <Tag classes="govuk-tag--orange">{words.late}</Tag>}{' '}
        <a className="govuk-link" href="/staff/calls?show=office">
          {words.callList}
          <span className="govuk-visually-hidden">{words.about(wording.name(customer))}</span>
        </a>
      </p>
    );
  }
  const urgent = next.kind === 'nobody';
  return <p className={urgent ? 'wm-row__alert' : 'wm-row__purpose'}>{nextWords(next, at, words)}</p>;
}

function nextWords(next: TroubleRow['next'], at: (instant: number) => string, words: TroubleWords): string {
  switch (next.kind) {
    case 'again':
      return words.again[next.channel ?? 'none'](at(next.at));
    case 'waits':
      return words.waits(at(next.until));
    case 'asking':
      return words.asking;
    case 'call_if':
      return words.callIf(at(next.at));
    case 'next_reminder':
      return words.nextReminder(at(next.at));
    default:
      return words.nobody;
  }
}

/** "4pm" and "today", "tomorrow" or "on Thursday 26 November". */
function moment(instant: number, { zone, now }: Props['clock'], { time, language }: Wording) {
  const [date, today] = [wallClockOf(instant, zone).date, wallClockOf(now, zone).date];
  return { time: time(instant), day: relativeDay(date, today, language) ?? formatOnDate(date, zone, language) };
}
