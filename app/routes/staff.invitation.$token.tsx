import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { InvitationGone, InvitationPage, type ShownFault } from '~/components/staff/invitation-page';
import { allowLink } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { readSessionCookie, sessionCookie } from '~/http/session-cookie.server';
import { invitationWords } from '~/i18n/pages/staff-invitation';

export const loader = allowLink(async ({ params, language, context }) => {
  const token = params.token ?? '';
  const invitation = await context.services.viewInvitation({ token });
  return json({ language, token, invitation }, { status: invitation ? 200 : 410 });
});

export const action = allowLink(async ({ params, request, context }) => {
  const { password = '', code = '' } = await readAnswers(request);
  const { address, publicUrl, services } = context;
  const asked = { token: params.token ?? '', password, code, address };
  const accepted = await services.acceptInvitation({ ...asked, previousCookie: readSessionCookie(request) });
  if (accepted.ok) return redirectWithin('/staff', { 'Set-Cookie': sessionCookie(publicUrl, accepted.cookie) });
  if (accepted.reason === 'gone') return json({ errors: null }, { status: 410 });
  if (accepted.reason === 'faults') return json({ errors: accepted.faults as ShownFault[] }, { status: 422 });
  const errors: ShownFault[] = ['wait'];
  return json({ errors }, { status: 429, headers: { 'Retry-After': String(accepted.seconds) } });
});

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const words = invitationWords.in(data.language);
  return pageTitle(data.invitation ? words.title : words.gone.title, data.language);
};

export default function Invitation() {
  const { language, token, invitation } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!invitation) return <InvitationGone language={language} />;
  return <InvitationPage {...{ language, token, invitation }} faults={answer?.errors ?? []} />;
}
