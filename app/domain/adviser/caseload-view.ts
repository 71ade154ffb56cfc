import { WRITTEN_LANGUAGES, type Language } from '../language';
import { NEED_REASONS, type NeedReason } from './needs-me';

/** In which order customers are listed. `longest`: who has not been in touch for longest comes first. */
export const CASELOAD_SORTS = ['needs', 'name', 'next', 'longest'] as const;
export type CaseloadSort = (typeof CASELOAD_SORTS)[number];

/** Rows on one page. */
export const CASELOAD_PAGE = 50;

/** Which customers are listed, and how. */
export interface CaseloadFilter {
  /** `me`: mine and those I stand in for; `all`: the office's; `none`: nobody's; else an adviser's id. */
  adviser: string;
  reason: NeedReason | null;
  language: Language | null;
  sort: CaseloadSort;
  /** From 1. */
  page: number;
  /** All of them on one sheet. */
  print: boolean;
}

const ID = /^[0-9a-f-]{36}$/;

/** The filter that an address asks for; what makes no sense is as if it were not there. @param usual whose, unless told. */
export function caseloadFilter(params: URLSearchParams, usual: 'me' | 'all'): CaseloadFilter {
  const adviser = params.get('adviser') ?? '';
  const known = adviser === 'me' || adviser === 'all' || adviser === 'none' || ID.test(adviser);
  const page = Number(params.get('page') ?? '1');
  return {
    adviser: known ? adviser : usual,
    reason: NEED_REASONS.find((one) => one === params.get('reason')) ?? null,
    language: WRITTEN_LANGUAGES.find((one) => one === params.get('language')) ?? null,
    sort: CASELOAD_SORTS.find((one) => one === params.get('sort')) ?? 'needs',
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
    print: params.get('print') === '1',
  };
}

/** The address of a list; changing anything but the page begins at the first. */
export function caseloadPath(filter: CaseloadFilter, change: Partial<CaseloadFilter> = {}): string {
  const { adviser, reason, language, sort, page, print } = { ...filter, page: 1, ...change };
  const params = new URLSearchParams({ adviser });
  if (reason) params.set('reason', reason);
  if (language) params.set('language', language);
  if (sort !== 'needs') params.set('sort', sort);
  if (page > 1) params.set('page', String(page));
  if (print) params.set('print', '1');
  return `/staff/customers?${params.toString()}`;
}

/** What an order goes by. Instants in ms. */
export interface Sortable {
  name: string;
  weight: number;
  nextAt: number | null;
  lastAt: number | null;
}

/** The order of two rows; names decide between equals, so that pages do not change places. */
export function compareRows(sort: CaseloadSort, a: Sortable, b: Sortable): number {
  const silent = (one: Sortable) => one.lastAt ?? Number.NEGATIVE_INFINITY;
  const byName = a.name.localeCompare(b.name, 'cy');
  // Two infinities have no difference.
  const between = (x: number, y: number) => (x === y ? 0 : x - y);
  switch (sort) {
    case 'needs':
      return b.weight - a.weight || between(silent(a), silent(b)) || byName;
    case 'name':
      return byName;
    case 'next':
      return between(a.nextAt ?? Number.POSITIVE_INFINITY, b.nextAt ?? Number.POSITIVE_INFINITY) || byName;
    case 'longest':
      return between(silent(a), silent(b)) || byName;
  }
}
