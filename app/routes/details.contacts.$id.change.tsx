import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ContactForm } from '~/components/details/contact-form';
import { useFrame } from '~/components/frame';
import { pageTitle } from '~/components/page-title';
import { allowCustomer } from '~/http/allow.server';
import { beginChange, openContact } from '~/http/contact-desk.server';
import { ownContactsWords } from '~/i18n/pages/own-contacts';

export const loader = allowCustomer(async (visit) => {
  const contact = await openContact(visit);
  return json({ language: visit.language, contact });
});

export const action = allowCustomer(async (visit) => {
  const { id, thing } = await openContact(visit);
  return beginChange(visit, { thing, replacesId: id });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(ownContactsWords.in(data.language).form.titles[data.contact.thing], data.language) : [];

/** Another number, email or address in the place of one. */
export default function DetailsChangeContact() {
  const { language, contact } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <ContactForm
      {...{ language, thing: contact.thing, replaces: contact.value, phone: useFrame().phone }}
      action={`/details/contacts/${contact.id}/change`}
      values={answer?.values}
      problem={answer?.problem}
    />
  );
}
