import { setImmediate as turnOver } from 'node:timers/promises';
import { describe, expect, inject, it } from 'vitest';
import { openDatabase } from '@db/client.server';
import { codeOf } from '@db/dialect/outages';
import { DAY, MINUTE, SECOND } from '~/domain/clock';
import { wallClockOf } from '~/domain/time/wall-clock';
import { confirmAppointment } from '~/services/confirm-appointment.server';
import { declineAppointment } from '~/services/decline-appointment.server';
import { importAppointments } from '~/services/import-appointments.server';
import { moveAppointment } from '~/services/move-appointment.server';
import { receiveReply } from '~/services/receive-reply.server';
import { receiveStatus } from '~/services/receive-status.server';
import { reconcileUnknown } from '~/services/reconcile-unknown.server';
import { sendDue } from '~/services/send-due.server';
import { csvOf, keepingListener } from '../support/csv-text';
import { newDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { anOffice } from '../support/factories';
import { scriptedSender } from '../support/scripted-sender';

const APPOINTMENTS = 240;
const ZONE = 'Europe/London';
const mobileOf = (n: number) => `+4477009${String(n).padStart(5, '0')}`;

describe.skipIf(!inject('postgresUrl'))('everything at once on PostgreSQL', () => {
  it('imports, moves, answers, receipts and four workers neither block each other nor send twice', async () => {
    const database = await newDatabase('postgres');
    // Each as a process of its own would be, with few connections: what needs two at once would wait for ever.
    const places = Array.from({ length: 6 }, () => openDatabase(database.url, { poolSize: 2 }));
    const first = testDeps(places[0]!);
    const { clock } = first;
    const receipts: (() => Promise<unknown>)[] = [];
    let sent = 0;
    const sms = scriptedSender('sms', {
      answer: ({ id }) => {
        sent += 1;
        const failed = sent % 5 === 0;
        for (const providerStatus of ['sent', failed ? 'undelivered' : 'delivered'])
          receipts.push(() =>
            receiveStatus(portal)({
              ...{ provider: 'twilio', messageId: id, providerId: `SM-${id}`, providerStatus },
              errorCode: failed && providerStatus === 'undelivered' ? '30003' : null,
            }),
          );
        return { kind: 'accepted', providerId: `SM-${id}`, segments: 1 };
      },
    });
    const email = scriptedSender('email');
    const depsOf = (n: number) => testDeps(places[n]!, { clock, senders: [sms, email] });
    const portal = depsOf(0);
    const importer = depsOf(1);
    const faults: unknown[] = [];

    const office = await anOffice(portal);
    const rows = (round: number) =>
      Array.from({ length: APPOINTMENTS }, (_, n) => {
        const { date, time } = wallClockOf(clock.now() + 5 * DAY + ((n * 20 + round * 5) % 400) * MINUTE, ZONE);
        return {
          ...{ appointment_ref: `A${n}`, customer_ref: `C${n >> 1}`, first_name: 'Aled', last_name: 'Hughes' },
          ...{ mobile: mobileOf(n >> 1), adviser_ref: `S${n % 6}`, adviser_name: 'Sioned Parry' },
          ...{ office_ref: office.ref, kind: 'review', mode: 'in_person', status: 'booked' },
          ...{ starts_at: `${date}T${time}`, duration_minutes: '15' },
        };
      });
    const columns = Object.keys(rows(0)[0]!);
    const importRound = async (round: number) => {
      const kept = keepingListener();
      const { outcome } = await importAppointments(importer)(csvOf(columns, rows(round)), kept.listener, {
        dryRun: false,
      });
      expect(outcome).toMatchObject({ ok: true, rejected: 0 });
    };
    await importRound(0);
    const appointments = await portal.db.read((q) => q.select().from(q.tables.appointments));

    let over = false;
    const until = async (work: (turn: number) => Promise<unknown>) => {
      for (let turn = 0; !over; turn += 1) {
        await work(turn).catch((fault: unknown) => faults.push(fault));
        await turnOver();
      }
    };
    const some = (turn: number) => appointments[(turn * 37) % appointments.length]!;
    const actor = { kind: 'customer', id: null } as const;
    const worker = (n: number) => {
      const send = sendDue(depsOf(2 + n));
      const ask = reconcileUnknown(depsOf(2 + n));
      return until(async () => {
        await send(`w${n}`);
        await ask(`w${n}`);
      });
    };
    const running = [
      ...[0, 1, 2, 3].map(worker),
      until((turn) => confirmAppointment(portal)({ appointmentId: some(turn).id, actor })),
      until((turn) => declineAppointment(portal)({ appointmentId: some(turn * 3).id, actor })),
      until((turn) =>
        moveAppointment(portal)({
          ...{ appointmentId: some(turn * 5).id, startsAt: clock.now() + 6 * DAY + (turn % 40) * 15 * MINUTE },
          ...{ actor: { kind: 'staff', id: null }, override: true },
        }),
      ),
      until((turn) =>
        receiveReply(portal)({
          providerId: `SM-in-${turn}`,
          from: mobileOf((turn * 7) % 120),
          body: turn % 3 ? '1' : '2',
        }),
      ),
      ...[0, 1, 2, 3].map(() => until(async () => receipts.shift()?.())),
    ];
    for (let round = 1; round <= 6; round += 1) {
      clock.advance(20 * SECOND);
      await importRound(round);
    }
    over = true;
    await Promise.all(running);
    while (receipts.length > 0) await receipts.shift()!();

    expect(faults.map((fault) => codeOf(fault) ?? String(fault))).toEqual([]);
    const messages = await portal.db.read((q) => q.select().from(q.tables.messages));
    const reminders = new Map(messages.map((message) => [message.id, message.reminderId]));
    const reminded = sms.sent.map(({ id }) => reminders.get(id)).filter((id) => id !== null);
    console.log(`${sms.sent.length} texts, ${reminded.length} of them reminders, of ${messages.length} messages`);
    expect(reminded.length).toBeGreaterThan(50);
    expect(new Set(reminded).size).toBe(reminded.length);
    expect(messages.filter(({ status }) => status === 'claimed' || status === 'unknown')).toEqual([]);

    await Promise.all(places.map((place) => place.close()));
    await database.drop();
  });
});
