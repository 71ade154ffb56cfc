import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { and, eq, gt } from 'drizzle-orm';
import { migrateUp } from '@db/migrate.server';
import { compose, type Composition } from '~/composition.server';
import { readConfig } from '~/config.server';
import { DAY, HOUR } from '~/domain/clock';
import { wallClockOf } from '~/domain/time/wall-clock';
import { startSession } from '~/services/sessions.server';
import { seedDistrict } from '../../commands/seed-district';
import { TEST_KEYS } from '../../tests/support/deps';
import type { Asking } from './load';

export type PageName = 'home' | 'link' | 'day' | 'booking' | 'caseload' | 'officeDay';

/** A database file with the demo's district in it, and people of it who are signed in. */
export interface BenchDistrict {
  /** What a server needs to use it. */
  settings: Record<string, string>;
  /** The requests that are measured. */
  asking: Record<PageName, Asking>;
  composition: Composition;
  drop(): Promise<void>;
}

/** So many people take turns: one visitor's page would be one customer's lot. */
const CUSTOMERS = 40;
const LINKS = 400;

const settingsOf = (file: string) => ({
  DATABASE_URL: `file:${file}`,
  PUBLIC_URL: 'http://localhost:3000',
  DATA_KEY: TEST_KEYS.dataKey,
  SESSION_SECRET: TEST_KEYS.sessionSecret,
  // Visitors come from many addresses, as behind a proxy; from a single one they would soon be turned away.
  TRUST_PROXY: '1',
});
const composeFor = (file: string) =>
  compose(readConfig({ ...settingsOf(file), LOG_LEVEL: 'warn' }, 'demo'), { name: 'bench' });

/** The district as it stands now, made once for all benches of a run, which copy it. */
let seeded: Promise<{ file: string; adviserId: string }> | null = null;

async function seedOnce(): Promise<{ file: string; adviserId: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-district-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'seeded.db');
  const composition = composeFor(file);
  try {
    await migrateUp(composition.db);
    const { signIns } = await seedDistrict(composition.deps);
    return { file, adviserId: signIns.find(({ role }) => role === 'adviser')!.id };
  } finally {
    await composition.close();
  }
}

/** A district of its own for a bench; the first of a run takes some seconds. */
export async function makeDistrict(): Promise<BenchDistrict> {
  seeded ??= seedOnce();
  const { file, adviserId } = await seeded;
  const folder = mkdtempSync(join(tmpdir(), 'waymark-portal-'));
  const copy = join(folder, 'bench.db');
  copyFileSync(file, copy);
  const composition = composeFor(copy);
  try {
    const asking = await askingOf(composition, adviserId);
    return { settings: settingsOf(copy), asking, composition, drop };
  } catch (error) {
    await drop();
    throw error;
  }

  async function drop() {
    await composition.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The requests for each page of this database, by customers, holders of links and an adviser of it. */
export async function askingOf({ deps, db }: Composition, adviserId: string): Promise<BenchDistrict['asking']> {
  const now = deps.clock.now();
  const { appointments, appointmentLinks } = db.tables;
  const coming = await db.read((q) =>
    q
      .select({
        id: appointments.id,
        customerId: appointments.customerId,
        version: appointments.version,
        adviserId: appointments.adviserId,
      })
      .from(appointments)
      .where(and(eq(appointments.status, 'booked'), gt(appointments.startsAt, now + HOUR)))
      .orderBy(appointments.startsAt)
      .limit(LINKS),
  );
  const customers = [...new Set(coming.map(({ customerId }) => customerId))].slice(0, CUSTOMERS);
  const cookies = await Promise.all(
    customers.map(async (id) => `session=${await startSession(deps)({ kind: 'customer', id }, null)}`),
  );
  const tokens = coming.map(({ id, version }) => deps.vault.linkToken(id, version));
  const links = coming.map(({ id, version }, n) => ({
    ...{ tokenHash: deps.vault.hashSecret(tokens[n]!), appointmentId: id, appointmentVersion: version, createdAt: now },
  }));
  await db.write(async (q) => await q.insert(appointmentLinks).values(links).onConflictDoNothing());
  const signedIn = { cookie: `session=${await startSession(deps)({ kind: 'staff', id: adviserId }, null)}` };
  const own = coming.filter((one) => one.adviserId === adviserId).map(({ customerId }) => customerId);
  return {
    home: (n) => ({ path: '/', headers: { cookie: cookies[n % cookies.length]! } }),
    link: (n) => ({ path: `/a/${tokens[n % tokens.length]}`, headers: { 'x-forwarded-for': addressOf(n) } }),
    day: () => ({ path: '/staff/day', headers: signedIn }),
    caseload: () => ({ path: '/staff/customers', headers: signedIn }),
    officeDay: () => ({ path: '/staff/day?adviser=all', headers: signedIn }),
    booking: (n) => ({
      ...{ method: 'POST', path: `/staff/customers/${own[n % own.length]}/booking`, status: 303 },
      headers: signedIn,
      body: new URLSearchParams({
        ...{ key: randomUUID(), kind: 'review', mode: 'phone', adviser: adviserId, minutes: '10' },
        ...{ at: String(farAhead(now, n)), typed: 'yes', purpose: 'Talk about the plan', bring: '' },
      }).toString(),
    }),
  };
}

const addressOf = (n: number) => `198.18.${(n >> 8) & 255}.${n & 255}`;

/** A quarter of an hour of its own for each, forty days ahead and later, by day. */
function farAhead(now: number, n: number): number {
  const [quarter, days] = [n % 28, Math.floor(n / 28)];
  const morning = Date.parse(`${wallClockOf(now + (40 + days) * DAY, 'Europe/London').date}T09:00:00Z`);
  return morning + quarter * 15 * 60_000;
}
