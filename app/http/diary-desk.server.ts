import { json } from '@remix-run/node';
import { DIARY_EXCEPTIONS } from '~/domain/office/diary';
import type { DiaryException } from '~/domain/appointment/open-stretches';
import {
  EXCEPTION_FIELDS,
  readException,
  type ExceptionProblems,
  type ExceptionValues,
} from '~/domain/office/exception-form';
import { HOURS_FIELDS, hoursLine, readWeekHours, type HoursField, type HoursProblem } from '~/domain/office/hours-form';
import type { TouchedMeeting } from '~/services/find-touched-meetings.server';
import type { ExceptionFormView } from '~/services/manage-diary-exceptions.server';
import type { SignedInStaff } from '~/services/sessions.server';
import type { Visit } from './allow.server';
import { readAnswers } from './form-answers.server';
import { badRequest, notFound } from './responses.server';
import { backToPage } from './staff-desk.server';

type StaffVisit = Visit<SignedInStaff>;

const ID = /^[0-9a-f-]{36}$/;
/** Longer than anything that can be right; a page is not to carry more back. */
const LONGEST_ANSWER = 300;
/** Seven days of several stretches each. */
const LONGEST_HOURS = 2_000;

type Touched = { meetings: TouchedMeeting[]; seen: string } | null;

function typedIn<F extends string>(answers: Record<string, string>, fields: readonly F[]): Record<F, string> {
  return Object.fromEntries(fields.map((field) => [field, (answers[field] ?? '').slice(0, LONGEST_ANSWER)])) as Record<
    F,
    string
  >;
}

/** What one has seen when one saves all the same: other answers are to be looked at anew. */
const seenOf = (exception: DiaryException) => Object.values(exception).join(' ');

/** The form as it is before anything is typed. */
export function emptyException(today: string): ExceptionValues {
  return { kind: DIARY_EXCEPTIONS[0], from: today, until: '', fromTime: '', toTime: '', place: '', note: '' };
}

/**
 * POST of days that are not as in other weeks: saves them; shows which meetings are booked then, for a second press; or says
 * what is wrong.
 * @param before the exception as it stands, when it is changed.
 */
export async function saveExceptionFrom(
  visit: StaffVisit,
  view: ExceptionFormView,
  before: { id: string; fromOn: string } | null,
) {
  const { person, request, context } = visit;
  const answers = await readAnswers(request);
  const values = typedIn(answers, EXCEPTION_FIELDS);
  const id = before?.id ?? answers.id ?? '';
  if (!ID.test(id)) throw badRequest();
  const venues = view.venues.map((venue) => venue.id);
  const read = readException(values, { venues, today: view.today, before: before?.fromOn ?? null });
  if (!read.ok) {
    return json({ errors: read.problems as ExceptionProblems, values, id, touched: null as Touched }, { status: 422 });
  }
  const { exception, note } = read;
  const seen = seenOf(exception);
  const saved = await context.services.saveException({
    ...{ staff: person, adviserId: view.adviser.id, id, isNew: before === null },
    ...{ exception, note, confirmed: answers.seen === seen },
  });
  if (saved.ok) return backToPage(`/staff/diary/exceptions/${saved.id}`, 'exception_saved');
  if (saved.reason === 'not_found') throw notFound();
  return json({ values, id, touched: { meetings: saved.meetings, seen } as Touched });
}

/** POST of an adviser's weekly hours; as `saveExceptionFrom`. What the form was opened with comes back with it, and goes with it again. */
export async function saveHoursFrom(visit: StaffVisit) {
  const { person, request, url, context } = visit;
  const asked = { staff: person, adviser: url.searchParams.get('adviser') };
  const view = await context.services.viewDiaryHours(asked);
  if (!view) throw notFound();
  const answers = await readAnswers(request);
  const typed = typedIn(answers, HOURS_FIELDS);
  const shown = answers.shown?.slice(0, LONGEST_HOURS) ?? null;
  const read = readWeekHours(typed);
  if (!read.ok) {
    const errors: Partial<Record<HoursField, HoursProblem>> = read.problems;
    return json({ errors, typed, shown, since: false, touched: null as Touched }, { status: 422 });
  }
  const seen = hoursLine(read.hours);
  const adviserId = view.adviser.id;
  const confirmed = answers.seen === seen;
  const saved = await context.services.saveDiaryHours({
    ...{ staff: person, adviserId, hours: read.hours, confirmed, shown },
  });
  if (saved.ok) {
    const change = saved.changed ? await context.services.viewDiaryHours(asked) : null;
    const undo = change?.lastChange ?? null;
    return backToPage(`/staff/diary?adviser=${adviserId}`, 'hours_saved', undo ? { id: adviserId, undo } : null);
  }
  switch (saved.reason) {
    case 'not_found':
      throw notFound();
    case 'changed_since':
      // Once they have been told, they may put theirs in its place.
      return json({ typed, shown: hoursLine(view.hours), since: true, touched: null as Touched }, { status: 409 });
    case 'outside':
      return json({ typed, shown, since: false, touched: { meetings: saved.meetings, seen } as Touched });
  }
}
