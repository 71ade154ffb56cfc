import type { Queryable } from '@db/client.server';
import { listOpenTerms } from '@db/queries/adviser-terms.server';
import { closeCallsTo } from '@db/queries/call-list.server';
import {
  deleteContactPoints,
  insertContactPoints,
  listContactPointIndexes,
  type ContactPointRow,
} from '@db/queries/contact-points.server';
import { listConfirmedChanges } from '@db/queries/contact-changes.server';
import { lockCustomersByRef, saveCustomerRows, type CustomerRow } from '@db/queries/customers.server';
import { CONTACT_KINDS } from '~/domain/contact/contact-point';
import { isNews, SAID_BY_BOTH, withoutNews, type SaidByBoth } from '~/domain/contact/office-said';
import type { CustomerFacts } from '~/domain/import/customer-line';
import { groupBy } from '~/domain/group-by';
import type { Deps } from './deps';
import { keepAdviserTerms } from './keep-adviser-terms.server';
import { tellOfAdviser } from './tell-of-adviser.server';

/** What a source says about a customer. Null says nothing: what is known stays. */
export interface CustomerToSave extends CustomerFacts, Partial<Pick<CustomerRow, 'homeArea' | 'preferredChannel'>> {
  officeId: string | null;
  adviserId: string | null;
  discreet?: boolean | null;
  noMessages?: boolean | null;
  /** Postal address, line below line. */
  post?: string | null;
  /** The office and adviser of somebody who has none yet; the adviser null where nobody can be named. */
  ifNone?: { officeId: string; adviserId: string | null };
}

type KnownPoint = Awaited<ReturnType<typeof listContactPointIndexes>>[number];
type Point = KnownPoint & { added?: ContactPointRow };

