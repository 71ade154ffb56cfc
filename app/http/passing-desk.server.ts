import { json } from '@remix-run/node';
import {
  caseloadsAfter,
  passingChoice,
  readPassing,
  type PassingAnswer,
  type PassingDone,
  type PassingValues,
} from '~/domain/adviser/passing-form';
import type { SignedInStaff } from '~/services/sessions.server';
import type { Visit } from './allow.server';
import { redirectWithin } from './redirect-within.server';
import { notFound } from './responses.server';

/** What was typed and ticked, field by field, whatever it was. */
async function typedValues(request: Request): Promise<PassingValues> {
  const form = await request.formData();
  const one = (name: string, most: number) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.slice(0, most) : '';
  };
  const many = (name: string) => form.getAll(name).flatMap((value) => (typeof value === 'string' ? [value] : []));
  return {
    ...{ which: one('which', 10), reason: one('reason', 40), note: one('note', 2_000) },
    ...{ ticked: many('customer'), to: many('to') },
  };
}

/** POST of the form that passes customers on: shows first what changes, and does it, or goes back, when that was seen. */
export async function passOnFrom({ person, request, url, context }: Visit<SignedInStaff>) {
  const { services } = context;
  const { from, language } = passingChoice(url.searchParams);
  const copy = request.clone();
  const values = await typedValues(request);
  const step = (await copy.formData()).get('step');
  const view = await services.viewPassingOn({ staff: person, from, language });
  if (!view.from || from === null) throw notFound();
  if (step === 'change') return json<PassingAnswer>({ step: 'change', values });
  const wrong = (errors: Extract<PassingAnswer, { step: 'wrong' }>['errors']) =>
    json<PassingAnswer>({ step: 'wrong', values, errors }, { status: 422 });
  const people = view.advisers.map(({ id }) => id);
  const read = readPassing(values, { customerIds: view.from.customers.map(({ id }) => id), people, from });
  if (!read.ok) return step === 'do' && isDone(read.problems) ? again(from) : wrong(read.problems);
  const { customerIds, to, reason, note } = read;
  if (step !== 'do') {
    const caseloads = caseloadsAfter(view.advisers, view.from.adviser?.id ?? null, customerIds, to);
    return json<PassingAnswer>({ step: 'preview', values, moving: customerIds.length, caseloads });
  }
  const { requestId } = context;
  const whose = from === 'none' ? null : from;
  const passed = await services.passCustomersOn({
    staff: person,
    from: whose,
    customerIds,
    to,
    reason,
    note,
    requestId,
  });
  if (!passed.ok) return wrong(passed.reason === 'nobody' ? { which: 'which' } : { to: 'not_adviser' });
  return redirectWithin(`/staff/customers/transfer?from=${from}&since=${passed.since}&until=${passed.until}`);
}

/** Sent twice: those who were ticked are somebody else's by now, and nothing else is wrong. */
const isDone = (problems: object) => Object.keys(problems).join() === 'which';
const again = (from: string) => redirectWithin(`/staff/customers/transfer?from=${from}`);

const INSTANT = /^\d{12,14}$/;
const instantIn = (text: string | null) => (INSTANT.test(text ?? '') ? Number(text) : null);

/** What the address says was just done; null when it says nothing. */
export async function passingDone({ person, url, context }: Visit<SignedInStaff>): Promise<PassingDone | null> {
  const [since, until] = [instantIn(url.searchParams.get('since')), instantIn(url.searchParams.get('until'))];
  if (since === null || until === null) return null;
  const count = (name: string) => Number(/^\d{1,5}$/.exec(url.searchParams.get(name) ?? '')?.[0] ?? 0);
  const told = await context.services.countTold({ staff: person, since, until });
  const undone = url.searchParams.has('back') ? { back: count('back'), stay: count('stay') } : null;
  return { told, since, until, undone };
}

/** POST that takes back what was passed on between two instants. */
export async function undoFrom({ person, request, context }: Visit<SignedInStaff>) {
  const form = await request.formData();
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : null;
  };
  const [since, until] = [instantIn(text('since')), instantIn(text('until'))];
  if (since === null || until === null) return redirectWithin('/staff/customers/transfer');
  const { back, stay } = await context.services.undoPassingOn({ staff: person, since, until });
  return redirectWithin(`/staff/customers/transfer?since=${since}&until=${until}&back=${back}&stay=${stay}`);
}
