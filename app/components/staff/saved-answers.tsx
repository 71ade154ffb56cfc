import type { Language } from '~/domain/language';
import { officeWords } from '~/i18n/pages/staff-office';
import type { SavedAnswer } from '~/services/saved-answers.server';

interface Props {
  saved: readonly SavedAnswer[];
  /** The page of the form; it is shown again with the words in it. */
  path: string;
  language: Language;
}

/** Links that bring saved words into the form of an answer. */
export function SavedAnswers({ saved, path, language }: Props) {
  const words = officeWords.in(language);
  if (saved.length === 0) return null;
  return (
    <nav aria-label={words.start} className="wm-buttons">
      <p className="govuk-hint">{words.startHint}</p>
      {saved.map(({ id, title }) => (
        <a key={id} className="wm-tap" href={`${path}?from=${id}#text`}>
          <span className="govuk-visually-hidden">{words.start}: </span>
          {title}
        </a>
      ))}
    </nav>
  );
}

/** The words that the address asks for; undefined when it asks for none that there are. */
export function savedText(saved: readonly SavedAnswer[], id: string | null): string | undefined {
  return saved.find((one) => one.id === id)?.text;
}
