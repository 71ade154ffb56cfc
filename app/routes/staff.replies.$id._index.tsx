import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { AnswerPreviewPage } from '~/components/staff/answer-preview-page';
import { replyTitle, ReplyPage } from '~/components/staff/reply-page';
import { savedText } from '~/components/staff/saved-answers';
import { readAnswer } from '~/domain/messaging/quick-answer';
import { allowStaff } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { notFound } from '~/http/responses.server';
import { backToReplies } from '~/http/reply-desk.server';
import { DIARY_ROLES, idIn } from '~/http/staff-desk.server';

export const loader = allowStaff(DIARY_ROLES, async ({ person, language, params, url, context }) => {
  const shown = await context.services.viewReply({ staff: person, replyId: params.id ?? '' });
  if (!shown) throw notFound();
  const me = { firstName: person.firstName, lastName: person.lastName, role: person.role };
  const start = savedText(shown.saved, idIn(url, 'from'));
  return json({ language, shown, me, start });
});

/** Sends nothing: shows the answer as it would go, or what is wrong with it. */
export const action = allowStaff(DIARY_ROLES, async ({ person, params, request, context }) => {
  const replyId = params.id ?? '';
  if (!(await context.services.viewReply({ staff: person, replyId }))) throw notFound();
  const { choice, time, text, after } = await readAnswers(request);
  const values = { choice, time, text, after };
  const read = readAnswer(values);
  if ('fault' in read) return json({ errors: { answer: read }, values, preview: null }, { status: 422 });
  const preview = await context.services.previewAnswer({ staff: person, replyId, choice: read });
  // What stands against an answer has come up since the form was shown.
  if (!preview) return backToReplies(undefined, 'barred', replyId);
  return json({ errors: null, values, preview });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(replyTitle(data.shown.reply, data.language), data.language) : [];

export default function StaffReply() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.preview) return <AnswerPreviewPage {...data} values={answer.values} preview={answer.preview} />;
  const first = data.start === undefined ? {} : { choice: 'own', text: data.start };
  return <ReplyPage {...data} fault={answer?.errors?.answer ?? null} values={answer?.values ?? first} />;
}
