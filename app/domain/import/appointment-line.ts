import { APPOINTMENT_MODES, type AppointmentMode, type AppointmentStatus } from '../appointment/appointment';
import { MINUTE } from '../clock';
import { MAX_NAME, MAX_REF, readCustomerFacts, type CustomerFacts } from './customer-line';
import type { ReadPhone } from './contact-cells';
import type { FileFormat } from './header';
import type { LineCells } from './line-cells';
import { readStartsAt, type InstantOf } from './starts-at';

/** The appointments file, as the contract has it. docs/import.md describes it to people. */
export const APPOINTMENTS_FORMAT: FileFormat = {
  required: [
    'appointment_ref',
    'customer_ref',
    'first_name',
    'last_name',
    'adviser_ref',
    'adviser_name',
    'office_ref',
    'kind',
    'mode',
    'starts_at',
    'duration_minutes',
    'status',
  ],
  optional: ['mobile', 'landline', 'email', 'language', 'purpose', 'bring'],
};

/** The words of the file, and what they mean here. The file comes from the office, so the office cancelled. */
const STATUS_WORDS = {
  booked: 'booked',
  cancelled: 'cancelled_by_office',
  attended: 'attended',
  failed_to_attend: 'failed_to_attend',
  rearranged: 'rearranged',
} as const satisfies Record<string, AppointmentStatus>;

const MIN_MINUTES = 5;
const MAX_MINUTES = 480;
const MAX_KIND = 60;
const MAX_PURPOSE = 200;
const MAX_BRING = 300;

/** What a line of the appointments file says. Instants in milliseconds. */
export interface AppointmentLine {
  ref: string;
  customer: CustomerFacts;
  adviserRef: string;
  adviserName: string | null;
  officeRef: string;
  kind: string;
  mode: AppointmentMode;
  startsAt: number;
  endsAt: number;
  purpose: string | null;
  bring: string | null;
  status: AppointmentStatus;
}

/** What the rules have to know that is not in the line. */
export interface AppointmentLineContext {
  readPhone: ReadPhone;
  instantOf: InstantOf;
  /** The time zone of an office; null when there is no such office. */
  zoneOf: (officeRef: string) => string | null;
}

/** Reads a line; null when something is wrong with it, which is then in `cells.problems`. */
export function readAppointmentLine(cells: LineCells, context: AppointmentLineContext): AppointmentLine | null {
  const ref = cells.required('appointment_ref', MAX_REF);
  const customer = readCustomerFacts(cells, context.readPhone);
  const adviserRef = cells.required('adviser_ref', MAX_REF);
  const adviserName = cells.text('adviser_name', MAX_NAME);
  const officeRef = cells.required('office_ref', MAX_REF);
  const zone = context.zoneOf(officeRef);
  if (officeRef !== '' && zone === null) cells.problem('office_ref', 'is not an office that is known');
  const kind = cells.required('kind', MAX_KIND);
  const mode = requiredWord(cells, 'mode', APPOINTMENT_MODES);
  // Without the office's zone the form can still be checked; the line is rejected anyway.
  const startsAt = readStartsAt(cells, zone ?? 'Europe/London', context.instantOf);
  const minutes = readMinutes(cells);
  const purpose = cells.text('purpose', MAX_PURPOSE);
  const bring = cells.text('bring', MAX_BRING);
  const status = requiredWord(cells, 'status', Object.keys(STATUS_WORDS) as (keyof typeof STATUS_WORDS)[]);

  if (cells.problems.length > 0 || !mode || !status || startsAt === null || minutes === null) return null;
  return {
    ref,
    customer,
    adviserRef,
    adviserName,
    officeRef,
    kind,
    mode,
    startsAt,
    endsAt: startsAt + minutes * MINUTE,
    purpose,
    bring,
    status: STATUS_WORDS[status],
  };
}

function requiredWord<const T extends string>(cells: LineCells, column: string, words: readonly T[]): T | null {
  if (cells.raw(column) === '') cells.problems.push(`${column} is empty`);
  return cells.oneOf(column, words);
}

function readMinutes(cells: LineCells): number | null {
  const raw = cells.raw('duration_minutes');
  if (raw === '') {
    cells.problems.push('duration_minutes is empty');
    return null;
  }
  const minutes = /^\d{1,4}$/.test(raw) ? Number(raw) : Number.NaN;
  if (minutes >= MIN_MINUTES && minutes <= MAX_MINUTES) return minutes;
  cells.problem('duration_minutes', `must be a whole number from ${MIN_MINUTES} to ${MAX_MINUTES}`);
  return null;
}
