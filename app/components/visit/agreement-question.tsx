import { Button } from '~/components/design-system/button';
import type { Language } from '~/domain/language';
import { visitWords } from '~/i18n/pages/visit';

interface Props {
  visitId: string;
  /** The first name of whoever is with them. */
  name: string;
  language: Language;
}

/** "Nia would like to help you on her own screen": what she would see and what not, and two answers. */
export function AgreementQuestion({ visitId, name, language }: Props) {
  const words = visitWords.in(language).question;
  const list = (items: readonly string[]) => (
    <ul className="govuk-list govuk-list--bullet">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
  return (
    <section className="wm-section" aria-labelledby="question">
      <h2 className="govuk-heading-m" id="question">
        {words.heading(name)}
      </h2>
      <p className="govuk-body">{words.sees(name)}</p>
      {list(words.seen)}
      <p className="govuk-body">{words.seesNot(name)}</p>
      {list(words.unseen)}
      <p className="govuk-body">{words.ends}</p>
      <p className="govuk-body">{words.fine}</p>
      <form method="post" action={`/visits/${visitId}/agreement`}>
        <Button name="answer" value="yes">
          {words.yes}
        </Button>{' '}
        <Button name="answer" value="no" classes="govuk-button--secondary">
          {words.no}
        </Button>
      </form>
    </section>
  );
}
