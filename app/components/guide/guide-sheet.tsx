import type { VisitTask } from '~/domain/assisted/visit';
import type { Language } from '~/domain/language';
import { guidesWords } from '~/i18n/pages/guides';
import { GuidePicture } from './guide-picture';
import { shownNames } from './shown-names';

interface Props {
  task: VisitTask;
  language: Language;
}

/** One guide on one sheet: a picture, the steps in large letters, and what to watch out for. */
export function GuideSheet({ task, language }: Props) {
  const words = guidesWords.in(language);
  const guide = words.guides[task];
  return (
    <article className="wm-guide">
      <h1 className="govuk-heading-l">{words.helpWith(guide.title)}</h1>
      <GuidePicture task={task} />
      <h2 className="govuk-heading-m">{words.steps}</h2>
      <ol className="govuk-list govuk-list--number wm-guide__steps">
        {guide.steps(shownNames(language)).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <h2 className="govuk-heading-m">{words.watch}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {guide.watch.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h2 className="govuk-heading-s">{words.champion}</h2>
      <ul className="govuk-list govuk-list--bullet wm-guide__rules">
        {words.championRules.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </article>
  );
}
