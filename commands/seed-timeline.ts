import { DISTRICT_ZONE, type District } from '@db/seed';
import { makeOldCalls } from '@db/seed/calls';
import { insertSignersNeed, spreadRequests } from '@db/seed/formats';
import { postOldLetters } from '@db/seed/letters';
import { insertDeliveries } from '@db/seed/deliveries';
import type { DiaryEntry } from '@db/seed/diary';
import type { Ids } from '@db/seed/rows';
import type { Story } from '@db/seed/story';
import type { Outcome } from '~/domain/appointment/appointment';
import { DAY, HOUR, MINUTE } from '~/domain/clock';
import { claimDue, type ClaimedMessage } from '~/services/claim-due.server';
import { confirmAppointment } from '~/services/confirm-appointment.server';
import { declineAppointment } from '~/services/decline-appointment.server';
import type { Deps } from '~/services/deps';
import { keepFormatRequests } from '~/services/keep-format-requests.server';
import { receiveReply } from '~/services/receive-reply.server';
import { receiveStatus } from '~/services/receive-status.server';
import { takeCallFromOutbox } from '~/services/answer-from-outbox.server';
import type { CallEnding } from '~/domain/messaging/call-ending';
import { recordOutcome } from '~/services/record-outcome.server';
import { saveAppointments } from '~/services/save-appointments.server';
import { earlierTimes } from './seed-earlier-times';

/** Something that happened at an instant (ms), told in the order of time. */
export interface Happening {
  at: number;
  run: () => Promise<void>;
}

export interface Timeline {
  deps: Deps;
  district: District;
  story: Story;
  ids: Ids;
  /** The clock that `deps` has; the timeline turns it. */
  clock: { instant: number };
  now: number;
}

const A_PASS_EVERY = HOUR;
/** Whose day a visitor of the demo sees. */
const ADVISER_OF_THE_DAY = 'ADV-BAN-1';

/**
 * Lives through the last weeks of the district with the services themselves: meetings are booked, texts go out and
 * arrive, people answer, outcomes are recorded. So the history is exactly what the service would have written.
 */
export async function liveThrough(timeline: Timeline, recent: readonly DiaryEntry[]): Promise<void> {
  const { deps, district, story, now, clock } = timeline;
  const appointmentIds = new Map<string, string>();
  const happenings = [
    ...bookings(timeline, [...recent, ...district.diary.coming], appointmentIds),
    ...recent.map((entry) => ending(timeline, entry, appointmentIds)),
    ...answers(timeline, appointmentIds),
    ...earlierTimes(timeline, appointmentIds),
    ...passes(timeline, Math.min(...recent.map((entry) => entry.bookedAt)), appointmentIds),
  ];
  // A stable sort: what is booked at an instant is there when the worker looks at that instant.
  happenings.sort((a, b) => a.at - b.at);
  for (const { at, run } of happenings) {
    if (at > now) continue;
    clock.instant = at;
    await run();
  }
  const keep = [story.cannotCome, story.undelivered, story.wrote].map((entry) => appointmentIds.get(entry.ref)!);
  await deps.db.write((q) => postOldLetters(q, { now, id: deps.newId }));
  await deps.db.write((q) => makeOldCalls(q, { before: now - 20 * HOUR, keep }));
  await askSuppliers(timeline);
}

/** Somebody of the day's needs a signer whom nobody has booked yet; others have theirs, or wait for an answer. */
async function askSuppliers({ deps, ids, now }: Timeline): Promise<void> {
  const adviserId = ids.staff.get(ADVISER_OF_THE_DAY)!;
  await deps.db.write(async (q) => {
    const customerId = await insertSignersNeed(q, { now, id: deps.newId, adviserId });
    if (customerId === null) return;
    await keepFormatRequests(q, deps, [customerId]);
    await spreadRequests(q, { now, id: deps.newId, zone: DISTRICT_ZONE, customerId });
  });
}

function bookings(timeline: Timeline, entries: DiaryEntry[], appointmentIds: Map<string, string>): Happening[] {
  const atOnce = new Map<number, DiaryEntry[]>();
  for (const entry of entries) atOnce.set(entry.bookedAt, [...(atOnce.get(entry.bookedAt) ?? []), entry]);
  return [...atOnce].map(([at, together]) => ({
    at,
    run: async () => {
      const saved = await save(
        timeline,
        together.map((entry) => ({ ...entry, status: 'booked' as const })),
      );
      for (const { ref, appointmentId } of saved) appointmentIds.set(ref, appointmentId);
    },
  }));
}

function save({ deps, ids }: Timeline, entries: DiaryEntry[]) {
  const list = entries.map(({ customerRef, adviserRef, officeRef, ...entry }) => ({
    ...{ ref: entry.ref, kind: entry.kind, mode: entry.mode, purpose: entry.purpose, bring: entry.bring },
    ...{ startsAt: entry.startsAt, endsAt: entry.endsAt, status: entry.status, bookedAt: entry.bookedAt },
    customerId: ids.customers.get(customerRef)!,
    adviserId: ids.staff.get(adviserRef)!,
    officeId: ids.offices.get(officeRef)!,
  }));
  return deps.db.write((q) => saveAppointments(q, deps, list, { kind: 'import', id: null }));
}

