import type { Language } from '~/domain/language';
import { MINUTE } from '~/domain/clock';
import { formatDate } from '~/i18n/format';
import { deskWords } from '~/i18n/pages/desk';
import type { DeskRow as Row } from '~/services/view-desk.server';
import { wordingFor } from './wording';

interface Props {
  row: Row;
  zone: string;
  now: number;
  language: Language;
  /** `later`: they asked before coming. */
  kind: 'waiting' | 'with' | 'later' | 'done';
}

/** One person on the list: a name, what they want, how long they wait, and one button. */
export function DeskRow({ row, zone, now, language, kind }: Props) {
  const words = deskWords.in(language);
  const wording = wordingFor(language, { zone, now });
  const { id, customer, wants, askedAt, kiosk, champion, takenAt, endedAt, level, tasks } = row;
  const name = wording.name(customer);
  const when = {
    waiting: () => words.waits(Math.floor((now - askedAt) / MINUTE)),
    with: () => words.since(wording.time(takenAt ?? askedAt)),
    later: () => words.askedOn(formatDate(askedAt, zone, language)),
    done: () => wording.time(endedAt ?? askedAt),
  }[kind];
  return (
    <li className="wm-desk__row">
      <p className="wm-desk__who">
        <a className="govuk-link" href={`/staff/desk/${id}`}>
          {name}
        </a>
      </p>
      <p className="wm-desk__what">
        {words.wants(words.tasks[wants])}. {when()}.{kiosk !== null && kind !== 'done' && ` ${words.kiosk(kiosk)}.`}
        {champion && ` ${words.with(wording.name(champion))}.`}
      </p>
      {kind === 'done' ? (
        <ul className="wm-desk__tasks">
          {tasks.map(({ task, result }) => (
            <li key={task}>
              {words.tasks[task]}: {words.results[result]}
            </li>
          ))}
        </ul>
      ) : (
        <p className="wm-desk__what">{level ? words.level(words.levels[level]) : words.noLevel}</p>
      )}
      {(kind === 'waiting' || kind === 'later') && (
        <form method="post" action={`/staff/desk/${id}/taking`} className="wm-buttons">
          <button className="wm-tap" type="submit">
            {words.take}
            <span className="govuk-visually-hidden">{words.about(name)}</span>
          </button>
        </form>
      )}
    </li>
  );
}
