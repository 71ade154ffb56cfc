import { json, type HeadersFunction, type TypedResponse } from '@remix-run/node';
import * as v from 'valibot';
import { CANNOT_COME_REASONS } from '~/domain/appointment/appointment';
import type { AppointmentKey, Gone } from '~/services/held-appointment.server';
import type { SignedInCustomer } from '~/services/sessions.server';
import type { Visit } from './allow.server';
import { parseAnswers } from './form-answers.server';
import { redirectWithin } from './redirect-within.server';
import { notFound } from './responses.server';

/** Where somebody stands who answers for an appointment: what they hold, and the addresses of the pages for it. */
export interface Desk<Key extends AppointmentKey = AppointmentKey> {
  key: Key;
  /** The page that shows the appointment. */
  page: string;
  /** The pages below it: `${base}/new-time`. */
  base: string;
}

export type OwnKey = Extract<AppointmentKey, { kind: 'own' }>;

/** Behind a text message's link. */
export function linkDesk({ params, context }: Visit<null>): Desk {
  const token = params.token ?? '';
  const base = `/a/${encodeURIComponent(token)}`;
  return { key: { kind: 'link', token, address: context.address }, page: base, base };
}

/** Signed in, at one's own appointment. */
export function ownDesk({ params, person, url }: Visit<SignedInCustomer>): Desk<OwnKey> {
  const appointmentId = params.id ?? '';
  const seen = url.searchParams.get('version') ?? '';
  const seenVersion = /^\d{1,9}$/.test(seen) ? Number(seen) : undefined;
  const base = `/appointments/${encodeURIComponent(appointmentId)}`;
  const helpId = person.help?.id ?? null;
  return { key: { kind: 'own', appointmentId, customerId: person.id, seenVersion, helpId }, page: base, base };
}

const GONE_STATUS: Record<Gone['state'], number> = {
  unknown: 404,
  ended: 410,
  moved: 410,
  cancelled: 410,
  too_many: 429,
};

/** The answer to a link that opens nothing (any more): a page that says so, with an honest status. */
export function goneAnswer(gone: Gone, visit: Visit<null>) {
  const language = visit.context.chosenLanguage ?? gone.language ?? visit.language;
  const headers: Record<string, string> = gone.state === 'too_many' ? { 'Retry-After': '300' } : {};
  return json(
    { gone: gone.state, view: null, language, phone: gone.phone },
    { status: GONE_STATUS[gone.state], headers },
  );
}

/** For a route's `headers`: a page takes none of its loader's headers unless told to. */
export const keepRetryAfter: HeadersFunction = ({ loaderHeaders }): Record<string, string> => {
  const seconds = loaderHeaders.get('Retry-After');
  return seconds === null ? {} : { 'Retry-After': seconds };
};

/** Where to go when an appointment is not there to be answered for: its page says why; what is not yours is not there. */
export function leave(desk: Desk, state: Gone['state']): TypedResponse<never> {
  if (desk.key.kind === 'own' && state === 'unknown') throw notFound();
  return redirectWithin(desk.page);
}

/** One's own appointment, to do something about; when it is over or cancelled, its page says so. */
export function openOwn<T extends { state: 'open' }>(desk: Desk, found: T | Gone): T {
  if (found.state === 'open') return found as T;
  throw leave(desk, (found as Gone).state);
}

type AnyVisit = Pick<Visit<unknown>, 'request' | 'context'>;

/** POST confirmation: "I'll be there". */
export async function confirm(desk: Desk, { context }: AnyVisit): Promise<Response> {
  const answered = await context.services.confirmHeld(desk.key, context.requestId);
  return answered === 'done' ? redirectWithin(desk.page) : leave(desk, answered);
}

const cannotComeForm = v.object({ reason: v.optional(v.picklist(CANNOT_COME_REASONS), 'not_given') });

/** POST cannot-come, with a reason or without one. */
export async function decline(desk: Desk, { request, context }: AnyVisit) {
  const answers = await parseAnswers(request, cannotComeForm);
  if (!answers) return json({ errors: { reason: 'wrong' as const } }, { status: 422 });
  const answered = await context.services.declineHeld(desk.key, answers.reason, context.requestId);
  return answered === 'done' ? redirectWithin(`${desk.base}/new-time`) : leave(desk, answered);
}

const newTimeForm = v.object({
  choice: v.union([v.literal('call'), v.pipe(v.string(), v.regex(/^\d{10,15}$/), v.transform(Number))]),
});

/** POST new-time: one of the free times, or a call. */
export async function pickTime(desk: Desk, { request, context }: AnyVisit) {
  const answers = await parseAnswers(request, newTimeForm);
  if (!answers) return json({ errors: { choice: 'choose' as const } }, { status: 422 });
  if (answers.choice === 'call') {
    const answered = await context.services.requestHeldCall(desk.key, context.requestId);
    return answered === 'done' ? redirectWithin(`${desk.page}?done=call`) : leave(desk, answered);
  }
  const moved = await context.services.moveHeld(desk.key, answers.choice, context.requestId);
  if (moved.answered === 'done') {
    const page = desk.key.kind === 'link' ? `/a/${moved.token}` : desk.page;
    return redirectWithin(`${page}?done=moved`);
  }
  if (moved.answered === 'taken') return json({ errors: { choice: 'taken' as const } }, { status: 409 });
  return leave(desk, moved.answered);
}

/** The appointment as a calendar file to keep. */
export async function calendarFile(desk: Desk, { context }: AnyVisit): Promise<Response> {
  const file = await context.services.writeHeldCalendar(desk.key);
  if (typeof file !== 'string') return leave(desk, file.state);
  return new Response(file, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="appointment.ics"',
    },
  });
}

/** The same on one's own page, where more can be done. */
export function ownDoneIn(url: URL): 'moved' | 'call' | 'feedback' | null {
  return url.searchParams.get('done') === 'feedback' ? 'feedback' : doneIn(url);
}

/** What was just done, when the address says so: `?done=moved`. */
export function doneIn(url: URL): 'moved' | 'call' | null {
  const done = url.searchParams.get('done');
  return done === 'moved' || done === 'call' ? done : null;
}
