import { listAppointmentsToExport, listContactsToExport, listCustomersToExport } from '@db/queries/exports.server';
import { listOfficeClubs } from '@db/queries/kept-clubs.server';
import { findOffice } from '@db/queries/office-day.server';
import { csvStatusOf } from '~/domain/appointment/csv-status';
import { MINUTE } from '~/domain/clock';
import type { ImportKind } from '~/domain/import/import-run';
import { groupBy } from '~/domain/group-by';
import { addDays, dayBounds, wallClockOf } from '~/domain/time/wall-clock';
import { recordRead } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

/** How far back and ahead the appointments of a file go, in days. */
const DAYS_BACK = 400;
const DAYS_AHEAD = 400;

/** A CSV file: safe to open in a spreadsheet, and of the columns that an import takes, so that it can be sent in again. */
export interface ExportedFile {
  name: string;
  text: string;
}

/**
 * Writes the customers, appointments (of the last and the next 400 days) or clubs of the viewer's office as a file. On record
 * as read. Times are the office's wall clock.
 */
export const exportOffice =
  (deps: Deps) =>
  async ({ staff, kind }: { staff: SignedInStaff; kind: ImportKind }): Promise<ExportedFile> => {
    const { rows, date } = await deps.db.read(async (q) => {
      const office = await findOffice(q, staff.officeId);
      if (!office) throw new Error('a member of staff has an office that does not exist');
      const { id: officeId, ref: officeRef, timeZone: zone } = office;
      const today = wallClockOf(deps.clock.now(), zone).date;
      if (kind === 'customers') return { date: today, rows: await customerRows(q, deps, officeId, officeRef) };
      if (kind === 'clubs') return { date: today, rows: await clubRows(q, officeId) };
      const from = dayBounds(addDays(today, -DAYS_BACK), zone).from;
      const to = dayBounds(addDays(today, DAYS_AHEAD), zone).to;
      return { date: today, rows: await appointmentRows(q, { officeId, officeRef, zone, from, to }) };
    });
    await recordRead(deps)({
      ...{ reader: staff, action: 'export.read', subjectKind: 'office', subjectId: staff.officeId, detail: kind },
    });
    return { name: `${kind}-${date}.csv`, text: rows.map((row) => deps.csv.line(row)).join('') };
  };

type Q = Parameters<typeof listOfficeClubs>[0];

async function customerRows(q: Q, deps: Deps, officeId: string, officeRef: string): Promise<string[][]> {
  const points = groupBy(await listContactsToExport(q, officeId), ({ customerId }) => customerId);
  const header = ['customer_ref', 'first_name', 'last_name', 'mobile', 'landline', 'email', 'language', 'adviser_ref', 'adviser_name', 'office_ref']; // prettier-ignore
  const rows = (await listCustomersToExport(q, officeId)).map(({ customer, adviser }) => {
    // The newest of each kind: the one that an import would put in the place of the others.
    const last = (kind: string) => points.get(customer.id)?.findLast((point) => point.kind === kind);
    const number = (kind: string) => {
      const point = last(kind);
      return point ? deps.phoneNumbers.display(deps.vault.open(point.value)) : '';
    };
    const email = last('email');
    return [
      ...[customer.ref, customer.firstName, customer.lastName, number('mobile'), number('landline')],
      ...[email ? deps.vault.open(email.value) : '', customer.language],
      ...[adviser?.ref ?? '', adviser ? `${adviser.firstName} ${adviser.lastName}`.trim() : '', officeRef],
    ];
  });
  return [header, ...rows];
}

async function appointmentRows(
  q: Q,
  { officeRef, zone, ...range }: { officeId: string; officeRef: string; zone: string; from: number; to: number },
): Promise<string[][]> {
  const header = ['appointment_ref', 'customer_ref', 'first_name', 'last_name', 'language', 'adviser_ref', 'adviser_name', 'office_ref', 'kind', 'mode', 'starts_at', 'duration_minutes', 'purpose', 'bring', 'status']; // prettier-ignore
  const rows = (await listAppointmentsToExport(q, range)).map(({ appointment: one, customer, adviser }) => {
    const { date, time } = wallClockOf(one.startsAt, zone);
    return [
      ...[one.ref, customer.ref, customer.firstName, customer.lastName, customer.language, adviser.ref],
      ...[`${adviser.firstName} ${adviser.lastName}`.trim(), officeRef, one.kind, one.mode, `${date}T${time}`],
      ...[String((one.endsAt - one.startsAt) / MINUTE), one.purpose, one.bring, csvStatusOf(one.status)],
    ];
  });
  return [header, ...rows];
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

async function clubRows(q: Q, officeId: string): Promise<string[][]> {
  const header = ['club_ref', 'name', 'place', 'address', 'postcode', 'weekday', 'from_time', 'to_time', 'latitude', 'longitude', 'phone', 'ask_for', 'helps_with', 'computers', 'creche', 'step_free']; // prettier-ignore
  const yes = (has: boolean) => (has ? 'yes' : 'no');
  const rows = (await listOfficeClubs(q, officeId)).map((club) => [
    ...[club.ref, club.name, club.place, club.address, club.postcode, WEEKDAYS[club.weekday - 1]!],
    ...[club.fromTime, club.toTime, String(club.latitude), String(club.longitude), club.phone, club.askFor],
    ...[club.helpsWith, yes(club.computers), yes(club.creche), yes(club.stepFree)],
  ]);
  return [header, ...rows];
}
