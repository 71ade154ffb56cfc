import { DAY, HOUR } from '~/domain/clock';
import type { Deps } from '~/services/deps';
import { aContactPoint, anAppointment } from './factories';

/** A row about one customer in every table that may hold one; what is sealed begins with "marked". */
export async function everythingAbout(
  deps: Deps,
  { customerId, office, adviser }: { customerId: string; office: { id: string }; adviser: { id: string } },
): Promise<void> {
  const now = deps.clock.now();
  const people = { customerId, officeId: office.id, adviserId: adviser.id };
  const appointment = await anAppointment(deps, people);
  const about = { customerId, appointmentId: appointment.id };
  const team = { customerId, officeId: office.id };
  const email = await aContactPoint(deps, customerId, 'email', `${customerId}@mail.example`);
  const id = () => deps.newId();
  const { seal } = deps.vault;
  const partnerId = id();
  const clubId = id();
  const stepId = id();
  const callId = id();
  const letterId = id();
  const agreementId = id();
  const hash = () => deps.vault.hashSecret(id());
  await deps.db.write(async (q) => {
    const { tables: t } = q;
    await q.insert(t.partners).values({ id: partnerId, ref: partnerId, name: 'The college', what: 'Courses' });
    await q.insert(t.clubs).values({
      ...{ id: clubId, ref: clubId, name: 'Work club', place: 'Hall', address: '1 Lane', postcode: 'LL57 1LR' },
      ...{ latitude: 53, longitude: -4, weekday: 4, fromTime: '10:00', toTime: '12:00' },
    });
    await q.insert(t.optOuts).values({ id: id(), channel: 'email', valueIndex: email.valueIndex, since: now, source: 'preference' }); // prettier-ignore
    await q.insert(t.appointmentEvents).values({ id: id(), appointmentId: appointment.id, at: now, kind: 'booked', actorKind: 'staff', actorId: adviser.id }); // prettier-ignore
    await q.insert(t.appointmentFeedback).values({ ...about, answer: 'yes', comment: seal('marked comment'), way: 'page', at: now }); // prettier-ignore
    await q.insert(t.earlierWishes).values({ ...about, askedAt: now });
    const slotId = id();
    await q.insert(t.freedSlots).values({ id: slotId, officeId: office.id, adviserId: adviser.id, appointmentId: appointment.id, startsAt: now, endsAt: now + HOUR, freedAt: now }); // prettier-ignore
    await q.insert(t.slotOffers).values({ ...about, id: id(), slotId, status: 'lapsed', offeredAt: now, heldUntil: now + HOUR, tokenHash: hash() }); // prettier-ignore
    await q.insert(t.calendarFeeds).values({ customerId, tokenHash: hash(), createdAt: now });
    const message = { ...about, language: 'en' as const, notBefore: now, sendBy: now + DAY, createdAt: now };
    await q.insert(t.messages).values([
      { ...message, id: id(), purpose: 'notice', channel: 'sms', recipient: seal('+447700900123'), body: seal('marked text'), status: 'delivered', deliveredAt: now }, // prettier-ignore
      { ...message, id: id(), purpose: 'sign_in_code', channel: 'sms', recipient: seal('+447700900123'), body: seal('654321'), status: 'sent' }, // prettier-ignore
      { ...message, id: letterId, purpose: 'notice', channel: 'letter', recipient: seal('marked house'), body: seal('marked letter'), status: 'accepted' }, // prettier-ignore
    ]);
    await q
      .insert(t.letters)
      .values({ messageId: letterId, officeId: office.id, queuedAt: now, postBy: now + 4 * DAY });
    await q.insert(t.replies).values({ ...about, id: id(), providerId: id(), sender: seal('+447700900123'), senderIndex: 'x', body: seal('marked reply'), meaning: 'other', receivedAt: now }); // prettier-ignore
    await q.insert(t.callList).values({ ...about, id: callId, officeId: office.id, reason: 'asked_for_call', cause: callId, dueAt: now, createdAt: now }); // prettier-ignore
    await q.insert(t.callAttempts).values({ id: id(), callId, at: now, staffId: adviser.id, outcome: 'no_answer' });
    await q
      .insert(t.goals)
      .values({ id: id(), customerId, title: 'Drive a forklift', horizon: 'long', createdAt: now });
    await q.insert(t.steps).values({ id: stepId, customerId, action: 'Ring the college', owner: 'customer', dueOn: '2026-12-01', createdAt: now }); // prettier-ignore
    await q.insert(t.stepEvents).values({ id: id(), stepId, at: now, kind: 'added', actorKind: 'staff', note: seal('marked note') }); // prettier-ignore
    await q.insert(t.planAgreements).values({ id: agreementId, customerId, agreedAt: now, agreedBy: adviser.id, nextReviewOn: '2026-12-20' }); // prettier-ignore
    await q.insert(t.journalEntries).values({ id: id(), customerId, at: now, writtenBy: 'customer', body: seal('marked entry'), doneNote: seal('marked done') }); // prettier-ignore
    await q.insert(t.barriers).values({ id: id(), customerId, kind: 'travel', note: seal('marked barrier'), toldAt: now, toldBy: 'customer' }); // prettier-ignore
    await q.insert(t.accessNeeds).values({ id: id(), customerId, need: 'other', detail: seal('marked detail'), toldAt: now, toldBy: 'customer' }); // prettier-ignore
    await q.insert(t.consents).values({ id: id(), customerId, partnerId, givenAt: now, givenBy: 'customer' });
    await q.insert(t.contactChanges).values({ id: id(), customerId, kind: 'mobile', value: seal('+447700900123'), valueIndex: 'y', codeHash: hash(), createdAt: now, expiresAt: now }); // prettier-ignore
    await q.insert(t.clubGoings).values({ id: id(), clubId, customerId, heldOn: '2026-11-26', startsAt: now, createdAt: now }); // prettier-ignore
    await q.insert(t.signInRecords).values({ id: id(), customerId, at: now, way: 'text', device: 'Chrome, Android' });
    await q.insert(t.signInCards).values({ id: id(), customerId, codeHash: hash(), createdAt: now, createdBy: adviser.id, expiresAt: now + HOUR }); // prettier-ignore
    await q.insert(t.passkeys).values({ id: id(), customerId, publicKey: 'secret key', counter: 0, name: 'My phone', createdAt: now }); // prettier-ignore
    await q.insert(t.adviserTerms).values({ id: id(), customerId, adviserId: adviser.id, fromAt: 1, untilAt: 2, reason: 'other' }); // prettier-ignore
    await q.insert(t.contactRecords).values({ id: id(), customerId, officeId: office.id, at: now, channel: 'desk', direction: 'in', service: 'plan', note: seal('marked contact'), staffId: adviser.id, createdAt: now }); // prettier-ignore
    await q.insert(t.profiles).values({ id: id(), customerId, answers: seal('marked answers'), startedAt: now, updatedAt: now, toldBy: 'customer', decidedReason: seal('marked reason') }); // prettier-ignore
    await q.insert(t.otherWays).values({ id: id(), ...team, askedAt: now, wants: 'phone', note: seal('marked wish'), toldBy: 'customer' }); // prettier-ignore
    await q.insert(t.reasks).values({ id: id(), ...team, reason: 'six_months', raisedAt: now });
    await q.insert(t.outlooks).values({ id: id(), customerId, note: seal('marked outlook'), toldAt: now, toldBy: 'customer' }); // prettier-ignore
    await q.insert(t.signposts).values({ id: id(), ...team, need: 'it', kind: 'club', targetId: clubId, name: 'Work club', givenAt: now }); // prettier-ignore
    const visitId = id();
    const helpId = id();
    await q.insert(t.visits).values({ id: visitId, ...team, wants: 'sign_in', askedAt: now, askedFrom: 'desk', endedAt: now }); // prettier-ignore
    await q.insert(t.visitTasks).values({ id: id(), visitId, task: 'sign_in', at: now, result: 'alone' });
    await q.insert(t.helps).values({ id: helpId, ...team, staffId: adviser.id, way: 'phone', identity: 'known', startedAt: now, endedAt: now }); // prettier-ignore
    await q.insert(t.identityChecks).values({ id: id(), ...team, staffId: adviser.id, at: now, asked: 'adviser', passed: true }); // prettier-ignore
    await q.insert(t.customerActs).values({ id: id(), ...team, at: now, action: '/plan/steps/new', service: 'plan', way: 'phone', helpId }); // prettier-ignore
    await q.insert(t.helpedThings).values({ thingId: id(), helpId });
    await q.insert(t.formatRequests).values({ id: id(), ...team, kind: 'braille', dueOn: '2026-12-20', askedAt: now, askedBy: 'customer', note: seal('marked format'), updatedAt: now }); // prettier-ignore
    await q.insert(t.formDrafts).values({ id: id(), customerId, path: '/details/name', fields: seal('marked draft'), savedAt: now, endsAt: now + DAY }); // prettier-ignore
    await q.insert(t.followUps).values({ id: id(), customerId, agreementId, months: 1, dueOn: '2026-12-20', note: seal('marked follow-up') }); // prettier-ignore
  });
}
