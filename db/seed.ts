import type { InferSelectModel } from 'drizzle-orm';
import { DAY } from '~/domain/clock';
import { searchNameOf } from '~/domain/contact/search-name';
import { addDays, wallClockOf } from '~/domain/time/wall-clock';
import type { Queryable } from './client.server';
import { rowsOf } from './dialect/bulk';
import type { Tables } from './schema/tables';
import { insertCovers, profileOf, termRows } from './seed/advisers';
import {
  channelScene,
  contactRecordRows,
  customerActRows,
  fairnessRows,
  hasNoChannel,
  reaskRows,
} from './seed/channels';
import { closureRows, clubRows, organiserRows, schoolHolidayRows } from './seed/club-rows';
import { detailsOfDistrict } from './seed/details';
import { digitalPlaceRows } from './seed/digital-places';
import { diaryOfDistrict, type Diary } from './seed/diary';
import { officeRows } from './seed/office';
import { insertJournal } from './seed/journal';
import { kioskRows } from './seed/kiosks';
import { customersOfDistrict, staffOfDistrict, type Customer, type StaffMember } from './seed/people';
import { AREAS, OFFICES } from './seed/places';
import { plansOf } from './seed/plans';
import { STEPS } from './seed/purposes';
import { createRandom, type Random } from './seed/random';
import { otherWayRows, profileRows } from './seed/profiles';
import { barrierRows, localHelpRows } from './seed/situation';
import { appointmentRow, contactRows, pastEvents, type Ids, type RowMaking } from './seed/rows';
import { signInRows } from './seed/sign-ins';
import { outlookRows, signpostRows } from './seed/signposts';
import { visitRows } from './seed/visits';

/** The demo district: three offices in North Wales and the Marches, and everybody in them. All fictional. */
export interface District {
  staff: StaffMember[];
  customers: Customer[];
  diary: Diary;
  random: Random;
  /** Today in the district, "2026-11-24". */
  today: string;
}

export const DISTRICT_ZONE = 'Europe/London';

/**
 * Imagines the district: the same every time for the same `now`.
 * @param now the instant (ms) that today and the diary are reckoned from.
 */
export function imagineDistrict(now: number): District {
  const random = createRandom(2012);
  const staff = staffOfDistrict();
  const customers = customersOfDistrict(random);
  const diary = diaryOfDistrict({ random, now, zone: DISTRICT_ZONE, staff, customers });
  return { staff, customers, diary, random, today: wallClockOf(now, DISTRICT_ZONE).date };
}

/** How a member of staff signs in: hash of the password, and the authenticator's secret, sealed. */
export type SignIns = Map<string, { passwordHash: string; totpSecret: string }>;

/**
 * Writes the district into an empty, migrated database: everything but the appointments to come, which are
 * booked through the service like any others, so that their reminders are planned.
 */
export async function insertDistrict(
  q: Queryable,
  district: District,
  make: RowMaking,
  signIns: SignIns,
): Promise<Ids> {
  const t = q.tables;
  const named = (refs: string[]) => new Map(refs.map((ref) => [ref, make.id()]));
  const ids: Ids = {
    offices: named(OFFICES.map((office) => office.ref)),
    staff: named(district.staff.map((member) => member.ref)),
    customers: named(district.customers.map((customer) => customer.ref)),
  };
  const insert = async <K extends keyof Tables>(table: K, rows: InferSelectModel<Tables[K]>[]) => {
    for (let i = 0; i < rows.length; i += 2000) {
      await q.insert(t[table]).select(rowsOf(q, t[table], rows.slice(i, i + 2000)));
    }
  };

  const details = detailsOfDistrict(district, ids, make);
  await insert('offices', OFFICES.map((office) => officeRow(office, ids))); // prettier-ignore
  await insert('staff', district.staff.map((member) => staffRow(member, ids, signIns, details.partners[0]!.id))); // prettier-ignore
  await insert('availability', availabilityRows(district, ids, make));
  await insert('customers', district.customers.map((customer) => customerRow(customer, ids, make))); // prettier-ignore
  await insert('adviserTerms', termRows(district, ids, make));
  await insert('contactPoints', district.customers.flatMap((customer, i) => hasNoChannel(i) ? [] : contactRows(make, ids.customers.get(customer.ref)!, customer))); // prettier-ignore
  await insert('optOuts', optOutRows(district, make));
  for (const [table, rows] of Object.entries(officeRows(ids, make))) await insert(table as 'places', rows as InferSelectModel<Tables['places']>[]); // prettier-ignore
  await insert('areas', [...AREAS]);
  const clubs = clubRows(ids, make, district.today);
  await insert('clubs', clubs);
  await insert('clubOrganisers', organiserRows(clubs, ids));
  await insert('clubClosures', closureRows(clubs, make, district.today));
  await insert('schoolHolidays', schoolHolidayRows(ids, make, district.today));
  const steps = stepRows(district, ids, make);
  for (const [table, rows] of Object.entries(details)) await insert(table as 'consents', rows as InferSelectModel<Tables['consents']>[]); // prettier-ignore
  const past = district.diary.past.map((entry) => appointmentRow(make, ids, entry));
  await insert('appointments', past);
  await insert('appointmentEvents', past.flatMap((row) => pastEvents(make, row))); // prettier-ignore
  await insert('kiosks', kioskRows(ids, make));
  await insert('localHelp', localHelpRows(ids, make));
  await insert('barriers', barrierRows(district.customers, ids, make));
  await insert('profiles', profileRows(district.customers, ids, make));
  await insert('otherWays', otherWayRows(district.customers, ids, make));
  const places = digitalPlaceRows(ids, make);
  await insert('digitalPlaces', places);
  await insert('signposts', signpostRows(district, places, ids, make));
  await insert('outlooks', outlookRows(district.customers, ids, make));
  const plans = plansOf(district, steps, ids, make);
  for (const table of ['goals', 'steps', 'stepEvents', 'planAgreements', 'followUps'] as const)
    await insert(table, plans[table]);
  await insertCovers(q, ids, make, district.today);
  await insertJournal(q, district.customers, ids, make, { today: district.today, zone: DISTRICT_ZONE });
  const scene = channelScene(district.customers, ids, make);
  await insert('customerActs', customerActRows(scene));
  await insert('contactRecords', contactRecordRows(scene));
  await insert('reasks', reaskRows(scene));
  await insert('fairnessChecks', fairnessRows(scene));
  const visits = visitRows({ ...district, zone: DISTRICT_ZONE }, ids, make);
  await insert('visits', visits.visits);
  await insert('visitTasks', visits.visitTasks);
  await insert('contactRecords', visits.contactRecords);
  await insert('signInRecords', signInRows(district.customers, ids, make));
  return ids;
}

