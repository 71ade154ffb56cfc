import { openDatabase, type Db, type Dialect } from '@db/client.server';
import { migrateUp } from '@db/migrate.server';
import { HOUR, MINUTE, SECOND } from '~/domain/clock';
import { DEFAULT_ENGINE } from '~/services/engine-settings';
import { reconcileUnknown } from '~/services/reconcile-unknown.server';
import { claimDue } from '~/services/claim-due.server';
import { databaseToCopy, type DatabaseCopy } from './copied-database';
import { aCustomer, aMemberOfStaff, anAppointment, anOffice } from './factories';
import { fakeClock } from './fake-clock';
import { sendingDeps } from './sending-deps';
import type { Fault, TwilioMessage, TwilioServer } from './twilio-server';

/** When the worker that is killed begins: ten in the morning. */
export const BEGINS = Date.parse('2026-11-23T10:00:00Z');

/** What a life came to. */
export interface Reckoning {
  /** In words; none when all is well. */
  faults: string[];
  lost: number;
  twice: number;
  late: number;
}

/** The database that every worker finds, to be copied for each, and what Twilio has by then. */
export interface KillWorld {
  /** What an earlier worker handed over before it was killed. */
  handedOver: { messages: TwilioMessage[]; requests: Record<string, string>[] };
  /** Whether the worker looks at times that have come free before it sends, and not at what is unknown. */
  offers?: true;
  /** How the next message is answered, if not well. */
  fault?: Fault;
  copy(): Promise<DatabaseCopy>;
  remove(): Promise<void>;
  /** Who was told, who was told twice, who is left out. */
  reckon(twilio: TwilioServer, db: Db): Promise<Reckoning>;
}

/**
 * Eight reminders: four that are due, one of them within minutes of its end; one for a person who cannot be written to;
 * and three that a worker had claimed when it was killed. Of two of those it is known by now that nobody knows what became
 * of them; Twilio has one of the two, and the third.
 */
export async function makeKillLedger(dialect: Dialect, twilio: TwilioServer): Promise<KillWorld> {
  const engine = DEFAULT_ENGINE;
  const store = await databaseToCopy(dialect);
  const db = openDatabase(store.url);
  await migrateUp(db);
  const clock = fakeClock(BEGINS - 3 * MINUTE);
  const deps = sendingDeps({ twilioUrl: twilio.url, engine }, db, clock);
  const office = await anOffice(deps);
  const adviser = await aMemberOfStaff(deps, office.id);
  const reminders: Reminder[] = [];

  async function remind(mobile: string | undefined, sendBy: number): Promise<void> {
    const customer = await aCustomer(deps, { officeId: office.id, adviserId: adviser.id }, { mobile });
    const people = { customerId: customer.id, adviserId: adviser.id, officeId: office.id };
    const appointment = await anAppointment(deps, people, { startsAt: BEGINS + 3 * HOUR });
    const times = { notBefore: clock.now(), sendBy, createdAt: clock.now() };
    const reminder = { id: deps.newId(), appointmentId: appointment.id, appointmentVersion: 1, ...times };
    const message = {
      id: deps.newId(),
      reminderId: reminder.id,
      appointmentId: appointment.id,
      customerId: customer.id,
    };
    await db.write(async (q) => {
      await q.insert(q.tables.reminders).values({ ...reminder, rule: 'one_day_before', policy: 'default-1' });
      const planned = { purpose: 'reminder', language: 'en', status: 'planned' } as const;
      await q.insert(q.tables.messages).values({ ...message, ...planned, ...times });
    });
    reminders.push({ id: reminder.id, sendBy });
  }

  const later = BEGINS + 2 * HOUR;
  async function claimAndBeKilled(numbers: string[], handedOver: number): Promise<void> {
    for (const number of numbers) await remind(number, later);
    const { batch } = await claimDue(deps, engine)({ worker: 'an earlier one', limit: numbers.length });
    for (const { outgoing } of batch.slice(0, handedOver)) await deps.senders[0]!.send(outgoing);
  }
  await claimAndBeKilled(['+447700900001', '+447700900002'], 1);
  clock.advance(80 * SECOND);
  await reconcileUnknown(deps, engine)('one that looked');
  await claimAndBeKilled(['+447700900003'], 1);
  for (const n of [4, 5, 6]) await remind(`+44770090000${n}`, later);
  await remind('+447700900007', BEGINS + 90 * SECOND);
  await remind(undefined, later);
  await db.close();
  const handedOver = { messages: [...twilio.messages], requests: [...twilio.requests] };
  return {
    handedOver,
    // One number turns out not to be anybody's.
    fault: { kind: 'error', status: 400, code: 21211 },
    copy: () => store.copy(),
    remove: () => store.remove(),
    reckon: async (server, ofCopy) => reckon(reminders, server, await readLedger(ofCopy)),
  };
}

interface Reminder {
  id: string;
  sendBy: number;
}

/** What is in the ledger of a copy, for the reckoning. */
export async function readLedger(db: Db) {
  return db.read(async (q) => ({
    messages: await q.select().from(q.tables.messages).orderBy(q.tables.messages.id),
    calls: await q.select().from(q.tables.callList).orderBy(q.tables.callList.id),
    events: await q.select().from(q.tables.messageEvents).orderBy(q.tables.messageEvents.id),
  }));
}

export const isOpen = ({ status }: { status: string }) => ['planned', 'claimed', 'unknown'].includes(status);

/** Who was told, who was told twice, who is left out. */
function reckon(
  reminders: readonly Reminder[],
  twilio: TwilioServer,
  rows: Awaited<ReturnType<typeof readLedger>>,
): Reckoning {
  const faults = [...twilio.mistakes];
  const twice = twilio.messages.length - new Set(twilio.messages.map(({ to, body }) => `${to} ${body}`)).size;
  if (twice > 0) faults.push(`${twice} twice`);
  // Of the refused one Twilio kept nothing.
  if (twilio.requests.length !== twilio.messages.length + 1) faults.push('a request too many');
  const open = rows.messages.filter(isOpen);
  if (open.length > 0) faults.push(`still ${open[0]!.status}`);
  let lost = 0;
  let late = 0;
  for (const { id, sendBy } of reminders) {
    const attempts = rows.messages.filter(({ reminderId }) => reminderId === id);
    const accepted = attempts.filter(({ status, providerId }) => status === 'accepted' && providerId !== null);
    const onList = rows.calls.filter((call) => attempts.some((attempt) => attempt.id === call.messageId));
    if (accepted.length + onList.length !== 1) faults.push(`${accepted.length} texts and ${onList.length} calls`);
    if (accepted.length + onList.length === 0) lost += 1;
    const sids = accepted.map((attempt) => attempt.providerId);
    late += twilio.messages.filter(({ sid, createdAt }) => sids.includes(sid) && createdAt > sendBy).length;
  }
  const onRecord = new Set(rows.messages.flatMap(({ providerId }) => providerId ?? []));
  const forgotten = twilio.messages.filter(({ sid }) => !onRecord.has(sid)).length;
  if (forgotten > 0) faults.push(`${forgotten} that Twilio has and the ledger does not know`);
  return { faults, lost, twice, late };
}