interface OnFile {
  row: CustomerRow;
  isNew: boolean;
  /** On file already, without an adviser. */
  hadNobody?: boolean;
  changed: boolean;
  points: readonly Point[];
  /** What the person has told us themselves, by index: their own numbers and addresses, and those that they gave up. */
  own: ReadonlySet<string>;
  givenUp: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();

/**
 * The customers that a batch of lines names, in the caller's transaction: load, tell what each line says in turn, save.
 *
 * A number or address that is new takes the place of the others of its kind and counts as verified, because the office
 * holds it; one that is there already is left alone, with what is known about it. Nothing is sealed twice. What the person
 * has said themselves stands: see docs/decisions/0018.
 */
export async function loadCustomers(q: Queryable, deps: Deps, refs: readonly string[]) {
  const rows = await lockCustomersByRef(q, [...new Set(refs)]);
  const stored = await listContactPointIndexes(
    q,
    rows.map((row) => row.id),
  );
  const pointsOf = new Map<string, KnownPoint[]>(rows.map((row) => [row.id, []]));
  for (const point of stored) pointsOf.get(point.customerId)?.push(point);
  const changes = groupBy(
    await listConfirmedChanges(
      q,
      rows.map((row) => row.id),
    ),
    (change) => change.customerId,
  );
  const files = new Map<string, OnFile>(
    rows.map((row) => {
      const said = ownWord(changes.get(row.id) ?? []);
      return [row.ref, { row, isNew: false, changed: false, points: pointsOf.get(row.id) ?? [], hadNobody: row.adviserId === null, ...said }]; // prettier-ignore
    }),
  );

  return {
    has: (ref: string) => files.has(ref),
    hasAdviser: (ref: string) => (files.get(ref)?.row.adviserId ?? null) !== null,
    /** @throws when the customer is unknown. */
    getId(ref: string): string {
      const file = files.get(ref);
      if (!file) throw new Error('a customer was not told of before being asked for');
      return file.row.id;
    },
    /** @throws when the customer is new and a name or the office is missing. */
    tell(told: CustomerToSave): 'created' | 'updated' | 'unchanged' {
      const now = deps.clock.now();
      const known = files.get(told.ref);
      const before = known ?? { row: newCustomer(deps.newId(), told, now), isNew: true, changed: true, points: [], own: NOTHING, givenUp: NOTHING }; // prettier-ignore
      const row = mergedRow(deps, before.row, told);
      const points = mergedPoints(deps, before, told, now);
      const differs = points !== before.points || !sameRow(before.row, row);
      if (known && !differs) return 'unchanged';
      files.set(told.ref, { ...before, row: { ...row, updatedAt: now }, changed: true, points });
      return known ? 'updated' : 'created';
    },
    async save(): Promise<void> {
      const changed = [...files.values()].filter((file) => file.changed);
      // In one order, so that two imports of the same new references wait for each other instead of deadlocking.
      changed.sort((a, b) => (a.row.ref < b.row.ref ? -1 : 1));
      await saveCustomerRows(
        q,
        changed.map((file) => file.row),
      );
      await keepAdviserTerms(
        q,
        deps,
        changed.map(({ row }) => ({
          customerId: row.id,
          adviserId: row.adviserId,
          reason: 'office_file',
          namedBy: null,
        })),
      );
      const kept = new Set(changed.flatMap((file) => file.points.map((point) => point.id)));
      const gone = changed.flatMap((file) => pointsOf.get(file.row.id) ?? []).filter((point) => !kept.has(point.id));
      await deleteContactPoints(
        q,
        gone.map((point) => point.id),
      );
      const added = changed.flatMap((file) => file.points.flatMap((point) => point.added ?? []));
      await insertContactPoints(q, added);
      await tellOfFirstAdviser(q, deps, changed);
      // Nobody needs to ask for a new number any more.
      await closeCallsTo(q, {
        customerIds: [...new Set(added.filter(isNumber).map((point) => point.customerId))],
        reasons: ['wrong_number'],
        outcome: 'not_needed',
        by: null,
        now: deps.clock.now(),
      });
    },
  };
}

/** Whoever was on file without an adviser is told when the office's file names one; a new customer hears at their first meeting. */
async function tellOfFirstAdviser(q: Queryable, deps: Deps, changed: readonly OnFile[]): Promise<void> {
  const named = changed.filter(({ hadNobody, row }) => hadNobody && row.adviserId !== null).map(({ row }) => row.id);
  for (const { id, customerId } of await listOpenTerms(q, named)) {
    await tellOfAdviser(q, deps, { termId: id, customerId, first: true, requestId: null });
  }
}

function newCustomer(id: string, told: CustomerToSave, now: number): CustomerRow {
  const officeId = told.officeId ?? told.ifNone?.officeId;
  if (!told.firstName || !told.lastName || !officeId) throw new Error('a new customer needs a name and an office');
  return {
    id,
    ref: told.ref,
    officeId,
    adviserId: null,
    firstName: told.firstName,
    lastName: told.lastName,
    language: 'en',
    discreet: false,
    noMessages: false,
    preferredChannel: null,
    knownAs: null,
    searchName: '',
    officeSaid: null,
    quietFrom: null,
    quietTo: null,
    bilingualLetters: false,
    stepReminders: true,
    stepReminderDays: 1,
    passwordHash: null,
    homeArea: null,
    createdAt: now,
    updatedAt: now,
  };
}

function mergedRow(deps: Deps, row: CustomerRow, told: CustomerToSave): CustomerRow {
  const said = row.officeSaid;
  const newOf = (field: SaidByBoth) => {
    const value = told[field] ?? null;
    return value !== null && value !== row[field] && isNews(said, field, () => deps.vault.index(String(value)));
  };
  const news = SAID_BY_BOTH.filter(newOf);
  return {
    ...row,
    ...Object.fromEntries(news.map((field) => [field, told[field]])),
    officeSaid: withoutNews(said, news),
    officeId: told.officeId ?? row.officeId,
    adviserId: told.adviserId ?? row.adviserId ?? told.ifNone?.adviserId ?? null,
    noMessages: told.noMessages ?? row.noMessages,
    homeArea: told.homeArea ?? row.homeArea,
  };
}

function sameRow(a: CustomerRow, b: CustomerRow): boolean {
  return (Object.keys(a) as (keyof CustomerRow)[]).every((field) => a[field] === b[field]);
}

/** The same array when nothing is new. */
function mergedPoints(
  deps: Deps,
  { row, points, own, givenUp }: OnFile,
  told: CustomerToSave,
  now: number,
): readonly Point[] {
  let merged = points;
  for (const kind of CONTACT_KINDS) {
    const value = told[kind];
    if (value === null || value === undefined) continue;
    const valueIndex = deps.vault.index(value);
    if (merged.some((point) => point.kind === kind && point.valueIndex === valueIndex)) continue;
    if (givenUp.has(valueIndex)) continue;
    const added: ContactPointRow = {
      id: deps.newId(),
      customerId: row.id,
      kind,
      value: deps.vault.seal(value),
      valueIndex,
      health: 'untried',
      verifiedAt: now,
      lastDeliveredAt: null,
      createdAt: now,
    };
    merged = [...merged.filter((point) => point.kind !== kind || own.has(point.valueIndex)), { ...added, added }];
  }
  return merged;
}

/** What the person's own changes, oldest first, come to. */
function ownWord(changes: readonly { valueIndex: string; replacedIndex: string | null }[]) {
  const own = new Set<string>();
  const givenUp = new Set<string>();
  for (const change of changes) {
    own.add(change.valueIndex);
    givenUp.delete(change.valueIndex);
    if (change.replacedIndex === null) continue;
    own.delete(change.replacedIndex);
    givenUp.add(change.replacedIndex);
  }
  return { own, givenUp };
}

function isNumber({ kind }: ContactPointRow): boolean {
  return kind === 'mobile' || kind === 'landline';
}
