import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Button } from '~/components/design-system/button';
import { pageTitle } from '~/components/page-title';
import { AnswersList } from '~/components/profile/answers-list';
import { QuestionPage } from '~/components/question-page';
import { firstOpen } from '~/domain/capability/answers';
import { questionPath } from '~/domain/capability/question-path';
import { allowCustomer } from '~/http/allow.server';
import { finishOwn } from '~/http/profile-desk.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { profileWords } from '~/i18n/pages/profile';

export const loader = allowCustomer(async ({ person, language, context }) => {
  const { open } = await context.services.viewOwnProfile({ customerId: person.id });
  if (!open) return redirectWithin('/profile');
  const next = firstOpen(open.answers);
  if (next) return redirectWithin(questionPath(next));
  return json({ language, ...open });
});

export const action = allowCustomer(finishOwn);

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(profileWords.in(data.language).check.title, data.language) : [];

/** All answers once more, before they count. */
export default function ProfileCheck() {
  const { language, answers, ageBand } = useLoaderData<typeof loader>();
  const words = profileWords.in(language);
  return (
    <QuestionPage language={language} back="/profile">
      <h1 className="govuk-heading-l">{words.check.title}</h1>
      <AnswersList language={language} answers={answers} ageBand={ageBand} />
      <p className="govuk-body">{words.intro.money}</p>
      <form method="post" action="/profile/check">
        <Button>{words.check.finish}</Button>
      </form>
    </QuestionPage>
  );
}
