import { listByContact, listByName, listByRef } from '@db/queries/customer-search.server';
import type { Queryable } from '@db/client.server';
import type { PersonName } from '~/domain/contact/person-name';
import { searchWords } from '~/domain/contact/search-name';
import { recordRead } from './audit.server';
import type { Deps } from './deps';
import { indexInUse } from './index-in-use.server';
import { readContact } from './read-contact';
import type { SignedInStaff } from './sessions.server';

export interface FoundCustomer extends PersonName {
  ref: string;
  /** Left out for those who may only hand out a card. */
  knownAs: string | null;
  adviser: PersonName | null;
}

export interface CustomerSearch {
  /** What was typed, without the spaces around it. */
  typed: string;
  /** `short`: nothing was looked for. */
  state: 'short' | 'found' | 'none';
  found: FoundCustomer[];
  /** There are more than are shown: more has to be typed. */
  more: boolean;
}

/** More than this is no list to find somebody in. */
export const FOUND_AT_MOST = 50;
/** Letters or digits that it takes. */
const LEAST = 2;
/** A search box is no place for more. */
const LONGEST = 200;

/**
 * Looks a customer of the member's office up by name (parts of it in any order, with or without marks), by what they are
 * called, by reference, or by a whole number or email address however it is written. On record, without what was typed.
 * A digital champion is shown names and references alone.
 */
export const searchCustomers =
  (deps: Deps) =>
  async ({ staff, text }: { staff: SignedInStaff; text: string }): Promise<CustomerSearch> => {
    const typed = text.trim().slice(0, LONGEST);
    if (!isEnough(typed)) return { typed, state: 'short', found: [], more: false };
    const rows = await deps.db.read((q) => lookUp(q, deps, staff.officeId, typed));
    await recordRead(deps)({
      ...{ reader: staff, action: 'customer.searched', subjectKind: 'office', subjectId: staff.officeId },
      detail: `found ${Math.min(rows.length, FOUND_AT_MOST)}`,
    });
    const found = rows.slice(0, FOUND_AT_MOST);
    const narrow = staff.role !== 'adviser' && staff.role !== 'manager';
    return {
      typed,
      state: found.length > 0 ? 'found' : 'none',
      found: found.map((one) => (narrow ? { ...one, knownAs: null, adviser: null } : one)),
      more: rows.length > FOUND_AT_MOST,
    };
  };

const isEnough = (typed: string) => searchWords(typed).join('').length >= LEAST;

/** The same for another page, which puts it on record: the first customers that are found; null when too little was typed. */
export async function findCustomers(
  q: Queryable,
  deps: Deps,
  params: { officeId: string; text: string; limit: number },
) {
  const typed = params.text.trim().slice(0, LONGEST);
  if (!isEnough(typed)) return null;
  return (await lookUp(q, deps, params.officeId, typed)).slice(0, params.limit);
}

async function lookUp(q: Queryable, deps: Deps, officeId: string, typed: string) {
  const scope = { officeId, limit: FOUND_AT_MOST + 1 };
  const byRef = await listByRef(q, { ...scope, refs: refsOf(typed) });
  if (byRef.length > 0) return byRef;
  const contact = readContact(deps, typed);
  if ('value' in contact) {
    const having = await listByContact(q, { ...scope, valueIndex: await indexInUse(q, deps, contact.value) });
    if (having.length > 0) return having;
  }
  // No name has a sign like that in it, and parts of an address are no names.
  return typed.includes('@') ? [] : listByName(q, { ...scope, words: searchWords(typed) });
}

/** A reference as it may have been meant: as typed, in capitals, with a hyphen where there is a space. */
function refsOf(typed: string): string[] {
  const written = [typed, typed.replace(/\s+/g, '-'), typed.replace(/\s+/g, '')];
  return [...new Set(written.flatMap((one) => [one, one.toUpperCase()]))];
}
