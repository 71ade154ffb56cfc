import type { Db, Queryable } from '@db/client.server';
import { migrateDown, migrateUp } from '@db/migrate.server';
import { DISTRICT_ZONE, imagineDistrict, insertDistrict, type SignIns } from '@db/seed';
import { insertExceptions } from '@db/seed/exceptions';
import { insertMeetingExtras } from '@db/seed/meetings';
import { arrangeStory } from '@db/seed/story';
import { pino } from 'pino';
import { createPrintQueue } from '~/adapters/messaging/print';
import { createOutbox } from '~/adapters/messaging/outbox';
import type { Role } from '~/domain/access/role';
import type { Deps } from '~/services/deps';
import { seedGroupSession } from './seed-group-session';
import { liveThrough, RECENT } from './seed-timeline';

/** Somebody of the district whom a visitor may sign in as. */
export interface SeededSignIn {
  role: 'customer' | Role;
  id: string;
  name: string;
  email: string;
  /** Null for the customer, who signs in with a code. */
  password: string | null;
  totpSecret: string | null;
}

/** Who can sign in, by reference, with a password that is as public as this file: invented people, demo data only. */
const SIGN_INS: readonly (readonly [ref: string, password: string])[] = [
  ['ADV-BAN-1', 'lantern harbour 47'],
  ['CHA-BAN-1', 'thimble walnut 58'],
  ['MAN-BAN-1', 'granite teapot 82'],
  ['ORG-BAN-1', 'kettle meadow 35'],
  ['ADM-BAN-1', 'marble thicket 94'],
  ['PAR-BAN-1', 'pebble orchard 61'],
];

export async function hasCustomers(q: Queryable): Promise<boolean> {
  return (await q.select({ id: q.tables.customers.id }).from(q.tables.customers).limit(1)).length > 0;
}

/** Throws everything away, by taking all migrations back and making them anew. */
export async function emptyDatabase(db: Db): Promise<void> {
  while (await migrateDown(db));
  await migrateUp(db);
}

/**
 * Fills an empty, migrated database with the demo district as it stands at `deps.clock.now()`; the same every time
 * for the same instant. Takes a few seconds.
 */
export async function seedDistrict(real: Deps): Promise<{ signIns: SeededSignIn[]; counts: Record<string, number> }> {
  const now = real.clock.now();
  const district = imagineDistrict(now);
  const story = arrangeStory(district.diary, district.customers, now, DISTRICT_ZONE);
  const clock = { instant: now, now: () => clock.instant };
  const deps: Deps = {
    ...real,
    clock,
    newId: district.random.id,
    senders: [
      createOutbox('sms', 'demo'),
      createOutbox('email', 'demo'),
      createOutbox('voice', 'demo'),
      createPrintQueue(),
    ],
    log: pino({ level: 'silent' }),
  };

  // Nothing is lost when a seed is: it is started again. Waiting for the disk would take most of the time.
  real.db.sqlite?.pragma('synchronous = OFF');
  const recent = district.diary.past.filter((entry) => entry.startsAt > now - RECENT);
  const older = district.diary.past.filter((entry) => entry.startsAt <= now - RECENT);
  const credentials = await makeCredentials(real);
  const make = { id: deps.newId, seal: deps.vault.seal, index: deps.vault.index, now };
  const ids = await real.db.write((q) =>
    insertDistrict(q, { ...district, diary: { past: older, coming: [] } }, make, credentials.stored),
  );
  await liveThrough({ deps, district, story, ids, clock, now }, recent);
  // When the appointments to come are there.
  await real.db.write((q) => insertMeetingExtras(q, make));
  await real.db.write((q) => insertExceptions(q, ids, make, district.today));
  const leader = district.staff.find(({ ref }) => ref === 'ADV-BAN-1')!;
  await seedGroupSession(
    deps,
    { kind: 'staff', ...leader, id: ids.staff.get(leader.ref)!, officeId: ids.offices.get(leader.officeRef)! },
    // Not the visitor, whose one appointment the demo is about.
    district.customers.slice(1).filter(({ adviserRef }) => adviserRef === leader.ref).map(({ ref }) => ids.customers.get(ref)!), // prettier-ignore
  );
  real.db.sqlite?.pragma('synchronous = FULL');

  const visitor = district.customers[0]!;
  const signIns: SeededSignIn[] = [
    {
      role: 'customer',
      id: ids.customers.get(visitor.ref)!,
      name: `${visitor.firstName} ${visitor.lastName}`,
      email: visitor.email!,
      password: null,
      totpSecret: null,
    },
  ];
  for (const [ref, password] of SIGN_INS) {
    const { role, firstName, lastName, email } = district.staff.find((member) => member.ref === ref)!;
    const totpSecret = credentials.secrets.get(ref)!;
    signIns.push({ role, id: ids.staff.get(ref)!, name: `${firstName} ${lastName}`, email, password, totpSecret });
  }
  return { signIns, counts: await real.db.read(countRows) };
}

async function makeCredentials(deps: Deps): Promise<{ stored: SignIns; secrets: Map<string, string> }> {
  const secrets = new Map(SIGN_INS.map(([ref]) => [ref, deps.oneTimePasswords.newSecret()]));
  const stored = await Promise.all(
    SIGN_INS.map(async ([ref, password]) => {
      const passwordHash = await deps.passwords.hash(password);
      return [ref, { passwordHash, totpSecret: deps.vault.seal(secrets.get(ref)!) }] as const;
    }),
  );
  return { stored: new Map(stored), secrets };
}

async function countRows(q: Queryable): Promise<Record<string, number>> {
  const t = q.tables;
  return {
    offices: await q.$count(t.offices),
    staff: await q.$count(t.staff),
    customers: await q.$count(t.customers),
    'work clubs': await q.$count(t.clubs),
    appointments: await q.$count(t.appointments),
    messages: await q.$count(t.messages),
    'calls to make': await q.$count(t.callList),
  };
}
