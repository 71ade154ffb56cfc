import type { InferSelectModel } from 'drizzle-orm';
import { PLAIN_BOOKING } from '~/domain/appointment/appointment';
import { HOUR, MINUTE } from '~/domain/clock';
import type { Tables } from '../schema/tables';
import type { DiaryEntry } from './diary';
import type { Customer } from './people';

/** What rows need that the district's story does not say. */
export interface RowMaking {
  id: () => string;
  /** Seals a personal value; see the vault. */
  seal: (plain: string) => string;
  index: (value: string) => string;
  now: number;
}

/** Identifiers by reference, of everything that appointments point to. */
export interface Ids {
  offices: Map<string, string>;
  staff: Map<string, string>;
  customers: Map<string, string>;
}

type Row<T extends keyof Tables> = InferSelectModel<Tables[T]>;

export function appointmentRow(make: RowMaking, ids: Ids, entry: DiaryEntry): Row<'appointments'> {
  const { customerRef, adviserRef, officeRef, ...fields } = entry;
  return {
    ...PLAIN_BOOKING,
    ...fields,
    id: make.id(),
    customerId: ids.customers.get(customerRef)!,
    adviserId: ids.staff.get(adviserRef)!,
    officeId: ids.offices.get(officeRef)!,
    version: 1,
    venue: '',
    joinBy: '',
    updatedAt: entry.status === 'booked' ? entry.bookedAt : entry.endsAt,
  };
}

/** The history of a past appointment: booked, perhaps confirmed, and what became of it. */
export function pastEvents(make: RowMaking, row: Row<'appointments'>): Row<'appointmentEvents'>[] {
  const event = { appointmentId: row.id, actorId: null, before: null, after: null, undoneAt: null };
  const events: Row<'appointmentEvents'>[] = [
    { ...event, id: make.id(), at: row.bookedAt, kind: 'booked', actorKind: 'staff', actorId: row.adviserId },
  ];
  if (row.confirmedAt) {
    events.push({ ...event, id: make.id(), at: row.confirmedAt, kind: 'confirmed', actorKind: 'reply' });
  }
  const change = { before: { status: 'booked' }, after: { status: row.status } };
  if (row.status === 'cancelled_by_customer' || row.status === 'cancelled_by_office') {
    const at = Math.max(row.startsAt - 26 * HOUR, row.bookedAt + HOUR);
    events.push({ ...event, ...change, id: make.id(), at, kind: 'cancelled', actorKind: 'staff' });
  } else if (row.status !== 'booked') {
    const at = row.endsAt + 4 * MINUTE;
    events.push({ ...event, ...change, id: make.id(), at, kind: 'outcome_recorded', actorKind: 'staff' });
    events.at(-1)!.actorId = row.adviserId;
  }
  return events;
}

export function contactRows(make: RowMaking, customerId: string, customer: Customer): Row<'contactPoints'>[] {
  const kinds = ['mobile', 'landline', 'email', 'post'] as const;
  return kinds.flatMap((kind) => {
    const value = customer[kind];
    if (!value) return [];
    const verifiedAt = kind === 'landline' ? null : make.now;
    const row = { id: make.id(), customerId, kind, value: make.seal(value), valueIndex: make.index(value) };
    return [{ ...row, health: 'untried' as const, verifiedAt, lastDeliveredAt: null, createdAt: make.now }];
  });
}
