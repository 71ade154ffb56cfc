import type { InferInsertModel } from 'drizzle-orm';
import type { Tables } from '@db/schema/tables';
import type { CapabilityAnswers } from '~/domain/capability/answers';
import type { ContactKind } from '~/domain/contact/contact-point';
import { HOUR, MINUTE } from '~/domain/clock';
import { searchNameOf } from '~/domain/contact/search-name';
import type { Deps } from '~/services/deps';

/**
 * Rows for tests: each function writes one, with sensible values that the test may override, and returns it.
 * People are fictional; numbers are from Ofcom's drama ranges.
 */
type Row<T extends keyof Tables> = InferInsertModel<Tables[T]>;

let count = 0;
const next = (prefix: string) => `${prefix}${(count += 1)}`;

export async function anOffice(deps: Deps, overrides: Partial<Row<'offices'>> = {}) {
  const row = {
    id: deps.newId(),
    ref: next('OFF'),
    name: 'Bangor Jobcentre',
    address: '1 High Street, Bangor',
    postcode: 'LL57 1AA',
    phone: '01632960100',
    gettingThere: 'Buses 5 and 67 stop outside.',
    stepFree: 'Step-free from the car park.',
    timeZone: 'Europe/London',
    ...overrides,
  };
  await deps.db.write((q) => q.insert(q.tables.offices).values(row));
  return row;
}

export async function aMemberOfStaff(deps: Deps, officeId: string, overrides: Partial<Row<'staff'>> = {}) {
  const ref = next('ADV');
  const row = {
    id: deps.newId(),
    ref,
    officeId,
    firstName: 'Sioned',
    lastName: 'Parry',
    role: 'adviser' as const,
    email: `${ref.toLowerCase()}@waymark.example`,
    active: true,
    totpLastStep: 0,
    ...overrides,
  };
  await deps.db.write((q) => q.insert(q.tables.staff).values(row));
  return row;
}

export async function aCustomer(
  deps: Deps,
  owner: { officeId: string; adviserId: string },
  overrides: Partial<Row<'customers'>> & { mobile?: string; landline?: string; email?: string } = {},
) {
  const { mobile, landline, email, ...fields } = overrides;
  const now = deps.clock.now();
  const row = {
    id: deps.newId(),
    ref: next('CUS'),
    officeId: owner.officeId,
    adviserId: owner.adviserId,
    firstName: 'Aled',
    lastName: 'Hughes',
    language: 'en' as const,
    discreet: false,
    noMessages: false,
    preferredChannel: null,
    homeArea: null,
    createdAt: now,
    updatedAt: now,
    ...fields,
  };
  await deps.db.write(async (q) => {
    await q.insert(q.tables.customers).values({ ...row, searchName: searchNameOf(row) });
    if (!row.adviserId) return;
    const named = { customerId: row.id, adviserId: row.adviserId, reason: 'first' as const };
    await q.insert(q.tables.adviserTerms).values({ ...named, id: deps.newId(), fromAt: now });
  });
  if (mobile) await aContactPoint(deps, row.id, 'mobile', mobile);
  if (landline) await aContactPoint(deps, row.id, 'landline', landline);
  if (email) await aContactPoint(deps, row.id, 'email', email);
  return row;
}

/** @param value an E.164 number or an email address. */
export async function aContactPoint(
  deps: Deps,
  customerId: string,
  kind: ContactKind,
  value: string,
  overrides: Partial<Row<'contactPoints'>> = {},
) {
  const now = deps.clock.now();
  const row = {
    id: deps.newId(),
    customerId,
    kind,
    value: deps.vault.seal(value),
    valueIndex: deps.vault.index(value),
    health: 'untried' as const,
    verifiedAt: now,
    createdAt: now,
    ...overrides,
  };
  await deps.db.write((q) => q.insert(q.tables.contactPoints).values(row));
  return row;
}

/** An appointment row alone: nothing is planned for it. Tomorrow at the same time, for 30 minutes. */
export async function anAppointment(
  deps: Deps,
  people: { customerId: string; adviserId: string; officeId: string },
  overrides: Partial<Row<'appointments'>> = {},
) {
  const now = deps.clock.now();
  const startsAt = overrides.startsAt ?? now + 24 * HOUR;
  const row = {
    id: deps.newId(),
    ref: next('APT'),
    ...people,
    kind: 'review',
    mode: 'in_person' as const,
    startsAt,
    endsAt: startsAt + 30 * MINUTE,
    purpose: 'Plan your next steps together',
    bring: 'your CV if you have one',
    status: 'booked' as const,
    version: 1,
    bookedAt: now,
    updatedAt: now,
    ...overrides,
  };
  await deps.db.write((q) => q.insert(q.tables.appointments).values(row));
  return row;
}

