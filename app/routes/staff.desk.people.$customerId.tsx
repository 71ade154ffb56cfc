import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { DeskAddPage } from '~/components/staff/desk-add-page';
import { allowStaff } from '~/http/allow.server';
import { toVisit } from '~/http/desk.server';
import { readAnswers } from '~/http/form-answers.server';
import { notFound } from '~/http/responses.server';
import { CARD_ROLES } from '~/http/staff-desk.server';
import { taskOf } from '~/http/visit-form.server';
import { deskWords } from '~/i18n/pages/desk';

export const loader = allowStaff(CARD_ROLES, async ({ person, language, params, context }) => {
  const customerId = params.customerId ?? '';
  const customer = await context.services.findDeskCustomer({ staff: person, customerId });
  if (!customer) throw notFound();
  return json({ language, customer, me: { firstName: person.firstName, lastName: person.lastName } });
});

/** Puts somebody who is there on the list. */
export const action = allowStaff(CARD_ROLES, async ({ request, person, params, context }) => {
  const customerId = params.customerId ?? '';
  const wants = taskOf((await readAnswers(request)).wants);
  if (!wants) {
    if (!(await context.services.findDeskCustomer({ staff: person, customerId }))) throw notFound();
    return json({ errors: { wants: true } }, { status: 422 });
  }
  const result = await context.services.addVisit({ staff: person, customerId, wants });
  if (!result.ok) throw notFound();
  return toVisit(result.id, result.changed ? 'added' : 'there_already');
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(deskWords.in(data.language).add.link, data.language) : [];

export default function AddToDesk() {
  const wrong = useActionData<typeof action>() !== undefined;
  return <DeskAddPage {...useLoaderData<typeof loader>()} wrong={wrong} />;
}
