import type { ClubGoingDone } from '~/i18n/pages/staff-club-going';
import type { SignedInStaff } from '~/services/sessions.server';
import type { Visit } from './allow.server';
import { readAnswers } from './form-answers.server';
import { redirectWithin } from './redirect-within.server';
import { notFound } from './responses.server';

type StaffVisit = Visit<SignedInStaff>;

const DONE: readonly ClubGoingDone[] = ['signed-up', 'taken-off', 'no-session'];

/** What the address says was done, and about which session. */
export function clubGoingDoneIn({ searchParams }: URL) {
  const name = DONE.find((one) => one === searchParams.get('done'));
  return name
    ? { name, ref: searchParams.get('ref')?.slice(0, 60) ?? '', date: searchParams.get('date')?.slice(0, 10) ?? '' }
    : null;
}

function back(customerId: string, done: ClubGoingDone, session: { ref: string; date: string }) {
  const query = new URLSearchParams({ done, ...session });
  return redirectWithin(`/staff/customers/${encodeURIComponent(customerId)}/club-going?${query.toString()}`);
}

async function sessionOf({ params, request }: StaffVisit) {
  const { ref = '', date = '' } = await readAnswers(request);
  return { customerId: params.id ?? '', session: { ref: ref.slice(0, 60), date: date.slice(0, 10) } };
}

/** POST: signs them up. */
export async function signUp(visit: StaffVisit) {
  const { customerId, session } = await sessionOf(visit);
  const { person: staff, context } = visit;
  const result = await context.services.signUpForClub({
    ...{ staff, customerId, ...session, requestId: context.requestId },
  });
  if (result === 'not_found') throw notFound();
  return back(customerId, result === 'done' ? 'signed-up' : 'no-session', session);
}

/** POST undo: takes them off. */
export async function takeOff(visit: StaffVisit) {
  const { customerId, session } = await sessionOf(visit);
  const result = await visit.context.services.takeOffClub({ staff: visit.person, customerId, ...session });
  if (result === 'not_found') throw notFound();
  return back(customerId, 'taken-off', session);
}
