import { json } from '@remix-run/node';
import type { FollowUpResult } from '~/services/do-follow-up.server';
import type { SignedInStaff } from '~/services/sessions.server';
import type { Visit } from './allow.server';
import { readAnswers } from './form-answers.server';
import { notFound } from './responses.server';
import { backToPage, noticeIn } from './staff-desk.server';

type StaffVisit = Visit<SignedInStaff>;

const MOST_WORDS = 1_000;

const onFollowUp = ({ person, params }: StaffVisit) => ({ staff: person, followUpId: params.id ?? '' });

/** GET of the list, and of one that is written about, so that the page is still there when what was written is too long. */
export async function showFollowUps({ person, url, context, language }: StaffVisit) {
  const view = await context.services.viewFollowUps({ staff: person, show: url.searchParams.get('show') });
  return json({
    language,
    view,
    notice: noticeIn(url),
    me: { firstName: person.firstName, lastName: person.lastName },
  });
}

function said(result: FollowUpResult, back: string | undefined, done: Parameters<typeof backToPage>[1], id: string) {
  if (result.ok) return backToPage(back, done, done === 'follow_up_done' ? { id } : null);
  if (result.reason === 'not_found') throw notFound();
  return backToPage(back, result.reason === 'over' ? 'follow_up_over' : 'follow_up_done_before');
}

/** POST done: how the plan is going. */
export async function doOne(visit: StaffVisit) {
  const { note = '', back = '/staff/follow-ups' } = await readAnswers(visit.request);
  const one = onFollowUp(visit);
  if (note.length > MOST_WORDS) return json({ errors: { id: one.followUpId, note } }, { status: 422 });
  return said(await visit.context.services.doFollowUp({ ...one, note }), back, 'follow_up_done', one.followUpId);
}

/** POST done-undo. */
export async function reopenOne(visit: StaffVisit) {
  const { back = '/staff/follow-ups' } = await readAnswers(visit.request);
  const one = onFollowUp(visit);
  return said(await visit.context.services.reopenFollowUp(one), back, 'follow_up_reopened', one.followUpId);
}

/** POST not-reached: it stays, and there is a call to make. */
export async function couldNotReachOne(visit: StaffVisit) {
  const { back = '/staff/follow-ups' } = await readAnswers(visit.request);
  const one = onFollowUp(visit);
  return said(await visit.context.services.couldNotReach(one), back, 'follow_up_not_reached', one.followUpId);
}
