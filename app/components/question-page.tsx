import type { ReactNode } from 'react';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { BackLink } from '~/components/design-system/links';
import type { Language } from '~/domain/language';
import { frameWords } from '~/i18n/pages/frame';

interface Props {
  language: Language;
  /** The page before, if there is one. */
  back?: string;
  error?: { text: string; field: string };
  children: ReactNode;
}

/** Around one question: the way back, and above it what was wrong with the answer. */
export function QuestionPage({ language, back, error, children }: Props) {
  const words = frameWords.in(language);
  return (
    <>
      {back && <BackLink href={back}>{words.back}</BackLink>}
      {error && <ErrorSummary title={words.problem} errors={[{ text: error.text, href: `#${error.field}` }]} />}
      {children}
    </>
  );
}

/** An error beside its question, in the words of the language. */
export function errorBeside(text: string | undefined, language: Language) {
  return text === undefined ? undefined : { text, visuallyHiddenText: frameWords.in(language).error };
}
