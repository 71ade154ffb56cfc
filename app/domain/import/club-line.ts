import { readPostcode } from '../contact/postal-address';
import type { ReadPhone } from './contact-cells';
import { MAX_NAME, MAX_REF } from './customer-line';
import type { FileFormat } from './header';
import type { LineCells } from './line-cells';

/** The clubs file. docs/import.md describes it to people. */
export const CLUBS_FORMAT = {
  required: ['club_ref', 'name', 'place', 'address', 'postcode', 'weekday', 'from_time', 'to_time'],
  optional: ['latitude', 'longitude', 'phone', 'ask_for', 'helps_with', 'computers', 'creche', 'step_free'],
} as const satisfies FileFormat;

export type ClubColumn = (typeof CLUBS_FORMAT)['required' | 'optional'][number];

/** What a line says of a club; null says nothing, and leaves what is known as it is. */
export interface ClubLine {
  ref: string;
  name: string;
  place: string;
  address: string;
  postcode: string;
  /** In degrees; null where the line does not say. */
  point: { latitude: number; longitude: number } | null;
  /** E.164. */
  phone: string | null;
  askFor: string | null;
  helpsWith: string | null;
  /** 1 Monday to 7 Sunday. */
  weekday: number;
  fromTime: string;
  toTime: string;
  computers: boolean | null;
  creche: boolean | null;
  stepFree: boolean | null;
}

const LONGEST_ADDRESS = 200;
const LONGEST_HELP = 200;
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Reads a line of the clubs file; what is wrong with it is in `cells.problems`. */
export function readClubLine(cells: LineCells, context: { readPhone: ReadPhone }): ClubLine {
  const [fromTime, toTime] = [readTime(cells, 'from_time'), readTime(cells, 'to_time')];
  if (fromTime !== '' && toTime !== '' && toTime <= fromTime) cells.problem('to_time', 'is not after from_time');
  return {
    ref: cells.required('club_ref', MAX_REF),
    name: cells.required('name', MAX_NAME),
    place: cells.required('place', MAX_NAME),
    address: cells.required('address', LONGEST_ADDRESS),
    postcode: readClubPostcode(cells),
    point: readPoint(cells),
    phone: readClubPhone(cells, context.readPhone),
    askFor: cells.text('ask_for', MAX_NAME),
    helpsWith: cells.text('helps_with', LONGEST_HELP),
    weekday: readWeekday(cells),
    ...{ fromTime, toTime },
    computers: cells.yesOrNo('computers'),
    creche: cells.yesOrNo('creche'),
    stepFree: cells.yesOrNo('step_free'),
  };
}

function readClubPostcode(cells: LineCells): string {
  const postcode = readPostcode(cells.raw('postcode'));
  if (postcode === null) cells.problem('postcode', 'is not a UK postcode, such as LL57 2AB');
  return postcode ?? '';
}

function readPoint(cells: LineCells): ClubLine['point'] {
  const [lat, long] = [cells.raw('latitude'), cells.raw('longitude')];
  if (lat === '' && long === '') return null;
  const [latitude, longitude] = [degrees(cells, 'latitude', 49, 61), degrees(cells, 'longitude', -9, 2)];
  return { latitude, longitude };
}

/** Degrees within the United Kingdom: two cells the wrong way round are the usual slip. */
function degrees(cells: LineCells, column: ClubColumn, least: number, most: number): number {
  const text = cells.raw(column);
  const value = /^-?\d{1,3}(\.\d{1,15})?$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) cells.problem(column, `is not from ${least} to ${most}`);
  return value;
}

function readClubPhone(cells: LineCells, readPhone: ReadPhone): string | null {
  const text = cells.raw('phone');
  if (text === '') return null;
  const phone = readPhone(text);
  if (phone === null) cells.problem('phone', 'is not a UK telephone number');
  return phone?.e164 ?? null;
}

function readWeekday(cells: LineCells): number {
  const word = cells.raw('weekday').toLowerCase();
  const found = /^[1-7]$/.test(word) ? Number(word) : WEEKDAYS.indexOf(word) + 1;
  if (found === 0) cells.problem('weekday', 'must be Monday to Sunday, or 1 to 7');
  return found;
}

/** "10:00", also written "9:30" or "10:00:00"; '' when it is no time. */
function readTime(cells: LineCells, column: ClubColumn): string {
  const found = /^([01]?\d|2[0-3]):([0-5]\d)(?::00)?$/.exec(cells.raw(column));
  if (!found) cells.problem(column, 'is not a time, such as 14:30');
  return found ? `${found[1]!.padStart(2, '0')}:${found[2]}` : '';
}
