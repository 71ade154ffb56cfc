import { assertUnused } from '@db/dialect/backup-sqlite';
import { migrateUp, migrationState } from '@db/migrate.server';
import { openDatabase, type Queryable } from '@db/client.server';
import { findFirstOffice } from '@db/queries/home.server';
import { listKiosks, updateKiosk } from '@db/queries/kiosks.server';
import { replaceOneTimeSignIns } from '@db/queries/one-time-sign-ins.server';
import { DISTRICT_ZONE } from '@db/seed';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compose, type Composition } from '~/composition.server';
import { readConfig } from '~/config.server';
import { DAY } from '~/domain/clock';
import { enrolCodeHash } from '~/services/manage-kiosks.server';
import { wallClockOf } from '~/domain/time/wall-clock';
import { seedDistrict, type SeededSignIn } from '../commands/seed-district';

/** Where a demo keeps its things. */
export interface DemoFolder {
  database: string;
  secrets: string;
  seeded: string;
  log: string;
  summary: string;
}

export function demoFolder(folder: string): DemoFolder {
  mkdirSync(folder, { recursive: true });
  const file = (name: string) => resolve(join(folder, name));
  return {
    database: file('demo.db'),
    secrets: file('demo-secrets.json'),
    seeded: file('demo-seeded.json'),
    log: file('demo.log'),
    summary: file('demo.json'),
  };
}

/** Random secrets, made once for a folder and kept, because the data in it is sealed with them. */
export function demoSecrets({ secrets }: DemoFolder): { SESSION_SECRET: string; DATA_KEY: string } {
  if (!existsSync(secrets)) {
    const made = { SESSION_SECRET: randomBytes(32).toString('hex'), DATA_KEY: randomBytes(32).toString('hex') };
    writeFileSync(secrets, JSON.stringify(made, null, 2), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(secrets, 'utf8')) as { SESSION_SECRET: string; DATA_KEY: string };
}

interface Seeded {
  day: string;
  signIns: SeededSignIn[];
}

/** A sign-in of the demo, as `demo.json` lists it. */
export interface DemoSignIn {
  role: string;
  name: string;
  email: string;
  password: string | null;
  totpSecret: string | null;
  url: string;
}

/**
 * Makes the demo's database ready for today: seeds it when it is empty, from another day, from another version of
 * the tables, or when a fresh one is asked for.
 * @returns the sign-ins, each with an address that works once.
 * @throws BackupError when another demo is using the data.
 */
export async function prepareData(
  folder: DemoFolder,
  env: Record<string, string>,
  fresh: boolean,
): Promise<{ signIns: DemoSignIn[]; kiosk: string }> {
  const config = readConfig({ ...env, LOG_LEVEL: 'warn' }, 'demo');
  const now = Date.now();
  const today = wallClockOf(now, DISTRICT_ZONE).date;
  if (existsSync(folder.database)) assertUnused(folder.database);
  let seeded = await findSeeded(folder, config.databaseUrl);
  if (fresh || seeded?.day !== today) {
    if (seeded && !fresh)
      console.log(`The demo's data is of ${seeded.day}. Making it anew, so that it has a full day today.`);
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${folder.database}${suffix}`, { force: true });
    rmSync(folder.seeded, { force: true });
    seeded = null;
  }
  const composition = compose(config, { name: 'demo', clock: { now: () => now } });
  try {
    if (!seeded) {
      await migrateUp(composition.db);
      const { signIns, counts } = await seedDistrict(composition.deps);
      seeded = { day: today, signIns };
      writeFileSync(folder.seeded, JSON.stringify(seeded, null, 2), { mode: 0o600 });
      const { customers, appointments, offices } = counts;
      console.log(`Made the demo district: ${offices} offices, ${customers} customers, ${appointments} appointments.`);
    }
    const signIns = await makeAddresses(composition, seeded.signIns, now);
    return { signIns, kiosk: await makeKioskAddress(composition, now) };
  } finally {
    await composition.close();
  }
}

async function findSeeded({ database, seeded }: DemoFolder, url: string): Promise<Seeded | null> {
  if (!existsSync(seeded) || !existsSync(database)) return null;
  const db = openDatabase(url);
  try {
    const { pending } = await migrationState(db);
    return pending.length > 0 ? null : (JSON.parse(readFileSync(seeded, 'utf8')) as Seeded);
  } finally {
    await db.close();
  }
}

/** An address that makes a browser the first office's shared computer, once. */
async function makeKioskAddress({ deps, config }: Composition, now: number): Promise<string> {
  const token = deps.vault.newSecret();
  const code = { codeHash: enrolCodeHash(deps, token), codeUntil: now + DAY };
  await deps.db.write(async (q) => {
    const [kiosk] = (await findSeededKiosks(q)) ?? [];
    if (!kiosk) throw new Error('the demo district has no shared computer');
    await updateKiosk(q, kiosk.id, code);
  });
  return `${config.publicUrl}/demo/kiosk/${token}`;
}

/** The shared computers of the office that the demo's staff are in. */
async function findSeededKiosks(q: Queryable) {
  const office = await findFirstOffice(q);
  return office ? (await listKiosks(q, office.id)).map(({ kiosk }) => kiosk) : null;
}

async function makeAddresses({ deps, config }: Composition, people: SeededSignIn[], now: number) {
  const made = people.map((person) => ({ person, token: deps.vault.newSecret() }));
  await deps.db.write((q) =>
    replaceOneTimeSignIns(
      q,
      made.map(({ person, token }) => {
        const isCustomer = person.role === 'customer';
        return {
          tokenHash: deps.vault.hashSecret(token),
          kind: isCustomer ? ('customer' as const) : ('staff' as const),
          customerId: isCustomer ? person.id : null,
          staffId: isCustomer ? null : person.id,
          expiresAt: now + DAY,
        };
      }),
    ),
  );
  return made.map(({ person: { id: _id, ...person }, token }) => ({
    ...person,
    url: `${config.publicUrl}/demo/sign-in/${token}`,
  }));
}
