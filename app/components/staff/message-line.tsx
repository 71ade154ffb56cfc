import type { MessageNews } from '~/services/show-day';
import type { Wording } from './wording';

/** What became of a message, in a few words: "Text delivered 10:02am". */
export function messageWords(
  message: Omit<MessageNews, 'rule'> & { rule: MessageNews['rule'] | null },
  { words, when }: Wording,
): string {
  if (message.rule === 'same_day' && message.status === 'planned') return words.dayPage.callIf(when(message.notBefore));
  if (message.channel === 'call_list') return words.dayPage.onCallList;
  const what = words.channels[message.channel ?? 'none'];
  return words.news[message.status](what, when(message.status === 'planned' ? message.notBefore : message.at));
}

interface Props {
  latest: MessageNews | null;
  next: MessageNews | null;
  call: { made: true; at: number } | { made: false } | null;
  wording: Wording;
}

/** The newest message about an appointment, the next one, and the call that stands in for one. */
export function MessageLines({ latest, next, call, wording }: Props) {
  const { words, when } = wording;
  // Whoever is to be called now need not be told of the call that would come later.
  const announced = next?.rule === 'same_day' && call?.made === false ? null : next;
  const lines = [
    latest && latest.channel !== 'call_list' ? { text: messageWords(latest, wording), late: latest.fellShort } : null,
    call &&
      (call.made
        ? { text: words.dayPage.spoke(when(call.at)), late: false }
        : { text: words.dayPage.onCallList, late: true }),
    announced && { text: messageWords(announced, wording), late: false },
  ].filter((line) => line !== null);
  if (lines.length === 0) return <p className="wm-row__messages">{words.dayPage.noMessages}</p>;
  return (
    <ul className="wm-row__messages">
      {lines.map((line) => (
        <li key={line.text} className={line.late ? 'wm-row__short' : undefined}>
          {line.text}
        </li>
      ))}
    </ul>
  );
}
