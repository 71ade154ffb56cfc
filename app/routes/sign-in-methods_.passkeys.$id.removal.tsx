import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { RemovalPage } from '~/components/sign-in/removal-page';
import { allowCustomer } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { mustBeFresh } from '~/http/sign-in-methods-desk.server';
import { signInMethodsWords } from '~/i18n/pages/sign-in-methods';

export const loader = allowCustomer(async (visit) => {
  const { person, params, language, context } = visit;
  const passkey = await context.services.findOwnPasskey({ customerId: person.id, id: params.id ?? '' });
  if (!passkey) throw notFound();
  mustBeFresh(visit, 'methods');
  return json({ language, passkey });
});

/** Takes a passkey away. */
export const action = allowCustomer(async (visit) => {
  const { person, params, context } = visit;
  const own = { customerId: person.id, id: params.id ?? '' };
  if (!(await context.services.findOwnPasskey(own))) throw notFound();
  mustBeFresh(visit, 'methods');
  await context.services.removePasskey({ ...own, requestId: context.requestId });
  return redirectWithin('/sign-in-methods?done=passkey_removed');
});

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  return pageTitle(signInMethodsWords.in(data.language).passkeys.removeTitle(data.passkey.name), data.language);
};

export default function RemovePasskey() {
  const { language, passkey } = useLoaderData<typeof loader>();
  const words = signInMethodsWords.in(language).passkeys;
  return (
    <RemovalPage
      language={language}
      action={`/sign-in-methods/passkeys/${passkey.id}/removal`}
      words={{
        ...{ title: words.removeTitle(passkey.name), text: words.removeText },
        ...{ submit: words.removeSubmit, keep: words.keep },
      }}
    />
  );
}
