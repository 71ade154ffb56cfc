import { createContext, useContext, type ReactNode } from 'react';

/**
 * What the pages' components ask of Remix, answered from one value: so the same components make the same markup without it.
 */
export interface PlainPage {
  pathname: string;
  matches: { id: string; pathname: string; data: unknown }[];
  title: string;
}

const Page = createContext<PlainPage | null>(null);

export function PlainPageOf({ page, children }: { page: PlainPage; children: ReactNode }) {
  return <Page.Provider value={page}>{children}</Page.Provider>;
}

const usePage = () => useContext(Page)!;

export const useMatches = () => usePage().matches;
export const useLoaderData = () => usePage().matches.at(-1)!.data;
export const useActionData = () => undefined;
export const useLocation = () => ({ pathname: usePage().pathname, search: '', hash: '' });
export const useRouteError = () => null;
export const isRouteErrorResponse = () => false;
export const Outlet = () => null;
export const Meta = () => <title>{usePage().title}</title>;
