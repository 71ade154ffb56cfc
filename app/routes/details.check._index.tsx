import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/design-system/button';
import { Radios } from '~/components/design-system/radios';
import { capital, hintWords } from '~/components/details/hint-words';
import { FormPage } from '~/components/details/form-page';
import { useFrame } from '~/components/frame';
import { pageTitle } from '~/components/page-title';
import { PhoneLink } from '~/components/phone-link';
import { errorBeside } from '~/components/question-page';
import { allowCustomer } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { nextPage } from '~/http/fresh-sign-in.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { readSignInCookie, signInCookie } from '~/http/sign-in-cookie.server';
import { ownContactsWords } from '~/i18n/pages/own-contacts';

export const loader = allowCustomer(async ({ person, context, language, url }) => {
  const ways = await context.services.listWaysToProve({ customerId: person.id });
  return json({ language, ways, next: nextPage(url.searchParams.get('next')) });
});

export const action = allowCustomer(async ({ person, request, context, language, url }) => {
  const { services, address, requestId, publicUrl } = context;
  const { contact = '' } = await readAnswers(request);
  const browserSecret = readSignInCookie(request) ?? services.newBrowserSecret();
  const asked = { customerId: person.id, contactPointId: contact, browserSecret, address, language, requestId };
  const sent = await services.sendProofCode(asked);
  if (!sent.ok) {
    const problem = sent.reason === 'too_many' ? ('too_many' as const) : ('contact' as const);
    return json({ errors: { contact: problem } }, { status: problem === 'too_many' ? 429 : 422 });
  }
  const next = encodeURIComponent(nextPage(url.searchParams.get('next')));
  return redirectWithin(`/details/check/code?next=${next}`, { 'Set-Cookie': signInCookie(publicUrl, browserSecret) });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(ownContactsWords.in(data.language).check.title, data.language) : [];

/** Where to send a code that shows that it is still them. */
export default function DetailsCheck() {
  const { language, ways, next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { phone } = useFrame();
  const words = ownContactsWords.in(language).check;
  const problem = answer && words.errors[answer.errors.contact];
  return (
    <FormPage language={language} back="/details" problems={{ contact: problem }}>
      {ways.length > 0 ? (
        <form method="post" action={`/details/check?next=${encodeURIComponent(next)}`}>
          <Radios
            name="contact"
            value={ways.length === 1 ? ways[0]!.id : null}
            fieldset={{ legend: { text: words.question, classes: 'govuk-fieldset__legend--l', isPageHeading: true } }}
            hint={words.why}
            error={errorBeside(problem, language)}
            items={ways.map(({ id, hint }) => ({ value: id, text: capital(hintWords(hint, language)) }))}
          />
          <Button>{words.submit}</Button>
        </form>
      ) : (
        <>
          <h1 className="govuk-heading-l">{words.title}</h1>
          <p className="govuk-body">{words.none}</p>
        </>
      )}
      <p className="govuk-body">{words.other}</p>
      <form method="post" action="/sign-out">
        <Button classes="govuk-button--secondary">{words.signOut}</Button>
      </form>
      <p className="govuk-body">
        {words.call} <PhoneLink phone={phone} />
      </p>
    </FormPage>
  );
}
