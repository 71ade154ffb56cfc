import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { CallTimeForm } from '~/components/home/call-time-form';
import { pageTitle } from '~/components/page-title';
import { allowCustomer } from '~/http/allow.server';
import { readCallWish } from '~/http/call-wish-form.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { callRequestWords, type CallRequestProblem } from '~/i18n/pages/call-request';

/** When it is good to be called; whoever does not mind presses the button on the first page. */
export const loader = allowCustomer(async ({ person, context, language }) =>
  json({ language, times: await context.services.viewCallTimes({ customerId: person.id }) }),
);

/** "Ask someone to call me", at a good time if one is chosen; the first page then says by when. */
export const action = allowCustomer(async ({ person, context, request }) => {
  const form = readCallWish(await readAnswers(request));
  const wrong = (problem: CallRequestProblem) =>
    json({ errors: { [problem]: problem }, problem, values: form.values }, { status: 422 });
  if (!form.ok) return wrong(form.problem);
  const actor = { kind: 'customer' as const, id: person.id };
  const asked = { customerId: person.id, actor, requestId: context.requestId };
  const result = await context.services.requestCall({ ...asked, wish: form.wish });
  return !result.ok && result.reason === 'not_then' ? wrong('not_then') : redirectWithin('/?done=call');
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(callRequestWords.in(data.language).title, data.language) : [];

export default function CallRequest() {
  const { language, times } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <CallTimeForm language={language} times={times} problem={answer?.problem} values={answer?.values} />;
}
