import { TROUBLE_CAUSES, type TroubleCause } from './trouble';

/** Whose messages the page shows: those to one's own customers, or to everybody's of the office. */
export const TROUBLE_VIEWS = ['mine', 'office'] as const;
export type TroubleView = (typeof TROUBLE_VIEWS)[number];

/** What the address asks for; null for what is not asked for, or makes no sense. */
export interface TroubleFilter {
  show: TroubleView | null;
  cause: TroubleCause | null;
}

/** Reads the filter from an address. */
export function troubleFilter(search: URLSearchParams): TroubleFilter {
  return {
    show: TROUBLE_VIEWS.find((view) => view === search.get('show')) ?? null,
    cause: TROUBLE_CAUSES.find((cause) => cause === search.get('cause')) ?? null,
  };
}

/** The address of the page with a filter. */
export function troublePath({ show, cause }: TroubleFilter): string {
  const search = new URLSearchParams();
  if (show) search.set('show', show);
  if (cause) search.set('cause', cause);
  return search.size > 0 ? `/staff/messages?${search}` : '/staff/messages';
}
