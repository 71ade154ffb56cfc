import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { RingBackPage } from '~/components/staff/ring-back-page';
import { allowStaff } from '~/http/allow.server';
import { readCallWish } from '~/http/call-wish-form.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';
import type { CallRequestProblem } from '~/i18n/pages/call-request';
import { helpWords } from '~/i18n/pages/help';
import { staffWords } from '~/i18n/pages/staff';

/** When somebody is to be rung back, on a number that is on record; there only where the questions have stopped. */
export const loader = allowStaff(DIARY_ROLES, async ({ person, params, language, context }) => {
  const customerId = params.id ?? '';
  const desk = await context.services.viewHelpDesk({ staff: person, customerId });
  if (!desk) throw notFound();
  const { ringBack } = desk;
  if (ringBack?.can !== 'yes' || ringBack.call !== null)
    throw redirectWithin(`/staff/customers/${customerId}/help/questions`);
  return json({ language, desk, ringBack, me: { firstName: person.firstName, lastName: person.lastName } });
});

/** Puts the call on the call list. */
export const action = allowStaff(DIARY_ROLES, async ({ person, params, request, context }) => {
  const customerId = params.id ?? '';
  const form = readCallWish(await readAnswers(request));
  const wrong = (problem: CallRequestProblem) =>
    json({ errors: { [problem]: problem }, problem, values: form.values }, { status: 422 });
  const questions = `/staff/customers/${customerId}/help/questions`;
  if (!form.ok) {
    // Somebody else's customer looks like none, whatever was sent.
    if (!(await context.services.viewHelpDesk({ staff: person, customerId }))) throw notFound();
    return wrong(form.problem);
  }
  const asked = await context.services.askToRingBack({ staff: person, customerId, wish: form.wish });
  if (asked.ok) return redirectWithin(`${questions}?done=ring_${asked.changed ? 'put' : 'there'}`);
  if (asked.reason === 'not_found') throw notFound();
  if (asked.reason === 'not_then') return wrong('not_then');
  return redirectWithin(asked.reason === 'not_stopped' ? questions : `${questions}?done=ring_changed`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { firstName, lastName } = data.desk.customer;
  const name = staffWords.in(data.language).name(firstName, lastName);
  return pageTitle(helpWords.in(data.language).ringBack.title(name), data.language);
};

export default function RingBack() {
  const answer = useActionData<typeof action>();
  return <RingBackPage {...useLoaderData<typeof loader>()} problem={answer?.problem} values={answer?.values} />;
}
