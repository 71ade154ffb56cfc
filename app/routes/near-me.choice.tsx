import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NearMePage } from '~/components/near-me/near-me-page';
import { pageTitle } from '~/components/page-title';
import { readPick } from '~/domain/signpost/signpost-form';
import { allowCustomer } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { nearMeWords } from '~/i18n/pages/near-me';

/** Shows the list, so that it is there when what was chosen is not on it any more. */
export const loader = allowCustomer(async ({ person, language, context }) => {
  const view = await context.services.viewNearMe({ customerId: person.id, language });
  return json({ language, view, done: null, about: null });
});

/** "I'd like to go". */
export const action = allowCustomer(async ({ person, request, context }) => {
  const pick = readPick((await readAnswers(request)).pick ?? '');
  const id = pick && (await context.services.chooseSignpost({ customerId: person.id, pick }));
  return id === null
    ? json({ error: 'gone' as const }, { status: 422 })
    : redirectWithin(`/near-me?done=chosen&about=${id}`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(nearMeWords.in(data.language).title, data.language) : [];

export default function Choice() {
  const answer = useActionData<typeof action>();
  return <NearMePage {...useLoaderData<typeof loader>()} error={answer?.error} />;
}
