import * as v from 'valibot';
import { allowStaff } from '~/http/allow.server';
import { parseAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { badRequest, notFound } from '~/http/responses.server';
import { backToPage, DIARY_ROLES } from '~/http/staff-desk.server';

const anId = v.pipe(v.string(), v.maxLength(36));
/** `owner` is a colleague's id; nobody's in particular means "me". */
const form = v.object({ owner: v.optional(anId), seen: v.optional(anId), back: v.optional(v.string()) });

/** Changes nothing: whoever comes here by the address bar belongs on the call list. */
export const loader = allowStaff(DIARY_ROLES, () => redirectWithin('/staff/calls'));

const REFUSED = {
  closed: 'call_off_list',
  taken: 'call_taken_already',
  no_such_colleague: 'call_no_colleague',
} as const;

export const action = allowStaff(DIARY_ROLES, async ({ person, params, request, context }) => {
  const answers = await parseAnswers(request, form);
  if (!answers) throw badRequest();
  const ownerId = answers.owner || person.id;
  const call = { staff: person, callId: params.id ?? '', ownerId, seenOwnerId: answers.seen || null };
  const result = await context.services.giveCallTo(call);
  if (result.ok) return backToPage(answers.back, ownerId === person.id ? 'call_taken' : 'call_handed_over');
  if (result.reason === 'not_found') throw notFound();
  return backToPage(answers.back, REFUSED[result.reason]);
});
