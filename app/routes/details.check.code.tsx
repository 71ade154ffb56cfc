import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { CodeForm, wrongCodeWords, type WrongCode } from '~/components/details/code-form';
import { FormPage } from '~/components/details/form-page';
import { pageTitle } from '~/components/page-title';
import { allowCustomer } from '~/http/allow.server';
import { readCode } from '~/http/contact-desk.server';
import { nextPage } from '~/http/fresh-sign-in.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { sessionCookie } from '~/http/session-cookie.server';
import { readSignInCookie, signInCookie } from '~/http/sign-in-cookie.server';
import { arrivalOf } from '~/http/signing-in.server';
import { ownContactsWords } from '~/i18n/pages/own-contacts';

export const loader = allowCustomer(({ request, language, url }) => {
  if (!readSignInCookie(request)) throw redirectWithin('/details/check');
  return json({ language, next: nextPage(url.searchParams.get('next')) });
});

/** A right code begins a new session, which counts as fresh; the one before ends. */
export const action = allowCustomer(async ({ person, request, context, url, kiosk }) => {
  const browserSecret = readSignInCookie(request);
  if (!browserSecret) return redirectWithin('/details/check');
  const { services, address, publicUrl } = context;
  const { typed, code } = await readCode(request);
  const wrong = (reason: WrongCode['reason'], triesLeft = 0, status = 422) =>
    json({ errors: { code: reason }, wrong: { reason, triesLeft, typed } }, { status });
  if (code === null) return wrong('malformed');
  const proof = { onlyFor: person.id, code, browserSecret, address, ...arrivalOf(request, kiosk) };
  const checked = await services.checkSignInCode(proof);
  if (!checked.ok) {
    const triesLeft = checked.reason === 'wrong' ? checked.triesLeft : 0;
    return wrong(checked.reason, triesLeft, checked.reason === 'too_many' ? 429 : 422);
  }
  const response = redirectWithin(nextPage(url.searchParams.get('next')));
  response.headers.append('Set-Cookie', sessionCookie(publicUrl, checked.cookie));
  response.headers.append('Set-Cookie', signInCookie(publicUrl, null));
  return response;
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(ownContactsWords.in(data.language).code.title, data.language) : [];

/** The code that shows that it is still them. */
export default function DetailsCheckCode() {
  const { language, next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = ownContactsWords.in(language).check;
  const query = `?next=${encodeURIComponent(next)}`;
  const problem = answer && wrongCodeWords(answer.wrong, language);
  return (
    <FormPage language={language} back={`/details/check${query}`} problems={{ code: problem }}>
      <CodeForm language={language} action={`/details/check/code${query}`} sent={words.sent} wrong={answer?.wrong} />
      <p className="govuk-body">
        <a className="govuk-link" href={`/details/check${query}`}>
          {words.askAgain}
        </a>
      </p>
    </FormPage>
  );
}
