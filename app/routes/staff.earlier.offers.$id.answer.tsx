import * as v from 'valibot';
import { allowStaff } from '~/http/allow.server';
import { parseAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { backToPage, DIARY_ROLES } from '~/http/staff-desk.server';

const PAGE = '/staff/earlier';
const form = v.object({ answer: v.picklist(['yes', 'no']) });

/** Changes nothing: the buttons are beside each person. */
export const loader = allowStaff(DIARY_ROLES, () => redirectWithin(PAGE));

/** What somebody said on the phone. Without an answer nothing is done. */
export const action = allowStaff(DIARY_ROLES, async ({ person, params, request, context }) => {
  const said = await parseAnswers(request, form);
  if (!said) return redirectWithin(PAGE);
  const what = { staff: person, offerId: params.id ?? '', requestId: context.requestId };
  const answered = await context.services.answerOfferAsStaff({ ...what, ...said });
  if (answered === 'unknown') throw notFound();
  if (answered === 'accepted') return backToPage(PAGE, 'moved');
  return backToPage(PAGE, answered === 'declined' ? 'offer_declined' : 'offer_gone');
});
