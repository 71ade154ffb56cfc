import { loadClaimContext, type ClaimContext } from '@db/queries/claim-context.server';
import type { MessageRow } from '@db/queries/messages.server';
import { findOfficeWithRef } from '@db/queries/offices.server';
import { listPlannedReminders } from '@db/queries/reminders-preview.server';
import { listHolds } from '@db/queries/sending-holds.server';
import type { Channel } from '~/domain/messaging/channel';
import type { HoldScope } from '~/domain/messaging/hold';
import type { ReminderRule } from '~/domain/reminder/policy';
import type { Deps } from './deps';
import { expectWay } from './expect-way.server';

/** What would become of one planned reminder, as far as it can be told now. Nobody can be told from it. */
export interface PreviewedReminder {
  /** When it would go (ms), and the zone of the office whose clock says so. */
  at: number;
  zone: string;
  rule: ReminderRule;
  appointmentRef: string;
  /** Initials, and the last three digits of the number if it goes to one: "S.L. …123". */
  recipient: string;
  /** Null when it would not go at all. */
  channel: Channel | null;
  reason: string;
}

export type Preview =
  | {
      ok: true;
      reminders: AsyncIterable<PreviewedReminder>;
      /** What is stopped at present; the preview looks past it. */
      holds: { scope: HoldScope }[];
    }
  | { ok: false; reason: 'no_such_office' };

const PAGE = 500;

/**
 * What the worker would do with the reminders that are due from `from` until `to` (ms), by the worker's own decision,
 * from what is known now: an answer, a receipt or a change until then may still make it another. Changes nothing.
 */
export const previewReminders =
  (deps: Deps) =>
  async (wish: { from: number; to: number; officeRef: string | null }): Promise<Preview> => {
    const { officeRef } = wish;
    const office = officeRef === null ? null : await deps.db.read((q) => findOfficeWithRef(q, officeRef));
    if (officeRef !== null && office === null) return { ok: false, reason: 'no_such_office' };
    const holds = await deps.db.read(listHolds);
    return { ok: true, holds, reminders: eachReminder(deps, { ...wish, officeId: office?.id ?? null }) };
  };

async function* eachReminder(
  deps: Deps,
  window: { from: number; to: number; officeId: string | null },
): AsyncGenerator<PreviewedReminder> {
  let after: MessageRow | null = null;
  for (;;) {
    const page: MessageRow[] = await deps.db.read((q) => listPlannedReminders(q, { ...window, after, limit: PAGE }));
    const context = await deps.db.read((q) => loadClaimContext(q, page));
    for (const message of page) {
      const previewed = previewOf(deps, message, context);
      if (previewed) yield previewed;
    }
    if (page.length < PAGE) return;
    after = page.at(-1)!;
  }
}

/** Null when the appointment is being changed at this moment. */
function previewOf(deps: Deps, message: MessageRow, context: ClaimContext): PreviewedReminder | null {
  const { at, prepared } = expectWay(deps, message, context);
  const reminder = context.reminders.get(message.reminderId ?? '');
  const appointment = context.appointments.get(message.appointmentId ?? '');
  const customer = context.customers.get(appointment?.customerId ?? '');
  const office = context.offices.get(appointment?.officeId ?? '');
  if (!reminder || !appointment || !customer || !office) return null;
  const initials = `${initial(customer.firstName)}${initial(customer.lastName)}`;
  const common = { at, zone: office.timeZone, rule: reminder.rule, appointmentRef: appointment.ref };
  switch (prepared.act) {
    case 'send': {
      const { recipient } = prepared.outgoing;
      const digits = recipient.includes('@') ? '' : ` …${recipient.slice(-3)}`;
      return {
        ...common,
        recipient: `${initials}${digits}`,
        channel: prepared.sender.channel,
        reason: prepared.reason,
      };
    }
    case 'call':
      return { ...common, recipient: initials, channel: 'call_list', reason: prepared.reason };
    case 'end':
      return { ...common, recipient: initials, channel: null, reason: prepared.reason };
    default:
      return { ...common, recipient: initials, channel: null, reason: 'out_of_time' };
  }
}

function initial(name: string): string {
  const [letter] = name.normalize('NFC');
  return letter === undefined ? '' : `${letter.toUpperCase()}.`;
}
