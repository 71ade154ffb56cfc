import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/design-system/button';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { Input } from '~/components/design-system/input';
import { BackLink } from '~/components/design-system/links';
import { pageTitle } from '~/components/page-title';
import { errorBeside } from '~/components/question-page';
import { OtherWays } from '~/components/sign-in/other-ways';
import { onTheWayTo } from '~/domain/access/fresh-sign-in';
import { allowAnyone } from '~/http/allow.server';
import { inEvenTime } from '~/http/even-time.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { arrivalOf, goOnSignedIn, placeIn, waitFor } from '~/http/signing-in.server';
import { frameWords } from '~/i18n/pages/frame';
import { signInWords } from '~/i18n/pages/sign-in';

type Wrong = keyof ReturnType<typeof signInWords.in>['password']['errors'];
/** Steps in which it is answered (ms): a check of a password takes longer than a code is made. */
const STEP_MS = 500;

export const loader = allowAnyone(({ person, language, url }) => {
  const place = placeIn(url);
  if (person?.kind === 'customer' && !place) throw redirectWithin('/');
  return json({ language, place });
});

export const action = allowAnyone(async ({ request, url, context, kiosk }) => {
  const { contact = '', password = '' } = await readAnswers(request);
  const wrong = (errors: { contact?: Wrong; password?: Wrong }, init: ResponseInit = { status: 422 }) =>
    json({ errors, values: { contact } }, init);
  if (!contact.trim() || !password)
    return wrong({
      ...(!contact.trim() && { contact: 'noContact' as const }),
      ...(!password && { password: 'noPassword' as const }),
    });
  const { services, address, publicUrl } = context;
  const typed = { contact, password, address, ...arrivalOf(request, kiosk) };
  const result = await inEvenTime(() => services.signInWithPassword(typed), STEP_MS);
  if (result.ok) return goOnSignedIn(publicUrl, result.cookie, placeIn(url));
  if (result.reason === 'wrong') return wrong({ contact: 'wrong' });
  return wrong({ contact: result.reason === 'busy' ? 'busy' : 'tooMany' }, waitFor(result.retryAfterSeconds));
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(signInWords.in(data.language).password.title, data.language) : [];

/** For those who have set a password. */
export default function SignInWithPassword() {
  const { language, place } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = signInWords.in(language).password;
  const frame = frameWords.in(language);
  const faults = (['contact', 'password'] as const).flatMap((field) => {
    const fault = answer?.errors[field];
    return fault ? [{ field, text: words.errors[fault] }] : [];
  });
  const errorOf = (field: string) => errorBeside(faults.find((fault) => fault.field === field)?.text, language);
  return (
    <>
      <BackLink href={onTheWayTo(place, '/sign-in')}>{frame.back}</BackLink>
      {faults.length > 0 && (
        <ErrorSummary title={frame.problem} errors={faults.map(({ field, text }) => ({ href: `#${field}`, text }))} />
      )}
      <h1 className="govuk-heading-l">{words.heading}</h1>
      <form method="post" action={onTheWayTo(place, '/sign-in/password')} noValidate>
        <Input
          name="contact"
          label={{ text: words.contact }}
          hint={words.contactHint}
          error={errorOf('contact')}
          defaultValue={answer?.values.contact}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <Input
          name="password"
          type="password"
          label={{ text: words.password }}
          error={errorOf('password')}
          autoComplete="current-password"
        />
        <Button>{words.submit}</Button>
      </form>
      <OtherWays language={language} place={place} but="password" />
    </>
  );
}
