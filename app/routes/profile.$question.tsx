import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { QuestionForm } from '~/components/profile/question-form';
import { QuestionPage } from '~/components/question-page';
import { pathBefore } from '~/domain/capability/question-path';
import { allowCustomer } from '~/http/allow.server';
import { answerQuestion, showQuestion } from '~/http/profile-desk.server';
import { profileWords } from '~/i18n/pages/profile';

export const loader = allowCustomer(showQuestion);

export const action = allowCustomer(answerQuestion);

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(profileWords.in(data.language).questions[data.question], data.language) : [];

/** One of the ten questions. */
export default function ProfileQuestion() {
  const { language, question, answer, wants, complete } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const text = sent && profileWords.in(language).errors[sent.errors.problem];
  return (
    <QuestionPage
      language={language}
      back={complete ? '/profile/check' : pathBefore(question)}
      error={text ? { text, field: question } : undefined}
    >
      <QuestionForm {...{ language, question, answer }} wants={sent?.wants ?? wants} error={text} />
    </QuestionPage>
  );
}
