import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { HelpFinishPage } from '~/components/staff/help-finish-page';
import { allowStaff } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { helpCookie } from '~/http/session-cookie.server';
import { CARD_ROLES } from '~/http/staff-desk.server';
import { helpWords } from '~/i18n/pages/help';
import { staffWords } from '~/i18n/pages/staff';

export const loader = allowStaff(CARD_ROLES, async ({ person, params, language, context }) => {
  const help = await context.services.viewOpenHelp({ staff: person, customerId: params.id ?? '' });
  if (!help) throw notFound();
  return json({ language, help, me: { firstName: person.firstName, lastName: person.lastName } });
});

/** Ends the help; the cookie goes with it. One that is over already, as after the same form twice, is said to be. */
export const action = allowStaff(CARD_ROLES, async ({ person, params, request, context }) => {
  const customerId = params.id ?? '';
  const { readBack } = await readAnswers(request);
  const said = readBack === 'yes' ? true : readBack === 'no' ? false : null;
  const finished = await context.services.finishHelp({ staff: person, customerId, readBack: said });
  if (!finished.ok && finished.reason === 'not_answered')
    return json({ errors: { readBack: 'choose' } }, { status: 422 });
  if (!finished.ok) throw notFound();
  // Champions open no records.
  const page =
    person.role === 'champion' ? `/staff/customers/${customerId}/contacts` : `/staff/customers/${customerId}`;
  return redirectWithin(`${page}?done=help_finished`, { 'Set-Cookie': helpCookie(context.publicUrl, null) });
});

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { firstName, lastName } = data.help.customer;
  return pageTitle(
    helpWords.in(data.language).end.title(staffWords.in(data.language).name(firstName, lastName)),
    data.language,
  );
};

export default function FinishHelp() {
  const answer = useActionData<typeof action>();
  return <HelpFinishPage {...useLoaderData<typeof loader>()} problem={answer !== undefined} />;
}
