import { MINUTE } from '../clock';
import type { ContactChannel, ContactService } from '../journey/contact-record';
import type { HelpWay } from './help';

/** A help is one contact: on the telephone, or at the desk, where a visit to the champion is as well. */
export const CHANNEL_OF_HELP: Record<HelpWay, ContactChannel> = { phone: 'phone', desk: 'desk', joint: 'desk' };

/** What a help was mostly about: the service of most of what was done, the first of several; `other` when nothing was. */
export function serviceOfHelp(services: readonly ContactService[]): ContactService {
  const times = (wanted: ContactService) => services.filter((service) => service === wanted).length;
  return (
    services.reduce<ContactService | null>(
      (most, service) => (most === null || times(service) > times(most) ? service : most),
      null,
    ) ?? 'other'
  );
}

/** How long a help took, in whole minutes begun, at least one; instants in ms. */
export function minutesOfHelp(startedAt: number, endedAt: number): number {
  return Math.max(1, Math.ceil((endedAt - startedAt) / MINUTE));
}
