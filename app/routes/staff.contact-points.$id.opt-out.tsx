import * as v from 'valibot';
import { LIFTED_BY_STAFF } from '~/domain/messaging/opt-out';
import { allowStaff } from '~/http/allow.server';
import { parseAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { badRequest, notFound } from '~/http/responses.server';
import { backToPage, DIARY_ROLES } from '~/http/staff-desk.server';

const form = v.object({
  channel: v.picklist(LIFTED_BY_STAFF),
  on: v.picklist(['yes', 'no']),
  back: v.optional(v.string()),
});

/** Changes nothing: whoever comes here by the address bar belongs on the day's page. */
export const loader = allowStaff(DIARY_ROLES, () => redirectWithin('/staff/day'));

export const action = allowStaff(DIARY_ROLES, async ({ person, params, request, context }) => {
  const answers = await parseAnswers(request, form);
  if (!answers) throw badRequest();
  const contactPointId = params.id ?? '';
  const { channel, back } = answers;
  const on = answers.on === 'yes';
  const result = await context.services.setOptOut({ staff: person, contactPointId, channel, on });
  if (!result.ok) throw notFound();
  return backToPage(back, on ? 'voice_refused' : 'voice_allowed', { id: contactPointId });
});