/** What became of a meeting of the last days. */
function ending(timeline: Timeline, entry: DiaryEntry, appointmentIds: Map<string, string>): Happening {
  const { deps, ids } = timeline;
  const { status } = entry;
  if (status === 'booked') return { at: entry.endsAt, run: async () => undefined };
  if (status === 'cancelled_by_customer' || status === 'cancelled_by_office') {
    const at = Math.max(entry.startsAt - 26 * HOUR, entry.bookedAt + HOUR);
    return { at, run: async () => void (await save(timeline, [entry])) };
  }
  return {
    at: entry.endsAt + 4 * MINUTE,
    run: async () => {
      await recordOutcome(deps)({
        appointmentId: appointmentIds.get(entry.ref)!,
        outcome: status satisfies Outcome,
        actor: { kind: 'staff', id: ids.staff.get(entry.adviserRef)! },
        officeId: ids.offices.get(entry.officeRef)!,
      });
    },
  };
}

/** What customers said about the meetings to come. */
function answers(timeline: Timeline, appointmentIds: Map<string, string>): Happening[] {
  const { deps, district, story, ids, now } = timeline;
  const about = (entry: DiaryEntry) => ({
    appointmentId: appointmentIds.get(entry.ref)!,
    actor: { kind: 'customer' as const, id: ids.customers.get(entry.customerRef)! },
  });
  const confirmations = district.diary.coming
    .filter((entry) => entry.confirmedAt !== null)
    .map((entry) => ({ at: entry.confirmedAt!, run: async () => void (await confirmAppointment(deps)(about(entry))) }));
  const { cannotCome, wrote } = story;
  const writer = district.customers.find((customer) => customer.ref === wrote.customerRef)!;
  const text = 'My bus is off today. Can I come 20 minutes later, or do it by phone?';
  return [
    ...confirmations,
    {
      at: cannotCome.cannotComeAt ?? now,
      run: async () =>
        void (await declineAppointment(deps)({ ...about(cannotCome), reason: cannotCome.cannotComeReason ?? 'other' })),
    },
    {
      at: now - 25 * MINUTE,
      run: async () =>
        void (await receiveReply(deps)({ providerId: 'seeded-reply-1', from: writer.mobile!, body: text })),
    },
  ];
}

/** The worker looks once an hour; nearly everything arrives. */
function passes(timeline: Timeline, from: number, appointmentIds: Map<string, string>): Happening[] {
  const { deps, district, story, now } = timeline;
  const happenings: Happening[] = [];
  const deliver = async (batch: ClaimedMessage[], fails: (message: ClaimedMessage) => Promise<boolean>) => {
    const arrived: string[] = [];
    for (const message of batch) {
      if (message.channel === 'voice')
        await takeCall(
          deps,
          message,
          lost(message, story.unreachable) ? 'no_answer' : district.random.pick(CALL_ENDINGS_SEEN),
        );
      else if (lost(message, story.noReceipt)) await say(deps, message, 'sent');
      else if (await fails(message)) await fail(deps, message);
      else arrived.push(message.id);
    }
    const params = { messageIds: arrived, at: deps.clock.now(), newId: deps.newId };
    await deps.db.write((q) => insertDeliveries(q, params));
  };
  /** The newest texts to somebody, of which nothing good is heard. */
  const lost = (message: ClaimedMessage, entry: DiaryEntry) =>
    message.outgoing.recipient === mobileOf(district, entry) && deps.clock.now() >= entry.bookedAt;
  const fails = async (message: ClaimedMessage) => {
    if (message.channel !== 'sms') return false;
    if (lost(message, story.unreachable)) return true;
    const inStory = message.outgoing.recipient === mobileOf(district, story.undelivered);
    if (inStory) return story.undelivered.startsAt - deps.clock.now() < 30 * HOUR && appointmentIds.size > 0;
    const special = [story.cannotCome, story.wrote].some(
      (entry) => message.outgoing.recipient === mobileOf(district, entry),
    );
    return !special && message.outgoing.recipient !== district.customers[0]!.mobile && district.random.chance(0.03);
  };
  for (let at = Math.ceil(from / A_PASS_EVERY) * A_PASS_EVERY; at <= now - 10 * MINUTE; at += A_PASS_EVERY) {
    happenings.push({
      at,
      run: async () => {
        for (;;) {
          const { more, batch } = await claimDue(deps)({ worker: 'seed', limit: 500 });
          await deliver(batch, fails);
          if (!more) return;
        }
      },
    });
  }
  return happenings;
}

function mobileOf(district: District, entry: DiaryEntry): string | null {
  return district.customers.find((customer) => customer.ref === entry.customerRef)!.mobile;
}

/** The telephone was off for too long: Twilio's 30003. What follows is up to the service. */
async function fail(deps: Deps, message: ClaimedMessage): Promise<void> {
  await say(deps, message, 'sent');
  await say(deps, message, 'undelivered', '30003');
}

async function say(
  deps: Deps,
  { id: messageId, provider }: ClaimedMessage,
  providerStatus: string,
  errorCode: string | null = null,
): Promise<void> {
  await receiveStatus(deps)({ provider, messageId, providerId: messageId, providerStatus, errorCode });
}

/** Most people who are called by voice listen; some are out, and a machine or nobody answers. */
const CALL_ENDINGS_SEEN: CallEnding[] = ['will_come', 'will_come', 'will_come', 'no_answer', 'voicemail'];

async function takeCall(deps: Deps, message: ClaimedMessage, ending: CallEnding): Promise<void> {
  await say(deps, message, 'ringing');
  await takeCallFromOutbox(deps)({ messageId: message.id, ending });
}

/** Meetings of the last days are lived through; older ones are only written down. */
export const RECENT = 3 * DAY;
