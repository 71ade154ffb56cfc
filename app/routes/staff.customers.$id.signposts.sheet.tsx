import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { BackLink } from '~/components/design-system/links';
import { SignpostSheet } from '~/components/near-me/signpost-sheet';
import { pageTitle } from '~/components/page-title';
import { StaffBar } from '~/components/staff/staff-bar';
import { allowStaff } from '~/http/allow.server';
import { notFound } from '~/http/responses.server';
import { SIGNPOST_ROLES } from '~/http/signpost-desk.server';
import { nearMeWords } from '~/i18n/pages/near-me';
import { signpostWords } from '~/i18n/pages/signposts';

export const loader = allowStaff(SIGNPOST_ROLES, async ({ person, language, params, context }) => {
  const customerId = params.id ?? '';
  const sheet = await context.services.printSignposts({ staff: person, customerId });
  if (!sheet) throw notFound();
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, customerId, sheet, me });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(signpostWords.in(data.language).sheet, data.language) : [];

/** The sheet for a customer, in their language: on paper there is nothing else. */
export default function CustomersSheet() {
  const { language, customerId, sheet, me } = useLoaderData<typeof loader>();
  return (
    <div className="wm-staff wm-staff--question">
      <StaffBar me={me} language={language} />
      <BackLink href={`/staff/customers/${customerId}/signposts`}>{nearMeWords.in(language).sheet.back}</BackLink>
      <h1 className="govuk-heading-l wm-no-print">{signpostWords.in(language).sheet}</h1>
      <p className="govuk-body wm-no-print">{nearMeWords.in(language).sheet.print}</p>
      <SignpostSheet sheet={sheet} />
    </div>
  );
}
