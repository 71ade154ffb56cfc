import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { allowAnyone } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { kioskWords } from '~/i18n/pages/kiosk';

export const loader = allowAnyone(({ kiosk, language }) => {
  if (!kiosk) throw redirectWithin('/kiosk');
  return json({ language });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(kioskWords.in(data.language).notHere.title, data.language) : [];

/** Instead of what is not done on a computer that others use. */
export default function NotHere() {
  const { language } = useLoaderData<typeof loader>();
  const words = kioskWords.in(language).notHere;
  return (
    <>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">{words.text}</p>
      <p className="govuk-body">{words.help}</p>
      <p className="govuk-body">
        <a className="govuk-link" href="/kiosk">
          {words.back}
        </a>
      </p>
    </>
  );
}
