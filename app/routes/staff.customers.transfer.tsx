import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { PassingOnPage } from '~/components/staff/passing-on-page';
import { passingChoice } from '~/domain/adviser/passing-form';
import { allowStaff } from '~/http/allow.server';
import { passingDone, passOnFrom } from '~/http/passing-desk.server';
import { customersWords } from '~/i18n/pages/customers';

export const loader = allowStaff(['manager'], async (visit) => {
  const { person, language, url, context } = visit;
  const choice = passingChoice(url.searchParams);
  const view = await context.services.viewPassingOn({ staff: person, from: choice.from, language: choice.language });
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, me, view, choice, done: await passingDone(visit) });
});

export const action = allowStaff(['manager'], passOnFrom);

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(customersWords.in(data.language).passing.title, data.language) : [];

export default function PassingOn() {
  const answer = useActionData<typeof action>();
  return <PassingOnPage {...useLoaderData<typeof loader>()} answer={answer ?? null} />;
}
