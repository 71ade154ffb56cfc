import { json } from '@remix-run/node';
import { readWhy, type NamingAnswer } from '~/domain/adviser/naming-form';
import type { SignedInStaff } from '~/services/sessions.server';
import type { Visit } from './allow.server';
import { readAnswers } from './form-answers.server';
import { notFound } from './responses.server';
import { backToPage } from './staff-desk.server';

/** POST of the form that gives a customer another adviser: does it, or says what is wrong with it. */
export async function nameFrom({ person, params, request, context }: Visit<SignedInStaff>) {
  const customerId = params.id ?? '';
  const answers = await readAnswers(request);
  const typed = (field: string, most: number) => (answers[field] ?? '').slice(0, most);
  const values = { to: typed('to', 40), reason: typed('reason', 40), note: typed('note', 2_000) };
  const from = typed('from', 40) || null;
  const wrong = (errors: NamingAnswer['errors'], status: number) =>
    json({ values, errors } satisfies NamingAnswer, { status });
  const why = readWhy(values, from === null && values.reason === '');
  const missing: NamingAnswer['errors'] = values.to ? {} : { to: 'to' };
  if (!why.ok) return wrong({ ...missing, ...why.problems }, 422);
  if (missing.to) return wrong(missing, 422);
  const { reason, note } = why;
  const { requestId } = context;
  const named = await context.services.nameAdviser({
    ...{ staff: person, customerId, from, adviserId: values.to, reason, note, requestId },
  });
  if (named.ok) return backToPage(`/staff/customers/${customerId}/adviser`, 'adviser_named', { id: customerId });
  if (named.reason === 'not_found') throw notFound();
  return wrong({ to: named.reason }, named.reason === 'changed_since' ? 409 : 422);
}
