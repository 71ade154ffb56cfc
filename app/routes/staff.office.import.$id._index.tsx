import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { FileReviewPage } from '~/components/staff/file-review-page';
import { allowStaff } from '~/http/allow.server';
import { notFound } from '~/http/responses.server';
import { fileWords } from '~/i18n/pages/staff-files';

/** As many lines as somebody can look through; the file of rejected lines has all of them. */
const SHOWN = 100;

export const loader = allowStaff(['manager'], async ({ person, language, params, url, context }) => {
  const review = await context.services.reviewFile({ staff: person, id: params.id ?? '' });
  if (!review) throw notFound();
  const done = (['saved', 'dropped', 'over'] as const).find((one) => one === url.searchParams.get('done')) ?? null;
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, review, shown: SHOWN, done, me });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(fileWords.in(data.language).review.title(data.review.file.fileName), data.language) : [];

export default function FileReview() {
  return <FileReviewPage {...useLoaderData<typeof loader>()} />;
}
