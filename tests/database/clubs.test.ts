import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MINUTE } from '~/domain/clock';
import { listClubsByRef } from '@db/queries/clubs.server';
import { goToClub, stayFromClub } from '~/services/go-to-club.server';
import { tellGoers } from '~/services/tell-goers.server';
import { viewClub } from '~/services/view-club.server';
import { viewClubs } from '~/services/view-clubs.server';
import { viewHome } from '~/services/view-home.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine } from '../support/engine';
import { aClub, anArea } from '../support/factories';

const DAY_BEFORE = Date.parse('2026-11-25T10:00:00Z');

describeOnBothDatabases('work clubs', (dialect) => {
  let database: TestDatabase;
  let engine: Awaited<ReturnType<typeof anEngine>>;
  beforeEach(async () => {
    database = await newDatabase(dialect);
    engine = await anEngine(database);
    engine.deps.clock.set(Date.parse('2026-11-23T09:00:00Z'));
    await anArea(engine.deps, { code: 'LL57', name: 'Bangor', latitude: 53.227, longitude: -4.129 });
    await aClub(engine.deps, { ref: 'NEAR', latitude: 53.229, longitude: -4.11, computers: true });
    await aClub(engine.deps, { ref: 'FAR', latitude: 53.141, longitude: -4.279, postcode: 'LL55 1ZZ', stepFree: true });
  });
  afterEach(() => database.drop());

  const search = (input: Partial<Parameters<ReturnType<typeof viewClubs>>[0]>) =>
    viewClubs(engine.deps)({ near: null, needed: [], all: false, customerId: null, ...input });
  const go = (customerId: string, date = '2026-11-26', ref = 'NEAR') =>
    goToClub(engine.deps)({ customerId, ref, date, requestId: null });
  const stay = (customerId: string, date = '2026-11-26') =>
    stayFromClub(engine.deps)({ customerId, ref: 'NEAR', date });
  const messages = () => engine.deps.db.read((q) => q.select().from(q.tables.messages));
  const goings = () => engine.deps.db.read((q) => q.select().from(q.tables.clubGoings));

  it('are found around an area, nearest first, with what is needed', async () => {
    const found = await search({ near: 'LL57' });
    expect(found.clubs.map(({ ref }) => ref)).toEqual(['NEAR', 'FAR']);
    expect(found.clubs[0]).toMatchObject({ has: ['computers'], next: { date: '2026-11-26' } });
    expect(found.clubs[0]!.miles).toBeCloseTo(0.8, 1);
    expect((await search({ near: 'LL57', needed: ['stepFree'] })).clubs.map(({ ref }) => ref)).toEqual(['FAR']);
    expect((await search({ near: 'LL57', needed: ['creche'] })).clubs).toEqual([]);
  });

  it('are on the first page of customers: the nearest that meets within the week, near or far', async () => {
    const { id: customerId } = await engine.customer({ homeArea: 'LL57' });
    const shown = async () => (await viewHome(engine.deps)({ customerId })).club?.ref;
    const close = (ref: string) =>
      engine.deps.db.write(async (q) => {
        await q.update(q.tables.clubs).set({ active: false }).where(eq(q.tables.clubs.ref, ref));
      });
    await aClub(engine.deps, { ref: 'BIRMINGHAM', latitude: 52.48, longitude: -1.89 });
    await aClub(engine.deps, { ref: 'CHESTER', latitude: 53.19, longitude: -2.89 });
    expect(await shown()).toBe('NEAR');
    await close('NEAR');
    expect(await shown()).toBe('FAR');
    await close('FAR');
    expect(await shown()).toBe('CHESTER');
    await close('CHESTER');
    await close('BIRMINGHAM');
    expect(await shown()).toBeUndefined();
  });

  it('are found around where the customer lives, when nothing else is asked', async () => {
    const { id: customerId } = await engine.customer({ homeArea: 'LL57' });
    expect(await search({ customerId })).toMatchObject({ area: { code: 'LL57', name: 'Bangor' }, homeArea: 'LL57' });
    expect((await search({ customerId, near: 'ZZ9' })).area).toEqual({ code: 'ZZ9', name: null });
  });

  it('are offered by place where the area is not known', async () => {
    await anArea(engine.deps, { code: 'LL55', name: 'Caernarfon', latitude: 53.139, longitude: -4.27 });
    await anArea(engine.deps, { code: 'SY1', name: 'Shrewsbury', latitude: 52.7, longitude: -2.7 });
    const { clubs, areas } = await search({ near: 'ZZ9' });
    expect(clubs).toEqual([]);
    expect(areas.map(({ name }) => name)).toEqual(['Bangor', 'Caernarfon']);
  });

  it('remind who goes the day before at ten, once, however often they press', async () => {
    const { id } = await engine.customer();
    expect([await go(id), await go(id)]).toEqual(['done', 'done']);
    expect(await messages()).toMatchObject([
      { purpose: 'club', status: 'planned', customerId: id, notBefore: DAY_BEFORE },
    ]);
    expect((await viewClub(engine.deps)({ ref: 'NEAR', customerId: id }))!.sessions).toMatchObject([
      { date: '2026-11-26', going: true, remindAt: DAY_BEFORE },
      { date: '2026-12-03', going: false, remindAt: null },
      { date: '2026-12-10', going: false },
      { date: '2026-12-17', going: false },
    ]);
    engine.deps.clock.set(DAY_BEFORE);
    await engine.send();
    expect(engine.sms.sent.map(({ body }) => body)).toEqual([
      "Hi Aled, you said you're going to Maesgeirchen work club on Thursday 26 November, 10am to midday, Tŷ Cegin. Ask for Beca. Not going? https://waymark.example/clubs/NEAR",
    ]);
  });

  it('say nothing any more to who does not go after all, and remind again who changes their mind', async () => {
    const { id } = await engine.customer();
    await go(id);
    expect([await stay(id), await stay(id)]).toEqual(['done', 'done']);
    expect(await messages()).toMatchObject([{ status: 'cancelled', reason: 'not_going' }]);
    engine.deps.clock.set(DAY_BEFORE);
    await engine.send();
    expect(engine.sms.sent).toEqual([]);
    await go(id);
    expect((await messages()).map(({ status, notBefore }) => [status, notBefore])).toEqual(
      expect.arrayContaining([['planned', DAY_BEFORE]]),
    );
    expect(await goings()).toMatchObject([{ cancelledAt: null }]);
  });

  it('do not come to two reminders when two presses arrive at once', async () => {
    const { id } = await engine.customer();
    await Promise.all([go(id), go(id), go(id)]);
    expect(await messages()).toHaveLength(1);
    expect(await goings()).toHaveLength(1);
  });

  it('are only for days on which they meet soon', async () => {
    const { id } = await engine.customer();
    for (const date of ['2026-11-27', '2026-11-19', '2026-12-24', '2027-11-25'])
      expect(await go(id, date)).toBe('no_session');
    expect(await go(id, '2026-11-26', 'NONE')).toBe('no_club');
    expect([await goings(), await messages()]).toEqual([[], []]);
  });

  it('know who goes though nobody can be reminded', async () => {
    const { id } = await engine.customer({ landline: '+441632960123' });
    expect(await go(id)).toBe('done');
    expect(await goings()).toMatchObject([{ messageId: null }]);
    expect((await viewClub(engine.deps)({ ref: 'NEAR', customerId: id }))!.sessions[0]).toMatchObject({
      going: true,
      remindAt: null,
    });
  });

  it('name neither the place nor the purpose to who must be discreet', async () => {
    const { id } = await engine.customer({ mobile: '+447700900123', discreet: true });
    await go(id);
    engine.deps.clock.set(DAY_BEFORE);
    await engine.send();
    expect(engine.sms.sent).toHaveLength(1);
    expect(engine.sms.sent[0]!.body).toBe(
      'Hi Aled, a reminder of your plans on Thursday 26 November at 10am. Questions? Call 01632 960100',
    );
  });

  it('that meet at another time tell who goes, and do not remind them of the old one', async () => {
    const { id } = await engine.customer();
    await go(id);
    const [before] = await engine.deps.db.read((q) => listClubsByRef(q, ['NEAR']));
    await engine.deps.db.write((q) => tellGoers(q, engine.deps, before!, { ...before!, helpsWith: 'forms' }));
    expect(await messages()).toMatchObject([{ status: 'planned' }]);
    await engine.deps.db.write((q) => tellGoers(q, engine.deps, before!, { ...before!, weekday: 5 }));
    await engine.send();
    expect(engine.sms.sent.map(({ body }) => body)).toEqual([
      "Hi Aled, Maesgeirchen work club has changed when or where it meets. You said you're going on Thursday 26 November at 10am. See the new details: https://waymark.example/clubs/NEAR",
    ]);
    expect((await messages()).map(({ status }) => status).sort()).toEqual(['accepted', 'superseded']);
    expect(await goings()).toMatchObject([{ cancelledAt: engine.deps.clock.now() }]);
  });

  it.each([
    ['discreet', 'discreet_since'],
    ['noMessages', 'safety'],
  ] as const)('tell nothing to who became %s since', async (care, reason) => {
    const { id } = await engine.customer();
    await go(id);
    engine.deps.clock.advance(MINUTE);
    await engine.deps.db.write(async (q) => {
      const { customers } = q.tables;
      await q
        .update(customers)
        .set({ [care]: true, updatedAt: engine.deps.clock.now() })
        .where(eq(customers.id, id));
    });
    engine.deps.clock.set(DAY_BEFORE);
    await engine.send();
    expect(engine.sms.sent).toEqual([]);
    expect(await messages()).toMatchObject([{ status: 'suppressed', reason }]);
  });
});
