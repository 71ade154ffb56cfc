import { isOutage } from '@db/dialect/outages';
import { findLastLooks, type LastLook } from '@db/queries/last-look.server';
import { renewLease } from '@db/queries/messages.server';
import { SECOND } from '~/domain/clock';
import { ruleFits } from '~/domain/reminder/rule-fits';
import type { ClaimedMessage } from './claim-due.server';
import type { Deps } from './deps';
import { DEFAULT_ENGINE } from './engine-settings';
import { lull } from './lull';
import { recordAnswers, type Answer } from './record-answer.server';
import { steadyTime } from './steady-time';
import { together } from './together';
import { takeAnotherSlot } from './weather.server';

/** A message this late for its slot takes another: together with those whose slots are now it would be too many. */
const LATE = SECOND;

/**
 * Hands claimed messages to their providers, each in its slot, a few at a time, and records each answer. No transaction is
 * open while a provider is asked. What cannot be handed over well before its lease ends is left to reconciliation.
 */
export const sendClaimed = (deps: Deps, settings = DEFAULT_ENGINE, time = steadyTime) => {
  const gathered = { most: settings.batch, isHopeless: isOutage };
  const handOvers = lull();
  const record = together(recordAnswers(deps), { ...gathered, gather: () => handOvers.wait(settings.gatherMs) });
  const look = together(lastLooks(deps), gathered);
  const anotherSlot = takeAnotherSlot(deps, settings);
  const senderOf = ({ provider, channel }: ClaimedMessage) =>
    deps.senders.find((one) => one.provider === provider && one.channel === channel);

  /** @returns once another may be handed over: `written` is when the answer has been written down. */
  async function sendOne(claimed: ClaimedMessage): Promise<{ written: Promise<void> }> {
    await untilSlot(claimed);
    const answer = await handOvers.during(() => handOver(claimed));
    if (!answer) return { written: Promise.resolve() };
    const written = keep(claimed, answer);
    // Whoever hands over one at a time writes down one at a time. And of what went wrong the next look may want to know:
    // that the provider is down.
    if (settings.concurrency === 1 || answer.kind !== 'accepted') {
      handOvers.hurry();
      await written;
    }
    return { written };
  }

  async function keep({ id, fence, channel, provider, requestId }: ClaimedMessage, answer: Answer): Promise<void> {
    const outcome = await record({ id, fence, answer });
    deps.log.info({ messageId: id, requestId, channel, provider, answer: answer.kind, outcome }, 'message handed over');
  }

  async function untilSlot(claimed: ClaimedMessage): Promise<void> {
    const sender = senderOf(claimed);
    if (!sender || sender.perSecond === null) return;
    await time.until(claimed.handOverAt);
    while (time.now() > claimed.handOverAt + LATE) {
      const slot = await anotherSlot(sender);
      // With none left, one is free by then.
      const wait = slot === null ? SECOND : Math.max(0, slot - deps.clock.now());
      await time.until(time.now() + wait);
      if (slot !== null) return;
    }
  }

  async function handOver(claimed: ClaimedMessage): Promise<Answer | null> {
    const seen = await look(claimed.id);
    if (seen?.fence !== claimed.fence) return null;
    // The next claim sees why, and chooses the next way, ends it, or asks a person to see to it.
    if (seen.silent || seen.unfit) return { kind: 'withdrawn', because: 'lapsed' };
    if (seen.optedOut) return { kind: 'withdrawn', because: 'opted_out' };
    const changed = seen.reminder && !stands(seen.reminder);
    if (changed) return { kind: 'withdrawn', because: 'changed_since' };
    if (seen.held) return { kind: 'withdrawn', because: 'paused' };
    if (seen.shut) return { kind: 'withdrawn', because: 'provider_down' };
    const sender = senderOf(claimed);
    if (!sender) return null;
    // The process stood still, or the clock was put on: what was decided at the claim may be wrong by now.
    if (deps.clock.now() > claimed.leaseUntil) return { kind: 'withdrawn', because: 'lapsed' };
    let leaseUntil = claimed.leaseUntil;
    if (leaseUntil < deps.clock.now() + settings.deadlineMs) {
      // Nothing was handed over yet, so the lease may be renewed, if nobody has taken the message meanwhile.
      leaseUntil = deps.clock.now() + settings.leaseMs;
      const renewed = await deps.db.write((q) => renewLease(q, { id: claimed.id, fence: claimed.fence, leaseUntil }));
      if (!renewed) return null;
    }
    // The very last thing, so that nothing but the call itself stands between the check and the call.
    if (leaseUntil < deps.clock.now() + settings.deadlineMs) return null;
    if (deps.clock.now() > claimed.outgoing.sendBy) return { kind: 'withdrawn', because: 'out_of_time' };
    return sender.send(claimed.outgoing);
  }

  return async (batch: readonly ClaimedMessage[]): Promise<void> => {
    const waiting = batch.values();
    const answers: Promise<void>[] = [];
    const runner = async () => {
      for (const next of waiting) {
        // The ledger still says `claimed`: when the lease ends the provider is asked, so nothing is lost.
        const notRecorded = (error: unknown) =>
          deps.log.error({ messageId: next.id, requestId: next.requestId, err: error }, 'the answer was not recorded');
        await sendOne(next).then(({ written }) => void answers.push(written.catch(notRecorded)), notRecorded);
      }
    };
    await Promise.all(Array.from({ length: Math.min(settings.concurrency, batch.length) }, runner));
    await Promise.all(answers);
  };
};

/** One query for the looks that are taken at the same time; each still stands right before its own hand-over. */
const lastLooks =
  (deps: Deps) =>
  async (ids: readonly string[]): Promise<(LastLook | undefined)[]> => {
    const looks = await deps.db.read((q) => findLastLooks(q, ids));
    return ids.map((id) => looks.get(id));
  };

function stands(reminder: NonNullable<LastLook['reminder']>): boolean {
  return reminder.version === reminder.appointmentVersion && ruleFits(reminder.rule, reminder.status);
}
