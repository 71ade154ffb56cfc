import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { CardPage } from '~/components/staff/card-page';
import { allowStaff } from '~/http/allow.server';
import { notFound } from '~/http/responses.server';
import { CARD_ROLES, DIARY_ROLES } from '~/http/staff-desk.server';
import { cardWords } from '~/i18n/pages/card';
import { staffWords } from '~/i18n/pages/staff';

export const loader = allowStaff(CARD_ROLES, async ({ person, params, language, url, context }) => {
  const desk = await context.services.viewCardDesk({ staff: person, customerId: params.id ?? '' });
  if (!desk) throw notFound();
  const me = { firstName: person.firstName, lastName: person.lastName };
  const mayOpen = DIARY_ROLES.includes(person.role);
  return json({ language, me, desk, mayOpen, revoked: url.searchParams.get('done') === 'revoked' });
});

/**
 * Makes a card. The answer is the page with its words, and no redirect to one: they are kept nowhere, so no address could
 * show them.
 */
export const action = allowStaff(CARD_ROLES, async ({ person, params, context }) => {
  const card = await context.services.issueCard({ staff: person, customerId: params.id ?? '' });
  if (!card) throw notFound();
  return json({ card });
});

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { firstName, lastName } = data.desk.customer;
  const name = staffWords.in(data.language).name(firstName, lastName);
  return pageTitle(cardWords.in(data.language).title(name), data.language);
};

export default function Card() {
  const answer = useActionData<typeof action>();
  return <CardPage {...useLoaderData<typeof loader>()} card={answer?.card ?? null} />;
}
