import { json } from '@remix-run/node';
import * as v from 'valibot';
import type { SignedIn, SignedInCustomer } from '~/services/sessions.server';
import type { Visit } from './allow.server';
import { parseAnswers } from './form-answers.server';
import { redirectWithin } from './redirect-within.server';
import { notFound } from './responses.server';

const refOf = ({ params }: Pick<Visit<unknown>, 'params'>) => params.ref ?? '';
const pageOf = (ref: string) => `/clubs/${encodeURIComponent(ref)}`;

/** The page of one club; what a customer has said about it is shown to that customer only. */
export async function showClub(visit: Visit<SignedIn | null>) {
  const { person, context, language, url } = visit;
  const customerId = person?.kind === 'customer' ? person.id : null;
  const view = await context.services.viewClub({ ref: refOf(visit), customerId });
  if (!view) throw notFound();
  const done = url.searchParams.get('done');
  return json({
    ...{ language, view },
    visitor: person?.kind ?? ('nobody' as const),
    done: done === 'going' || done === 'not-going' ? (done as 'going' | 'not-going') : null,
  });
}

const dayForm = v.object({ date: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)) });

/** POST going: "I'm going", with the day of the session. */
export async function sayGoing(visit: Visit<SignedInCustomer>) {
  const { context, request, person } = visit;
  const ref = refOf(visit);
  const answers = await parseAnswers(request, dayForm);
  const { requestId } = context;
  const said = answers
    ? await context.services.goToClub({ customerId: person.id, ref, date: answers.date, requestId })
    : 'no_session';
  if (said === 'no_club') throw notFound();
  if (said === 'no_session') return json({ errors: { date: 'session' as const } }, { status: 422 });
  return redirectWithin(`${pageOf(ref)}?done=going`);
}

/** POST going-undo: "I'm not going". */
export async function sayNotGoing(visit: Visit<SignedInCustomer>) {
  const { context, request, person } = visit;
  const ref = refOf(visit);
  const answers = await parseAnswers(request, dayForm);
  if (!answers) return json({ errors: { date: 'session' as const } }, { status: 422 });
  const said = await context.services.stayFromClub({ customerId: person.id, ref, date: answers.date });
  if (said === 'no_club') throw notFound();
  return redirectWithin(`${pageOf(ref)}?done=not-going`);
}
