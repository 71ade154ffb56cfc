import * as v from 'valibot';
import { allowStaff } from '~/http/allow.server';
import { parseAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { badRequest, notFound } from '~/http/responses.server';
import { backToPage, DIARY_ROLES } from '~/http/staff-desk.server';

const form = v.object({ on: v.picklist(['yes', 'no']), back: v.optional(v.string()) });

/** Changes nothing: whoever comes here by the address bar belongs on the day's page. */
export const loader = allowStaff(DIARY_ROLES, () => redirectWithin('/staff/day'));

export const action = allowStaff(DIARY_ROLES, async ({ person, params, request, context }) => {
  const answers = await parseAnswers(request, form);
  if (!answers) throw badRequest();
  const customerId = params.id ?? '';
  const on = answers.on === 'yes';
  const result = await context.services.setCustomerCare({ staff: person, customerId, care: 'noMessages', on });
  if (!result.ok) throw notFound();
  return backToPage(answers.back, on ? 'no_messages_on' : 'no_messages_off', { id: customerId });
});
