import type { listContactPoints } from '@db/queries/staff-appointment.server';
import type { ContactHealth, ContactKind } from '~/domain/contact/contact-point';
import type { Channel } from '~/domain/messaging/channel';
import type { Deps } from './deps';

export interface ContactView {
  id: string;
  kind: ContactKind;
  display: string;
  /** Null where there is nothing to press: a postal address, or a person whom nobody may ring or write to. */
  href: string | null;
  health: ContactHealth;
  /** When the office was last sure of it, and when something last arrived (ms). */
  verifiedAt: number | null;
  lastDeliveredAt: number | null;
  optedOut: Channel[];
}

type Point = Awaited<ReturnType<typeof listContactPoints>>[number];

/** A number or address of a customer as colleagues see it. @param noMessages for their safety nobody rings or writes. */
export function contactView(deps: Deps, point: Point, noMessages: boolean): ContactView {
  const { id, kind, health, verifiedAt, lastDeliveredAt, optedOut } = point;
  const plain = deps.vault.open(point.value);
  const href = noMessages || kind === 'post' ? null : `${isNumber(kind) ? 'tel' : 'mailto'}:${plain}`;
  return { id, kind, display: contactText(deps, kind, plain), href, health, verifiedAt, lastDeliveredAt, optedOut };
}

const isNumber = (kind: ContactKind) => kind === 'mobile' || kind === 'landline';

/** A number or address as people read it, on one line. */
export function contactText(deps: Deps, kind: ContactKind, plain: string): string {
  return isNumber(kind) ? deps.phoneNumbers.display(plain) : plain.replaceAll('\n', ', ');
}
