import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/design-system/button';
import { Input } from '~/components/design-system/input';
import { pageTitle } from '~/components/page-title';
import { errorBeside, QuestionPage } from '~/components/question-page';
import { allowCustomer } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { signInMethodsWords } from '~/i18n/pages/sign-in-methods';

export const loader = allowCustomer(async ({ person, params, language, context }) => {
  const passkey = await context.services.findOwnPasskey({ customerId: person.id, id: params.id ?? '' });
  if (!passkey) throw notFound();
  return json({ language, passkey });
});

/** Gives a passkey another name. */
export const action = allowCustomer(async ({ person, params, request, context }) => {
  const { name = '' } = await readAnswers(request);
  const renamed = await context.services.renamePasskey({ customerId: person.id, id: params.id ?? '', name });
  if (renamed.ok) return redirectWithin('/sign-in-methods?done=passkey_renamed');
  if (renamed.reason === 'not_found') throw notFound();
  return json({ errors: { name: renamed.reason }, values: { name } }, { status: 422 });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(signInMethodsWords.in(data.language).passkeys.renameTitle, data.language) : [];

export default function RenamePasskey() {
  const { language, passkey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = signInMethodsWords.in(language).passkeys;
  const wrong = answer && words.renameErrors[answer.errors.name];
  return (
    <QuestionPage
      language={language}
      back="/sign-in-methods"
      error={wrong ? { text: wrong, field: 'name' } : undefined}
    >
      <form method="post" action={`/sign-in-methods/passkeys/${passkey.id}/name`} noValidate>
        <Input
          name="name"
          label={{ text: words.renameLabel, classes: 'govuk-label--l', isPageHeading: true }}
          hint={words.renameHint}
          error={errorBeside(wrong, language)}
          defaultValue={answer?.values.name ?? passkey.name}
          autoComplete="off"
        />
        <Button>{words.renameSubmit}</Button>
      </form>
    </QuestionPage>
  );
}
