import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { AccessNeedsForm } from '~/components/details/access-needs-form';
import { pageTitle } from '~/components/page-title';
import { allowCustomer } from '~/http/allow.server';
import { readAccessNeeds } from '~/http/details-forms.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { detailsWords } from '~/i18n/pages/details';

export const loader = allowCustomer(async ({ person, context, language }) => {
  const { services } = context;
  const { now, before, zone } = await services.viewAccessNeeds({ customerId: person.id });
  const detailOf = (need: string) => now.find((one) => one.need === need)?.detail ?? '';
  const values = {
    ...{ needs: now.map(({ need }) => need), interpreterDetail: detailOf('interpreter') },
    otherDetail: detailOf('other'),
  };
  return json({ language, values, before, zone });
});

export const action = allowCustomer(async ({ person, request, context }) => {
  const read = readAccessNeeds(await readAnswers(request));
  if (!read.ok) return json({ values: read.values, problems: read.problems, errors: read.problems }, { status: 422 });
  await context.services.saveAccessNeeds({
    ...{ customerId: person.id, told: read.told, helpId: person.help?.id ?? null },
  });
  return redirectWithin('/details?done=needs');
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(detailsWords.in(data.language).needs.title, data.language) : [];

export default function DetailsAccessNeeds() {
  const { values, ...shown } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <AccessNeedsForm {...shown} values={answer?.values ?? values} problems={answer?.problems} />;
}
