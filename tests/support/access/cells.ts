import type { OwnersRecord } from '../access-world';

/**
 * What each caller gets from each route, decided by hand:
 * `ok` the page · `go` sent on to another page of ours · `re` told what is wrong with what they sent ·
 * `in` asked to sign in · `st` asked to sign in as staff · `--` no such page.
 * Columns: nobody, owner, stranger, adviser, adviser elsewhere, champion, organiser, manager, manager elsewhere,
 * administrator.
 */
export type Cell = 'ok' | 'go' | 're' | 'in' | 'st' | '--';

export interface Row {
  path: (record: OwnersRecord) => string;
  load?: string;
  /** With `form`, a form that does what the route is for. */
  act?: string;
  form?: string | ((record: OwnersRecord) => string);
  /** A GET that uses something up; the reason is at the route. */
  loadChanges?: true;
  /** A POST after which one signs in, and which ends something of the record; the reason is at the route. */
  actChanges?: true;
}

export const EVERYONE_SEES = 'ok ok ok ok ok ok ok ok ok ok';
export const EVERYONE_GOES = 'go go go go go go go go go go';
/** Their own, whoever they are: the stranger sees theirs, with nothing of the owner's. */
export const CUSTOMERS_SEE = 'in ok ok in in in in in in in';
export const CUSTOMERS_GO = 'in go go in in in in in in in';
export const OWNER_ONLY_SEES = 'in ok -- in in in in in in in';
export const OWNER_ONLY_GOES = 'in go -- in in in in in in in';
export const DIARY_SEES = 'st st st ok ok -- -- ok ok --';
export const DIARY_GOES = 'st st st go go -- -- go go --';
export const OFFICE_SEES = 'st st st ok -- -- -- ok -- --';
export const DIARY_OF_THE_OFFICE_GOES = 'st st st go -- -- -- go -- --';
export const MANAGERS_SEE = 'st st st -- -- -- -- ok ok --';
export const STAFF_GO = 'st st st go go go go go go go';

/** An address that is the same for every record. */
export const at = (path: string) => () => path;
