import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { savedText } from '~/components/staff/saved-answers';
import { StaffJournalPage, type AnswerFault } from '~/components/staff/staff-journal-page';
import { ENTRY_LENGTH, readText } from '~/domain/journal/entry';
import { allowStaff } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { formKeyIn, pageIn } from '~/http/journal-form.server';
import { notFound } from '~/http/responses.server';
import { backToPage, DIARY_ROLES, idIn, noticeIn } from '~/http/staff-desk.server';
import { recordWords } from '~/i18n/pages/record';

export const loader = allowStaff(DIARY_ROLES, async ({ person, language, params, url, context }) => {
  const asked = { staff: person, customerId: params.id ?? '', page: pageIn(url) };
  const journal = await context.services.viewStaffJournal(asked);
  if (!journal) throw notFound();
  const me = { firstName: person.firstName, lastName: person.lastName };
  const start = savedText(journal.saved, idIn(url, 'from')) ?? '';
  return json({ language, journal, formKey: context.services.newFormKey(), notice: noticeIn(url), me, start });
});

/** Managers see that something was written, not what: they do not answer it either. */
export const action = allowStaff(['adviser'], async ({ person, params, request, context }) => {
  const customerId = params.id ?? '';
  const answers = await readAnswers(request);
  const { text: typed = '', seen = '' } = answers;
  const key = formKeyIn(answers);
  const wrong = (fault: AnswerFault, status: number) => json({ errors: { text: fault }, typed, key }, { status });
  const read = readText(typed, ENTRY_LENGTH);
  if ('fault' in read) return wrong(read, 422);
  const { requestId } = context;
  const written = await context.services.answerJournalEntry({
    ...{ staff: person, customerId, key, text: read.text, seen, requestId },
  });
  if (!written.ok) {
    if (written.reason === 'not_found') throw notFound();
    return wrong({ fault: 'written_since' }, 409);
  }
  const notice = written.told === null ? 'journal_written' : written.told ? 'journal_told' : 'journal_untold';
  return backToPage(`/staff/customers/${customerId}/journal`, notice);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { firstName, lastName } = data.journal.customer;
  return pageTitle(recordWords.in(data.language).journal.title(`${firstName} ${lastName}`), data.language);
};

export default function StaffJournal() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const typed = answer?.typed ?? data.start;
  return (
    <StaffJournalPage
      {...data}
      formKey={answer?.key ?? data.formKey}
      typed={typed}
      fault={answer?.errors.text ?? null}
    />
  );
}
