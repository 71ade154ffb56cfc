import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { IdentityQuestionPage } from '~/components/staff/identity-question-page';
import { IDENTITY_FACTS } from '~/domain/assisted/identity-questions';
import { RING_BACK_NOTICES } from '~/domain/assisted/ring-back';
import { allowStaff } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { badRequest, notFound } from '~/http/responses.server';
import { helpCookie } from '~/http/session-cookie.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';
import { helpWords } from '~/i18n/pages/help';
import { staffWords } from '~/i18n/pages/staff';

export const loader = allowStaff(DIARY_ROLES, async ({ person, params, url, language, context }) => {
  const customerId = params.id ?? '';
  const desk = await context.services.viewHelpDesk({ staff: person, customerId });
  if (!desk) throw notFound();
  // Whoever has answered enough and comes back by the address bar begins again at the beginning.
  if (desk.step.next === 'passed') throw redirectWithin(`/staff/customers/${customerId}/help`);
  const me = { firstName: person.firstName, lastName: person.lastName };
  const done = url.searchParams.get('done');
  const notice = RING_BACK_NOTICES.find((one) => `ring_${one}` === done) ?? null;
  return json({ language, desk, me, wrong: done === 'wrong', notice });
});

/** Compares what they said; after enough right answers the help begins. What was typed does not come back with the page. */
export const action = allowStaff(DIARY_ROLES, async ({ person, params, request, context }) => {
  const customerId = params.id ?? '';
  const { fact: asked, said = '', cannot } = await readAnswers(request);
  const desk = await context.services.viewHelpDesk({ staff: person, customerId });
  if (!desk) throw notFound();
  const fact = IDENTITY_FACTS.find((one) => one === asked);
  if (!fact) throw badRequest();
  if (said.trim() === '' && cannot === undefined) return json({ errors: { said: 'empty' } }, { status: 422 });
  const words = cannot === undefined ? said : '';
  const taken = await context.services.answerIdentityQuestion({ staff: person, customerId, fact, said: words });
  if (taken.ok) return redirectWithin('/', { 'Set-Cookie': helpCookie(context.publicUrl, taken.secret) });
  if (taken.reason === 'not_found') throw notFound();
  const questions = `/staff/customers/${customerId}/help/questions`;
  return redirectWithin(taken.reason === 'wrong' ? `${questions}?done=wrong` : questions);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { ask, stop } = helpWords.in(data.language);
  const { firstName, lastName } = data.desk.customer;
  const title = ask.title(staffWords.in(data.language).name(firstName, lastName));
  return pageTitle(data.desk.step.next === 'stop' ? stop.title : title, data.language);
};

export default function IdentityQuestions() {
  const answer = useActionData<typeof action>();
  return <IdentityQuestionPage {...useLoaderData<typeof loader>()} empty={answer !== undefined} />;
}
