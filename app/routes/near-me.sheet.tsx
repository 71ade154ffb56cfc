import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { BackLink } from '~/components/design-system/links';
import { SignpostSheet } from '~/components/near-me/signpost-sheet';
import { pageTitle } from '~/components/page-title';
import { allowCustomer } from '~/http/allow.server';
import { nearMeWords } from '~/i18n/pages/near-me';

export const loader = allowCustomer(async ({ person, language, context }) =>
  json({ language, sheet: await context.services.viewOwnSheet({ customerId: person.id, language }) }),
);

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(nearMeWords.in(data.language).sheet.title, data.language) : [];

/** The sheet to print: on paper there is nothing else. */
export default function Sheet() {
  const { language, sheet } = useLoaderData<typeof loader>();
  const words = nearMeWords.in(language);
  return (
    <>
      <BackLink href="/near-me">{words.sheet.back}</BackLink>
      <h1 className="govuk-heading-l wm-no-print">{words.sheetLink}</h1>
      <p className="govuk-body wm-no-print">{words.sheet.print}</p>
      <SignpostSheet sheet={sheet} />
    </>
  );
}
