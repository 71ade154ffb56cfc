import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ContactForm } from '~/components/details/contact-form';
import { useFrame } from '~/components/frame';
import { pageTitle } from '~/components/page-title';
import { allowCustomer } from '~/http/allow.server';
import { beginChange, thingIn } from '~/http/contact-desk.server';
import { askWhoItIs } from '~/http/fresh-sign-in.server';
import { ownContactsWords } from '~/i18n/pages/own-contacts';

export const loader = allowCustomer(async (visit) => {
  await askWhoItIs(visit);
  return json({ language: visit.language, thing: thingIn(visit.url) });
});

export const action = allowCustomer((visit) => beginChange(visit, { thing: thingIn(visit.url), replacesId: null }));

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(ownContactsWords.in(data.language).form.titles[data.thing], data.language) : [];

/** One more number, email or address. */
export default function DetailsNewContact() {
  const { language, thing } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <ContactForm
      {...{ language, thing, replaces: null, phone: useFrame().phone }}
      action={`/details/contacts/new?kind=${thing}`}
      values={answer?.values}
      problem={answer?.problem}
    />
  );
}
