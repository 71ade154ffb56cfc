import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { MethodsPage, type MethodsDone } from '~/components/sign-in/methods-page';
import { allowCustomer } from '~/http/allow.server';
import { ownCookie } from '~/http/sign-in-methods-desk.server';
import { signInMethodsWords } from '~/i18n/pages/sign-in-methods';

export const loader = allowCustomer(async ({ person, language, url, request, context }) => {
  const cookie = ownCookie(request);
  const methods = await context.services.viewSignInMethods({ customerId: person.id, cookie });
  const named = url.searchParams.get('done') ?? '';
  const done = Object.hasOwn(signInMethodsWords.in(language).done, named) ? (named as MethodsDone) : null;
  return json({ language, methods, done });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(signInMethodsWords.in(data.language).title, data.language) : [];

export default function SignInMethods() {
  return <MethodsPage {...useLoaderData<typeof loader>()} />;
}
