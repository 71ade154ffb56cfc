import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { GroupCancellationPage } from '~/components/staff/group-session-page';
import { allowStaff } from '~/http/allow.server';
import { notFound } from '~/http/responses.server';
import { backToPage, DIARY_ROLES } from '~/http/staff-desk.server';
import { groupWords } from '~/i18n/pages/staff-group-sessions';

export const loader = allowStaff(DIARY_ROLES, async ({ person, language, params, context }) => {
  const asked = { staff: person, sessionId: params.id ?? '', language, find: '' };
  const view = await context.services.viewGroupSession(asked);
  if (!view) throw notFound();
  if (!view.mayCancel) return backToPage(`/staff/group-sessions/${view.id}`, 'group_over');
  return json({ language, view, me: { firstName: person.firstName, lastName: person.lastName } });
});

export const action = allowStaff(DIARY_ROLES, async ({ person, params, context }) => {
  const sessionId = params.id ?? '';
  const { services, requestId } = context;
  const cancelled = await services.cancelGroupSession({ staff: person, sessionId, requestId });
  if (!cancelled.ok && cancelled.reason === 'not_found') throw notFound();
  return backToPage(`/staff/group-sessions/${sessionId}`, cancelled.ok ? 'group_cancelled' : 'group_over');
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(groupWords.in(data.language).cancelTitle(data.view.title), data.language) : [];

export default function GroupCancellation() {
  return <GroupCancellationPage {...useLoaderData<typeof loader>()} />;
}
