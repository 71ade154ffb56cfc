import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { OwnList } from '~/components/appointment/own-list';
import { pageTitle } from '~/components/page-title';
import { allowCustomer } from '~/http/allow.server';
import { ownAppointmentsWords } from '~/i18n/pages/own-appointments';

/** All of one's appointments; `?page=2` has those that were longer ago. */
export const loader = allowCustomer(async ({ person, language, url, context }) => {
  const page = /^[1-9]\d{0,2}$/.exec(url.searchParams.get('page') ?? '')?.[0] ?? 1;
  const view = await context.services.viewOwnAppointments({ customerId: person.id, page: Number(page) });
  return json({ language, view });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(ownAppointmentsWords.in(data.language).list.title, data.language) : [];

export default function OwnAppointments() {
  return <OwnList {...useLoaderData<typeof loader>()} />;
}
