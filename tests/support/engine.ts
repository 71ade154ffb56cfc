import { asc, eq } from 'drizzle-orm';
import { HOUR, MINUTE } from '~/domain/clock';
import type { ReminderRule } from '~/domain/reminder/policy';
import { DEFAULT_ENGINE } from '~/services/engine-settings';
import { reconcileUnknown } from '~/services/reconcile-unknown.server';
import { sendDue } from '~/services/send-due.server';
import type { TestDatabase } from './databases';
import { testDeps } from './deps';
import { aCustomer, aMemberOfStaff, anAppointment, anOffice } from './factories';
import { scriptedSender } from './scripted-sender';

type Customer = NonNullable<Parameters<typeof aCustomer>[2]>;
type Appointment = NonNullable<Parameters<typeof anAppointment>[2]>;

/** An engine over a test database, with an office, and reminders written straight into the ledger. */
export async function anEngine(
  database: TestDatabase,
  options: { senders?: ReturnType<typeof scriptedSender>[]; settings?: typeof DEFAULT_ENGINE } = {},
) {
  const sms = options.senders?.find((sender) => sender.channel === 'sms') ?? scriptedSender('sms');
  const email = options.senders?.find((sender) => sender.channel === 'email') ?? scriptedSender('email');
  const others = options.senders?.filter((sender) => sender !== sms && sender !== email) ?? [];
  const deps = testDeps(database.db, { senders: [sms, email, ...others] });
  const settings = options.settings ?? DEFAULT_ENGINE;
  const office = await anOffice(deps);
  const adviser = await aMemberOfStaff(deps, office.id);

  return {
    deps,
    sms,
    email,
    office,
    adviser,
    send: (worker = 'worker-1') => sendDue(deps, settings)(worker),
    reconcile: (worker = 'worker-1') => reconcileUnknown(deps, settings)(worker),

    async customer(fields: Customer = { mobile: '+447700900123' }) {
      return aCustomer(deps, { officeId: office.id, adviserId: adviser.id }, fields);
    },

    /** An appointment tomorrow with one reminder due now, unless told otherwise. */
    async due(
      fields: {
        customerId?: string;
        rule?: ReminderRule;
        appointment?: Appointment;
        notBefore?: number;
        sendBy?: number;
      } = {},
    ) {
      const customerId = fields.customerId ?? (await this.customer()).id;
      const appointment = await anAppointment(
        deps,
        { customerId, adviserId: adviser.id, officeId: office.id },
        fields.appointment,
      );
      const message = await this.remind(appointment, fields);
      return { appointment, message, customerId };
    },

    async remind(
      appointment: { id: string; customerId: string; version: number; startsAt: number },
      fields: { rule?: ReminderRule; notBefore?: number; sendBy?: number } = {},
    ) {
      const now = deps.clock.now();
      const times = {
        notBefore: fields.notBefore ?? now,
        sendBy: fields.sendBy ?? Math.max(now + HOUR, appointment.startsAt - 15 * MINUTE),
        createdAt: now,
      };
      const reminder = {
        id: deps.newId(),
        appointmentId: appointment.id,
        appointmentVersion: appointment.version,
        rule: fields.rule ?? ('one_day_before' as const),
        policy: 'default-1',
        ...times,
      };
      const message = {
        id: deps.newId(),
        reminderId: reminder.id,
        appointmentId: appointment.id,
        customerId: appointment.customerId,
        purpose: 'reminder' as const,
        language: 'en' as const,
        status: 'planned' as const,
        ...times,
      };
      await deps.db.write(async (q) => {
        await q.insert(q.tables.reminders).values(reminder);
        await q.insert(q.tables.messages).values(message);
      });
      return message;
    },

    async row(id: string) {
      const [row] = await deps.db.read((q) => q.select().from(q.tables.messages).where(eq(q.tables.messages.id, id)));
      return row!;
    },
    /** Every attempt for an appointment, as "channel status reason". */
    async story(appointmentId: string) {
      const rows = await deps.db.read((q) =>
        q
          .select()
          .from(q.tables.messages)
          .where(eq(q.tables.messages.appointmentId, appointmentId))
          .orderBy(asc(q.tables.messages.notBefore), asc(q.tables.messages.attempt)),
      );
      return rows.map(({ channel, status, reason }) => [channel ?? '-', status, reason ?? '-'].join(' '));
    },
    async calls(appointmentId: string) {
      const rows = await deps.db.read((q) =>
        q.select().from(q.tables.callList).where(eq(q.tables.callList.appointmentId, appointmentId)),
      );
      return rows.map((row) => row.reason);
    },
    async events(messageId: string) {
      const rows = await deps.db.read((q) =>
        q
          .select()
          .from(q.tables.messageEvents)
          .where(eq(q.tables.messageEvents.messageId, messageId))
          .orderBy(asc(q.tables.messageEvents.at), asc(q.tables.messageEvents.id)),
      );
      return rows.map((row) => row.status);
    },
  };
}

export type TestEngine = Awaited<ReturnType<typeof anEngine>>;
