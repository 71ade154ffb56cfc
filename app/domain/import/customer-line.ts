import type { Channel } from '../messaging/channel';
import { CHANNELS } from '../messaging/channel';
import type { Language } from '../language';
import { LANGUAGES } from '../language';
import { readPostalAddress, type AddressProblem } from '../contact/postal-address';
import { readContacts, type ContactCells, type ReadPhone } from './contact-cells';
import type { FileFormat } from './header';
import type { LineCells } from './line-cells';

/** The customers file. docs/import.md describes it to people. */
export const CUSTOMERS_FORMAT: FileFormat = {
  required: ['customer_ref', 'first_name', 'last_name', 'office_ref'],
  optional: [
    'mobile',
    'landline',
    'email',
    'language',
    'adviser_ref',
    'adviser_name',
    'home_area',
    'preferred_channel',
    'discreet',
    'no_messages',
    'address',
    'postcode',
  ],
};

export const MAX_REF = 64;
export const MAX_NAME = 100;

/** What a line of either file says about a customer; null says nothing, and leaves what is known as it is. */
export interface CustomerFacts extends ContactCells {
  ref: string;
  firstName: string | null;
  lastName: string | null;
  language: Language | null;
}

/** What a line of the customers file says. */
export interface CustomerLine extends CustomerFacts {
  officeRef: string | null;
  adviserRef: string | null;
  adviserName: string | null;
  homeArea: string | null;
  preferredChannel: Channel | null;
  discreet: boolean | null;
  noMessages: boolean | null;
  /** Postal address, line below line. */
  post: string | null;
}

/** What both files say about a customer. */
export function readCustomerFacts(cells: LineCells, readPhone: ReadPhone): CustomerFacts {
  return {
    ref: cells.required('customer_ref', MAX_REF),
    firstName: cells.text('first_name', MAX_NAME),
    lastName: cells.text('last_name', MAX_NAME),
    ...readContacts(cells, readPhone),
    language: cells.oneOf('language', LANGUAGES),
  };
}

/** Reads a line of the customers file; what is wrong with it is in `cells.problems`. */
export function readCustomerLine(
  cells: LineCells,
  context: { readPhone: ReadPhone; hasOffice: (ref: string) => boolean },
): CustomerLine {
  const officeRef = cells.text('office_ref', MAX_REF);
  if (officeRef !== null && !context.hasOffice(officeRef))
    cells.problem('office_ref', 'is not an office that is known');
  return {
    ...readCustomerFacts(cells, context.readPhone),
    officeRef,
    adviserRef: cells.text('adviser_ref', MAX_REF),
    adviserName: cells.text('adviser_name', MAX_NAME),
    homeArea: readHomeArea(cells),
    preferredChannel: cells.oneOf('preferred_channel', CHANNELS),
    discreet: cells.yesOrNo('discreet'),
    noMessages: cells.yesOrNo('no_messages'),
    post: readPost(cells),
  };
}

/** Shown in place of the cell: an address is too much to repeat in a report. */
const ADDRESS_PROBLEMS: Record<AddressProblem, string> = {
  postcode: 'postcode is not a UK postcode, such as LL57 2AB',
  lines: 'address must have 1 to 5 lines, with commas or line ends between them',
  long_line: 'address has a line of more than 60 characters',
  hidden: 'address has a character that cannot be seen',
};

function readPost(cells: LineCells): string | null {
  const address = cells.raw('address');
  const postcode = cells.raw('postcode');
  if (address === '' && postcode === '') return null;
  if (address === '' || postcode === '') {
    cells.problems.push(`${address === '' ? 'address' : 'postcode'} is empty, but the other of the two is not`);
    return null;
  }
  const read = readPostalAddress(address, postcode);
  if (!read.ok) cells.problems.push(ADDRESS_PROBLEMS[read.problem]);
  return read.ok ? read.value : null;
}

const OUTWARD_CODE = /^[A-Z]{1,2}\d[A-Z\d]?$/;
const POSTCODE = /^([A-Z]{1,2}\d[A-Z\d]?) ?\d[A-Z]{2}$/;

function readHomeArea(cells: LineCells): string | null {
  const code = cells.raw('home_area').toUpperCase();
  if (code === '' || OUTWARD_CODE.test(code)) return code || null;
  const postcode = POSTCODE.exec(code);
  if (postcode) {
    // Where somebody lives, to the street, is more than choosing a work club needs.
    cells.warnings.push(`home_area is a whole postcode; only "${postcode[1]}" is kept`);
    return postcode[1]!;
  }
  cells.problem('home_area', 'is not the first half of a postcode, such as LL57');
  return null;
}
