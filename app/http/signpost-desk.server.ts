import type { Role } from '~/domain/access/role';
import { SIGNPOST_OUTCOMES } from '~/domain/signpost/signpost';
import type { SignpostAnswer } from '~/services/ask-about-signposts.server';
import type { SignedInStaff } from '~/services/sessions.server';
import type { Visit } from './allow.server';
import { readAnswers } from './form-answers.server';
import { redirectWithin } from './redirect-within.server';
import { notFound } from './responses.server';
import { idIn } from './staff-desk.server';

/** Those who point people to what is near by. */
export const SIGNPOST_ROLES: readonly Role[] = ['adviser', 'champion', 'manager'];

const DONE = [
  ...(['given', 'had', 'withdrawn', 'restored', 'outcome', 'put_back', 'later', 'today', 'gone', 'situation'] as const),
] as const;

/** What was just done, which signpost it is about, and how many were given. */
export interface SignpostNotice {
  done: (typeof DONE)[number];
  about: string | null;
  count: number;
}

/** What the address says was done; null: nothing. */
export function signpostNotice(url: URL): SignpostNotice | null {
  const done = DONE.find((one) => one === url.searchParams.get('done'));
  const count = Math.min(99, Number(/^\d{1,2}$/.exec(url.searchParams.get('n') ?? '')?.[0] ?? 1));
  return done ? { done, about: idIn(url, 'about'), count } : null;
}

const PAGES = /^\/staff\/(signposts(\?show=(mine|office))?|customers\/[0-9a-f-]{36}\/(signposts|situation))$/;

/** Back to the page that a form came from, with what was done. @param back its address, as the form gave it; others are ignored. */
export function backWith(
  back: string | undefined,
  done: SignpostNotice['done'],
  about: string | null = null,
  count = 1,
): Response {
  const path = back !== undefined && PAGES.test(back) ? back : '/staff/signposts';
  const query = new URLSearchParams({
    done,
    ...(about === null ? {} : { about }),
    ...(count === 1 ? {} : { n: `${count}` }),
  });
  return redirectWithin(`${path}${path.includes('?') ? '&' : '?'}${query}`);
}

type StaffVisit = Visit<SignedInStaff>;

/** POST of something that is done to one signpost, and the notice for it. */
function onSignpost(
  run: (visit: StaffVisit, id: string, answers: Record<string, string>) => Promise<{ customerId: string } | null>,
  done: SignpostNotice['done'],
) {
  return async (visit: StaffVisit) => {
    const answers = await readAnswers(visit.request);
    const id = visit.params.id ?? '';
    if (!(await run(visit, id, answers))) throw notFound();
    return backWith(answers.back, done, id);
  };
}

const answered = (visit: StaffVisit, id: string, answer: SignpostAnswer) =>
  visit.context.services.answerSignpost({ staff: visit.person, id, answer });
const setWithdrawn = (visit: StaffVisit, id: string, withdrawn: boolean) =>
  visit.context.services.setSignpostWithdrawn({ staff: visit.person, id, withdrawn });

export const withdrawOne = onSignpost((visit, id) => setWithdrawn(visit, id, true), 'withdrawn');
export const restoreOne = onSignpost((visit, id) => setWithdrawn(visit, id, false), 'restored');
export const recordOne = onSignpost(async (visit, id, { outcome: text }) => {
  const outcome = SIGNPOST_OUTCOMES.find((one) => one === text);
  return outcome ? answered(visit, id, { what: 'outcome', outcome }) : null;
}, 'outcome');
export const unrecordOne = onSignpost((visit, id) => answered(visit, id, { what: 'unrecorded' }), 'put_back');
export const askLater = onSignpost((visit, id) => answered(visit, id, { what: 'later' }), 'later');
export const askToday = onSignpost((visit, id) => answered(visit, id, { what: 'today' }), 'today');
