import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { WalkInPage, type WalkInFault } from '~/components/staff/walk-in-page';
import { readMinutes } from '~/domain/appointment/booking-wish';
import { allowStaff } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { notFound } from '~/http/responses.server';
import { backToPage, DIARY_ROLES } from '~/http/staff-desk.server';
import { bookingWords } from '~/i18n/pages/staff-booking';

export const loader = allowStaff(DIARY_ROLES, async ({ person, language, params, context }) => {
  const view = await context.services.viewWalkIn({ staff: person, customerId: params.id ?? '', language });
  if (!view) throw notFound();
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, view, me, formKey: context.services.newFormId() });
});

const ID = /^[0-9a-f-]{36}$/;

export const action = allowStaff(DIARY_ROLES, async ({ person, language, params, request, context }) => {
  const customerId = params.id ?? '';
  const { adviser = '', kind = '', minutes = '', key = '' } = await readAnswers(request);
  const values = { adviser, kind: kind.slice(0, 40), minutes: minutes.slice(0, 10) };
  const again = (fault: WalkInFault) => json({ errors: { adviser: fault }, values }, { status: 422 });
  const length = readMinutes(minutes.trim());
  const { services, requestId } = context;
  // Somebody who is not theirs is not there, whatever else is wrong.
  if (!(await services.viewWalkIn({ staff: person, customerId, language }))) throw notFound();
  if (!ID.test(adviser)) return again('choose');
  if (minutes.trim() !== '' && length === null) return again('minutes');
  const recorded = await services.recordWalkIn({
    ...{ staff: person, customerId, adviserId: adviser, kind, minutes: length, requestId },
    key: ID.test(key) ? key : services.newFormId(),
  });
  if (recorded.ok) return backToPage(`/staff/customers/${customerId}`, 'walk_in', { id: recorded.appointmentId });
  return again(recorded.reason === 'not_found' ? 'choose' : recorded.reason);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { firstName, lastName } = data.view.customer;
  return pageTitle(bookingWords.in(data.language).walk.title(`${firstName} ${lastName}`), data.language);
};

export default function WalkIn() {
  const answer = useActionData<typeof action>();
  return (
    <WalkInPage
      {...useLoaderData<typeof loader>()}
      fault={answer?.errors.adviser ?? null}
      values={answer?.values ?? null}
    />
  );
}
