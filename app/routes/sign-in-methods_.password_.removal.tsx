import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { RemovalPage } from '~/components/sign-in/removal-page';
import { allowCustomer } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { mustBeFresh } from '~/http/sign-in-methods-desk.server';
import { signInMethodsWords } from '~/i18n/pages/sign-in-methods';

export const loader = allowCustomer((visit) => {
  mustBeFresh(visit, 'methods');
  return json({ language: visit.language });
});

/** Takes the password away. Twice is once. */
export const action = allowCustomer(async (visit) => {
  mustBeFresh(visit, 'methods');
  const { person, context } = visit;
  await context.services.removePassword({ customerId: person.id, requestId: context.requestId });
  return redirectWithin('/sign-in-methods?done=password_removed');
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(signInMethodsWords.in(data.language).password.removeTitle, data.language) : [];

export default function RemovePassword() {
  const { language } = useLoaderData<typeof loader>();
  const words = signInMethodsWords.in(language).password;
  return (
    <RemovalPage
      language={language}
      action="/sign-in-methods/password/removal"
      words={{ title: words.removeTitle, text: words.removeText, submit: words.removeSubmit, keep: words.keep }}
    />
  );
}
