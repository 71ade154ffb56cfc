import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { StaffSignIn, type SignInFault } from '~/components/staff/staff-sign-in';
import { allowAnyone } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { readSessionCookie, sessionCookie } from '~/http/session-cookie.server';
import { staffWords } from '~/i18n/pages/staff';

export const loader = allowAnyone(({ person, language }) => {
  if (person?.kind === 'staff') throw redirectWithin('/staff');
  return json({ language });
});

export const action = allowAnyone(async ({ request, context }) => {
  const { email = '', password = '', code = '' } = await readAnswers(request);
  const values = { email };
  const missing: SignInFault[] = [
    ...(email.trim() ? [] : ['missingEmail' as const]),
    ...(password ? [] : ['missingPassword' as const]),
    ...(code.trim() ? [] : ['missingCode' as const]),
  ];
  if (missing.length > 0) return json({ errors: missing, minutes: 0, values }, { status: 422 });

  const { address } = context;
  const previousCookie = readSessionCookie(request);
  const result = await context.services.signInStaff({ email, password, code, address, previousCookie });
  if (result.ok) return redirectWithin('/staff', { 'Set-Cookie': sessionCookie(context.publicUrl, result.cookie) });
  if (result.reason === 'wrong') {
    const errors: SignInFault[] = ['wrong'];
    return json({ errors, minutes: 0, values }, { status: 422 });
  }
  const errors: SignInFault[] = [result.reason === 'busy' ? 'busy' : 'tooMany'];
  const headers = { 'Retry-After': String(result.retryAfterSeconds) };
  return json({ errors, minutes: Math.ceil(result.retryAfterSeconds / 60), values }, { status: 429, headers });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(staffWords.in(data.language).signIn.title, data.language) : [];

export default function StaffSignInPage() {
  const { language } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <StaffSignIn
      language={language}
      faults={answer?.errors ?? []}
      minutes={answer?.minutes ?? 0}
      email={answer?.values.email}
    />
  );
}
