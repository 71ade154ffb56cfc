import type { ReactNode } from 'react';
import type { Part } from '~/i18n/pages/about';

interface Props {
  words: { title: string; intro: readonly string[]; parts: Readonly<Record<string, Part>> };
  /** Between what the page is about and its parts. */
  children?: ReactNode;
}

/** A page that only tells something. */
export function AboutPage({ words, children }: Props) {
  return (
    <>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <Paragraphs text={words.intro} />
      {children}
      {Object.entries(words.parts).map(([key, { heading, text }]) => (
        <section key={key} aria-labelledby={key}>
          <h2 className="govuk-heading-m" id={key}>
            {heading}
          </h2>
          <Paragraphs text={text} />
        </section>
      ))}
    </>
  );
}

function Paragraphs({ text }: { text: readonly string[] }) {
  return text.map((paragraph) => (
    <p key={paragraph} className="govuk-body">
      {paragraph}
    </p>
  ));
}
