import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Button } from '~/components/design-system/button';
import { BackLink } from '~/components/design-system/links';
import { InsetText } from '~/components/design-system/text-blocks';
import { useFrame } from '~/components/frame';
import { pageTitle } from '~/components/page-title';
import { PhoneLink } from '~/components/phone-link';
import { allowCustomer } from '~/http/allow.server';
import { askWhoItIs } from '~/http/fresh-sign-in.server';
import { frameWords } from '~/i18n/pages/frame';
import { ownDataWords } from '~/i18n/pages/own-data';

export const loader = allowCustomer(async (visit) => {
  await askWhoItIs(visit);
  return json({ language: visit.language });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(ownDataWords.in(data.language).title, data.language) : [];

/** A copy of everything that is held about somebody, to read or for a program. */
export default function DetailsDownload() {
  const { language } = useLoaderData<typeof loader>();
  const { phone } = useFrame();
  const words = ownDataWords.in(language);
  return (
    <>
      <BackLink href="/details">{frameWords.in(language).back}</BackLink>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">{words.intro}</p>
      <p className="govuk-body">{words.what}</p>
      <InsetText>{words.careful}</InsetText>
      {(['html', 'json'] as const).map((format) => (
        <form key={format} method="post" action="/details/download/file">
          <input type="hidden" name="format" value={format} />
          <Button classes={format === 'json' ? 'govuk-button--secondary' : undefined}>{words[format]}</Button>
        </form>
      ))}
      <p className="govuk-body">
        {words.help} <PhoneLink phone={phone} />
      </p>
    </>
  );
}
