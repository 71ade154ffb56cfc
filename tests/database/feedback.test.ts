import { afterEach, beforeEach, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '~/domain/clock';
import { giveFeedback } from '~/services/give-feedback.server';
import { receiveReply } from '~/services/receive-reply.server';
import { recordOutcome } from '~/services/record-outcome.server';
import { undoOutcome } from '~/services/undo-outcome.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine } from '../support/engine';
import { anAppointment } from '../support/factories';

const MOBILE = '+447700900123';

describeOnBothDatabases('the question after a meeting', (dialect) => {
  let database: TestDatabase;
  let engine: Awaited<ReturnType<typeof anEngine>>;
  beforeEach(async () => {
    database = await newDatabase(dialect);
    engine = await anEngine(database);
  });
  afterEach(() => database.drop());

  type Fields = NonNullable<Parameters<typeof engine.customer>[0]>;
  /** A meeting that has just ended; it is Monday, half past nine. */
  async function aMeeting(fields: Fields = {}) {
    const customer = await engine.customer({ mobile: MOBILE, ...fields });
    const people = { customerId: customer.id, adviserId: engine.adviser.id, officeId: engine.office.id };
    const startsAt = engine.deps.clock.now();
    const appointment = await anAppointment(engine.deps, people, { startsAt });
    engine.deps.clock.advance(30 * MINUTE);
    return { ...people, id: appointment.id };
  }
  type Meeting = Awaited<ReturnType<typeof aMeeting>>;
  const staff = () => ({ kind: 'staff' as const, id: engine.adviser.id });
  const record = ({ id: appointmentId, officeId }: Meeting, outcome: 'attended' | 'failed_to_attend' = 'attended') =>
    recordOutcome(engine.deps)({ appointmentId, officeId, outcome, actor: staff() });
  const undo = ({ id: appointmentId, officeId }: Meeting) =>
    undoOutcome(engine.deps)({ appointmentId, officeId, actor: staff() });
  const questions = async () =>
    (await engine.deps.db.read((q) => q.select().from(q.tables.messages))).filter((m) => m.purpose === 'feedback');
  const kept = async () => {
    const rows = await engine.deps.db.read((q) => q.select().from(q.tables.appointmentFeedback));
    return rows.map(({ answer, comment, way }) => ({
      answer,
      comment: comment && engine.deps.vault.open(comment),
      way,
    }));
  };
  let texts = 0;
  const writes = (body: string) =>
    receiveReply(engine.deps)({ providerId: `SM-feedback-${(texts += 1)}`, from: MOBILE, body });
  const replies = () => engine.deps.db.read((q) => q.select().from(q.tables.replies));
  /** They met, the question has gone out. */
  async function asked(fields: Fields = {}) {
    const meeting = await aMeeting(fields);
    await record(meeting);
    engine.deps.clock.advance(HOUR);
    await engine.send();
    return meeting;
  }

  it('goes out an hour after, with digits that say nothing about coming, and a link that needs a sign-in', async () => {
    const meeting = await aMeeting();
    await record(meeting);
    engine.deps.clock.advance(HOUR - 1);
    await engine.send();
    expect(engine.sms.sent).toEqual([]);
    engine.deps.clock.advance(1);
    await engine.send();
    expect(engine.sms.sent[0]?.body).toMatch(/^(Hi )?Aled, did you get what you needed/);
    expect(engine.sms.sent[0]?.body).toContain('Reply 7');
    expect(engine.sms.sent[0]?.body).toContain(`https://waymark.example/appointments/${meeting.id}/feedback`);
  });

  it('waits for the morning, and is worth asking for two days', async () => {
    engine.deps.clock.set('2026-11-24T19:00:00Z');
    await record(await aMeeting());
    const [question] = await questions();
    expect(question).toMatchObject({ status: 'planned', notBefore: Date.parse('2026-11-25T08:00:00Z') });
    expect(question?.sendBy).toBe(Date.parse('2026-11-24T20:30:00Z') + 2 * DAY);
  });

  it('names neither the place nor the purpose, and by email nothing of a meeting in the subject', async () => {
    await asked({ discreet: true, mobile: undefined, email: 'aled@mail.example' });
    const [email] = engine.email.sent;
    expect(email).toMatchObject({ subject: 'A short question' });
    expect(email?.body).not.toMatch(/jobcentre|next steps|meeting/i);
  });

  it('is not asked where nothing may be sent', async () => {
    await record(await aMeeting({ noMessages: true }));
    expect(await questions()).toEqual([]);
  });

  it('is taken back with the outcome, and when the outcome becomes another', async () => {
    const meeting = await aMeeting();
    await record(meeting);
    await undo(meeting);
    expect(await questions()).toMatchObject([{ status: 'superseded', reason: 'outcome_undone' }]);
    await record(meeting);
    await record(meeting, 'failed_to_attend');
    expect((await questions()).map(({ status }) => status)).toEqual(['superseded', 'superseded']);
  });

  it('is asked once, however often the outcome is recorded', async () => {
    const meeting = await asked();
    await undo(meeting);
    await record(meeting);
    expect(await questions()).toHaveLength(1);
  });

  it('is not asked of who has said already', async () => {
    const meeting = await aMeeting();
    await record(meeting);
    const { id: appointmentId, customerId } = meeting;
    await giveFeedback(engine.deps)({ customerId, appointmentId, answer: 'yes', comment: '', way: 'page' });
    expect(await questions()).toMatchObject([{ status: 'superseded', reason: 'answered' }]);
  });

  it('is answered by a digit, with thanks, and needs nobody', async () => {
    await asked();
    expect(await writes('8')).toEqual({ meaning: 'feedback', isNew: true });
    expect(await kept()).toEqual([{ answer: 'partly', comment: null, way: 'text' }]);
    expect(await replies()).toMatchObject([{ meaning: 'feedback', handledBy: 'engine' }]);
    await engine.send();
    expect(engine.sms.sent.at(-1)?.body).toBe('Thanks Aled. Sioned sees what you said.');
  });

  it('keeps the words beside the digit, sealed, and has a person read them', async () => {
    const meeting = await asked();
    await writes('9. Nobody knew about the course, can you ring me?');
    expect(await kept()).toEqual([
      { answer: 'no', comment: 'Nobody knew about the course, can you ring me?', way: 'text' },
    ]);
    const [row] = await engine.deps.db.read((q) => q.select().from(q.tables.appointmentFeedback));
    expect(row?.comment).not.toContain('course');
    expect(await replies()).toMatchObject([{ meaning: 'feedback', handledAt: null, appointmentId: meeting.id }]);
  });

  it('takes the last answer', async () => {
    await asked();
    await writes('9');
    await writes('7');
    expect(await kept()).toMatchObject([{ answer: 'yes' }]);
  });

  it('takes a bare yes straight after it', async () => {
    await asked();
    await writes('Yes thanks');
    expect(await kept()).toMatchObject([{ answer: 'yes' }]);
  });

  it('does not take a yes to a later reminder for itself', async () => {
    const meeting = await asked();
    engine.deps.clock.advance(MINUTE);
    const { appointment } = await engine.due({ customerId: meeting.customerId });
    await engine.send();
    expect(await writes('yes')).toMatchObject({ meaning: 'confirm' });
    const rows = await engine.deps.db.read((q) => q.select().from(q.tables.appointments));
    expect(rows.find(({ id }) => id === appointment.id)?.confirmedAt).not.toBeNull();
    expect(await kept()).toEqual([]);
    expect(await writes('8')).toMatchObject({ meaning: 'feedback' });
  });

  it('reads a no that may call off the next meeting to nobody but a person', async () => {
    const customer = await engine.customer({ mobile: MOBILE });
    const next = await engine.due({ customerId: customer.id });
    await engine.send();
    const people = { customerId: customer.id, adviserId: engine.adviser.id, officeId: engine.office.id };
    const startsAt = engine.deps.clock.now();
    const { id } = await anAppointment(engine.deps, people, { startsAt });
    engine.deps.clock.advance(30 * MINUTE);
    await record({ ...people, id });
    engine.deps.clock.advance(HOUR);
    await engine.send();
    expect(await writes('no')).toMatchObject({ meaning: 'other' });
    const rows = await engine.deps.db.read((q) => q.select().from(q.tables.appointments));
    expect(rows.find((row) => row.id === next.appointment.id)?.cannotComeAt).toBeNull();
    expect(await kept()).toEqual([]);
  });

  it('is about one’s own meeting only, and one that has been', async () => {
    const meeting = await aMeeting();
    const say = { appointmentId: meeting.id, answer: 'yes', comment: '', way: 'page' } as const;
    const stranger = await engine.customer({ firstName: 'Nia' });
    expect(await giveFeedback(engine.deps)({ ...say, customerId: stranger.id })).toMatchObject({ reason: 'not_found' });
    await record(meeting, 'failed_to_attend');
    expect(await giveFeedback(engine.deps)({ ...say, customerId: meeting.customerId })).toMatchObject({
      reason: 'not_met',
    });
  });
});
