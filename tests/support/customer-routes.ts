import { TABLE, type Row } from './access-table';

/** A route that is for customers, for whoever has a link, or for anyone. */
export interface CustomerRoute {
  id: string;
  row: Row;
}

/** All of them, from the table that no route may be missing from: a new one is tested as a whole portal's without more. */
export const CUSTOMER_ROUTES: readonly CustomerRoute[] = Object.entries(TABLE)
  .filter(([id]) => id !== 'root' && !/^routes\/(?:staff|outbox|demo)\b/.test(id))
  .map(([id, row]) => ({ id, row }));

/** One that shows somebody something. */
export interface CustomerPage extends CustomerRoute {
  /** The owner of the record, or, where owners are sent on, whoever is not signed in. */
  as: 'owner' | 'nobody';
}

export const CUSTOMER_PAGES: readonly CustomerPage[] = CUSTOMER_ROUTES.flatMap((route): CustomerPage[] => {
  const [nobody, owner] = (route.row.load ?? '').split(' ');
  if (owner === 'ok' || owner === '--') return [{ ...route, as: 'owner' }];
  return nobody === 'ok' ? [{ ...route, as: 'nobody' }] : [];
});
