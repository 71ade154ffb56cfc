import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { WritePage } from '~/components/adviser/write-page';
import { pageTitle } from '~/components/page-title';
import { ENTRY_LENGTH, readText } from '~/domain/journal/entry';
import { allowCustomer } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { formKeyIn, instantIn } from '~/http/journal-form.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { adviserWords } from '~/i18n/pages/adviser';

export const loader = allowCustomer(async ({ person, context, language }) => {
  const { entries: _entries, ...view } = await context.services.viewJournal({ customerId: person.id, page: 1 });
  return json({ language, view, formKey: context.services.newFormKey() });
});

export const action = allowCustomer(async ({ person, request, context }) => {
  const answers = await readAnswers(request);
  const typed = answers.text ?? '';
  const key = formKeyIn(answers);
  const read = readText(typed, ENTRY_LENGTH);
  if ('fault' in read) return json({ errors: { text: read }, typed, key }, { status: 422 });
  const written = await context.services.writeJournalEntry({
    ...{
      customerId: person.id,
      helpId: person.help?.id ?? null,
      key,
      text: read.text,
      seenAt: instantIn(answers.seen),
    },
  });
  if (!written.ok) return json({ errors: { text: { fault: written.reason } }, typed, key }, { status: 429 });
  return redirectWithin('/adviser/messages?done=sent');
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(adviserWords.in(data.language).journal.write, data.language) : [];

export default function WriteMessage() {
  const { language, view, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <WritePage
      view={view}
      formKey={answer?.key ?? formKey}
      typed={answer?.typed ?? ''}
      fault={answer?.errors.text ?? null}
      language={language}
    />
  );
}
