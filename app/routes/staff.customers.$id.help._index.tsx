import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { HelpBeginPage } from '~/components/staff/help-begin-page';
import { allowStaff } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { helpCookie } from '~/http/session-cookie.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';
import { helpWords } from '~/i18n/pages/help';
import { staffWords } from '~/i18n/pages/staff';

export const loader = allowStaff(DIARY_ROLES, async ({ person, params, language, context }) => {
  const desk = await context.services.viewHelpDesk({ staff: person, customerId: params.id ?? '' });
  if (!desk) throw notFound();
  return json({ language, desk, me: { firstName: person.firstName, lastName: person.lastName } });
});

/** By phone there are questions first; whoever is at the desk is known, and the help begins. */
export const action = allowStaff(DIARY_ROLES, async ({ person, params, request, context }) => {
  const customerId = params.id ?? '';
  const { way } = await readAnswers(request);
  if (way === 'desk') {
    const begun = await context.services.beginDeskHelp({ staff: person, customerId });
    if (!begun) throw notFound();
    return redirectWithin('/', { 'Set-Cookie': helpCookie(context.publicUrl, begun.secret) });
  }
  const desk = await context.services.viewHelpDesk({ staff: person, customerId });
  if (!desk) throw notFound();
  if (way === 'phone') return redirectWithin(`/staff/customers/${customerId}/help/questions`);
  return json({ errors: { way: 'choose' } }, { status: 422 });
});

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { firstName, lastName } = data.desk.customer;
  return pageTitle(
    helpWords.in(data.language).begin.title(staffWords.in(data.language).name(firstName, lastName)),
    data.language,
  );
};

export default function BeginHelp() {
  const answer = useActionData<typeof action>();
  return <HelpBeginPage {...useLoaderData<typeof loader>()} problem={answer !== undefined} />;
}
