import { json } from '@remix-run/node';
import { readBookingWish, readMinutes, readMoment } from '~/domain/appointment/booking-wish';
import { isDate } from '~/domain/appointment/chosen-day';
import {
  MOST_IN_SERIES,
  proposedDates,
  type Proposal,
  type SeriesFault,
  type SeriesValues,
} from '~/domain/appointment/series-dates';
import type { SeriesDesk } from '~/services/book-series.server';
import type { SignedInStaff } from '~/services/sessions.server';
import type { Visit } from './allow.server';
import { readAnswers } from './form-answers.server';
import { redirectWithin } from './redirect-within.server';
import { notFound } from './responses.server';

type StaffVisit = Visit<SignedInStaff>;

const FIELDS = ['kind', 'mode', 'minutes', 'adviser', 'first', 'time', 'every', 'unit', 'count'] as const;

function valuesOf(field: (name: string) => string, desk: SeriesDesk): SeriesValues {
  const usual = { kind: desk.usual, mode: 'in_person', minutes: '', adviser: desk.adviserId, first: desk.today };
  const filled: SeriesValues = { ...usual, time: '', every: '2', unit: 'weeks', count: '4' };
  for (const name of FIELDS) if (field(name) !== '') filled[name] = field(name).slice(0, 40);
  return filled;
}

/** GET: the form, and with its answers in the address the dates that they propose. */
export async function showSeries({ person, language, params, url, context }: StaffVisit) {
  const { services } = context;
  const customerId = params.id ?? '';
  const desk = await services.viewSeriesDesk({ staff: person, customerId, language });
  if (!desk) throw notFound();
  const values = valuesOf((name) => url.searchParams.get(name) ?? '', desk);
  const page = { language, desk, values, me: { firstName: person.firstName, lastName: person.lastName } };
  const formKey = services.newFormId();
  if (!url.searchParams.has('first')) {
    return json({ ...page, formKey, proposals: [] as Proposal[], fault: null as SeriesFault | null });
  }
  const dates = datesOf(values, desk);
  if (typeof dates === 'string') {
    return json({ ...page, formKey, proposals: [] as Proposal[], fault: dates as SeriesFault | null }, { status: 422 });
  }
  const wished = dates.map((date) => ({ date, time: values.time, ticked: true }));
  const proposals = await judge({ person, context }, customerId, desk, values, wished);
  if (!proposals) throw notFound();
  return json({
    ...{ ...page, formKey, fault: null as SeriesFault | null },
    // What is free is ticked to begin with; the rest is the adviser's to decide.
    proposals: proposals.map((one) => ({ ...one, ticked: one.state === 'free' })),
  });
}

function datesOf(values: SeriesValues, desk: SeriesDesk): string[] | SeriesFault {
  if (!isDate(values.first) || values.first < desk.today) return 'first';
  if (!readMoment(values.first, values.time, desk.zone).ok) return 'time';
  if (values.minutes !== '' && readMinutes(values.minutes) === null) return 'minutes';
  if (!desk.advisers.some(({ id }) => id === values.adviser)) return 'adviser';
  const unit = values.unit === 'days' ? 'days' : 'weeks';
  const count = Number(values.count);
  if (!(Number.isInteger(count) && count >= 1 && count <= MOST_IN_SERIES)) return 'count';
  try {
    return proposedDates({ firstOn: values.first, every: Number(values.every), unit, count });
  } catch (error) {
    if (error instanceof RangeError) return 'every';
    throw error;
  }
}

async function judge(
  { person, context }: Pick<StaffVisit, 'person' | 'context'>,
  customerId: string,
  desk: SeriesDesk,
  values: SeriesValues,
  wished: readonly Omit<Proposal, 'state'>[],
): Promise<Proposal[] | null> {
  const moments = wished.map(({ date, time }) => readMoment(date, time, desk.zone));
  const starts = moments.flatMap((moment) => (moment.ok ? [moment.at] : []));
  const kind = desk.kinds.find(({ ref }) => ref === values.kind)?.ref ?? desk.kinds[0]?.ref ?? '';
  const { adviser: adviserId, minutes } = values;
  const wish = { staff: person, customerId, adviserId, kind, minutes: readMinutes(minutes) };
  const states = await context.services.judgeProposals({ ...wish, starts });
  if (!states) return null;
  let next = 0;
  return wished.map((one, n) => ({ ...one, state: moments[n]!.ok ? (states[next++] ?? null) : null }));
}

/** POST: books the ticked dates, or judges them again after they were changed. */
export async function answerSeries({ person, language, params, request, context }: StaffVisit) {
  const { services, requestId } = context;
  const customerId = params.id ?? '';
  const answers = await readAnswers(request);
  const field = (name: string) => answers[name] ?? '';
  const desk = await services.viewSeriesDesk({ staff: person, customerId, language });
  if (!desk) throw notFound();
  const values = valuesOf(field, desk);
  const wished = Array.from({ length: MOST_IN_SERIES }, (_, n) => n)
    .filter((n) => `date-${n}` in answers)
    .map((n) => ({
      date: field(`date-${n}`).slice(0, 20),
      time: field(`time-${n}`).slice(0, 20),
      ticked: field(`tick-${n}`) !== '',
    }));
  const again = async (fault: SeriesFault | null) => {
    const proposals = (await judge({ person, context }, customerId, desk, values, wished)) ?? [];
    if (fault === null) return json({ proposals, values, fault });
    return json({ errors: { tick: fault }, proposals, values, fault }, { status: 422 });
  };
  if (field('intent') === 'check') return again(null);
  if (values.minutes !== '' && readMinutes(values.minutes) === null) return again('minutes');
  const ticked = wished.filter((one) => one.ticked).map(({ date, time }) => readMoment(date, time, desk.zone));
  if (ticked.length === 0) return again('none_ticked');
  if (ticked.some((moment) => !moment.ok)) return again('date_in_list');
  const { mode } = readBookingWish(field);
  const booked = await services.bookSeries({
    ...{ staff: person, customerId, adviserId: values.adviser, kind: values.kind, mode, requestId },
    minutes: readMinutes(values.minutes),
    key: /^[0-9a-f-]{36}$/.test(field('key')) ? field('key') : services.newFormId(),
    starts: ticked.flatMap((moment) => (moment.ok ? [moment.at] : [])),
  });
  if (!booked.ok) return again(booked.reason === 'not_found' ? 'adviser' : 'none_booked');
  const search = new URLSearchParams({ done: booked.missed.length > 0 ? 'booked_series_part' : 'booked_series' });
  search.set('about', booked.firstId);
  if (booked.missed.length > 0) search.set('missed', booked.missed.join('.'));
  return redirectWithin(`/staff/customers/${customerId}/series/${booked.seriesId}?${search}`);
}