function officeRow({ areas: _areas, country: _country, ...office }: (typeof OFFICES)[number], ids: Ids) {
  return {
    ...office,
    id: ids.offices.get(office.ref)!,
    timeZone: DISTRICT_ZONE,
    division: 'england-and-wales' as const,
    opensAt: '09:00',
    closesAt: '17:00',
    overlapMinutes: 0,
  };
}

/** @param partnerId the organisation of people whose role is `partner`. */
function staffRow({ officeRef, ...member }: StaffMember, ids: Ids, signIns: SignIns, partnerId: string) {
  const { passwordHash = null, totpSecret = null } = signIns.get(member.ref) ?? {};
  const officeId = ids.offices.get(officeRef)!;
  return {
    ...member,
    id: ids.staff.get(member.ref)!,
    officeId,
    passwordHash,
    totpSecret,
    totpLastStep: 0,
    active: true,
    ...{
      leftAt: null,
      partnerId: member.role === 'partner' ? partnerId : null,
      invitationHash: null,
      invitedUntil: null,
    },
    ...{ ...profileOf(member.ref), videoRoom: '' },
  };
}

function customerRow(customer: Customer, ids: Ids, make: RowMaking) {
  const { ref, firstName, lastName, language, discreet, preferredChannel, homeArea } = customer;
  const createdAt = make.now - 400 * DAY;
  return {
    ...{ ref, firstName, lastName, language, discreet, preferredChannel, homeArea },
    id: ids.customers.get(ref)!,
    officeId: ids.offices.get(customer.officeRef)!,
    adviserId: ids.staff.get(customer.adviserRef)!,
    noMessages: false,
    searchName: searchNameOf(customer),
    ...{
      knownAs: null,
      officeSaid: null,
      quietFrom: null,
      quietTo: null,
      stepReminders: true,
      stepReminderDays: 1,
      bilingualLetters: false,
      passwordHash: null,
    },
    createdAt,
    updatedAt: createdAt,
  };
}

/** Advisers see people from nine to five, Monday to Friday, with an hour for lunch. */
function availabilityRows(district: District, ids: Ids, make: RowMaking) {
  const halves = [['09:00', '12:45'], ['13:45', '17:00']] as const; // prettier-ignore
  return district.staff
    .filter((member) => member.role === 'adviser')
    .flatMap((member) =>
      [1, 2, 3, 4, 5].flatMap((weekday) =>
        halves.map(([fromTime, toTime]) => ({
          ...{ id: make.id(), adviserId: ids.staff.get(member.ref)!, weekday, fromTime, toTime },
        })),
      ),
    );
}

function optOutRows(district: District, make: RowMaking) {
  const since = make.now - 30 * DAY;
  return district.customers
    .filter((customer) => customer.stoppedTexts)
    .map(({ mobile }) => ({ id: make.id(), channel: 'sms' as const, valueIndex: make.index(mobile!), since, liftedAt: null, source: 'reply' as const })); // prettier-ignore
}

/** Two in three customers have agreed a step or two; the visitor always has. */
function stepRows({ customers, random, today }: District, ids: Ids, make: RowMaking) {
  return customers.flatMap((customer, i) => {
    const count = i === 0 ? 2 : random.pick([0, 1, 2]);
    const steps = i === 0 ? STEPS.slice(0, 2) : random.shuffle(STEPS).slice(0, count);
    return steps.map(({ owner, action }) => ({
      ...{ id: make.id(), customerId: ids.customers.get(customer.ref)!, owner, action: action[customer.language] },
      dueOn: addDays(today, i === 0 ? 3 : random.between(-3, 20)),
      doneAt: null,
      ...{ goalId: null, trouble: null, ownIdea: false, endedAt: null },
      createdAt: make.now - 8 * DAY,
    }));
  });
}
