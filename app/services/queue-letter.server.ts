import type { Queryable } from '@db/client.server';
import type { ClaimContext } from '@db/queries/claim-context.server';
import { insertLetter } from '@db/queries/letters.server';
import type { MessageRow, NewMessage } from '@db/queries/messages.server';
import { postBy, postNewsBy } from '~/domain/letter/post-by';
import type { Deps } from './deps';
import type { Prepared } from './prepare-message.server';

type Of<T> = T extends Map<string, infer Row> ? Row : never;
type Office = Of<ClaimContext['offices']>;
type Point = Of<ClaimContext['contactPoints']>[number];

interface About {
  appointment: { startsAt: number };
  customer: { firstName: string; lastName: string };
  office: Office;
  points: readonly Point[];
  holidays: ClaimContext['holidays'];
}

/** Name and address, line below line, as they are to stand in the window. */
export function letterAddress(deps: Deps, customer: About['customer'], point: { value: string }): string {
  return `${customer.firstName} ${customer.lastName}\n${deps.vault.open(point.value)}`;
}

/** True when a letter that is posted before the office closes today comes in time, and can be printed as it should. */
export function mayPost(
  deps: Deps,
  about: About,
  write: (channel: 'letter') => { subject: string | null; body: string },
  now: number,
): boolean {
  const point = about.points.find((one) => one.kind === 'post' && one.health !== 'dead');
  if (!point || now > lastPost(about.appointment, about.office, about.holidays)) return false;
  const { subject, body } = write('letter');
  const recipient = letterAddress(deps, about.customer, point);
  return deps.letterPress.canPrint({ recipient, sender: '', subject: subject ?? '', body });
}

function lastPost(appointment: { startsAt: number }, office: Office, holidays: ClaimContext['holidays']): number {
  return postBy(appointment.startsAt, postingDays(office, holidays));
}

function postingDays({ timeZone: zone, closesAt, division }: Office, holidays: ClaimContext['holidays']) {
  return { zone, closesAt, holidays: holidays.get(division) ?? new Set<string>() };
}

/** True for a letter that this office prints itself: there is no provider to hand it to. */
export function isForPrintQueue(prepared: Extract<Prepared, { act: 'send' }>): boolean {
  return prepared.sender.provider === 'print';
}

/** What the ledger says of a letter from the moment it is claimed: it is in nobody's hands but the office's. */
export function inPrintQueue(message: MessageRow, now: number): Partial<NewMessage> {
  return { status: 'accepted', providerId: message.id, acceptedAt: now, leaseOwner: null, leaseUntil: null };
}

/** Puts a claimed letter into its office's print queue, in the transaction that claims it. */
export async function queueLetter(
  q: Queryable,
  message: MessageRow,
  context: ClaimContext,
  now: number,
): Promise<void> {
  const appointment = context.appointments.get(message.appointmentId ?? '');
  const customer = context.customers.get(message.customerId ?? '');
  const office = context.offices.get((appointment ?? customer)?.officeId ?? '');
  if (!office || (message.appointmentId !== null && !appointment))
    throw new Error('a letter has lost its appointment or office');
  const last = appointment
    ? lastPost(appointment, office, context.holidays)
    : postNewsBy(now, postingDays(office, context.holidays));
  await insertLetter(q, { messageId: message.id, officeId: office.id, queuedAt: now, postBy: last });
}
