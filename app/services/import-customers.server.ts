import type { Queryable } from '@db/client.server';
import { listOffices } from '@db/queries/offices.server';
import type { CsvFile } from '~/adapters/csv/csv-file';
import { CUSTOMERS_FORMAT, readCustomerLine, type CustomerLine } from '~/domain/import/customer-line';
import { hasLeftFault, lackingFor } from '~/domain/import/newcomer';
import { newDryTally, newTally, type Tally } from '~/domain/import/tally';
import type { Deps } from './deps';
import {
  importLines,
  NO_OFFICE_YET,
  type GoodLine,
  type ImportListener,
  type Imported,
  type LineImport,
  type SavedBatch,
} from './import-lines.server';
import { loadAdvisers } from './save-advisers.server';
import { loadCustomers } from './save-customers.server';
import { withinOffice, type OnlyOffice } from './within-office.server';
import { rememberPhones } from './remembered-readers.server';
import { warnOfDoubles } from './warn-of-doubles.server';

/** Imports a customers file (docs/import.md). The same file again changes nothing. */
export const importCustomers =
  (deps: Deps) =>
  async (
    file: CsvFile,
    listener: ImportListener,
    options: { dryRun: boolean; within?: OnlyOffice },
  ): Promise<Imported> => {
    const offices = new Map((await deps.db.read(listOffices)).map((office) => [office.ref, office.id]));
    const tally = () => (options.dryRun ? newDryTally() : newTally());
    const tallies = { customers: tally(), advisers: tally() };
    const readPhone = rememberPhones(deps.phoneNumbers);
    const kind: LineImport<CustomerLine> = {
      format: CUSTOMERS_FORMAT,
      read: (cells) => readCustomerLine(cells, { readPhone, hasOffice: (ref) => offices.has(ref) }),
      save: (q, lines) => saveCustomerLines(q, deps, lines, offices, tallies),
    };
    // Somebody looks at what a file would do on screen; a file that comes every night has been looked at before.
    const looked = options.dryRun && options.within ? warnOfDoubles(deps, options.within, kind) : kind;
    const outcome =
      offices.size === 0
        ? { ok: false as const, reason: NO_OFFICE_YET }
        : await importLines(deps, file, withinOffice(options.within, looked, namedIn), listener, options.dryRun);
    return { outcome, appointments: null, customers: tallies.customers.counts, advisers: tallies.advisers.counts };
  };

const namedIn = ({ ref, officeRef, adviserRef }: CustomerLine) => ({
  ...{ customer: ref, office: officeRef, adviser: adviserRef },
});

/** Saves a batch: the advisers that it names first, then the customers. */
async function saveCustomerLines(
  q: Queryable,
  deps: Deps,
  lines: readonly GoodLine<CustomerLine>[],
  offices: ReadonlyMap<string, string>,
  tallies: { customers: Tally; advisers: Tally },
): Promise<SavedBatch> {
  const adviserRefs = lines.flatMap(({ value }) => value.adviserRef ?? []);
  const advisers = await loadAdvisers(q, deps, adviserRefs);
  const customers = await loadCustomers(
    q,
    deps,
    lines.map(({ value }) => value.ref),
  );
  const refused = new Map<number, string[]>();
  const counted: (() => void)[] = [];

  for (const { line, value } of lines) {
    const lacking = lackingIn(value, advisers.has, customers.has);
    if (lacking.length > 0) {
      refused.set(line, lacking);
      continue;
    }
    // Whoever has an adviser keeps them, and what else the line says counts; whoever has none would be left with nobody.
    const left = value.adviserRef !== null && advisers.hasLeft(value.adviserRef);
    if (left && !customers.hasAdviser(value.ref)) {
      refused.set(line, [hasLeftFault(value.adviserRef!)]);
      continue;
    }
    const officeId = value.officeRef === null ? null : offices.get(value.officeRef)!;
    let adviserId: string | null = null;
    if (value.adviserRef !== null && !left) {
      const adviser = { ref: value.adviserRef, name: value.adviserName, officeId };
      const told = advisers.tell(adviser);
      counted.push(() => tallies.advisers.add(told, adviser.ref, adviser.name));
      adviserId = advisers.getId(adviser.ref);
    }
    const result = customers.tell({ ...value, officeId, adviserId });
    counted.push(() => tallies.customers.add(result, value.ref, value));
  }
  await advisers.save();
  await customers.save();
  return { refused, count: () => counted.forEach((add) => add()) };
}

type IsKnown = (ref: string) => boolean;

function lackingIn(line: CustomerLine, hasAdviser: IsKnown, hasCustomer: IsKnown): string[] {
  const { ref, firstName, lastName, officeRef, adviserRef, adviserName } = line;
  const forCustomer = hasCustomer(ref)
    ? []
    : lackingFor('customer', ref, { first_name: firstName, last_name: lastName, office_ref: officeRef });
  if (adviserRef === null || hasAdviser(adviserRef)) return forCustomer;
  return [...forCustomer, ...lackingFor('adviser', adviserRef, { adviser_name: adviserName, office_ref: officeRef })];
}
