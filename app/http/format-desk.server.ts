import { json } from '@remix-run/node';
import {
  NEW_REQUEST_FIELDS,
  readNewRequest,
  readRequest,
  REQUEST_FIELDS,
  type NewRequestProblems,
  type NewRequestValues,
  type RequestProblems,
  type RequestValues,
} from '~/domain/assisted/format-form';
import { formatNotice, requestState, type FormatNotice, type FormatNoticeKind } from '~/domain/assisted/format-notice';
import type { RequestState } from '~/domain/assisted/format-request';
import type { FormatRequestResult } from '~/services/change-format-request.server';
import type { SignedInStaff } from '~/services/sessions.server';
import type { Visit } from './allow.server';
import { readAnswers } from './form-answers.server';
import { redirectWithin } from './redirect-within.server';
import { notFound } from './responses.server';
import { idIn } from './staff-desk.server';

type StaffVisit = Visit<SignedInStaff>;

const MOST_TYPED = 2_000;
const ID = /^[0-9a-f-]{36}$/;

/** What the address says was done. */
export function formatNoticeIn(url: URL): FormatNotice | null {
  const done = formatNotice(url.searchParams.get('done'));
  return done && { done, about: idIn(url, 'about'), was: requestState(url.searchParams.get('was')) };
}

/** Who looks, as pages of formats need it. */
export const lookerOf = ({ id, firstName, lastName }: SignedInStaff) => ({ id, firstName, lastName });

/** Back to where a form of formats came from, with a notice. */
export function backToFormats(
  back: { to: string | undefined; customerId: string },
  done: FormatNoticeKind,
  undo: { id: string; was: RequestState } | null = null,
): Response {
  const page = back.to === 'customer' ? `/staff/customers/${back.customerId}/formats` : '/staff/formats';
  return redirectWithin(`${page}?done=${done}${undo ? `&about=${undo.id}&was=${undo.was}` : ''}`);
}

function typedIn<F extends string>(fields: readonly F[], answers: Record<string, string>): Record<F, string> {
  return Object.fromEntries(fields.map((field) => [field, (answers[field] ?? '').slice(0, MOST_TYPED)])) as Record<
    F,
    string
  >;
}

/** POST of one request: saved, or what is wrong with it, or (409) that a colleague was quicker. */
export async function saveRequestFrom(visit: StaffVisit) {
  const { person, params, request, context } = visit;
  const id = params.id ?? '';
  const answers = await readAnswers(request);
  const values: RequestValues = typedIn(REQUEST_FIELDS, answers);
  const again = (problems: RequestProblems, changed: boolean, status: number) =>
    json({ errors: problems, changed, values }, { status });
  if (!(await context.services.findFormatRequest({ staff: person, id }))) throw notFound();
  const read = readRequest(values);
  if (!read.ok) return again(read.problems, false, 422);
  const seen = /^\d{1,15}$/.test(answers.seen ?? '') ? Number(answers.seen) : 0;
  const saved = await context.services.saveFormatRequest({ staff: person, id, seen, said: read.said });
  if (saved.ok) {
    const { before, after, customerId } = saved;
    const done = after === 'cannot' ? 'cannot' : after === 'done' ? 'ended' : 'saved';
    const undo = done === 'saved' || !saved.changed ? null : { id, was: before };
    return backToFormats({ to: 'list', customerId }, done, undo);
  }
  if (saved.reason === 'not_found') throw notFound();
  return again({}, true, 409);
}

function saidOf(result: FormatRequestResult, back: string | undefined, done: FormatNoticeKind): Response {
  if (!result.ok) throw notFound();
  return backToFormats({ to: back, customerId: result.customerId }, done);
}

/** POST owner: the colleague sees to it from now on. */
export async function takeRequestFrom({ person, params, request, context }: StaffVisit) {
  const { back } = await readAnswers(request);
  return saidOf(await context.services.takeFormatRequest({ staff: person, id: params.id ?? '' }), back, 'taken');
}

/** POST undo: an ended one is on the list again. */
export async function reopenRequestFrom({ person, params, request, context }: StaffVisit) {
  const { back, was } = await readAnswers(request);
  const wanted = { staff: person, id: params.id ?? '', was: requestState(was) };
  return saidOf(await context.services.reopenFormatRequest(wanted), back, 'reopened');
}

/** POST of a new request by hand. */
export async function addRequestFrom(visit: StaffVisit) {
  const { person, params, request, context } = visit;
  const customerId = params.id ?? '';
  const view = await context.services.viewNewFormatRequest({ staff: person, customerId });
  if (!view) throw notFound();
  const answers = await readAnswers(request);
  const values: NewRequestValues = typedIn(NEW_REQUEST_FIELDS, answers);
  const key = ID.test(answers.key ?? '') ? answers.key! : context.services.newFormId();
  const read = readNewRequest(
    values,
    view.meetings.map(({ id }) => id),
  );
  if (!read.ok) {
    const problems: NewRequestProblems = read.problems;
    return json({ errors: problems, values, formKey: key }, { status: 422 });
  }
  const added = await context.services.addFormatRequest({ staff: person, customerId, key, wanted: read.wanted });
  if (!added.ok) throw notFound();
  return backToFormats({ to: 'customer', customerId }, 'added');
}
