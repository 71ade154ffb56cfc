import type { Composition } from '~/composition.server';
import { DAY, MINUTE } from '~/domain/clock';
import { addDays } from '~/domain/time/wall-clock';
import type { Role } from '~/domain/access/role';
import { nextSession } from '~/domain/club/next-session';
import { insertPlanOfRecord } from './access/plan-of-record';
import { insertAssistedRecord, newAssistedRecord, type AssistedRecord } from './access/assisted-world';
import { insertOfficeParts, officeParts, type OfficeParts } from './access-office';
import { aClub, aContactPoint, aCustomer, aMemberOfStaff, anAppointment, anOffice } from './factories';
import { insertKeptRecord, stateOfRecord } from './access-record';
import type { Deps } from '~/services/deps';
import { insertKindOf, insertSessionOf, newBookingRecord, type BookingRecord } from './access/booking-world';

/** Who knocks, always about a record of one customer, the owner, in one office. */
export const CALLERS = [
  'nobody',
  'owner',
  'stranger',
  'adviser',
  'adviser elsewhere',
  'champion',
  'organiser',
  'manager',
  'manager elsewhere',
  'administrator',
] as const;
export type Caller = (typeof CALLERS)[number];

/** Words that only the owner's record holds: seeing one of them is seeing the record. */
export const MARKS = /Quillfeather|Zebedee|marked purpose|900\s?987|marked words/i;

/** The record, each of its parts by the identifier that addresses use. */
export interface OwnersRecord extends BookingRecord, OfficeParts, AssistedRecord {
  appointmentId: string;
  customerId: string;
  /** Whose customer they are. */
  adviserId: string;
  contactPointId: string;
  token: string;
  /** Of the address of their calendar feed. */
  feedToken: string;
  callId: string;
  replyId: string;
  messageId: string;
  letterId: string;
  stepId: string;
  journalEntryId: string;
  contactChangeId: string;
  contactRecordId: string;
  coverId: string;
  /** In the diary of the record's adviser. */
  exceptionId: string;
  /** Of the address of a colleague's diary feed. */
  diaryToken: string;
  goalId: string;
  followUpId: string;
  /** What was put on record of the step at a meeting. */
  stepEventId: string;
  passkeyId: string;
  signInToken: string;
  clubRef: string;
  /** The day of the club's next session. */
  clubDay: string;
  /** A change of a number that waits for its code, 123456. */
  changeId: string;
  /** A partner that everybody is asked about. */
  partnerId: string;
  /** A day that no other record is moved to. */
  freeDay: string;
  /** A club that the organiser keeps, days on which it does not meet, and the organiser. */
  keptClubRef: string;
  closureId: string;
  organiserId: string;
  /** A file that was sent to the office, and waits to be saved. */
  importId: string;
  /** A time that came free and was offered to the owner, with the offer and its link. */
  slotId: string;
  offerId: string;
  offerToken: string;
}

export type AccessWorld = Awaited<ReturnType<typeof buildAccessWorld>>;

/** Of a portal, or of whatever else is composed. */
interface Parts {
  deps: Deps;
  composition: Pick<Composition, 'services'>;
}

