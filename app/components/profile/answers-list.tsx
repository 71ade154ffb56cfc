import { SummaryList, type SummaryRow } from '~/components/design-system/summary-list';
import type { AnswersSoFar } from '~/domain/capability/answers';
import { questionPath } from '~/domain/capability/question-path';
import type { AgeBand } from '~/domain/capability/reassess';
import type { Language } from '~/domain/language';
import { profileWords } from '~/i18n/pages/profile';
import { ageLine, answerLines, wantsLine } from './answer-names';

interface Props {
  language: Language;
  answers: AnswersSoFar;
  ageBand: AgeBand | null;
}

/** What somebody said, with a way to change each answer. */
export function AnswersList({ language, answers, ageBand }: Props) {
  const words = profileWords.in(language);
  const change = (href: string, about: string) => [{ href, text: words.check.change, about: ` – ${about}` }];
  const rows: SummaryRow[] = [
    ...answerLines(answers, language).map(({ question, key, value }) => ({
      ...{ key, value, actions: change(questionPath(question), key) },
    })),
    { key: words.short.wants, value: wantsLine(answers, language), actions: change('/profile/in-touch', words.short.wants) }, // prettier-ignore
    { key: words.short.ageBand, value: ageLine(ageBand, language), actions: change('/profile/age', words.short.ageBand) }, // prettier-ignore
  ];
  return <SummaryList rows={rows} />;
}
