import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { FilesPage, type FileProblems } from '~/components/staff/files-page';
import { allowStaff } from '~/http/allow.server';
import { readSentFile } from '~/http/sent-file.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { fileWords } from '~/i18n/pages/staff-files';

export const loader = allowStaff(['manager'], async ({ person, language, context }) => {
  const view = await context.services.viewFiles({ staff: person });
  return json({ language, view, me: { firstName: person.firstName, lastName: person.lastName } });
});

export const action = allowStaff(['manager'], async ({ person, request, context }) => {
  const { kind, file } = await readSentFile(request);
  const again = (errors: FileProblems) => json({ errors, kind: kind ?? '' }, { status: 422 });
  const errors: FileProblems = { ...(kind ? {} : { kind: 'kind' }), ...(file ? {} : { file: 'file' }) };
  if (!kind || !file) return again(errors);
  const taken = await context.services.takeFile({ staff: person, kind, fileName: file.name, content: file.content });
  if (taken.ok) return redirectWithin(`/staff/office/import/${taken.id}`);
  return again({ file: taken.reason, words: taken.words });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(fileWords.in(data.language).title, data.language) : [];

export default function StaffFiles() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <FilesPage {...data} problems={answer?.errors ?? {}} kind={answer?.kind ?? ''} />;
}