/** Two offices, staff of every role, and customers; records are made one at a time, for one request each. */
export async function buildAccessWorld({ deps, composition }: Parts) {
  const office = await anOffice(deps, { name: 'Bangor Jobcentre' });
  const elsewhere = await anOffice(deps, { name: 'Wrexham Jobcentre' });
  const member = async (role: Role, officeId = office.id) => (await aMemberOfStaff(deps, officeId, { role })).id;
  const staff: Partial<Record<Caller, string>> = {
    adviser: await member('adviser'),
    'adviser elsewhere': await member('adviser', elsewhere.id),
    champion: await member('champion'),
    organiser: await member('organiser'),
    manager: await member('manager'),
    'manager elsewhere': await member('manager', elsewhere.id),
    administrator: await member('administrator'),
  };
  const team = { officeId: office.id, adviserId: staff.adviser! };
  await insertKindOf(deps, office.id);
  const club = await aClub(deps);
  const clubDay = () => nextSession(club, deps.clock.now(), 'Europe/London')!.date;
  const stranger = await aCustomer(deps, team, { firstName: 'Megan', lastName: 'Rowlands' });

  const partner = { id: deps.newId(), ref: deps.newId(), name: 'The college', what: 'Courses' };
  await deps.db.write((q) => q.insert(q.tables.partners).values(partner));

  // One for all records: nothing is in them of anybody, and lists of thousands of clubs would be slow.
  const kept = {
    keptClubRef: deps.newId(),
    closureId: deps.newId(),
    organiserId: staff.organiser!,
    importId: deps.newId(),
  };
  await deps.db.write((q) =>
    insertKeptRecord(q, deps, { ...kept, club, officeId: office.id, managerId: staff.manager! }),
  );

  let days = 0;
  const newDay = () => addDays('2026-12-01', (days += 1));

  /** Of an offer that there is, or is not. */
  const offerIds = () => {
    const offerId = deps.newId();
    return { slotId: deps.newId(), offerId, offerToken: deps.vault.offerToken(offerId) };
  };

  async function makeRecord(): Promise<{ ownerId: string; record: OwnersRecord }> {
    const now = deps.clock.now();
    const mobile = '+447700900987';
    const owner = await aCustomer(deps, team, { firstName: 'Zebedee', lastName: 'Quillfeather' });
    const point = await aContactPoint(deps, owner.id, 'mobile', mobile);
    const people = { ...team, customerId: owner.id };
    const booking = newBookingRecord(deps, team.adviserId);
    const meeting = { purpose: 'A marked purpose', startsAt: now + 2 * DAY, seriesId: booking.seriesId };
    const appointment = await anAppointment(deps, people, meeting);
    const token = deps.vault.linkToken(appointment.id, 1);
    const record = {
      ...booking,
      appointmentId: appointment.id,
      customerId: owner.id,
      adviserId: team.adviserId,
      contactPointId: point.id,
      token,
      feedToken: deps.vault.feedToken(owner.id, 1, now),
      callId: deps.newId(),
      replyId: deps.newId(),
      messageId: deps.newId(),
      letterId: deps.newId(),
      stepId: deps.newId(),
      journalEntryId: deps.newId(),
      contactChangeId: deps.newId(),
      contactRecordId: deps.newId(),
      coverId: deps.newId(),
      ...{ exceptionId: deps.newId(), diaryToken: deps.vault.newSecret() },
      goalId: deps.newId(),
      followUpId: deps.newId(),
      stepEventId: deps.newId(),
      passkeyId: deps.vault.newSecret(),
      signInToken: deps.vault.newSecret(),
      clubRef: club.ref,
      clubDay: clubDay(),
      changeId: deps.newId(),
      partnerId: partner.id,
      freeDay: newDay(),
      ...kept,
      ...offerIds(),
      ...officeParts(deps),
      ...newAssistedRecord(deps),
    };
    const about = { customerId: owner.id, appointmentId: appointment.id };
    const sealed = { recipient: deps.vault.seal(mobile), body: deps.vault.seal('marked words') };
    await deps.db.write(async (q) => {
      const { tables: t } = q;
      await insertSessionOf(q, record, office.id, now);
      const link = { tokenHash: deps.vault.hashSecret(token), appointmentId: appointment.id, appointmentVersion: 1 };
      await q.insert(t.appointmentLinks).values({ ...link, createdAt: now });
      const feed = { customerId: owner.id, version: 1, createdAt: now };
      await q.insert(t.calendarFeeds).values({ ...feed, tokenHash: deps.vault.hashSecret(record.feedToken) });
      const call = { id: record.callId, officeId: office.id, ...about, reason: 'asked_for_call' as const };
      await q.insert(t.callList).values({ ...call, cause: record.callId, dueAt: now, createdAt: now });
      await q.insert(t.messages).values({
        id: record.messageId,
        ...about,
        ...sealed,
        recipientIndex: deps.vault.index(mobile),
        purpose: 'reminder',
        channel: 'sms',
        provider: 'outbox',
        providerId: record.messageId,
        language: 'en',
        status: 'sent',
        notBefore: now,
        sendBy: now + DAY,
        createdAt: now,
      });
      const times = { notBefore: now, sendBy: now + DAY, createdAt: now };
      const reminder = { id: deps.newId(), appointmentId: appointment.id, appointmentVersion: 1 };
      await q.insert(t.reminders).values({ ...reminder, rule: 'booked', policy: 'default-1', ...times });
      await q.insert(t.messages).values({
        ...{ id: record.letterId, reminderId: reminder.id, ...about, ...sealed, ...times },
        recipient: deps.vault.seal('Zebedee Quillfeather\n1 Marked Street\nBangor\nLL57 2AB'),
        purpose: 'reminder',
        channel: 'letter',
        provider: 'print',
        providerId: record.letterId,
        language: 'en',
        status: 'accepted',
      });
      const letter = { messageId: record.letterId, officeId: office.id };
      await q.insert(t.letters).values({ ...letter, queuedAt: now, postBy: now + DAY });
      await q.insert(t.replies).values({
        id: record.replyId,
        providerId: record.replyId,
        ...about,
        sender: sealed.recipient,
        senderIndex: deps.vault.index(mobile),
        body: sealed.body,
        meaning: 'other',
        receivedAt: now,
      });
      const step = { id: record.stepId, customerId: owner.id, action: 'Say the marked words', ownIdea: true };
      await q.insert(t.steps).values({ ...step, owner: 'customer', dueOn: record.freeDay, createdAt: now });
      await insertPlanOfRecord(q, deps, record, team.adviserId);
      const newNumber = '+447700900986';
      await q.insert(t.contactChanges).values({
        ...{ id: record.changeId, customerId: owner.id, kind: 'mobile', createdAt: now, expiresAt: now + MINUTE },
        ...{ value: deps.vault.seal(newNumber), valueIndex: deps.vault.index(newNumber), replacesId: point.id },
        codeHash: deps.vault.codeHash('123456', record.changeId),
      });
      const contact = {
        id: record.contactRecordId,
        customerId: owner.id,
        officeId: office.id,
        staffId: staff.adviser!,
      };
      await q.insert(t.contactRecords).values({
        ...{ ...contact, at: now - DAY, createdAt: now, channel: 'phone', direction: 'in', service: 'other' },
        note: sealed.body,
      });
      const written = { customerId: owner.id, at: now - DAY, body: sealed.body };
      await q.insert(t.journalEntries).values({ ...written, id: record.journalEntryId, writtenBy: 'customer' });
      await q.insert(t.contactChanges).values({
        ...{ id: record.contactChangeId, customerId: owner.id, kind: 'mobile', value: sealed.recipient },
        ...{ valueIndex: deps.vault.index(mobile), createdAt: now, expiresAt: now + DAY, confirmedAt: now },
      });
      const seenTo = { officeId: office.id, staffId: team.adviserId, championId: staff.champion! };
      await insertAssistedRecord(q, deps, record, seenTo);
      await insertOfficeParts(q, deps, { ...record, officeId: office.id });
      // Each record has a colleague of its own, so that covers do not stand in each other's way.
      const colleague = { ...team, id: deps.newId(), ref: record.coverId, firstName: 'Anest', lastName: 'Puw' };
      const { adviserId: standInId, ...away } = colleague;
      await q.insert(t.staff).values({ ...away, role: 'adviser' });
      const days = { fromOn: '2026-11-20', untilOn: '2027-12-20', createdAt: now };
      await q.insert(t.covers).values({ id: record.coverId, adviserId: away.id, standInId, ...days });
      const hours = { fromOn: record.freeDay, untilOn: record.freeDay, fromTime: '18:00', toTime: '19:00' };
      const extra = { id: record.exceptionId, adviserId: team.adviserId, kind: 'extra' as const, note: sealed.body };
      await q.insert(t.diaryExceptions).values({ ...extra, ...hours, createdAt: now });
      const diaryFeed = { staffId: away.id, tokenHash: deps.vault.hashSecret(record.diaryToken), createdAt: now };
      await q.insert(t.diaryFeeds).values(diaryFeed);
      const passkey = { id: record.passkeyId, customerId: owner.id, publicKey: '', counter: 0 };
      await q.insert(t.passkeys).values({ ...passkey, name: 'marked words', createdAt: now });
      const oneUse = { tokenHash: deps.vault.hashSecret(record.signInToken), kind: 'customer' as const };
      const told = { id: deps.newId(), customerId: owner.id, kind: 'health' as const, toldBy: 'customer' as const };
      await q.insert(t.barriers).values({ ...told, note: sealed.body, toldAt: now });
      await q.insert(t.oneTimeSignIns).values({ ...oneUse, customerId: owner.id, expiresAt: now + MINUTE });
      const startsAt = now + DAY;
      const slot = { id: record.slotId, ...team, appointmentId: appointment.id, startsAt, endsAt: startsAt + MINUTE };
      await q.insert(t.freedSlots).values({ ...slot, freedAt: now });
      const offer = { id: record.offerId, slotId: record.slotId, ...about, status: 'offered' as const };
      const kept = { offeredAt: now, heldUntil: now + DAY, tokenHash: deps.vault.hashSecret(record.offerToken) };
      await q.insert(t.slotOffers).values({ ...offer, ...kept });
    });
    return { ownerId: owner.id, record };
  }

  /** A record nobody has: the same shape, other identifiers. */
  const unknownRecord = (): OwnersRecord => ({
    ...newBookingRecord(deps, deps.newId()),
    appointmentId: deps.newId(),
    customerId: deps.newId(),
    adviserId: deps.newId(),
    contactPointId: deps.newId(),
    token: deps.vault.linkToken(deps.newId(), 1),
    feedToken: deps.vault.newSecret(),
    callId: deps.newId(),
    replyId: deps.newId(),
    messageId: deps.newId(),
    letterId: deps.newId(),
    stepId: deps.newId(),
    journalEntryId: deps.newId(),
    contactChangeId: deps.newId(),
    contactRecordId: deps.newId(),
    coverId: deps.newId(),
    ...{ exceptionId: deps.newId(), diaryToken: deps.vault.newSecret() },
    goalId: deps.newId(),
    followUpId: deps.newId(),
    stepEventId: deps.newId(),
    passkeyId: deps.vault.newSecret(),
    signInToken: deps.vault.newSecret(),
    clubRef: club.ref,
    clubDay: clubDay(),
    changeId: deps.newId(),
    partnerId: deps.newId(),
    freeDay: newDay(),
    ...{ keptClubRef: deps.newId(), closureId: deps.newId(), organiserId: deps.newId(), importId: deps.newId() },
    ...offerIds(),
    ...officeParts(deps),
    ...newAssistedRecord(deps),
  });

  /** The `Cookie` header of a caller who has just signed in. */
  async function cookieOf(caller: Caller, ownerId: string): Promise<string> {
    const person =
      caller === 'owner'
        ? { kind: 'customer' as const, id: ownerId }
        : caller === 'stranger'
          ? { kind: 'customer' as const, id: stranger.id }
          : { kind: 'staff' as const, id: staff[caller]! };
    return caller === 'nobody' ? '' : `session=${await composition.services.startSession(person, null)}`;
  }

  /** All that could be changed about the record, to see whether it was. */
  const stateOf = (record: OwnersRecord) =>
    deps.db.read((q) => stateOfRecord(q, record, deps.vault.hashSecret(record.signInToken)));

  return { makeRecord, unknownRecord, cookieOf, stateOf };
}
