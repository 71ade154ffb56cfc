import { json } from '@remix-run/node';
import { LONGEST_NOTE } from '~/domain/situation/change-barriers';
import type { SignedInStaff } from '~/services/sessions.server';
import type { Visit } from './allow.server';
import { outlookIn, outlookValues } from './outlook-form.server';
import { notFound } from './responses.server';
import { backWith } from './signpost-desk.server';
import { situationIn } from './situation-form.server';

/** What can be wrong with the form, and at which of its questions. */
export interface StaffSituationErrors {
  barrier?: 'noteAlone' | 'wrong';
  note?: 'long';
  confidence?: 'wrong';
  outlookNote?: 'long';
}

/** POST of what an adviser puts down with a customer. */
export async function recordTogether({ request, context, person, params }: Visit<SignedInStaff>) {
  const customerId = params.id ?? '';
  const form = await request.formData();
  const { kinds, note, strange } = situationIn(form);
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const answers = { confidence: text('confidence'), attitude: text('attitude'), note: text('outlookNote') };
  const outlook = outlookIn(answers);
  const errors: StaffSituationErrors = {};
  if (strange) errors.barrier = 'wrong';
  else if (kinds.length === 0 && note !== '') errors.barrier = 'noteAlone';
  if (note.length > LONGEST_NOTE) errors.note = 'long';
  if (outlook.strange) errors.confidence = 'wrong';
  if (outlook.told.note.length > LONGEST_NOTE) errors.outlookNote = 'long';
  if (Object.keys(errors).length > 0)
    return json({ errors, values: { kinds, note, outlook: outlookValues(outlook.told) } }, { status: 422 });
  const saved = await context.services.recordSituation({
    ...{ staff: person, customerId, barriers: { kinds, note }, outlook: outlook.told },
  });
  if (!saved) throw notFound();
  return backWith(`/staff/customers/${customerId}/situation`, 'situation');
}
