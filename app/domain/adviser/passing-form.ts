import type { PersonName } from '../contact/person-name';
import { groupBy } from '../group-by';
import { WRITTEN_LANGUAGES, type Language } from '../language';
import { readWhy } from './naming-form';
import { spreadEvenly } from './spread-evenly';
import type { TermReason } from './term';

/** Customers on one page of the list that is ticked: a form has at most a hundred fields. */
export const PASSING_PAGE = 50;

const ID = /^[0-9a-f-]{36}$/;

/** Whose customers, which of them are shown, and whether they are ticked; as an address says it. */
export interface PassingChoice {
  /** An adviser's id, `none`, or null while nobody is chosen. */
  from: string | null;
  language: Language | null;
  page: number;
  tickAll: boolean;
}

/** What an address asks for; what makes no sense is as if it were not there. */
export function passingChoice(params: URLSearchParams): PassingChoice {
  const from = params.get('from') ?? '';
  const page = Number(params.get('page') ?? '1');
  return {
    from: from === 'none' || ID.test(from) ? from : null,
    language: WRITTEN_LANGUAGES.find((one) => one === params.get('language')) ?? null,
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
    tickAll: params.get('tick') === 'all',
  };
}

/** The address of the list; another language begins at the first page, with nobody ticked. */
export function passingPath(choice: PassingChoice, change: Partial<PassingChoice> = {}): string {
  const { from, language, page, tickAll } = { ...choice, page: 1, tickAll: false, ...change };
  const params = new URLSearchParams();
  if (from) params.set('from', from);
  if (language) params.set('language', language);
  if (page > 1) params.set('page', String(page));
  if (tickAll) params.set('tick', 'all');
  const query = params.toString();
  return query ? `/staff/customers/transfer?${query}` : '/staff/customers/transfer';
}

/** As it came from the form. */
export interface PassingValues {
  which: string;
  ticked: string[];
  to: string[];
  reason: string;
  note: string;
}

export type PassingProblem = 'which' | 'to' | 'reason' | 'note' | 'not_adviser';
export type PassingProblems = Partial<Record<'which' | 'to' | 'reason' | 'note', PassingProblem>>;

export type ReadPassing =
  | { ok: true; customerIds: string[]; to: string[]; reason: TermReason; note: string }
  | { ok: false; problems: PassingProblems };

/**
 * Reads the form that passes customers on.
 * @param choice.customerIds all of the list; `people` the ids of those who could take some; `from` whose they are.
 */
export function readPassing(
  values: PassingValues,
  choice: { customerIds: readonly string[]; people: readonly string[]; from: string },
): ReadPassing {
  const why = readWhy(values, choice.from === 'none' && values.reason === '');
  const problems: PassingProblems = why.ok ? {} : { ...why.problems };
  const all = values.which === 'all';
  const customerIds = choice.customerIds.filter((id) => all || values.ticked.includes(id));
  const to = choice.people.filter((id) => id !== choice.from && values.to.includes(id));
  if ((!all && values.which !== 'ticked') || customerIds.length === 0) problems.which = 'which';
  if (to.length === 0) problems.to = 'to';
  if (!why.ok || Object.keys(problems).length > 0) return { ok: false, problems };
  return { ok: true, customerIds: [...customerIds], to: [...to], reason: why.reason, note: why.note };
}

/** An adviser of the office, and how many customers they have. */
export interface AdviserWithCaseload extends PersonName {
  caseload: number;
}

/** How those hear of it whom a member passed on between two instants (ms). */
export interface Told {
  moved: number;
  sms: number;
  email: number;
  letter: number;
  call: number;
}

/** What was done, with the instants (ms) that say which of it is taken back. */
export interface PassingDone {
  told: Told;
  since: number;
  until: number;
  undone: { back: number; stay: number } | null;
}

export type PassingAnswer =
  | { step: 'wrong'; values: PassingValues; errors: PassingProblems }
  | { step: 'change'; values: PassingValues }
  | { step: 'preview'; values: PassingValues; moving: number; caseloads: (AdviserWithCaseload & { after: number })[] };

/** How large caseloads are before and after so many customers change hands. @param giver whose they were; null: nobody's. */
export function caseloadsAfter(
  advisers: readonly AdviserWithCaseload[],
  giver: string | null,
  customerIds: readonly string[],
  to: readonly string[],
): (AdviserWithCaseload & { after: number })[] {
  const takers = advisers.filter(({ id }) => to.includes(id));
  const taken = groupBy([...spreadEvenly(customerIds, takers).values()], (id) => id);
  return advisers
    .filter(({ id }) => id === giver || to.includes(id))
    .map((one) => ({
      ...one,
      after: one.caseload + (taken.get(one.id)?.length ?? 0) - (one.id === giver ? customerIds.length : 0),
    }));
}
