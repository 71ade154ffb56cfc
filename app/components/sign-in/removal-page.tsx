import { Button } from '~/components/design-system/button';
import { QuestionPage } from '~/components/question-page';
import type { Language } from '~/domain/language';

interface Props {
  language: Language;
  action: string;
  words: { title: string; text: string; submit: string; keep: string };
}

/** Asks once before a way to sign in is taken away. */
export function RemovalPage({ language, action, words }: Props) {
  return (
    <QuestionPage language={language} back="/sign-in-methods">
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">{words.text}</p>
      <form method="post" action={action}>
        <Button>{words.submit}</Button>
      </form>
      <p className="govuk-body">
        <a className="govuk-link" href="/sign-in-methods">
          {words.keep}
        </a>
      </p>
    </QuestionPage>
  );
}
