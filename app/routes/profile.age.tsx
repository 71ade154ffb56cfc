import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/design-system/button';
import { pageTitle } from '~/components/page-title';
import { AgeRadios } from '~/components/profile/question-form';
import { QuestionPage } from '~/components/question-page';
import { firstOpen } from '~/domain/capability/answers';
import { questionPath } from '~/domain/capability/question-path';
import { allowCustomer } from '~/http/allow.server';
import { answerAge } from '~/http/profile-desk.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { profileWords } from '~/i18n/pages/profile';

export const loader = allowCustomer(async ({ person, language, context }) => {
  const { open, current } = await context.services.viewOwnProfile({ customerId: person.id });
  const from = open ?? (current?.outOfDate ? null : current);
  const next = firstOpen(from?.answers ?? {});
  if (!from || next) return redirectWithin(next ? questionPath(next) : '/profile');
  return json({ language, ageBand: from.ageBand });
});

export const action = allowCustomer(answerAge);

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(profileWords.in(data.language).age.question, data.language) : [];

/** The age, which may be left out: it is there to check that the rules are fair. */
export default function ProfileAge() {
  const { language, ageBand } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const words = profileWords.in(language);
  const text = sent && words.errors[sent.errors.problem];
  return (
    <QuestionPage language={language} back={questionPath('way')} error={text ? { text, field: 'ageBand' } : undefined}>
      <form method="post" action="/profile/age" noValidate>
        <AgeRadios language={language} value={ageBand} error={text} heading />
        <Button>{words.next}</Button>
      </form>
    </QuestionPage>
  );
}
