import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/design-system/button';
import { Input } from '~/components/design-system/input';
import { pageTitle } from '~/components/page-title';
import { errorBeside, QuestionPage } from '~/components/question-page';
import { allowCustomer } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { mustBeFresh, ownCookie } from '~/http/sign-in-methods-desk.server';
import { waitFor } from '~/http/signing-in.server';
import { signInMethodsWords } from '~/i18n/pages/sign-in-methods';

export const loader = allowCustomer(async (visit) => {
  mustBeFresh(visit, 'password');
  const { person, language, request, context } = visit;
  const cookie = ownCookie(request);
  const { hasPassword } = await context.services.viewSignInMethods({ customerId: person.id, cookie });
  return json({ language, hasPassword });
});

export const action = allowCustomer(async (visit) => {
  mustBeFresh(visit, 'password');
  const { person, request, context } = visit;
  const { password = '' } = await readAnswers(request);
  const { services, requestId } = context;
  const set = await services.setPassword({ customerId: person.id, password, requestId });
  if (set.ok) return redirectWithin('/sign-in-methods?done=password_set');
  return json({ errors: { password: set.reason } }, set.reason === 'busy' ? waitFor(5) : { status: 422 });
});

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const words = signInMethodsWords.in(data.language).password;
  return pageTitle(data.hasPassword ? words.changeTitle : words.setTitle, data.language);
};

/** One question: the new password. It is typed once: whoever mistypes it signs in with a code and sets another. */
export default function SetPassword() {
  const { language, hasPassword } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = signInMethodsWords.in(language).password;
  const wrong = answer && words.errors[answer.errors.password];
  return (
    <QuestionPage
      language={language}
      back="/sign-in-methods"
      error={wrong ? { text: wrong, field: 'password' } : undefined}
    >
      <h1 className="govuk-heading-l">{hasPassword ? words.changeTitle : words.setTitle}</h1>
      <form method="post" action="/sign-in-methods/password" noValidate>
        <Input
          name="password"
          type="password"
          label={{ text: words.label }}
          hint={words.hint}
          error={errorBeside(wrong, language)}
          autoComplete="new-password"
        />
        <Button>{words.submit}</Button>
      </form>
    </QuestionPage>
  );
}
