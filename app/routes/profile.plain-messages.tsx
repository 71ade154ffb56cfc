import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Button } from '~/components/design-system/button';
import { pageTitle } from '~/components/page-title';
import { allowCustomer } from '~/http/allow.server';
import { pathOn } from '~/http/profile-desk.server';
import { profileWords } from '~/i18n/pages/profile';

export const loader = allowCustomer(async (visit) =>
  json({ language: visit.language, next: await pathOn(visit, 'readByOthers') }),
);

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(profileWords.in(data.language).quiet.title, data.language) : [];

/** What we do from now on. It says nothing of why, to whoever looks over somebody's shoulder. */
export default function PlainMessages() {
  const { language, next } = useLoaderData<typeof loader>();
  const words = profileWords.in(language).quiet;
  return (
    <>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">{words.text}</p>
      <p className="govuk-body">{words.change}</p>
      <p className="govuk-body">{words.talk}</p>
      <Button href={next}>{words.next}</Button>
    </>
  );
}
