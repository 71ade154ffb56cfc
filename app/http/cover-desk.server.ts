import { json } from '@remix-run/node';
import { COVER_FIELDS, readCover, type CoverProblems, type CoverValues } from '~/domain/adviser/cover-form';
import type { CoverRow, ShownClash } from '~/services/manage-covers.server';
import type { SignedInStaff } from '~/services/sessions.server';
import type { Visit } from './allow.server';
import { readAnswers } from './form-answers.server';
import { notFound } from './responses.server';
import { backToPage } from './staff-desk.server';

/** What was typed, field by field, whatever it was. */
function typedValues(answers: Record<string, string>): CoverValues {
  return Object.fromEntries(COVER_FIELDS.map((field) => [field, (answers[field] ?? '').slice(0, 40)])) as CoverValues;
}

/**
 * POST of a cover, a new one or one to correct: saves it, or says what is wrong with it.
 * @param before the cover as it stands, when it is corrected: whom it is for stays.
 */
export async function saveFrom(visit: Visit<SignedInStaff>, before: CoverRow | null) {
  const { person, request, context } = visit;
  const view = await context.services.viewCovers({ staff: person });
  const typed = typedValues(await readAnswers(request));
  const values = before ? { ...typed, adviser: before.adviser.id } : typed;
  const people = [...view.people.map(({ id }) => id), ...(before ? [before.adviser.id] : [])];
  const wrong = (problems: CoverProblems, clash: ShownClash | null, status: number) =>
    json({ errors: problems, clash, values }, { status });
  const read = readCover(values, { people, today: view.today, before: before?.fromOn ?? null });
  if (!read.ok) return wrong(read.problems, null, 422);
  const { ok: _ok, ...cover } = read;
  const saved = await context.services.saveCover({ staff: person, id: before?.id ?? null, ...cover });
  if (saved.ok) return backToPage('/staff/cover', before ? 'cover_changed' : 'cover_set', { id: saved.id });
  if (saved.reason === 'not_found') throw notFound();
  return wrong({}, saved.with, 409);
}
