import type { Queryable } from '@db/client.server';
import type { ClubRow } from '@db/queries/clubs.server';
import type { Deps } from '~/services/deps';
import { assistedState } from './access/assisted-world';
import { bookingState } from './access/booking-world';
import { rowsBy } from './access/rows-by';
import type { OwnersRecord } from './access-world';

/** A club that the organiser keeps, days on which it does not meet, and a file that waits. */
export async function insertKeptRecord(
  q: Queryable,
  deps: Deps,
  {
    club,
    officeId,
    managerId,
    ...record
  }: Pick<OwnersRecord, 'keptClubRef' | 'closureId' | 'organiserId' | 'importId'> & {
    club: Partial<ClubRow>;
    officeId: string;
    managerId: string;
  },
): Promise<void> {
  const { tables: t } = q;
  const kept = { ...(club as ClubRow), id: deps.newId(), ref: record.keptClubRef, officeId };
  await q.insert(t.clubs).values(kept);
  await q.insert(t.clubOrganisers).values({ clubId: kept.id, staffId: record.organiserId });
  await q.insert(t.importRuns).values({
    ...{ id: record.importId, officeId, staffId: managerId, kind: 'clubs', fileName: 'clubs.csv', state: 'review' },
    ...{ content: deps.vault.seal('club_ref,name\nX,Y'), createdAt: deps.clock.now() },
  });
  const closed = { fromOn: '2030-01-01', untilOn: '2030-01-02' };
  await q.insert(t.clubClosures).values({ id: record.closureId, clubId: kept.id, ...closed });
}

/** Everything about a record that a request could change, as text: the same text, nothing was. */
export async function stateOfRecord(q: Queryable, record: OwnersRecord, signInHash: string): Promise<string> {
  const { tables: t } = q;
  const { customerId, appointmentId } = record;
  const by = rowsBy(q);
  return JSON.stringify([
    await bookingState(by, t, record),
    await assistedState(by, t, record),
    await by(t.customers, t.customers.id, customerId),
    await by(t.contactPoints, t.contactPoints.id, record.contactPointId),
    await q.select().from(t.optOuts),
    await by(t.barriers, t.barriers.customerId, customerId),
    await by(t.clubGoings, t.clubGoings.customerId, customerId),
    await by(t.appointmentFeedback, t.appointmentFeedback.appointmentId, appointmentId),
    await by(t.earlierWishes, t.earlierWishes.appointmentId, appointmentId),
    await by(t.calendarFeeds, t.calendarFeeds.customerId, customerId),
    await by(t.contactChanges, t.contactChanges.id, record.changeId),
    await by(t.contactChanges, t.contactChanges.id, record.contactChangeId),
    await by(t.diaryExceptions, t.diaryExceptions.id, record.exceptionId),
    await by(t.passkeys, t.passkeys.customerId, customerId),
    await by(t.signInCards, t.signInCards.customerId, customerId),
    await by(t.callAttempts, t.callAttempts.callId, record.callId),
    await by(t.appointments, t.appointments.id, appointmentId),
    await by(t.appointmentEvents, t.appointmentEvents.appointmentId, appointmentId),
    await by(t.callList, t.callList.appointmentId, appointmentId),
    await by(t.callList, t.callList.id, record.callId),
    await by(t.replies, t.replies.id, record.replyId),
    await by(t.messages, t.messages.id, record.messageId),
    await by(t.messages, t.messages.id, record.letterId),
    await by(t.letters, t.letters.messageId, record.letterId),
    await by(t.goals, t.goals.customerId, customerId),
    await by(t.steps, t.steps.customerId, customerId),
    await by(t.stepEvents, t.stepEvents.stepId, record.stepId),
    await by(t.planAgreements, t.planAgreements.customerId, customerId),
    await by(t.journalEntries, t.journalEntries.id, record.journalEntryId),
    await by(t.covers, t.covers.id, record.coverId),
    await by(t.oneTimeSignIns, t.oneTimeSignIns.tokenHash, signInHash),
    await by(t.clubs, t.clubs.ref, record.keptClubRef),
    await by(t.clubClosures, t.clubClosures.id, record.closureId),
    await by(t.importRuns, t.importRuns.id, record.importId),
    await by(t.followUps, t.followUps.id, record.followUpId),
    await by(t.places, t.places.id, record.placeId),
    await by(t.staff, t.staff.id, record.memberId),
    await by(t.contactRecords, t.contactRecords.customerId, customerId),
    await by(t.freedSlots, t.freedSlots.id, record.slotId),
    await by(t.slotOffers, t.slotOffers.slotId, record.slotId),
  ]);
}
