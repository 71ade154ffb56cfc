import { findFirstOffice } from '@db/queries/home.server';
import { findLinkedAppointment, findShownAppointment } from '@db/queries/links.server';
import type { Actor } from '~/domain/access/role';
import { linkState } from '~/domain/appointment/link-state';
import type { Language } from '~/domain/language';
import type { Deps } from './deps';
import { officePhone } from './office-phone';

/** What somebody holds that lets them answer for an appointment: a text message's link, or their own sign-in. */
export type AppointmentKey =
  /** `address` is the visitor's network address, for rate limits only. */
  | { kind: 'link'; token: string; address: string }
  /**
   * `seenVersion` is the one that the page showed; without it, whatever stands now is meant. `helpId`: the help in which a
   * colleague answers for them.
   */
  | { kind: 'own'; appointmentId: string; customerId: string; seenVersion?: number; helpId?: string | null };

type Shown = NonNullable<Awaited<ReturnType<typeof findShownAppointment>>>;

/** Why a key opens nothing (any more). Who asks may be anyone, so there is nothing else but a phone number. */
export interface Gone {
  state: 'unknown' | 'ended' | 'moved' | 'cancelled' | 'too_many';
  /** The customer's, where it may be known. */
  language: Language | null;
  /** As a person reads it; empty when there is no office at all. */
  phone: string;
}

export interface Held {
  state: 'open';
  language: Language;
  phone: string;
  shown: Shown;
  /** The version that the holder has seen. */
  version: number;
  actor: Actor;
}

/** The appointment that a key opens, if it still opens one. Counts the use of a link. */
export async function openHeld(deps: Deps, key: AppointmentKey): Promise<Held | Gone> {
  if (key.kind === 'link' && (await tooMany(deps, key))) return gone(deps, 'too_many');
  const found = await findByKey(deps, key);
  if (!found) {
    if (key.kind === 'own') return gone(deps, 'unknown');
    const wait = await deps.rateLimits.use('wrong_links_per_address', deps.vault.index(key.address));
    return gone(deps, wait === null ? 'unknown' : 'too_many');
  }
  const { shown, version } = found;
  const { language, id: customerId } = shown.customer;
  const phone = officePhone(deps.phoneNumbers, shown.office.phone);
  const state = linkState({ version }, shown.appointment, deps.clock.now());
  if (state !== 'open') return { state, language, phone };
  const actor: Actor =
    key.kind === 'link'
      ? { kind: 'link', id: customerId }
      : { kind: 'customer', id: customerId, helpId: key.helpId ?? null };
  return { state, language, phone, shown, version, actor };
}

/** True when a link, or the address that it is opened from, has been used too often; counts this use. */
export async function tooMany(deps: Deps, key: { token: string; address: string }): Promise<boolean> {
  // An address that has to wait uses up nothing else: neither a token's tries nor our memory.
  if ((await deps.rateLimits.use('link_per_address', deps.vault.index(key.address))) !== null) return true;
  return (await deps.rateLimits.use('link_per_token', deps.vault.hashSecret(key.token))) !== null;
}

async function findByKey(deps: Deps, key: AppointmentKey): Promise<{ shown: Shown; version: number } | null> {
  if (key.kind === 'link') {
    const linked = await deps.db.read((q) => findLinkedAppointment(q, deps.vault.hashSecret(key.token)));
    return linked && { shown: linked, version: linked.linkVersion };
  }
  const shown = await deps.db.read((q) => findShownAppointment(q, key.appointmentId));
  // Somebody else's looks as if it were not there.
  if (shown?.customer.id !== key.customerId) return null;
  return { shown, version: key.seenVersion ?? shown.appointment.version };
}

/** What a link that leads nowhere says: whom to call. */
export async function gone(deps: Deps, state: 'unknown' | 'too_many'): Promise<Gone> {
  const office = await deps.db.read(findFirstOffice);
  return { state, language: null, phone: office ? officePhone(deps.phoneNumbers, office.phone) : '' };
}
