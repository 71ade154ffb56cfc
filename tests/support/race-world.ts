import { eq } from 'drizzle-orm';
import type { Db } from '@db/client.server';
import type { MessageSender, OutgoingMessage, SendAnswer } from '~/adapters/messaging/sender';
import { DAY, HOUR, SECOND } from '~/domain/clock';
import { rankOf } from '~/domain/messaging/message-status';
import { bookAppointment } from '~/services/book-appointment.server';
import type { Deps } from '~/services/deps';
import { DEFAULT_ENGINE } from '~/services/engine-settings';
import { moveAppointment } from '~/services/move-appointment.server';
import { receiveReply } from '~/services/receive-reply.server';
import { receiveStatus } from '~/services/receive-status.server';
import { reconcileUnknown } from '~/services/reconcile-unknown.server';
import { saveAppointments } from '~/services/save-appointments.server';
import { sendDue } from '~/services/send-due.server';
import { setCustomerCare } from '~/services/set-customer-care.server';
import { testDeps } from './deps';
import { aCustomer, aMemberOfStaff, anOffice } from './factories';
import { fakeClock } from './fake-clock';
import type { Interleaving } from './interleaving';
import type { Race } from './race';

export const ENGINE = { ...DEFAULT_ENGINE, concurrency: 1 };

/** A message that a provider took. */
interface Taken {
  message: OutgoingMessage;
  channel: string;
  status: 'queued' | 'sent' | 'delivered' | 'undelivered';
  /** The receipts have told the engine how it ended. */
  told: boolean;
}

/**
 * Two people, each with an appointment that has just been booked, two workers, one that asks about what is unknown, and
 * whatever happens meanwhile: each is a task of its own, with a gate before and after each transaction, read and request.
 */
