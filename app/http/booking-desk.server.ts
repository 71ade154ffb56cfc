import { json } from '@remix-run/node';
import { readBookingWish, readMinutes, readMoment } from '~/domain/appointment/booking-wish';
import type { BookingView } from '~/services/view-booking.server';
import type { SignedInStaff } from '~/services/sessions.server';
import type { Visit } from './allow.server';
import { readAnswers } from './form-answers.server';
import { notFound } from './responses.server';
import { backToPage } from './staff-desk.server';

type StaffVisit = Visit<SignedInStaff>;

export type StepOneFault = 'date' | 'time' | 'minutes' | 'taken' | 'past' | 'customer_busy';

/** GET of a booking: the free times, or the one that was picked or typed, to be confirmed. */
export async function showBooking({ person, language, params, url, context }: StaffVisit) {
  const { services } = context;
  const field = (name: string) => url.searchParams.get(name) ?? '';
  const asked = { staff: person, customerId: params.id ?? '', language, wish: readBookingWish(field) };
  const me = { firstName: person.firstName, lastName: person.lastName };
  const typed = {
    ...{ date: field('date').slice(0, 40), time: field('time').slice(0, 40) },
    minutes: field('minutes').slice(0, 40),
  };
  const steps = async (fault: StepOneFault | null) => {
    const view = await services.viewBooking(asked);
    if (view === null) throw notFound();
    return json({ step: 'times' as const, language, view, me, fault, typed }, { status: fault ? 422 : 200 });
  };
  const minutes = field('minutes').trim();
  if (minutes !== '' && readMinutes(minutes) === null) return steps('minutes');
  const isTyped = url.searchParams.has('date') || url.searchParams.has('time');
  let startsAt = asked.wish.at;
  if (isTyped) {
    const zone = viewOf(await services.viewBooking(asked))?.zone;
    if (zone === undefined) throw notFound();
    const moment = readMoment(typed.date, typed.time, zone);
    if (!moment.ok) return steps(moment.fault);
    startsAt = moment.at;
  }
  if (startsAt === null) return steps(null);
  const found = await services.viewConfirmation({ ...asked, startsAt });
  if (!found.ok && found.reason === 'not_found') throw notFound();
  if (!found.ok) return steps(found.reason === 'past' ? 'past' : 'taken');
  const formKey = services.newFormId();
  return json({ step: 'confirm' as const, language, view: found.view, me, formKey, isTyped });
}

const viewOf = (view: BookingView | 'no_kinds' | null) => (typeof view === 'string' ? null : view);

const LONGEST = 500;
const ID = /^[0-9a-f-]{36}$/;

/**
 * POST of a booking: books, or shows once more what the customer gets. What was typed stays; where the time has gone, so do
 * the fresh ones that the page shows.
 */
export async function answerBooking({ person, language, params, request, context }: StaffVisit) {
  const { services, requestId } = context;
  const answers = await readAnswers(request);
  const field = (name: string) => answers[name] ?? '';
  const customerId = params.id ?? '';
  const wish = readBookingWish(field);
  const [purpose, bring] = [field('purpose').trim(), field('bring').trim()];
  const placeId = ID.test(field('place')) ? field('place') : null;
  const typed = { purpose: purpose.slice(0, LONGEST), bring: bring.slice(0, LONGEST), placeId };
  const key = ID.test(field('key')) ? field('key') : services.newFormId();
  const kept = { key, purpose: typed.purpose, bring: typed.bring, place: placeId ?? '' };
  const second = readSecond(field('second'));
  const { adviserId, kind, at: startsAt } = wish;
  const times = (fault: StepOneFault) => json({ errors: { time: fault }, kept, confirm: null }, { status: 422 });
  if (startsAt === null || kind === null || adviserId === null) return times('taken');

  const confirm = async (
    fault: 'second_taken' | 'no_place' | 'room_taken' | 'changed' | 'choose_second' | 'too_long' | null,
  ) => {
    const found = await services.viewConfirmation({ staff: person, customerId, language, wish, startsAt, typed });
    if (!found.ok && found.reason === 'not_found') throw notFound();
    if (!found.ok) return times(found.reason === 'past' ? 'past' : 'taken');
    const form = { formKey: key, isTyped: field('typed') === 'yes', second: field('second') || null };
    const page = { view: found.view, fault, ...form };
    if (fault === null) return json({ confirm: page, kept });
    return json({ errors: { purpose: fault }, confirm: page, kept }, { status: 422 });
  };
  if (field('intent') === 'preview') return confirm(null);
  if (purpose.length > LONGEST || bring.length > LONGEST) return confirm('too_long');
  if (second === null) return confirm('choose_second');
  const booked = await services.bookAsStaff({
    ...{ staff: person, customerId, key, adviserId, kind, mode: wish.mode, minutes: wish.minutes, startsAt },
    ...{ ...typed, typed: field('typed') === 'yes', second, requestId },
  });
  if (booked.ok) {
    const notice = booked.both ? 'booked_two' : 'booked';
    return backToPage(`/staff/customers/${customerId}`, notice, { id: booked.appointmentId });
  }
  switch (booked.reason) {
    case 'not_found':
      throw notFound();
    case 'second_taken':
    case 'no_place':
    case 'room_taken':
    case 'changed':
      return confirm(booked.reason);
    default:
      return times(booked.reason);
  }
}

/** When the second of two is (ms); straight after the first unless said otherwise; null: it makes no sense. */
function readSecond(text: string): number | 'straight_after' | null {
  if (text === '' || text === 'straight_after') return 'straight_after';
  return /^\d{10,14}$/.test(text) ? Number(text) : null;
}
