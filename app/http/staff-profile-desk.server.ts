import { json } from '@remix-run/node';
import type { Role } from '~/domain/access/role';
import { readDecision, type DecisionProblems } from '~/domain/capability/decision-form';
import { readProfileForm } from '~/domain/capability/profile-form';
import type { StaffNotice } from '~/domain/staff-notice';
import type { SignedInStaff } from '~/services/sessions.server';
import type { Visit } from './allow.server';
import { readAnswers } from './form-answers.server';
import { readFields } from './profile-desk.server';
import { notFound } from './responses.server';
import { backToPage, DIARY_ROLES } from './staff-desk.server';

/** Those who may see what a customer can do online, and ask them. */
export const PROFILE_ROLES: readonly Role[] = [...DIARY_ROLES, 'champion'];

type StaffVisit = Visit<SignedInStaff>;

const ID = /^[0-9a-f-]{36}$/;
const pageOf = (customerId: string) => `/staff/customers/${customerId}/profile`;

/** The profile of the customer in the address. */
export async function deskOf({ person, params, context }: StaffVisit) {
  const view = await context.services.viewProfileDesk({ staff: person, customerId: params.id ?? '' });
  if (!view) throw notFound();
  return view;
}

/** POST of a decision: saves it, or says what is wrong with it or that there is something newer. */
export async function decideFrom(visit: StaffVisit) {
  const { person, request, context } = visit;
  if (!DIARY_ROLES.includes(person.role)) throw notFound();
  const { current, customer } = await deskOf(visit);
  if (!current) throw notFound();
  const { profile = '', seen = '', level = '', reason = '' } = await readAnswers(request);
  const values = { level, reason: reason.slice(0, 5_000) };
  const wrong = (errors: DecisionProblems & { changed?: true }, status: number) => json({ errors, values }, { status });
  if (profile !== current.id) return wrong({ changed: true }, 409);
  const read = readDecision(values, current.recommended);
  if (!read.ok) return wrong(read.problems, 422);
  const decided = await context.services.decideProfile({
    ...{ staff: person, customerId: customer.id, profileId: profile, level: read.level, reason: read.reason },
    decidedAt: /^\d{1,15}$/.test(seen) ? Number(seen) : null,
  });
  if (decided.ok)
    return backToPage(pageOf(customer.id), read.level === current.recommended ? 'profile_confirmed' : 'profile_overridden'); // prettier-ignore
  if (decided.reason === 'changed') return wrong({ changed: true }, 409);
  throw notFound();
}

/** POST of a button about the profile that was looked at: takes the decision back, or takes over how to be in touch. */
export async function pressOn(visit: StaffVisit, press: 'undoDecision' | 'preferAnsweredWay', notice: StaffNotice) {
  const { person, params, request, context } = visit;
  const { profile = '' } = await readAnswers(request);
  const customerId = params.id ?? '';
  const done = await context.services[press]({ staff: person, customerId, profileId: profile });
  if (!done.ok && done.reason === 'not_found') throw notFound();
  return backToPage(pageOf(customerId), done.ok ? notice : 'profile_changed_since');
}

/** POST of all ten answers, as a colleague wrote them down. */
export async function askFrom({ person, params, request, context }: StaffVisit) {
  const fields = await readFields(request);
  const read = readProfileForm(fields);
  const [form = ''] = fields.form ?? [];
  const formId = ID.test(form) ? form : context.services.newFormId();
  const customerId = params.id ?? '';
  if (!read.ok) {
    const { problems, answers, ageBand } = read;
    return json({ errors: problems, answers, ageBand, formId }, { status: 422 });
  }
  const teller = { customerId, officeId: person.officeId, staffId: person.id };
  const asked = await context.services.askProfile({ teller, formId, answers: read.answers, ageBand: read.ageBand });
  if (!asked) throw notFound();
  return backToPage(pageOf(customerId), 'profile_finished');
}

/** POST of "I have seen to it", and of what takes that back. */
export async function settleFrom({ person, params, request, context }: StaffVisit, settled: boolean) {
  const { back } = await readAnswers(request);
  const id = params.id ?? '';
  const done = await context.services.settleOtherWay({ staff: person, id, settled });
  if (!done.ok) throw notFound();
  return backToPage(back ?? pageOf(done.customerId), settled ? 'other_way_settled' : 'other_way_reopened', { id });
}
