import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { BackLink } from '~/components/design-system/links';
import { GuideSheet } from '~/components/guide/guide-sheet';
import { pageTitle } from '~/components/page-title';
import { allowAnyone } from '~/http/allow.server';
import { notFound } from '~/http/responses.server';
import { taskOf } from '~/http/visit-form.server';
import { guidesWords } from '~/i18n/pages/guides';

export const loader = allowAnyone(({ language, params }) => {
  const task = taskOf(params.task);
  if (!task) throw notFound();
  return json({ language, task });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(guidesWords.in(data.language).guides[data.task].title, data.language) : [];

export default function Guide() {
  const { language, task } = useLoaderData<typeof loader>();
  const words = guidesWords.in(language);
  return (
    <>
      <BackLink href="/guides">{words.back}</BackLink>
      <GuideSheet task={task} language={language} />
      <p className="govuk-body wm-screen">{words.print}</p>
    </>
  );
}
