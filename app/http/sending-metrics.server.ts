import { Gauge, type Registry } from 'prom-client';
import type { Services } from '~/services/services.server';

type Sending = Awaited<ReturnType<Services['viewSending']>>;

/**
 * The gauges about sending: what they mean, and when somebody has to do something, is in docs/runbooks/alerts.md.
 * @returns a function that sets them all.
 */
export function sendingGauges(registry: Registry): (sending: Sending) => void {
  const gauge = <T extends string = never>(name: string, help: string, labelNames: readonly T[] = []) =>
    new Gauge<T>({ name, help, labelNames, registers: [registry] });
  const messages = gauge('waymark_messages', 'Messages by what has become of them, and by provider.', ['status', 'provider']); // prettier-ignore
  const failures = gauge('waymark_messages_failed', 'Messages that failed, by provider and kind of failure.', ['provider', 'kind']); // prettier-ignore
  const due = gauge('waymark_messages_due', 'Messages that could be sent now.');
  const late = gauge('waymark_messages_late', 'Messages that could have been sent more than 5 minutes ago.');
  const unknown = gauge('waymark_messages_unknown', 'Messages that a provider may or may not have.');
  const oldest = gauge('waymark_messages_oldest_due_seconds', 'How long the oldest of them has been waiting.');
  const holds = gauge('waymark_sending_hold', 'What is stopped: 1 for each scope and reason.', ['scope', 'reason']);
  const open = gauge('waymark_provider_open', '1 while a provider is left alone on a channel.', ['provider', 'channel']); // prettier-ignore
  const fault = gauge('waymark_provider_fault', '1 while a provider refuses our messages because of us.', ['provider', 'channel']); // prettier-ignore

  return (sending) => {
    for (const one of [messages, failures, holds, open, fault]) one.reset();
    for (const { status, provider, count } of sending.messages)
      messages.inc({ status, provider: provider ?? 'none' }, count);
    for (const { provider, kind, count } of sending.failures)
      failures.inc({ provider: provider ?? 'none', kind }, count);
    due.set(sending.due);
    late.set(sending.late);
    unknown.set(sending.unknown);
    oldest.set(sending.oldestDueSeconds);
    for (const { scope, reason } of sending.holds) holds.set({ scope, reason }, 1);
    for (const { provider, channel, openUntil, faultSince } of sending.providers) {
      open.set({ provider, channel }, openUntil === null ? 0 : 1);
      fault.set({ provider, channel }, faultSince === null ? 0 : 1);
    }
  };
}
