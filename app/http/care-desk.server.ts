import * as v from 'valibot';
import type { StaffNotice } from '~/domain/staff-notice';
import type { SignedInStaff } from '~/services/sessions.server';
import type { Visit } from './allow.server';
import { parseAnswers } from './form-answers.server';
import { badRequest, notFound } from './responses.server';
import { backToPage } from './staff-desk.server';

const form = v.object({ on: v.picklist(['yes', 'no']), back: v.optional(v.string()) });

/** POST of a button that says how careful we have to be with a customer, and what the page says then. */
export async function setCare(
  { person, params, request, context }: Visit<SignedInStaff>,
  care: 'noMessages' | 'discreet',
  notices: { yes: StaffNotice; no: StaffNotice },
): Promise<Response> {
  const answers = await parseAnswers(request, form);
  if (!answers) throw badRequest();
  const customerId = params.id ?? '';
  const result = await context.services.setCustomerCare({ staff: person, customerId, care, on: answers.on === 'yes' });
  if (!result.ok) throw notFound();
  return backToPage(answers.back, notices[answers.on], { id: customerId });
}
