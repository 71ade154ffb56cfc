import { json } from '@remix-run/node';
import { LONGEST_NOTE } from '~/domain/situation/change-barriers';
import { ATTITUDES, CONFIDENCES } from '~/domain/situation/outlook';
import type { SignedInCustomer } from '~/services/sessions.server';
import type { ToldOutlook } from '~/services/tell-outlook.server';
import type { Visit } from './allow.server';
import { readAnswers } from './form-answers.server';
import { redirectWithin } from './redirect-within.server';

/** What can be wrong with the form, and at which of its questions. */
export interface OutlookErrors {
  confidence?: 'nothing' | 'wrong';
  note?: 'long';
}

/** What was typed or chosen; a browser sends line ends in two signs, people count one. */
export function outlookIn(
  answers: Record<string, string>,
  names = { note: 'note' },
): { told: ToldOutlook; strange: boolean } {
  const { confidence = '', attitude = '' } = answers;
  const told = {
    confidence: CONFIDENCES.find((one) => one === confidence) ?? null,
    attitude: ATTITUDES.find((one) => one === attitude) ?? null,
    note: (answers[names.note] ?? '').replaceAll('\r\n', '\n').trim(),
  };
  const strange = (confidence !== '' && told.confidence === null) || (attitude !== '' && told.attitude === null);
  return { told, strange };
}

/** How a form shows what stands. */
export const outlookValues = (told: ToldOutlook | null) => ({
  ...{ confidence: told?.confidence ?? '', attitude: told?.attitude ?? '', note: told?.note ?? '' },
});

/** POST outlook: saves it. With nothing told, what was told before is taken back. */
export async function saveOutlookForm({ request, context, person }: Visit<SignedInCustomer>) {
  const { told, strange } = outlookIn(await readAnswers(request));
  const { told: before } = await context.services.viewOutlook({ customerId: person.id });
  const isNothing = told.confidence === null && told.attitude === null && told.note === '';
  const errors: OutlookErrors = {};
  if (strange) errors.confidence = 'wrong';
  else if (isNothing && !before) errors.confidence = 'nothing';
  if (told.note.length > LONGEST_NOTE) errors.note = 'long';
  if (errors.confidence || errors.note) return json({ errors, values: outlookValues(told) }, { status: 422 });
  await context.services.tellOutlook({ ...told, customerId: person.id });
  return redirectWithin(`/situation/outlook?done=${isNothing ? 'withdrawn' : 'saved'}`);
}
