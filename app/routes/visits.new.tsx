import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { AskVisitPage } from '~/components/visit/ask-visit-page';
import { allowCustomer } from '~/http/allow.server';
import { askFromForm } from '~/http/visit-form.server';
import { visitWords } from '~/i18n/pages/visit';

export const loader = allowCustomer(({ person, language }) => json({ language, kiosk: person.kioskId !== null }));

export const action = allowCustomer(askFromForm);

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(visitWords.in(data.language).form.title, data.language) : [];

export default function AskForVisit() {
  const answer = useActionData<typeof action>();
  const { values, errors } = answer ?? { values: { wants: '', when: '' }, errors: {} };
  return <AskVisitPage {...useLoaderData<typeof loader>()} values={values} problems={errors} />;
}
