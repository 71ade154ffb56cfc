import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { BackLink } from '~/components/design-system/links';
import { GuideList } from '~/components/guide/guide-list';
import { pageTitle } from '~/components/page-title';
import { allowAnyone } from '~/http/allow.server';
import { frameWords } from '~/i18n/pages/frame';
import { guidesWords } from '~/i18n/pages/guides';

/** Anybody may read them: there is nothing of anybody in them. */
export const loader = allowAnyone(({ language }) => json({ language }));

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(guidesWords.in(data.language).title, data.language) : [];

export default function Guides() {
  const { language } = useLoaderData<typeof loader>();
  const words = guidesWords.in(language);
  return (
    <>
      <BackLink href="/">{frameWords.in(language).back}</BackLink>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">{words.intro}</p>
      <GuideList language={language} base="/guides" />
      <p className="govuk-body">
        <a className="govuk-link" href="/visits">
          {words.get}
        </a>
      </p>
    </>
  );
}