export async function raceWorld(db: Db, race: Race, turns: Interleaving) {
  const clock = fakeClock('2026-11-23T09:00:00Z');
  const taken: Taken[] = [];
  const wrong: string[] = [];
  let handedOver = 0;
  /** By which step a person had said stop, or somebody for them. */
  const silentSince = new Map<string, number>();
  /** By which step an appointment was last changed. */
  const changedSince = new Map<string, number>();

  const plain = testDeps(db, { clock });
  const office = await anOffice(plain);
  const adviser = await aMemberOfStaff(plain, office.id);
  const owner = { officeId: office.id, adviserId: adviser.id };
  const people = [
    { mobile: '+447700900001', email: race.email ? 'one@people.example' : undefined },
    { mobile: '+447700900002' },
  ];
  const customers: { id: string }[] = [];
  const appointments: { id: string; ref: string; startsAt: number }[] = [];
  for (const [n, points] of people.entries()) {
    const customer = await aCustomer(plain, owner, points);
    customers.push(customer);
    const startsAt = clock.now() + (n === 0 ? race.ahead : 31 * HOUR);
    const booked = await bookAppointment(plain)({
      ...{ customerId: customer.id, adviserId: adviser.id, officeId: office.id, ref: `R${n}` },
      ...{ kind: 'review', mode: 'in_person', startsAt, durationMinutes: 30, purpose: 'Plan', override: true },
      actor: { kind: 'staff', id: adviser.id },
    });
    if (!booked.ok) throw new Error(`not booked: ${booked.reason}`);
    appointments.push({ id: booked.appointmentId, ref: booked.ref, startsAt });
  }

  /** The database as one task has it. `committed` is told the step of each transaction. */
  function gated(name: string, seen: { read?: number; committed?: number } = {}): Db {
    return {
      ...db,
      async read(fn) {
        await turns.gate(`${name}: before a read`);
        seen.read = turns.step();
        const result = await db.read(fn);
        await turns.gate(`${name}: after a read`);
        return result;
      },
      async write(fn) {
        await turns.gate(`${name}: before a transaction`);
        const before = await ranks();
        const result = await db.write(fn);
        seen.committed = turns.step();
        await compareRanks(before);
        await turns.gate(`${name}: after a transaction`);
        return result;
      },
    };
  }

  const allMessages = () => db.read((q) => q.select().from(q.tables.messages));
  async function ranks() {
    return new Map((await allMessages()).map((row) => [row.id, row]));
  }
  async function compareRanks(before: Awaited<ReturnType<typeof ranks>>) {
    for (const row of await allMessages()) {
      const was = before.get(row.id);
      // What was given up because nobody had heard of it may turn out to have gone after all.
      const givenUp = was?.status === 'failed' && /^(not_handed_over|not_known)/.test(was.reason ?? '');
      if (was && !givenUp && rankOf(row.status) < rankOf(was.status)) wrong.push(`${was.status} became ${row.status}`);
    }
  }

  const receipt = (name: string, one: Taken, providerStatus: string) =>
    receiveStatus({ ...plain, db: name === '' ? db : gated(name) })({
      ...{ provider: one.channel === 'sms' ? 'twilio' : 'smtp', messageId: one.message.id },
      ...{
        providerId: `P-${one.message.id}`,
        providerStatus,
        errorCode: providerStatus === 'undelivered' ? '30003' : null,
      },
    });

  async function isOld(reminderId: string | null): Promise<boolean> {
    const { appointments, reminders } = db.tables;
    const rows = await db.read((q) =>
      q
        .select({ of: reminders.appointmentVersion, present: appointments.version })
        .from(reminders)
        .innerJoin(appointments, eq(appointments.id, reminders.appointmentId))
        .where(eq(reminders.id, reminderId ?? '')),
    );
    return rows.some(({ of, present }) => of < present);
  }

  async function take(message: OutgoingMessage, channel: string, lookedAt: number, plan: Race['receipts'][number]) {
    const rows = await allMessages();
    const own = rows.find((row) => row.id === message.id)!;
    const reminderOf = (id: string) => rows.find((row) => row.id === id)?.reminderId;
    const changed = changedSince.get(own.appointmentId ?? '');
    if (changed !== undefined && changed < lookedAt && (await isOld(own.reminderId)))
      wrong.push('about what had been changed before the last look');
    const again = taken.filter((one) => own.reminderId && reminderOf(one.message.id) === own.reminderId);
    if (again.some((one) => one.status !== 'undelivered')) wrong.push('a second one for the same reminder');
    const since = silentSince.get(message.recipient);
    // The one sentence that goes back to whoever has the number now is no reminder.
    if (own.reminderId && since !== undefined && since < lookedAt)
      wrong.push(`to ${message.recipient} after they had said no`);
    const one: Taken = { message, channel, status: 'queued', told: false };
    taken.push(one);
    if (plan.length > 0)
      turns.start(async () => {
        for (const status of plan) {
          if (one.status !== 'delivered' && one.status !== 'undelivered') one.status = status;
          await receipt(`receipt ${status}`, one, status);
        }
        one.told = true;
      });
  }

  function senderFor(channel: 'sms' | 'email', seen: { read?: number }, open: () => boolean): MessageSender {
    const gate = (name: string) => (open() ? Promise.resolve() : turns.gate(name));
    return {
      provider: channel === 'sms' ? 'twilio' : 'smtp',
      channel,
      perSecond: null,
      lookUp: null,
      async send(message): Promise<SendAnswer> {
        const begun = clock.now();
        const lookedAt = seen.read ?? 0;
        if (begun > message.sendBy) wrong.push('handed over too late');
        // When the race is over the provider is well.
        const outcome = (open() ? null : race.outcomes[handedOver % race.outcomes.length]) ?? 'accepted';
        const plan = race.receipts[handedOver % race.receipts.length] ?? [];
        handedOver += 1;
        const outOfPatience = () => clock.now() - begun >= ENGINE.deadlineMs;
        const unknown = { kind: 'unknown', detail: 'no answer' } as const;
        await gate('a request is on its way');
        // It was broken off before the provider had it.
        if (outOfPatience() || outcome === 'lost') return unknown;
        if (outcome === 'later') return { kind: 'try_later', code: '503', detail: '', retryAfterMs: null };
        if (outcome === 'refused') return { kind: 'rejected', cause: 'person', code: '21211', detail: '' };
        await take(message, channel, lookedAt, open() ? [] : plan);
        await gate('an answer is on its way');
        if (outOfPatience() || outcome === 'unheard') return unknown;
        return { kind: 'accepted', providerId: `P-${message.id}`, segments: 1 };
      },
      async reconcile(message) {
        await gate('a question is on its way');
        const candidates = taken
          .filter((one) => one.message.recipient === message.recipient && one.message.body === message.body)
          .map((one) => ({ providerId: `P-${one.message.id}`, providerStatus: one.status, errorCode: null }));
        return candidates.length > 0 ? { kind: 'found', candidates } : { kind: 'not_found' };
      },
      close: async () => {},
    };
  }

  function workerDeps(name: string, open: () => boolean): Deps {
    const seen = {};
    const senders = [senderFor('sms', seen, open), senderFor('email', seen, open)];
    return { ...plain, db: open() ? db : gated(name, seen), senders };
  }

  const staff = { id: adviser.id, officeId: office.id } as Parameters<ReturnType<typeof setCustomerCare>>[0]['staff'];

  async function happen({ what, whose }: Race['events'][number], n: number): Promise<void> {
    const seen: { committed?: number } = {};
    const deps = { ...plain, db: gated(`${what} ${whose}`, seen) };
    const appointment = appointments[whose]!;
    const customer = customers[whose]!;
    const { mobile, email } = people[whose] as { mobile: string; email?: string };
    const actor = { kind: 'staff', id: adviser.id } as const;
    switch (what) {
      case 'move': {
        const startsAt = clock.now() + 2 * DAY + (n * 2 + whose) * HOUR;
        await moveAppointment(deps)({ appointmentId: appointment.id, startsAt, actor, override: true });
        if (seen.committed !== undefined) changedSince.set(appointment.id, seen.committed);
        return;
      }
      case 'cancel': {
        const rows = await db.read((q) => q.select().from(q.tables.appointments));
        const { startsAt, endsAt } = rows.find(({ id }) => id === appointment.id)!;
        const told = {
          ...{ ref: appointment.ref, customerId: customer.id, adviserId: adviser.id, officeId: office.id },
          ...{ kind: 'review', mode: 'in_person' as const, purpose: 'Plan', bring: '', startsAt, endsAt },
          status: 'cancelled_by_office' as const,
        };
        await deps.db.write((q) => saveAppointments(q, deps, [told], actor));
        if (seen.committed !== undefined) changedSince.set(appointment.id, seen.committed);
        return;
      }
      case 'stop':
      case 'wrong_number': {
        const body = what === 'stop' ? 'STOP' : 'wrong number';
        await receiveReply(deps)({ providerId: `SM-in-${n}`, from: mobile, body });
        silentSince.set(mobile, Math.min(seen.committed ?? Infinity, silentSince.get(mobile) ?? Infinity));
        return;
      }
      case 'safety':
        await setCustomerCare(deps)({ staff, customerId: customer.id, care: 'noMessages', on: true });
        for (const address of [mobile, email ?? ''])
          silentSince.set(address, Math.min(seen.committed ?? Infinity, silentSince.get(address) ?? Infinity));
    }
  }

  /** All of it at once, in the order that the gates are opened in. */
  async function runRace(): Promise<void> {
    for (const name of ['worker A', 'worker B']) {
      const send = sendDue(
        workerDeps(name, () => false),
        ENGINE,
      );
      turns.start(async () => {
        for (let round = 0; round < 3; round += 1) await send(name);
      });
    }
    const ask = reconcileUnknown(
      workerDeps('asker', () => false),
      ENGINE,
    );
    turns.start(async () => {
      for (let round = 0; round < 3; round += 1) await ask('asker');
    });
    race.events.forEach((event, n) => turns.start(() => happen(event, n)));
    turns.start(async () => {
      for (const pause of race.pauses) {
        await turns.gate(`the clock goes on ${pause / SECOND} s`);
        clock.advance(pause);
      }
    });
    await turns.run();
  }

  /** Time goes on, a worker works, and every receipt comes, until both appointments are over. */
  async function untilOver(): Promise<void> {
    const deps = workerDeps('last', () => true);
    const send = sendDue(deps, ENGINE);
    const ask = reconcileUnknown(deps, ENGINE);
    for (let round = 0; round < 400; round += 1) {
      await ask('last');
      while (await send('last'));
      for (const one of taken) {
        if (one.told) continue;
        one.told = true;
        if (one.status !== 'undelivered') one.status = 'delivered';
        await receipt('', one, one.status);
      }
      const rows = await allMessages();
      const open = rows.filter(({ status }) => ['planned', 'claimed', 'unknown'].includes(status));
      if (open.length === 0) return;
      const soon = open.some(({ status, notBefore }) => status !== 'planned' || notBefore <= clock.now());
      clock.advance(
        soon ? 30 * SECOND : Math.max(30 * SECOND, Math.min(...open.map((row) => row.notBefore)) - clock.now()),
      );
    }
    wrong.push('it never ends');
  }

  /** What is not as it was promised, in words. */
  async function reckon(): Promise<string[]> {
    const found = await db.read(async (q) => ({
      appointments: await q.select().from(q.tables.appointments),
      reminders: await q.select().from(q.tables.reminders),
      calls: await q.select().from(q.tables.callList),
      messages: await q.select().from(q.tables.messages),
    }));
    const reminderOf = (one: Taken) => {
      const id = found.messages.find((row) => row.id === one.message.id)?.reminderId;
      return found.reminders.find((row) => row.id === id);
    };
    for (const { id, version, status } of found.appointments) {
      const toldOf = taken.filter((one) => reminderOf(one)?.appointmentId === id);
      const arrived = toldOf.filter((one) => one.status === 'delivered');
      const causes = found.reminders
        .filter((row) => row.appointmentId === id && row.appointmentVersion === version)
        .map((row) => `reminder:${row.id}`);
      const called = found.calls.some(({ cause }) => causes.includes(cause));
      const last = arrived.at(-1);
      const lastVersion = last && reminderOf(last)?.appointmentVersion;
      const present = arrived.some((one) => reminderOf(one)?.appointmentVersion === version);
      if (status === 'booked' && !present && !called) wrong.push('nobody was told, and nobody phones');
      // Who was told of an older time has to hear of the new one last.
      const reached = status === 'booked' ? called : silentSince.size > 0 || present;
      if (last && lastVersion !== version && (present || !reached))
        wrong.push(`the last they heard is version ${lastVersion} of ${version}`);
    }
    for (const row of found.messages) {
      const one = taken.find(({ message }) => message.id === row.id);
      if (one && row.status !== one.status) wrong.push(`${one.status} at the provider, ${row.status} on record`);
    }
    return [...new Set([...wrong, ...turns.faults.map((fault) => String(fault))])];
  }

  return { runRace, untilOver, reckon, handedOver: () => taken.length };
}
