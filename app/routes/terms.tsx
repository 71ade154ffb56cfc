import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AboutPage } from '~/components/about/about-page';
import { pageTitle } from '~/components/page-title';
import { allowAnyone } from '~/http/allow.server';
import { aboutWords } from '~/i18n/pages/about';

export const loader = allowAnyone(({ language }) => json({ language }));

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(aboutWords.in(data.language).terms.title, data.language) : [];

export default function Terms() {
  const { language } = useLoaderData<typeof loader>();
  return <AboutPage words={aboutWords.in(language).terms} />;
}
