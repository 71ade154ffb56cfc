import { Button } from '~/components/design-system/button';
import type { Language } from '~/domain/language';
import { helpWords } from '~/i18n/pages/help';
import type { AdviserWords } from '~/i18n/pages/adviser';
import type { OwnEntry } from '~/services/view-journal.server';

interface Props {
  entry: OwnEntry;
  /** Up to when this and what is older can be said to be read (ms); null where that is not asked. */
  readUntil: number | null;
  when: (at: number) => string;
  words: AdviserWords['journal'];
  language: Language;
}

/** One entry: who wrote it and when, what it says, whether it was read, and what was done about it. */
export function JournalItem({ entry, readUntil, when, words, language }: Props) {
  const help = helpWords.in(language);
  const { id, at, by, text, readAt, done } = entry;
  return (
    <li className={by === null ? undefined : 'wm-journal__theirs'}>
      <p className="govuk-body">
        <strong>{by === null ? words.youWrote : words.wrote(by)}</strong> <span className="wm-quiet">{when(at)}</span>
        {by !== null && readAt === null && <strong> – {words.fresh}</strong>}
      </p>
      {entry.writtenFor && (
        <p className="govuk-body wm-quiet">{help.writtenFor(entry.writtenFor.by, help.ways[entry.writtenFor.way])}</p>
      )}
      <p className="govuk-body wm-journal__text">{text}</p>
      {by === null && (
        <p className="govuk-body wm-quiet">{readAt === null ? words.notRead : words.read(when(readAt))}</p>
      )}
      {done && (
        <p className="govuk-body">
          {done.note === null ? (
            words.doneBare(done.by)
          ) : (
            <>
              <strong>{words.done(done.by)}</strong> <span className="wm-journal__text">{done.note}</span>
            </>
          )}
        </p>
      )}
      {readUntil !== null && (
        <form method="post" action="/adviser/messages/read">
          <input type="hidden" name="until" value={readUntil} />
          <Button classes="govuk-button--secondary">{words.markRead}</Button>
        </form>
      )}
      {entry.mayTakeBack && (
        <form method="post" action="/adviser/messages/taken-back">
          <input type="hidden" name="entry" value={id} />
          <Button classes="govuk-button--secondary">
            {words.takeBack}
            <span className="govuk-visually-hidden">{words.takeBackAbout(when(at))}</span>
          </Button>
        </form>
      )}
    </li>
  );
}
