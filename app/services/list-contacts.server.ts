import type { Queryable } from '@db/client.server';
import {
  listCallsTried,
  listContactRecords,
  listJournalContacts,
  listMeetingsHeld,
  listMessagesOut,
  listSignIns,
  listTextsIn,
  type Stretch,
} from '@db/queries/contact-history.server';
import { APPOINTMENT_MODES } from '~/domain/appointment/appointment';
import {
  CONTACT_CHANNELS,
  WAY_OF_CHANNEL,
  WAY_OF_MODE,
  type ContactDirection,
  type ContactService,
  type ContactWay,
} from '~/domain/journey/contact-record';
import type { CallOutcome, CallReason } from '~/domain/messaging/call-list';
import type { MessagePurpose } from '~/domain/messaging/message';
import type { ReminderRule } from '~/domain/reminder/policy';
import type { Deps } from './deps';

interface Common {
  id: string;
  /** When it was (ms). */
  at: number;
  way: ContactWay;
  /** Null where both came. */
  direction: ContactDirection | null;
  /** The colleague who was in touch. */
  by: { firstName: string; lastName: string } | null;
}

/** One contact, from wherever it is known; never what anybody wrote, but for the one line of a colleague's note. */
export type ContactItem = Common &
  (
    | {
        what: 'record';
        service: ContactService;
        helped: boolean;
        minutes: number | null;
        /** Null where there is none, or it is not for the reader's eyes. */
        note: string | null;
        /** Of an earlier day only the date is known. */
        staffId: string;
      }
    | { what: 'call'; outcome: CallOutcome; reason: CallReason }
    | { what: 'message'; purpose: MessagePurpose; rule: ReminderRule | null }
    | { what: 'meeting'; appointmentId: string | null }
    | { what: 'reply' | 'journal' | 'sign_in' }
  );

const MESSAGE_CHANNELS = ['sms', 'email', 'voice', 'letter'] as const;

/**
 * How a customer and the office were in touch, from everything that knows of it, the latest first. One query for each source.
 * @param wanted.way only this; null for all.
 * @param wanted.mayRead true for whoever may read colleagues' notes; `recordsOnly` leaves out all but what colleagues wrote down.
 */
export async function listContacts(
  q: Queryable,
  deps: Deps,
  wanted: Stretch & { way: ContactWay | null; mayRead: boolean; recordsOnly: boolean; officeId: string },
): Promise<ContactItem[]> {
  const { customerId, before, limit, way, mayRead } = wanted;
  const stretch = { customerId, before, limit };
  const fits = (one: ContactWay) => way === null || way === one;
  const [channels, sent] = [CONTACT_CHANNELS.filter(fits), MESSAGE_CHANNELS.filter((one) => fits(WAY_OF_CHANNEL[one]))];
  const modes = APPOINTMENT_MODES.filter((mode) => fits(WAY_OF_MODE[mode]));
  const all = !wanted.recordsOnly;
  const items: ContactItem[] = [];
  if (channels.length > 0) {
    for (const { record, by } of await listContactRecords(q, { ...stretch, channels })) {
      const { id, at, channel, direction, service, helped, minutes, staffId } = record;
      const note = mayRead && record.note !== null ? deps.vault.open(record.note) : null;
      items.push({ what: 'record', id, at, way: channel, direction, by, service, helped, minutes, note, staffId });
    }
  }
  if (all && fits('phone'))
    for (const one of await listCallsTried(q, stretch))
      items.push({ what: 'call', way: 'phone', direction: 'out', ...one });
  if (all && sent.length > 0)
    for (const { id, at, channel, purpose, rule } of await listMessagesOut(q, { ...stretch, channels: sent }))
      if (channel !== null && channel !== 'call_list')
        items.push({
          what: 'message',
          id,
          at,
          way: WAY_OF_CHANNEL[channel],
          direction: 'out',
          by: null,
          purpose,
          rule,
        });
  if (all && fits('text'))
    for (const { id, at } of await listTextsIn(q, stretch))
      items.push({ what: 'reply', id, at, way: 'text', direction: 'in', by: null });
  if (all && modes.length > 0)
    for (const { id, at, mode, by, officeId } of await listMeetingsHeld(q, { ...stretch, modes })) {
      const appointmentId = officeId === wanted.officeId ? id : null;
      items.push({ what: 'meeting', id, at, way: WAY_OF_MODE[mode], direction: null, by, appointmentId });
    }
  if (all && fits('online')) {
    for (const { id, at, writtenBy, by } of await listJournalContacts(q, stretch))
      items.push({ what: 'journal', id, at, way: 'online', direction: writtenBy === 'staff' ? 'out' : 'in', by });
    for (const { id, at } of await listSignIns(q, stretch))
      items.push({ what: 'sign_in', id, at, way: 'online', direction: 'in', by: null });
  }
  return items.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)).slice(0, limit);
}
