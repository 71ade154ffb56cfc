import type { Role } from '~/domain/access/role';
import type { Language } from '~/domain/language';
import type { Channel } from '~/domain/messaging/channel';
import { randomName } from './names';
import { OFFICES, type OfficePlace } from './places';
import type { Random } from './random';

export interface StaffMember {
  ref: string;
  officeRef: string;
  role: Role;
  firstName: string;
  lastName: string;
  email: string;
}

export interface Customer {
  ref: string;
  officeRef: string;
  adviserRef: string;
  firstName: string;
  lastName: string;
  language: Language;
  discreet: boolean;
  preferredChannel: Channel | null;
  homeArea: string;
  /** E.164 numbers from Ofcom's ranges for drama. */
  mobile: string | null;
  landline: string | null;
  email: string | null;
  /** Postal address, line below line; made up but for the town. */
  post: string | null;
  /** Has answered STOP to texts. */
  stoppedTexts: boolean;
}

const CUSTOMERS = 600;

const ADVISERS: Record<string, readonly (readonly [string, string])[]> = {
  BAN: [['Sioned', 'Parry'], ['Rhys', 'Tudur'], ['Helen', 'Marsh'], ['Imran', 'Malik']], // prettier-ignore
  WRE: [['Gwenllïan', 'Prŷs'], ['Paul', 'Fletcher'], ['Agnieszka', 'Król'], ['Dewi', 'Lloyd']], // prettier-ignore
  SHR: [['Joanne', 'Beddoes'], ['Ravi', 'Sharma'], ['Niamh', "O'Connor"], ['Tom', 'Corfield']], // prettier-ignore
};

const OTHERS: readonly (readonly [officeRef: string, role: Role, first: string, last: string])[] = [
  ['BAN', 'manager', 'Elin', 'Vaughan'],
  ['WRE', 'manager', 'Stephen', 'Mills'],
  ['SHR', 'manager', 'Parveen', 'Akhtar'],
  ['BAN', 'champion', 'Kofi', 'Mensah'],
  ['BAN', 'organiser', 'Beca', 'Rowlands'],
  ['BAN', 'administrator', 'Marian', 'Foulkes'],
  ['BAN', 'partner', 'Osian', 'Teague'],
];

const ascii = (text: string) =>
  text
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase();

/** The district's staff: the same people every time. */
export function staffOfDistrict(): StaffMember[] {
  const member = (ref: string, officeRef: string, role: Role, firstName: string, lastName: string): StaffMember => ({
    ...{ ref, officeRef, role, firstName, lastName },
    email: `${ascii(firstName)}.${ascii(lastName)}@district.example`,
  });
  return [
    ...OFFICES.flatMap(({ ref }) =>
      ADVISERS[ref]!.map(([first, last], i) => member(`ADV-${ref}-${i + 1}`, ref, 'adviser', first, last)),
    ),
    ...OTHERS.map(([office, role, first, last]) =>
      member(`${role.toUpperCase().slice(0, 3)}-${office}-1`, office, role, first, last),
    ),
  ];
}

/** Whom the visitor of the demo signs in as: someone who can be reached by text and by email. */
const VISITOR = { firstName: 'Carys', lastName: 'Bevan', mobile: '+447700900001', email: 'carys.bevan@post.example' };

/** 600 customers; the first is the one that visitors of the demo sign in as. */
export function customersOfDistrict(random: Random): Customer[] {
  const customers: Customer[] = [];
  let mobiles = 1;
  let landlines = 400;
  const nextMobile = () => `+447700900${String((mobiles += 1)).padStart(3, '0')}`;
  const nextLandline = () => `+441632960${String((landlines += 1)).padStart(3, '0')}`;
  for (let i = 0; i < CUSTOMERS; i += 1) {
    const office = OFFICES[i % OFFICES.length]!;
    const name = randomName(random, office.country);
    const reach = reachOf(random.next());
    const address = `${ascii(name.firstName)}.${ascii(name.lastName)}${i}@${random.pick(['post', 'mail', 'ebost'])}.example`;
    customers.push({
      ref: `CUS-${String(i + 1).padStart(4, '0')}`,
      officeRef: office.ref,
      adviserRef: `ADV-${office.ref}-${(Math.floor(i / OFFICES.length) % 4) + 1}`,
      firstName: name.firstName,
      lastName: name.lastName,
      language: languageOf(random, office, name.welsh),
      discreet: random.chance(0.03),
      preferredChannel: reach.email && reach.mobile && random.chance(0.08) ? 'email' : likesPost(reach),
      homeArea: random.pick(office.areas),
      mobile: reach.mobile ? nextMobile() : null,
      landline: reach.landline ? nextLandline() : null,
      email: reach.email ? address : null,
      post: i % 5 === 0 || !reach.mobile ? postOf(i, office) : null,
      stoppedTexts: reach.mobile && random.chance(0.02),
    });
  }
  shareTelephones(customers);
  Object.assign(customers[0]!, VISITOR, { language: 'en', discreet: false, preferredChannel: null, homeArea: 'LL57' });
  Object.assign(customers[0]!, { landline: null, post: null, stoppedTexts: false, adviserRef: 'ADV-BAN-1' });
  return customers;
}

const STREETS = ['Heol y Bryn', 'Mill Lane', 'Lôn Goed', 'Chapel Street', 'Stryd y Ffynnon', 'Orchard Close'];

/** Those whom neither text nor email reaches would rather have a letter than a call. */
function likesPost(reach: { mobile: boolean; email: boolean }): Channel | null {
  return !reach.mobile && !reach.email ? 'letter' : null;
}

function postOf(i: number, { address, areas }: OfficePlace): string {
  const town = address.split(', ').at(-1)!;
  return `${(i % 80) + 1} ${STREETS[i % STREETS.length]}\n${town}\n${areas[0]} ${i % 9}ZZ`;
}

/** A quarter do not use the internet (the share that jobcentres found); some of those have no mobile either, a few nothing at all. */
function reachOf(ticket: number) {
  if (ticket < 0.01) return { mobile: false, landline: false, email: false };
  if (ticket < 0.07) return { mobile: false, landline: true, email: false };
  if (ticket < 0.25) return { mobile: true, landline: ticket < 0.12, email: false };
  if (ticket < 0.29) return { mobile: false, landline: true, email: true };
  return { mobile: true, landline: ticket > 0.9, email: true };
}

function languageOf(random: Random, office: OfficePlace, welshName: boolean): Language {
  if (office.country !== 'wales') return 'en';
  const likelihood = (welshName ? 0.45 : 0.06) * (office.ref === 'BAN' ? 1 : 0.45);
  return random.chance(likelihood) ? 'cy' : 'en';
}

/** Six couples and families have one telephone between them. */
function shareTelephones(customers: Customer[]): void {
  const withMobile = customers.filter((customer, i) => i > 30 && customer.mobile && !customer.stoppedTexts);
  for (let family = 0; family < 6; family += 1) {
    const one = withMobile[family * 31]!;
    const other = withMobile.slice(family * 31 + 1).find((candidate) => candidate.adviserRef === one.adviserRef)!;
    Object.assign(other, { mobile: one.mobile, lastName: one.lastName, homeArea: one.homeArea });
  }
}
