import { Gauge, type Registry } from 'prom-client';
import { SECOND } from '~/domain/clock';
import type { Services } from '~/services/services.server';

type Sending = Awaited<ReturnType<Services['viewSending']>>;

/**
 * The gauges about sending: what they mean, and when somebody has to do something, is in docs/runbooks/alerts.md.
 * @returns a function that sets them all.
 */
export function sendingGauges(registry: Registry): (sending: Sending) => void {
  const gauge = <T extends string = never>(name: string, help: string, labelNames: readonly T[] = []) =>
    new Gauge<T>({ name, help, labelNames, registers: [registry] });
  const ended = gauge('waymark_messages_ended', 'Messages that ended in the last hour, by how.', ['status', 'provider', 'channel']); // prettier-ignore
  const failures = gauge('waymark_messages_failed', 'Those of them that failed, by kind of failure.', ['kind', 'provider', 'channel']); // prettier-ignore
  const due = gauge('waymark_messages_due', 'Messages that could be sent now.');
  const late = gauge('waymark_messages_late', 'Messages that could have been sent more than 5 minutes ago.');
  const unknown = gauge('waymark_messages_unknown', 'Messages that a provider may or may not have.', ['provider', 'channel']); // prettier-ignore
  const oldest = gauge('waymark_messages_oldest_due_seconds', 'How long the oldest due message has been waiting.');
  const calls = gauge('waymark_calls_open', 'Calls that colleagues are to make.');
  const overdue = gauge('waymark_calls_overdue', 'Those of them whose time is past.');
  const passedOn = gauge('waymark_calls_passed_on', 'Those of them that managers were shown, as nobody got through.');
  const worker = gauge('waymark_worker_seen_timestamp_seconds', 'When any worker last gave a sign of life; 0 for never.'); // prettier-ignore
  const holds = gauge('waymark_sending_hold', 'What is stopped: 1 for each scope and reason.', ['scope', 'reason']);
  const open = gauge('waymark_provider_open', '1 while a provider is left alone on a channel.', ['provider', 'channel']); // prettier-ignore
  const fault = gauge('waymark_provider_fault', '1 while a provider refuses our messages because of us.', ['provider', 'channel']); // prettier-ignore
  const taskDone = gauge('waymark_task_last_done_seconds', 'When a task of the workers was last done, since 1970; 0 for never.', ['task']); // prettier-ignore
  const taskFailures = gauge('waymark_task_failures', 'How often in a row a task of the workers has failed.', ['task']);

  return (sending) => {
    for (const one of [taskDone, taskFailures, ended, failures, unknown, holds, open, fault]) one.reset();
    const way = ({ provider, channel }: { provider: string | null; channel: string | null }) => ({
      provider: provider ?? 'none',
      channel: channel ?? 'none',
    });
    // Several reasons of the same kind are one number.
    for (const one of sending.ended) ended.inc({ status: one.status, ...way(one) }, one.count);
    for (const one of sending.failures) failures.inc({ kind: one.kind, ...way(one) }, one.count);
    for (const one of sending.unknownBy) unknown.inc(way(one), one.count);
    due.set(sending.due);
    late.set(sending.late);
    oldest.set(sending.oldestDueSeconds);
    calls.set(sending.calls.open);
    overdue.set(sending.calls.overdue);
    passedOn.set(sending.calls.passedOn);
    worker.set((sending.workerSeenAt ?? 0) / SECOND);
    for (const { name, doneAt, failures: times } of sending.tasks) {
      taskDone.set({ task: name }, (doneAt ?? 0) / SECOND);
      taskFailures.set({ task: name }, times);
    }
    for (const { scope, reason } of sending.holds) holds.set({ scope, reason }, 1);
    for (const { provider, channel, openUntil, faultSince } of sending.providers) {
      open.set({ provider, channel }, openUntil === null ? 0 : 1);
      fault.set({ provider, channel }, faultSince === null ? 0 : 1);
    }
  };
}
