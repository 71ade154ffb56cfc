import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { allowCustomer } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { helpWords } from '~/i18n/pages/help';

export const loader = allowCustomer(({ person, language }) => {
  if (!person.help) throw redirectWithin('/');
  return json({ language });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(helpWords.in(data.language).onlyThem.title, data.language) : [];

/** For whoever helps: what nobody does for somebody else. */
export default function OnlyThem() {
  const { language } = useLoaderData<typeof loader>();
  const words = helpWords.in(language).onlyThem;
  return (
    <>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">{words.text}</p>
      <p className="govuk-body">{words.instead}</p>
      <p className="govuk-body">
        <a className="govuk-link" href="/">
          {words.home}
        </a>
      </p>
    </>
  );
}
