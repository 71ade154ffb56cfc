import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { JournalPage } from '~/components/adviser/journal-page';
import { pageTitle } from '~/components/page-title';
import { journalNotice } from '~/domain/journal/notice';
import { allowCustomer } from '~/http/allow.server';
import { pageIn } from '~/http/journal-form.server';
import { adviserWords } from '~/i18n/pages/adviser';

export const loader = allowCustomer(async ({ person, context, language, url }) => {
  const view = await context.services.viewJournal({ customerId: person.id, page: pageIn(url) });
  return json({ language, view, notice: journalNotice(url.searchParams.get('done')) });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(adviserWords.in(data.language).journal.title, data.language) : [];

export default function Messages() {
  return <JournalPage {...useLoaderData<typeof loader>()} />;
}
