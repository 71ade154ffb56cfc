import { VISIT_TASKS } from '~/domain/assisted/visit';
import type { Language } from '~/domain/language';
import { guidesWords } from '~/i18n/pages/guides';

/** All guides. @param props.base where they are: the customers' rooms or the staff's. */
export function GuideList({ language, base }: { language: Language; base: '/guides' | '/staff/guides' }) {
  const words = guidesWords.in(language);
  return (
    <ul className="govuk-list wm-guides">
      {VISIT_TASKS.map((task) => (
        <li key={task}>
          <a className="govuk-link" href={`${base}/${task}`}>
            {words.guides[task].title}
          </a>
        </li>
      ))}
    </ul>
  );
}
