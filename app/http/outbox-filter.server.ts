import { CHANNELS } from '~/domain/messaging/channel';
import type { MessageStatus } from '~/domain/messaging/message';
import type { Services } from '~/services/services.server';

type Filter = Omit<Parameters<Services['listOutbox']>[0], 'page'>;

/** The choices of the outbox page, as its address holds them; what is not understood counts as not chosen. */
export function chosenFrom(query: URLSearchParams) {
  const one = <T extends string>(name: string, allowed: readonly T[]): T | '' =>
    allowed.find((value) => value === query.get(name)) ?? '';
  return {
    show: one('show', ['out', 'coming', 'unsent'] as const) || ('out' as const),
    channel: one('channel', CHANNELS),
    status: one('status', ['open', 'arrived', 'lost'] as const),
    name: (query.get('name') ?? '').replaceAll('\0', '').trim().slice(0, 50),
  };
}

const STATUSES: Record<'open' | 'arrived' | 'lost', readonly MessageStatus[]> = {
  open: ['claimed', 'unknown', 'accepted', 'sent'],
  arrived: ['delivered'],
  lost: ['undelivered', 'failed', 'expired'],
};

/** The same choices in the words of the service. */
export function filterFrom(chosen: ReturnType<typeof chosenFrom>): Filter {
  return {
    show: chosen.show,
    channel: chosen.channel || null,
    statuses: chosen.status && chosen.show === 'out' ? STATUSES[chosen.status] : null,
    firstName: chosen.name,
  };
}
