import { findCustomerWithOffice } from '@db/queries/home.server';
import { listNames, listOwnRows, type OwnRow, type OwnTable } from '@db/queries/own-data.server';
import { sealedColumns } from '@db/queries/sealed-columns.server';
import { officeChain } from '~/domain/audit/audit-entry';
import type { Language } from '~/domain/language';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import { renderOwnData } from './render-own-data';

/** One value of a record, as it is handed over: instants are ISO 8601, UTC. */
export type OwnValue = string | number | boolean | null | OwnRow;
export type OwnRecord = Record<string, OwnValue>;

/** Everything that is held about a customer. */
export interface OwnData {
  madeAt: string;
  zone: string;
  sections: { table: OwnTable; records: OwnRecord[] }[];
}

/**
 * What says nothing about a person: hashes and indexes, secrets of sign-in methods, and the engine's own book-keeping. The
 * password's hash is among them; that there is one is said.
 */
const BOOK_KEEPING =
  /(Hash|Index)$|^(leaseOwner|leaseUntil|fence|askAt|checkFirst|requestId|provider|providerId|segments|price|currency|cause|publicKey|counter|transports|tries|attempt|reminderId|officeSaid|searchName|errorCode|answerId|bufferMinutes)$/;

/** Columns that hold an instant. */
const INSTANT = /(At|Until)$|^(at|since|notBefore|sendBy)$/;
/** Columns that hold the id of somebody or something with a name. */
const NAMED =
  /^(officeId|adviserId|staffId|ownerId|partnerId|clubId|seenBy|doneBy|agreedBy|createdBy|handledBy|namedBy|askedBy|decidedBy|settledBy|closedBy|outcomeBy|championId)$/;

/** Collects everything that is held about a customer. Changes nothing. @throws when there is no such customer. */
export const collectOwnData =
  (deps: Deps) =>
  async ({ customerId }: { customerId: string }): Promise<OwnData> =>
    deps.db.read(async (q) => {
      const person = await findCustomerWithOffice(q, customerId);
      if (!person) throw new Error('a session belongs to nobody');
      const names = await listNames(q);
      const rows = await listOwnRows(q, customerId);
      return {
        madeAt: new Date(deps.clock.now()).toISOString(),
        zone: person.office.timeZone,
        sections: [...rows].map(([table, found]) => ({
          table,
          records: inOrder(found).map((row) => recordOf(deps, table, row, names)),
        })),
      };
    });

/** As they came to be: ids rise with time. */
function inOrder(rows: readonly OwnRow[]): OwnRow[] {
  return [...rows].sort((a, b) => (String(a.id ?? '') < String(b.id ?? '') ? -1 : 1));
}

function recordOf(deps: Deps, table: OwnTable, row: OwnRow, names: ReadonlyMap<string, string>): OwnRecord {
  const sealed = sealedColumns(deps.db.tables[table]);
  // A code that may still work belongs in no file.
  const secret = table === 'messages' && row.purpose === 'sign_in_code';
  const record: OwnRecord = {};
  for (const [column, value] of Object.entries(row)) {
    if (BOOK_KEEPING.test(column)) continue;
    if (value === null || value === undefined) record[column] = null;
    else if (value === '') record[column] = '';
    else if (sealed.includes(column))
      record[column] = secret && column === 'body' ? null : deps.vault.open(String(value));
    else if (INSTANT.test(column) && typeof value === 'number') record[column] = new Date(value).toISOString();
    else if (NAMED.test(column)) record[column] = names.get(String(value)) ?? String(value);
    else record[column] = value as OwnValue;
  }
  if (table === 'customers') record.hasPassword = row.passwordHash !== null;
  return record;
}

/** The file that a customer takes with them, on record in the audit trail. */
export const downloadOwnData =
  (deps: Deps) =>
  async (input: { customerId: string; officeId: string; format: 'json' | 'html'; language: Language }) => {
    const { customerId, officeId, format, language } = input;
    const data = await collectOwnData(deps)({ customerId });
    await deps.db.write((q) =>
      appendAudit(q, deps, {
        chain: officeChain(officeId),
        actor: { kind: 'customer', id: customerId },
        action: 'customer.data_downloaded',
        subjectKind: 'customer',
        subjectId: customerId,
        detail: format,
      }),
    );
    const name = `waymark-${data.madeAt.slice(0, 10)}.${format}`;
    return format === 'json'
      ? { name, type: 'application/json; charset=utf-8', text: JSON.stringify(asObject(data), null, 2) }
      : { name, type: 'text/html; charset=utf-8', text: renderOwnData(data, language) };
  };

function asObject({ madeAt, sections }: OwnData) {
  return { madeAt, ...Object.fromEntries(sections.map(({ table, records }) => [table, records])) };
}
