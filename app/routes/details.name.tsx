import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NameForm } from '~/components/details/name-form';
import { pageTitle } from '~/components/page-title';
import { allowCustomer } from '~/http/allow.server';
import { readNameForm } from '~/http/details-forms.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { detailsWords } from '~/i18n/pages/details';

export const loader = allowCustomer(async ({ person, context, language }) => {
  const { firstName, lastName, knownAs } = await context.services.viewDetails({ customerId: person.id });
  return json({ language, values: { firstName, lastName, knownAs: knownAs ?? '' } });
});

export const action = allowCustomer(async ({ person, request, context }) => {
  const read = readNameForm(await readAnswers(request));
  if (!read.ok) return json({ values: read.values, problems: read.problems, errors: read.problems }, { status: 422 });
  await context.services.saveOwnName({ customerId: person.id, ...read.name });
  return redirectWithin('/details?done=name');
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(detailsWords.in(data.language).name.title, data.language) : [];

export default function DetailsName() {
  const { language, values } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <NameForm language={language} values={answer?.values ?? values} problems={answer?.problems} />;
}
