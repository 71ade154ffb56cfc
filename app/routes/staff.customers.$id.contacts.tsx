import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { ContactsPage } from '~/components/staff/contacts-page';
import { readContact } from '~/domain/journey/contact-form';
import { allowStaff } from '~/http/allow.server';
import { beforeIn, contactValues, wayIn } from '~/http/contacts-desk.server';
import { readAnswers } from '~/http/form-answers.server';
import { formKeyIn } from '~/http/journal-form.server';
import { notFound } from '~/http/responses.server';
import { backToPage, CARD_ROLES, noticeIn } from '~/http/staff-desk.server';
import { contactsWords } from '~/i18n/pages/staff-contacts';

export const loader = allowStaff(CARD_ROLES, async ({ person, language, params, url, context }) => {
  const asked = { staff: person, customerId: params.id ?? '', way: wayIn(url), before: beforeIn(url) };
  const contacts = await context.services.viewContacts(asked);
  if (!contacts) throw notFound();
  const me = { id: person.id, firstName: person.firstName, lastName: person.lastName };
  return json({ language, contacts, formKey: context.services.newFormKey(), notice: noticeIn(url), me });
});

export const action = allowStaff(CARD_ROLES, async ({ person, params, request, context }) => {
  const customerId = params.id ?? '';
  const answers = await readAnswers(request);
  const values = contactValues(answers);
  const key = formKeyIn(answers);
  const seen = await context.services.findOfficeToday({ staff: person, customerId });
  if (seen === null) throw notFound();
  const read = readContact(values, { today: seen, deskOnly: person.role === 'champion' });
  if (!read.ok) return json({ errors: read.problems, values, key }, { status: 422 });
  const recorded = await context.services.recordContact({ staff: person, customerId, key, contact: read.contact });
  if (!recorded.ok) throw notFound();
  return backToPage(`/staff/customers/${customerId}/contacts`, 'contact_recorded', { id: recorded.id });
});

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { firstName, lastName } = data.contacts.customer;
  return pageTitle(contactsWords.in(data.language).title(`${firstName} ${lastName}`), data.language);
};

export default function StaffContacts() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <ContactsPage
      {...data}
      formKey={answer?.key ?? data.formKey}
      values={answer?.values ?? null}
      problems={answer?.errors ?? {}}
    />
  );
}