/** A step that the customer has agreed to do, a week from now, unless told otherwise. */
export async function aStep(deps: Deps, customerId: string, overrides: Partial<Row<'steps'>> = {}) {
  const now = deps.clock.now();
  const row = {
    id: deps.newId(),
    customerId,
    action: 'Ring the college about the forklift course',
    owner: 'customer' as const,
    dueOn: new Date(now + 7 * 24 * HOUR).toISOString().slice(0, 10),
    createdAt: now,
    ...overrides,
  };
  await deps.db.write((q) => q.insert(q.tables.steps).values(row));
  return row;
}

/** The link that a text about this version of the appointment would carry. @returns its token. */
export async function aLink(deps: Deps, appointment: { id: string; version: number }): Promise<string> {
  const token = deps.vault.linkToken(appointment.id, appointment.version);
  const link = {
    tokenHash: deps.vault.hashSecret(token),
    appointmentId: appointment.id,
    appointmentVersion: appointment.version,
    createdAt: deps.clock.now(),
  };
  await deps.db.write((q) => q.insert(q.tables.appointmentLinks).values(link));
  return token;
}

/** The adviser sees people from 9:00 to 17:00, Monday to Friday. */
export async function availableAllWeek(deps: Deps, adviserId: string): Promise<void> {
  const rows = [1, 2, 3, 4, 5].map((weekday) => ({
    id: deps.newId(),
    adviserId,
    weekday,
    fromTime: '09:00',
    toTime: '17:00',
  }));
  await deps.db.write((q) => q.insert(q.tables.availability).values(rows));
}

/** A work club that meets on Thursdays from 10 to 12. */
export async function aClub(deps: Deps, overrides: Partial<Row<'clubs'>> = {}) {
  const row = {
    id: deps.newId(),
    ref: next('CLUB'),
    name: 'Maesgeirchen work club',
    place: 'Tŷ Cegin',
    address: 'Maesgeirchen, Bangor',
    postcode: 'LL57 1LR',
    latitude: 53.229,
    longitude: -4.11,
    phone: '01632960800',
    askFor: 'Beca',
    helpsWith: 'CVs, interviews',
    weekday: 4,
    fromTime: '10:00',
    toTime: '12:00',
    ...overrides,
  };
  await deps.db.write((q) => q.insert(q.tables.clubs).values(row));
  return row;
}

export async function anArea(deps: Deps, row: Row<'areas'>) {
  await deps.db.write((q) => q.insert(q.tables.areas).values(row));
  return row;
}

/** Somebody who helps near an office. */
export async function someHelp(deps: Deps, officeId: string, overrides: Partial<Row<'localHelp'>> = {}) {
  const row = {
    id: deps.newId(),
    ref: next('HELP'),
    officeId,
    barrier: 'it' as const,
    name: 'Llyfrgell Lôn y Bont',
    what: 'Computers to use for free.',
    whatInWelsh: 'Cyfrifiaduron i’w defnyddio am ddim.',
    phone: '01632960506',
    address: '9 Lôn y Bont, Bangor',
    ...overrides,
  };
  await deps.db.write((q) => q.insert(q.tables.localHelp).values(row));
  return row;
}

/** Somewhere for people who are not online: a course in filling in forms, unless told otherwise. */
export async function aDigitalPlace(deps: Deps, officeId: string, overrides: Partial<Row<'digitalPlaces'>> = {}) {
  const row = {
    ...{ id: deps.newId(), ref: next('PLACE'), officeId, kind: 'training' as const, name: 'Forms, step by step' },
    ...{ what: 'A small group that fills in forms together.', whatInWelsh: 'Grŵp bach sy’n llenwi ffurflenni.' },
    ...{ teaches: 'fill_form', address: '4 Ffordd Caellepa, Bangor', postcode: 'LL57 1ZV' },
    ...{ latitude: 53.226, longitude: -4.13, phone: '01632960650', open: 'Tuesday, 10 to 12', cost: 'free' },
    ...overrides,
  };
  await deps.db.write((q) => q.insert(q.tables.digitalPlaces).values(row));
  return row;
}

/** The answers of somebody who can do all of it alone, unless told otherwise, as a finished profile. */
export async function aProfile(deps: Deps, customerId: string, answers: Partial<CapabilityAnswers> = {}) {
  const now = deps.clock.now();
  const all: CapabilityAnswers = {
    ...{ device: 'own', online: 'yes', readByOthers: 'no', often: 'most_days', way: 'no_preference', wants: [] },
    ...{ open_link: 'alone', write_message: 'alone', fill_form: 'alone', use_code: 'alone', spot_scam: 'alone' },
    ...answers,
  };
  const row = {
    id: deps.newId(),
    customerId,
    answers: deps.vault.seal(JSON.stringify(all)),
    toldBy: 'customer' as const,
  };
  const times = { startedAt: now, updatedAt: now, finishedAt: now };
  await deps.db.write((q) => q.insert(q.tables.profiles).values({ ...row, ...times }));
  return row;
}
