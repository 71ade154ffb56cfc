import type { Queryable } from '@db/client.server';
import { listAppointmentTexts } from '@db/queries/appointment-texts.server';
import { listOffices } from '@db/queries/offices.server';
import type { CsvFile } from '~/adapters/csv/csv-file';
import type { Actor } from '~/domain/access/role';
import { APPOINTMENTS_FORMAT, readAppointmentLine, type AppointmentLine } from '~/domain/import/appointment-line';
import { hasLeftFault, lackingFor } from '~/domain/import/newcomer';
import { newDryTally, newTally, type Tally } from '~/domain/import/tally';
import type { Deps } from './deps';
import {
  importLines,
  NO_OFFICE_YET,
  type GoodLine,
  type Imported,
  type ImportListener,
  type LineImport,
  type SavedBatch,
} from './import-lines.server';
import { rememberInstants, rememberPhones } from './remembered-readers.server';
import { withinOffice, type OnlyOffice } from './within-office.server';
import { loadAdvisers } from './save-advisers.server';
import { saveAppointments } from './save-appointments.server';
import { loadCustomers } from './save-customers.server';

const IMPORT: Actor = { kind: 'import', id: null };

interface Run {
  officeIds: ReadonlyMap<string, string>;
  requestId: string;
  tallies: { appointments: Tally; customers: Tally; advisers: Tally };
}

/**
 * Imports an appointments file (docs/import.md): its appointments with their reminders, and the customers and advisers
 * that it names. The same file again changes nothing.
 */
export const importAppointments =
  (deps: Deps) =>
  async (
    file: CsvFile,
    listener: ImportListener,
    options: { dryRun: boolean; within?: OnlyOffice },
  ): Promise<Imported> => {
    const offices = await deps.db.read(listOffices);
    const zones = new Map(offices.map((office) => [office.ref, office.timeZone]));
    const context = {
      readPhone: rememberPhones(deps.phoneNumbers),
      instantOf: rememberInstants(),
      zoneOf: (ref: string) => zones.get(ref) ?? null,
    };
    const tally = () => (options.dryRun ? newDryTally() : newTally());
    const run: Run = {
      officeIds: new Map(offices.map((office) => [office.ref, office.id])),
      requestId: deps.newId(),
      tallies: { appointments: tally(), customers: tally(), advisers: tally() },
    };
    const kind: LineImport<AppointmentLine> = {
      format: APPOINTMENTS_FORMAT,
      lastDecides: 'appointment_ref',
      read: (cells) => readAppointmentLine(cells, context),
      save: (q, lines) => saveLines(q, deps, run, lines),
    };
    const outcome =
      offices.length === 0
        ? { ok: false as const, reason: NO_OFFICE_YET }
        : await importLines(deps, file, withinOffice(options.within, kind, namedIn), listener, options.dryRun);
    const { appointments, customers, advisers } = run.tallies;
    return {
      outcome,
      appointments: appointments.counts,
      customers: customers.counts,
      advisers: advisers.counts,
    };
  };

const namedIn = ({ ref, customer, adviserRef, officeRef }: AppointmentLine) => ({
  ...{ appointment: ref, customer: customer.ref, adviser: adviserRef, office: officeRef },
});

async function saveLines(
  q: Queryable,
  deps: Deps,
  run: Run,
  lines: readonly GoodLine<AppointmentLine>[],
): Promise<SavedBatch> {
  const refsOf = (ref: (line: AppointmentLine) => string) => lines.map(({ value }) => ref(value));
  const advisers = await loadAdvisers(
    q,
    deps,
    refsOf((line) => line.adviserRef),
  );
  const customers = await loadCustomers(
    q,
    deps,
    refsOf((line) => line.customer.ref),
  );
  const refused = new Map<number, string[]>();
  const complete: (AppointmentLine & { onlyIfNew: boolean })[] = [];
  const counted: (() => void)[] = [];

  for (const { line, value, overtaken } of lines) {
    const lacking = lackingIn(value, advisers.has, customers.has);
    if (lacking.length > 0) {
      refused.set(line, lacking);
      continue;
    }
    const left = advisers.hasLeft(value.adviserRef);
    if (left && value.status === 'booked' && value.startsAt > deps.clock.now()) {
      refused.set(line, [hasLeftFault(value.adviserRef)]);
      continue;
    }
    complete.push({ ...value, onlyIfNew: overtaken });
    const officeId = run.officeIds.get(value.officeRef)!;
    const adviser = advisers.tell({ ref: value.adviserRef, name: value.adviserName, officeId });
    // What was with somebody who has left since is history, and gives nobody to them.
    const ifNone = { officeId, adviserId: left ? null : advisers.getId(value.adviserRef) };
    const customer = customers.tell({ ...value.customer, officeId: null, adviserId: null, ifNone });
    counted.push(() => {
      run.tallies.advisers.add(adviser, value.adviserRef, value.adviserName);
      run.tallies.customers.add(customer, value.customer.ref, value.customer);
    });
  }
  await advisers.save();
  await customers.save();

  const texts = await knownTexts(q, complete);
  const list = complete.map((line) => {
    const before = texts.get(line.ref);
    const text = { purpose: line.purpose ?? before?.purpose ?? '', bring: line.bring ?? before?.bring ?? '' };
    texts.set(line.ref, text);
    return {
      ref: line.ref,
      customerId: customers.getId(line.customer.ref),
      adviserId: advisers.getId(line.adviserRef),
      officeId: run.officeIds.get(line.officeRef)!,
      kind: line.kind,
      mode: line.mode,
      startsAt: line.startsAt,
      endsAt: line.endsAt,
      ...text,
      status: line.status,
      onlyIfNew: line.onlyIfNew,
    };
  });
  const saved = await saveAppointments(q, deps, list, IMPORT, run.requestId);
  saved.forEach(({ ref, result }, index) => {
    const { onlyIfNew, ...line } = complete[index]!;
    const facts = { ...line, customer: null, adviserName: null };
    counted.push(() => run.tallies.appointments.add(result, ref, facts, onlyIfNew));
  });
  return { refused, count: () => counted.forEach((add) => add()) };
}

type IsKnown = (ref: string) => boolean;

function lackingIn({ customer, ...line }: AppointmentLine, hasAdviser: IsKnown, hasCustomer: IsKnown): string[] {
  const names = { first_name: customer.firstName, last_name: customer.lastName };
  return [
    ...(hasCustomer(customer.ref) ? [] : lackingFor('customer', customer.ref, names)),
    ...(hasAdviser(line.adviserRef) ? [] : lackingFor('adviser', line.adviserRef, { adviser_name: line.adviserName })),
  ];
}

/** What is known of the appointments whose line says nothing of their purpose, or of what to bring: it stays. */
async function knownTexts(q: Queryable, lines: AppointmentLine[]) {
  const silent = lines.filter((line) => line.purpose === null || line.bring === null);
  const rows = await listAppointmentTexts(q, [...new Set(silent.map((line) => line.ref))]);
  return new Map(rows.map(({ ref, purpose, bring }) => [ref, { purpose, bring }]));
}
