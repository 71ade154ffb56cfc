import type { ReactNode } from 'react';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { BackLink } from '~/components/design-system/links';
import type { Language } from '~/domain/language';
import { frameWords } from '~/i18n/pages/frame';

/** What is wrong with answers, by the id of the field, in words. */
export type Problems = Readonly<Record<string, string | undefined>>;

/** Around a form of several questions: the way back, and above it everything that is wrong, in the order of the page. */
export function FormPage(props: { language: Language; back: string; problems?: Problems; children: ReactNode }) {
  const { language, back, problems = {}, children } = props;
  const words = frameWords.in(language);
  const errors = Object.entries(problems).flatMap(([field, text]) => (text ? [{ text, href: `#${field}` }] : []));
  return (
    <>
      <BackLink href={back}>{words.back}</BackLink>
      {errors.length > 0 && <ErrorSummary title={words.problem} errors={errors} />}
      {children}
    </>
  );
}
