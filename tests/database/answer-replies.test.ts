import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DAY, MINUTE } from '~/domain/clock';
import { LIST_PRICE } from '~/domain/messaging/prices';
import { answerReplyAsStaff } from '~/services/answer-reply-as-staff.server';
import { verifyAudit } from '~/services/audit.server';
import { callInsteadOfAnswer, handleReply, reopenReply } from '~/services/handle-reply.server';
import { receiveReply } from '~/services/receive-reply.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { viewReplies } from '~/services/view-replies.server';
import { previewAnswer, viewReply } from '~/services/view-reply.server';
import { viewTexts } from '~/services/view-texts.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine, type TestEngine } from '../support/engine';
import { aContactPoint, aCustomer, aMemberOfStaff, anOffice } from '../support/factories';

const NUMBER = '+447700900123';
const QUICK = { kind: 'quick', answer: 'see_you', time: null } as const;

describeOnBothDatabases("an adviser's answer", (dialect) => {
  let database: TestDatabase;
  let engine: TestEngine;
  let sioned: SignedInStaff;
  let count = 0;
  beforeEach(async () => {
    database = await newDatabase(dialect);
    engine = await anEngine(database);
    const { id, firstName, lastName, officeId } = engine.adviser;
    sioned = { kind: 'staff', id, officeId, role: 'adviser', firstName, lastName };
  });
  afterEach(() => database.drop());

  const writes = async (body: string, from = NUMBER) => {
    const providerId = `SM-answer-${(count += 1)}`;
    await receiveReply(engine.deps)({ providerId, from, body });
    const rows = await database.db.read((q) =>
      q.select().from(q.tables.replies).where(eq(q.tables.replies.providerId, providerId)),
    );
    return rows[0]!.id;
  };
  const answer = (replyId: string, after = '', staff = sioned) =>
    answerReplyAsStaff(engine.deps)({ staff, replyId, choice: QUICK, after, requestId: 'r-1' });
  const inbox = (staff = sioned, show: string | null = null) => viewReplies(engine.deps)({ staff, show });
  const sentTexts = async () => {
    await engine.send();
    return engine.sms.sent.map(({ body }) => body);
  };

  it('goes to the number, in the language of the customer, at night too, and closes the text', async () => {
    engine.deps.clock.set('2026-11-24T23:00:00Z');
    await engine.customer({ mobile: NUMBER, language: 'cy' });
    const replyId = await writes('Ydy hi ymlaen?');
    expect((await viewReply(engine.deps)({ staff: sioned, replyId }))?.bar).toBeNull();
    const preview = await previewAnswer(engine.deps)({ staff: sioned, replyId, choice: QUICK });
    expect(preview).toEqual({ body: 'Diolch Aled. Wela i chi bryd hynny. Sioned', segments: 1, price: LIST_PRICE });
    expect(await answer(replyId)).toMatchObject({ ok: true });
    expect((await sentTexts()).at(-1)).toBe(preview?.body);
    const page = await inbox();
    expect(page.open).toEqual([]);
    expect(page.handled).toMatchObject([
      { id: replyId, answer: { body: preview?.body, status: 'accepted' }, automatic: { status: 'accepted' } },
    ]);
    expect(page.handled[0]?.handled?.by).toEqual({ firstName: 'Sioned', lastName: 'Parry' });
    expect(await verifyAudit(engine.deps)()).toMatchObject({ ok: true });
  });

  it('is given once: whoever comes second is told, and may answer again when they have seen it', async () => {
    await engine.customer({ mobile: NUMBER });
    const replyId = await writes('Is it on?');
    const [one, two] = await Promise.all([answer(replyId), answer(replyId)]);
    expect([one, two].filter((result) => result.ok)).toHaveLength(1);
    expect([one, two]).toContainEqual({ ok: false, reason: 'answered' });
    const seen = (await viewReply(engine.deps)({ staff: sioned, replyId }))!.answeredBy;
    expect(await answer(replyId, seen)).toMatchObject({ ok: true });
    expect((await sentTexts()).filter((body) => body.startsWith('Thanks Aled. See you'))).toHaveLength(2);
  });

  it('that could not be handed over and is tried again shows what became of the last try', async () => {
    await engine.customer({ mobile: NUMBER });
    const replyId = await writes('Is it on?');
    await engine.send();
    const result = await answer(replyId);
    const id = result.ok ? result.messageId : '';
    const row = await engine.row(id);
    await database.db.write(async (q) => {
      await q.insert(q.tables.messages).values({
        ...row,
        ...{ id: engine.deps.newId(), attempt: 2, status: 'delivered', createdAt: row.createdAt + MINUTE },
        deliveredAt: row.createdAt + 2 * MINUTE,
      });
      await q.update(q.tables.messages).set({ status: 'failed' }).where(eq(q.tables.messages.id, id));
    });
    expect((await inbox()).handled[0]?.answer).toMatchObject({ status: 'delivered', at: row.createdAt + 2 * MINUTE });
  });

  it.each([
    ['opted_out', () => writes('STOP')],
    ['dead', () => writes('wrong number')],
    ['shared', async () => aContactPoint(engine.deps, (await engine.customer({})).id, 'mobile', NUMBER)],
    ['safety', async () => database.db.write((q) => q.update(q.tables.customers).set({ noMessages: true }))],
    ['not_theirs', async () => database.db.write((q) => q.delete(q.tables.contactPoints))],
  ] as const)('is not sent when the number is %s; somebody can phone instead', async (bar, happens) => {
    const { id: customerId } = await engine.customer({ mobile: NUMBER });
    const replyId = await writes('Is it on?');
    await engine.send();
    await happens();
    const before = (await sentTexts()).length;
    expect((await viewReply(engine.deps)({ staff: sioned, replyId }))?.bar).toBe(bar);
    expect(await previewAnswer(engine.deps)({ staff: sioned, replyId, choice: QUICK })).toBeNull();
    expect(await answer(replyId)).toEqual({ ok: false, reason: 'barred', bar });
    expect(await sentTexts()).toHaveLength(before);
    expect(await callInsteadOfAnswer(engine.deps)({ staff: sioned, replyId })).toMatchObject({ ok: true });
    expect(await callInsteadOfAnswer(engine.deps)({ staff: sioned, replyId })).toMatchObject({ ok: true });
    const calls = await database.db.read((q) => q.select().from(q.tables.callList));
    expect(calls.filter((call) => call.cause === `reply:${replyId}`)).toMatchObject([
      { customerId, ownerId: sioned.id, reason: bar === 'safety' ? 'safety' : 'no_other_way' },
    ]);
  });

  it('is a matter of the office: other offices find nothing', async () => {
    await engine.customer({ mobile: NUMBER });
    const replyId = await writes('Is it on?');
    const elsewhere = await anOffice(engine.deps);
    const other = await aMemberOfStaff(engine.deps, elsewhere.id);
    const stranger: SignedInStaff = { ...sioned, id: other.id, officeId: elsewhere.id };
    expect((await inbox(stranger, 'office')).open).toEqual([]);
    const input = { staff: stranger, replyId };
    expect(await viewReply(engine.deps)(input)).toBeNull();
    expect(await previewAnswer(engine.deps)({ ...input, choice: QUICK })).toBeNull();
    expect(await answer(replyId, '', stranger)).toEqual({ ok: false, reason: 'not_found' });
    for (const work of [handleReply, reopenReply, callInsteadOfAnswer])
      expect(await work(engine.deps)(input)).toEqual({ ok: false, reason: 'not_found' });
  });

  it('is found by whose customer it is; a shared number is shown with all who have it', async () => {
    const colleague = await aMemberOfStaff(engine.deps, engine.office.id, { firstName: 'Rhys' });
    const theirs = { officeId: engine.office.id, adviserId: colleague.id };
    await aCustomer(engine.deps, theirs, { firstName: 'Megan', mobile: '+447700900124' });
    await engine.customer({ mobile: NUMBER });
    const first = await writes('First');
    engine.deps.clock.advance(MINUTE);
    const second = await writes('Second', '+447700900124');
    const ids = async (show: string) => (await inbox(sioned, show)).open.map((reply) => reply.id);
    expect(await ids('mine')).toEqual([first]);
    expect(await ids('office')).toEqual([first, second]);

    await engine.customer({ firstName: 'Gwen', mobile: '+447700900125' });
    await aCustomer(engine.deps, theirs, { firstName: 'Ifan', mobile: '+447700900125' });
    await writes('Which of us?', '+447700900125');
    const shared = (await inbox(sioned, 'mine')).open.at(-1);
    expect(shared?.owners.map((owner) => owner.firstName).sort()).toEqual(['Gwen', 'Ifan']);
    expect(shared?.automatic).toBeNull();
  });

  it('to what was dealt with can be taken up again', async () => {
    await engine.customer({ mobile: NUMBER });
    const replyId = await writes('Is it on?');
    const input = { staff: sioned, replyId };
    expect(await handleReply(engine.deps)(input)).toEqual({ ok: true, changed: true });
    expect((await inbox()).open).toEqual([]);
    expect(await reopenReply(engine.deps)(input)).toEqual({ ok: true, changed: true });
    expect(await reopenReply(engine.deps)(input)).toEqual({ ok: true, changed: false });
    expect((await inbox()).open).toHaveLength(1);
  });

  it('and all texts cost what the provider charged in the last 30 days, once that is known', async () => {
    const ask = () => viewTexts(engine.deps)({ staff: sioned, set: null, person: null, discreet: false });
    await engine.due({ notBefore: engine.deps.clock.now() + DAY });
    const landline = await engine.customer({ landline: '+441632960111' });
    await engine.due({ customerId: landline.id, notBefore: engine.deps.clock.now() + DAY });
    expect(await ask()).toMatchObject({ price: LIST_PRICE, forecast: { texts: 1, segments: 1 } });

    const { message } = await engine.due({ customerId: (await engine.customer({ mobile: '+447700900124' })).id });
    await engine.send();
    const bill = { price: 0.09, currency: 'USD', segments: 2, channel: 'sms' as const };
    await database.db.write((q) => q.update(q.tables.messages).set(bill).where(eq(q.tables.messages.id, message.id)));
    // Identifiers carry the real time, which is not that of the test's clock.
    engine.deps.clock.set(new Date().toISOString());
    const { price } = await ask();
    expect(price).toMatchObject({ currency: 'USD', from: { kind: 'charged', segments: 2 } });
    expect(price.perSegment).toBeCloseTo(0.045, 10);
    engine.deps.clock.advance(31 * DAY);
    expect((await ask()).price).toEqual(LIST_PRICE);
  });
});
