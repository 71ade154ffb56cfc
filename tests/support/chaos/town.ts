import { pino } from 'pino';
import { compose, type Composition } from '~/composition.server';
import { readConfig } from '~/config.server';
import { DAY, HOUR, MINUTE, SECOND } from '~/domain/clock';
import { searchNameOf } from '~/domain/contact/search-name';
import { addDays, instantOf, wallClockOf } from '~/domain/time/wall-clock';
import { addMemberOfStaff } from '~/services/add-member-of-staff.server';
import { TEST_KEYS } from '../deps';
import { anOffice } from '../factories';
import { ACCOUNT } from '../twilio-account';

export const PUBLIC_URL = 'https://waymark.example';
export const STAFF_PASSWORD = 'three damp otters';

/** Programs have the machine's clock, and texts go out by day only: the office is where it is now about 11 o'clock. */
export function elevenOClock(now: number): string {
  const hours = 11 - new Date(now).getUTCHours();
  return `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
}

/** What every program of the crew is told, and the harness itself. */
export function settingsOf(databaseUrl: string, twilioUrl: string, smtpUrl: string): Record<string, string> {
  return {
    ...{ DATABASE_URL: databaseUrl, DATA_KEY: TEST_KEYS.dataKey, SESSION_SECRET: TEST_KEYS.sessionSecret },
    ...{ PUBLIC_URL, TRUST_PROXY: '1', LOG_LEVEL: 'warn', EMAIL_PROVIDER: 'smtp', SMTP_URL: smtpUrl },
    ...{ SMS_PROVIDER: 'twilio', TWILIO_ACCOUNT_SID: ACCOUNT.accountSid, TWILIO_AUTH_TOKEN: ACCOUNT.authToken },
    ...{ TWILIO_FROM: '+441632960999', TWILIO_API_BASE_URL: twilioUrl, TWILIO_MPS: '30' },
  };
}

/** The real parts, in this process, over the same database: for filling it, for files, and for looking at it afterwards. */
export function composeHere(settings: Record<string, string>, now: () => number): Composition {
  return compose(readConfig(settings, 'production'), { name: 'chaos', clock: { now }, log: pino({ level: 'silent' }) });
}

export interface TownSize {
  advisers: number;
  /** With an adviser whom they share with so many others, so that they want the same few times. */
  customersEach: number;
  /** People who do nothing, and are reminded once while it lasts. */
  quiet: number;
  /** Over how long their reminders come due (ms). */
  lasting: number;
}

export interface Townsperson {
  id: string;
  adviserId: string;
  mobile: string;
  appointmentIds: string[];
}

export interface TownAdviser {
  id: string;
  email: string;
  totpSecret: string;
  customers: Townsperson[];
  /** Meetings of this morning, of which it is not recorded how they went. */
  past: string[];
}

export type Town = Awaited<ReturnType<typeof fillTown>>;

/** An office of several advisers, with hours every morning for a fortnight, and their customers. */
export async function fillTown({ deps }: Composition, size: TownSize, random: () => number) {
  const { db, vault } = deps;
  const now = deps.clock.now();
  const zone = elevenOClock(now);
  const office = await anOffice(deps, { ref: 'TOWN', timeZone: zone });
  const kind = { officeId: office.id, minutes: 30, purpose: 'Talk', active: true, ref: 'review', name: 'Review' };
  await db.write((q) => q.insert(q.tables.appointmentKinds).values({ ...kind, id: deps.newId(), position: 1 }));
  const today = wallClockOf(now, zone).date;
  const at = (date: string, time: string) => {
    const found = instantOf(`${date}T${time}`, zone);
    if (found.kind === 'none') throw new Error(`${date} ${time} does not exist in ${zone}`);
    return found.instant;
  };

  let numbers = 0;
  const person = (officeId: string, adviserId: string) => {
    const mobile = `+447700900${String((numbers += 1) - 1).padStart(3, '0')}`;
    const names = { firstName: 'Aled', lastName: 'Hughes' };
    return {
      mobile,
      row: {
        ...{ id: deps.newId(), ref: `T${numbers}`, officeId, adviserId, ...names, searchName: searchNameOf(names) },
        ...{ language: 'en' as const, createdAt: now, updatedAt: now },
      },
    };
  };
  const people: ReturnType<typeof person>['row'][] = [];
  const points: { customerId: string; kind: 'mobile' | 'email'; value: string }[] = [];
  const booked: ReturnType<typeof meeting>[] = [];
  let refs = 0;
  const meeting = (customerId: string, adviserId: string, startsAt: number, minutes = 30) => ({
    ...{ id: deps.newId(), ref: `M${(refs += 1)}`, customerId, adviserId, officeId: office.id, kind: 'review' },
    ...{ mode: 'in_person' as const, status: 'booked' as const, startsAt, endsAt: startsAt + minutes * MINUTE },
    ...{ bookedAt: now, updatedAt: now },
  });
  const due: { appointmentId: string; customerId: string; notBefore: number; sendBy: number }[] = [];

  async function adviser(n: number, hours: boolean): Promise<TownAdviser> {
    const who = { officeRef: office.ref, ref: `ADV${n}`, firstName: 'Sioned', lastName: 'Parry', role: 'adviser' as const }; // prettier-ignore
    const email = `adviser${n}@waymark.example`;
    const added = await addMemberOfStaff(deps)({ ...who, email, password: STAFF_PASSWORD });
    if (!added.ok) throw new Error(added.reason);
    const open = { adviserId: added.id, fromTime: '09:00', toTime: '13:00' };
    const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ id: deps.newId(), weekday, ...open }));
    if (hours) await db.write((q) => q.insert(q.tables.availability).values(week));
    return { id: added.id, email, totpSecret: added.totpSecret, customers: [], past: [] };
  }

  const advisers: TownAdviser[] = [];
  for (let n = 0; n < size.advisers; n += 1) {
    const one = await adviser(n, true);
    advisers.push(one);
    for (let c = 0; c < size.customersEach; c += 1) {
      const { mobile, row } = person(office.id, one.id);
      people.push(row);
      points.push({ customerId: row.id, kind: 'mobile', value: mobile });
      // Eight places a morning, from tomorrow on.
      const startsAt = at(addDays(today, 1 + Math.floor(c / 6)), '09:00') + (c % 6) * 30 * MINUTE;
      const next = meeting(row.id, one.id, startsAt);
      const before = meeting(row.id, one.id, at(today, '07:00') + c * 5 * MINUTE, 5);
      booked.push(next);
      due.push({ appointmentId: next.id, customerId: row.id, ...window() });
      if (before.endsAt < now) {
        booked.push(before);
        one.past.push(before.id);
      }
      one.customers.push({ id: row.id, adviserId: one.id, mobile, appointmentIds: [next.id] });
    }
  }
  /** Somewhere in the run; one in eight has a minute and a half only. */
  function window() {
    const notBefore = now + Math.floor(random() * size.lasting);
    return { notBefore, sendBy: random() < 0.125 ? notBefore + 90 * SECOND : notBefore + 2 * HOUR };
  }
  const quietAdvisers = [await adviser(100, false), await adviser(101, false)];
  const quiet: string[] = [];
  for (let n = 0; n < size.quiet; n += 1) {
    const whose = quietAdvisers[n % 2]!;
    const { mobile, row } = person(office.id, whose.id);
    people.push(row);
    // One in ten has an email address only, and one in twenty nothing that can be written to.
    if (n % 10 === 3) points.push({ customerId: row.id, kind: 'email', value: `person${n}@waymark.example` });
    else if (n % 20 !== 7) {
      points.push({ customerId: row.id, kind: 'mobile', value: mobile });
      quiet.push(mobile);
    }
    const next = meeting(row.id, whose.id, now + DAY + (n >> 1) * 30 * MINUTE);
    booked.push(next);
    due.push({ appointmentId: next.id, customerId: row.id, ...window() });
  }

  const reminders = due.map(({ appointmentId, notBefore, sendBy }) => ({
    ...{ id: deps.newId(), appointmentId, appointmentVersion: 1, rule: 'one_day_before' as const, policy: 'default-1' },
    ...{ notBefore, sendBy, createdAt: now },
  }));
  const attempts = due.map(({ appointmentId, customerId, notBefore, sendBy }, n) => ({
    ...{ id: deps.newId(), reminderId: reminders[n]!.id, appointmentId, customerId, notBefore, sendBy, createdAt: now },
    ...{ purpose: 'reminder' as const, language: 'en' as const, status: 'planned' as const },
  }));
  const contacts = points.map(({ value, ...point }) => ({
    ...{ ...point, id: deps.newId(), value: vault.seal(value), valueIndex: vault.index(value) },
    ...{ verifiedAt: now, createdAt: now },
  }));
  await db.write(async (q) => {
    for (const part of parts(people)) await q.insert(q.tables.customers).values(part);
    for (const part of parts(contacts)) await q.insert(q.tables.contactPoints).values(part);
    for (const part of parts(booked)) await q.insert(q.tables.appointments).values(part);
    for (const part of parts(reminders)) await q.insert(q.tables.reminders).values(part);
    for (const part of parts(attempts)) await q.insert(q.tables.messages).values(part);
  });
  return {
    office,
    zone,
    today,
    advisers,
    /** Numbers of people who only get texts, and may answer them. */
    quiet,
    /** A number that nobody in the town has. */
    newNumber: () => `07700 900${String((numbers += 1) - 1).padStart(3, '0')}`,
  };
}

function parts<T>(rows: T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / 200) }, (_, n) => rows.slice(n * 200, n * 200 + 200));
}
