import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { BookingConfirmPage } from '~/components/staff/booking-confirm-page';
import { BookingPage, NothingToBook } from '~/components/staff/booking-page';
import { allowStaff } from '~/http/allow.server';
import { answerBooking, showBooking } from '~/http/booking-desk.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';
import { bookingWords } from '~/i18n/pages/staff-booking';

export const loader = allowStaff(DIARY_ROLES, showBooking);

export const action = allowStaff(DIARY_ROLES, answerBooking);

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data || typeof data.view === 'string') return [];
  const { firstName, lastName } = data.view.customer;
  const wrong = data.step === 'times' && data.fault !== null;
  return pageTitle(bookingWords.in(data.language).title(`${firstName} ${lastName}`), data.language, wrong);
};

export default function Booking() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { language, me } = data;
  if (answer?.confirm) {
    const { isTyped, ...page } = answer.confirm;
    return <BookingConfirmPage {...{ language, me, ...page, typed: isTyped }} />;
  }
  if (data.step === 'confirm') {
    const { view, formKey, isTyped } = data;
    return <BookingConfirmPage {...{ language, me, view, formKey, typed: isTyped, second: null, fault: null }} />;
  }
  if (typeof data.view === 'string') return <NothingToBook language={language} me={me} />;
  const fault = answer && 'errors' in answer && 'time' in answer.errors ? answer.errors.time : data.fault;
  return <BookingPage {...{ language, me, view: data.view, fault, typed: data.typed, kept: answer?.kept ?? null }} />;
}
