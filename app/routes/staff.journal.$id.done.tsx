import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { CloseEntryPage } from '~/components/staff/close-entry-page';
import { NOTE_LENGTH, readText } from '~/domain/journal/entry';
import { allowStaff } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { notFound } from '~/http/responses.server';
import { backToPage } from '~/http/staff-desk.server';
import { recordWords } from '~/i18n/pages/record';

export const loader = allowStaff(['adviser'], async ({ person, language, params, context }) => {
  const shown = await context.services.viewEntryToClose({ staff: person, entryId: params.id ?? '' });
  if (!shown) throw notFound();
  return json({ language, shown, me: { firstName: person.firstName, lastName: person.lastName } });
});

export const action = allowStaff(['adviser'], async ({ person, params, request, context }) => {
  const entryId = params.id ?? '';
  const { note: typed = '' } = await readAnswers(request);
  const read = readText(typed, NOTE_LENGTH);
  if ('fault' in read && read.fault === 'too_long')
    return json({ errors: { note: 'too_long' as const }, typed }, { status: 422 });
  const note = 'fault' in read ? null : read.text;
  const closed = await context.services.closeEntry({ staff: person, entryId, note });
  if (!closed.ok && closed.reason === 'not_found') throw notFound();
  const done = closed.ok ? 'journal_done' : 'journal_done_before';
  return backToPage(`/staff/customers/${closed.customerId}/journal`, done, { id: entryId });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(recordWords.in(data.language).journal.close, data.language) : [];

export default function CloseEntry() {
  const answer = useActionData<typeof action>();
  return (
    <CloseEntryPage
      {...useLoaderData<typeof loader>()}
      typed={answer?.typed ?? ''}
      tooLong={answer?.errors.note === 'too_long'}
    />
  );
}
