import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DAY, MINUTE } from '~/domain/clock';
import { verifyAudit } from '~/services/audit.server';
import { followUp } from '~/services/follow-up.server';
import { nameAdviser, passCustomersOn } from '~/services/name-adviser.server';
import { loadCustomers } from '~/services/save-customers.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { undoNaming, undoPassingOn } from '~/services/undo-naming.server';
import { viewAdviserTerms } from '~/services/view-adviser-terms.server';
import { viewContinuity } from '~/services/view-continuity.server';
import { countTold } from '~/services/view-passing-on.server';
import { whoWouldBeLeft } from '~/services/who-would-be-left.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aCustomer, aMemberOfStaff, anAppointment, anOffice } from '../support/factories';
import { scriptedSender } from '../support/scripted-sender';

/** The clock stands at 9:00 on Monday 23 November 2026. */
describeOnBothDatabases('the one named adviser', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  let officeId: string;
  let [elin, sioned, rhys, helen]: SignedInStaff[] = [];
  let aled: string;

  const member = async (firstName: string, role: 'adviser' | 'manager'): Promise<SignedInStaff> => {
    const { id, lastName } = await aMemberOfStaff(deps, officeId, { firstName, role });
    return { kind: 'staff', id, officeId, role, firstName, lastName };
  };
  beforeEach(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db, { senders: [scriptedSender('sms'), scriptedSender('email')] });
    officeId = (await anOffice(deps)).id;
    elin = await member('Elin', 'manager');
    sioned = await member('Sioned', 'adviser');
    rhys = await member('Rhys', 'adviser');
    helen = await member('Helen', 'adviser');
    aled = (await aCustomer(deps, { officeId, adviserId: sioned.id }, { mobile: '+447700900123' })).id;
    deps.clock.advance(DAY);
  });
  afterEach(async () => {
    expect(await strays()).toEqual([]);
    expect(await verifyAudit(deps)()).toMatchObject({ ok: true });
    await database.drop();
  });

  /** Customers of whom the record and the history do not say the same. */
  const strays = () =>
    deps.db.read(async (q) => {
      const { customers, adviserTerms } = q.tables;
      const open = (await q.select().from(adviserTerms)).filter(({ untilAt }) => untilAt === null);
      const named = new Map(open.map((term) => [term.customerId, term.adviserId]));
      const people = await q.select({ id: customers.id, adviserId: customers.adviserId }).from(customers);
      return people.filter(({ id, adviserId }) => (named.get(id) ?? null) !== adviserId);
    });
  const termsOf = (customerId: string) =>
    deps.db.read(async (q) => {
      const { adviserTerms: t } = q.tables;
      return q.select().from(t).where(eq(t.customerId, customerId)).orderBy(t.fromAt);
    });
  const news = () =>
    deps.db.read(async (q) => {
      const rows = await q.select().from(q.tables.messages).where(eq(q.tables.messages.purpose, 'adviser'));
      return rows.map((row) => ({ ...row, text: deps.vault.open(row.body!) }));
    });
  const calls = () => deps.db.read((q) => q.select().from(q.tables.callList));
  const name = (to: SignedInStaff, more: Partial<Parameters<ReturnType<typeof nameAdviser>>[0]> = {}) =>
    nameAdviser(deps)({
      ...{ staff: elin!, customerId: aled, from: sioned!.id, adviserId: to.id },
      ...{ reason: 'asked', note: '', requestId: null, ...more },
    });

  it('changes at an instant: the history says who and why, and the customer is told a little later', async () => {
    expect(await name(rhys!, { note: 'Speaks Polish' })).toEqual({ ok: true, changed: true });
    const [before, now] = await termsOf(aled);
    expect(before).toMatchObject({ adviserId: sioned!.id, untilAt: deps.clock.now(), reason: 'first' });
    expect(now).toMatchObject({ adviserId: rhys!.id, fromAt: deps.clock.now(), untilAt: null, reason: 'asked' });
    expect(now!.note).not.toContain('Polish');
    const [text] = await news();
    expect(text).toMatchObject({ id: now!.id, channel: 'sms', notBefore: deps.clock.now() + 15 * MINUTE });
    expect(text!.text).toContain('Rhys is your adviser from now on');
    const view = await viewAdviserTerms(deps)({ staff: helen!, customerId: aled });
    expect(view).toMatchObject({ adviser: { firstName: 'Rhys' }, told: { channel: 'sms' }, undoTermId: now!.id });
    expect(view!.terms.map(({ note }) => note)).toEqual(['Speaks Polish', '']);
  });

  it('is named once however often the form is sent, and not over somebody else’s word', async () => {
    const both = await Promise.all([name(rhys!), name(rhys!)]);
    expect(both.filter((one) => one.ok && one.changed)).toHaveLength(1);
    expect(await termsOf(aled)).toHaveLength(2);
    expect(await news()).toHaveLength(1);
    expect(await name(helen!)).toEqual({ ok: false, reason: 'changed_since' });
    const rivals = await Promise.all([name(helen!, { from: rhys!.id }), name(sioned!, { from: rhys!.id })]);
    expect(rivals.filter((one) => one.ok)).toHaveLength(1);
    // Who is passed on again before they have heard of it hears of the last one only.
    expect((await news()).filter(({ status }) => status === 'planned')).toHaveLength(1);
    expect(await name(elin!, { from: (await termsOf(aled)).at(-1)!.adviserId })).toMatchObject({
      reason: 'not_adviser',
    });
    const elsewhere = { ...elin!, officeId: (await anOffice(deps)).id };
    expect(await name(rhys!, { staff: elsewhere })).toEqual({ ok: false, reason: 'not_found' });
  });

  it('is exactly one: the database itself refuses a second, also of two that are written at once', async () => {
    const write = (adviserId: string, fromAt: number, untilAt: number | null) =>
      deps.db.write((q) =>
        q.insert(q.tables.adviserTerms).values({
          ...{ id: deps.newId(), customerId: aled, adviserId, fromAt, untilAt, reason: 'other' },
        }),
      );
    const start = (await termsOf(aled))[0]!.fromAt;
    await expect(write(rhys!.id, start + 1, null)).rejects.toThrow();
    await expect(write(rhys!.id, start - 10, start + 1)).rejects.toThrow();
    await write(rhys!.id, start - 10, start);
    const open = (await termsOf(aled)).at(-1)!;
    const stretch = deps.db.write((q) =>
      q
        .update(q.tables.adviserTerms)
        .set({ fromAt: start - 5 })
        .where(eq(q.tables.adviserTerms.id, open.id)),
    );
    await expect(stretch).rejects.toThrow();
    const rivals = await Promise.allSettled([
      write(rhys!.id, start - 30, start - 20),
      write(helen!.id, start - 25, start - 15),
    ]);
    expect(rivals.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('can be taken back until the customer has been told, as if it had not been', async () => {
    await name(rhys!);
    const [, term] = await termsOf(aled);
    const undo = () => undoNaming(deps)({ staff: elin!, customerId: aled, termId: term!.id });
    expect(await undo()).toEqual({ ok: true, changed: true });
    expect(await undo()).toEqual({ ok: true, changed: false });
    expect(await termsOf(aled)).toMatchObject([{ adviserId: sioned!.id, untilAt: null }]);
    expect((await news()).map(({ status }) => status)).toEqual(['cancelled']);

    await name(helen!);
    const [, other] = await termsOf(aled);
    await deps.db.write((q) =>
      q.update(q.tables.messages).set({ status: 'sent' }).where(eq(q.tables.messages.id, other!.id)),
    );
    const late = await undoNaming(deps)({ staff: elin!, customerId: aled, termId: other!.id });
    expect(late).toEqual({ ok: false, reason: 'told' });
  });

  it('is told by the new adviser where no message can, and where it did not arrive', async () => {
    const silent = (await aCustomer(deps, { officeId, adviserId: sioned!.id }, { landline: '+441632960123' })).id;
    const hidden = (
      await aCustomer(deps, { officeId, adviserId: sioned!.id }, { mobile: '+447700900124', noMessages: true })
    ).id;
    for (const customerId of [silent, hidden]) await name(rhys!, { customerId });
    expect(await news()).toEqual([]);
    expect(await calls()).toMatchObject([{ ownerId: rhys!.id, reason: 'adviser_changed' }, { ownerId: rhys!.id }]);
    const [, term] = await termsOf(silent);
    await undoNaming(deps)({ staff: elin!, customerId: silent, termId: term!.id });
    expect((await calls()).filter(({ doneAt }) => doneAt === null)).toHaveLength(1);

    await name(rhys!);
    const [sent] = await news();
    await deps.db.write((q) =>
      followUp(q, deps, { ...sent!, status: 'undelivered' }, { kind: 'undelivered', retryAfterMs: null }),
    );
    expect((await calls()).some(({ customerId, doneAt }) => customerId === aled && doneAt === null)).toBe(true);
  });

  it('many are passed on evenly, each is told, twice is once, and all of it goes back', async () => {
    const ids = [aled];
    for (let n = 0; n < 61; n += 1) {
      const more =
        n % 3 === 0 ? {} : n % 3 === 1 ? { mobile: `+4477009003${10 + n}` } : { email: `c${n}@mail.example` };
      ids.push((await aCustomer(deps, { officeId, adviserId: sioned!.id }, more)).id);
    }
    await aCustomer(deps, { officeId, adviserId: rhys!.id });
    const pass = () =>
      passCustomersOn(deps)({
        ...{ staff: elin!, from: sioned!.id, customerIds: ids, to: [rhys!.id, helen!.id] },
        ...{ reason: 'leaver', note: '', requestId: null },
      });
    expect(await whoWouldBeLeft(deps)({ officeId, adviserId: sioned!.id })).toEqual({ customers: 62, appointments: 0 });
    const passed = await pass();
    if (!passed.ok) throw new Error(passed.reason);
    expect(passed.moved).toBe(62);
    expect(await pass()).toMatchObject({ ok: true, moved: 0 });
    const left = async (one: SignedInStaff) => (await whoWouldBeLeft(deps)({ officeId, adviserId: one.id })).customers;
    expect([await left(sioned!), await left(rhys!), await left(helen!)].sort()).toEqual([0, 31, 32]);
    const told = await countTold(deps)({ staff: elin!, since: passed.since, until: passed.until });
    expect(told).toEqual({ moved: 62, sms: 21, email: 20, letter: 0, call: 21 });
    expect(await undoPassingOn(deps)({ staff: elin!, ...passed })).toEqual({ back: 62, stay: 0 });
    expect(await left(sioned!)).toBe(62);

    // One of the takers leaves after the first fifty: what was done is told of, and can be taken back.
    let writes = 0;
    const write: typeof deps.db.write = async (work) => {
      writes += 1;
      if (writes === 2) {
        await deps.db.write((q) => q.update(q.tables.staff).set({ active: false }).where(eq(q.tables.staff.id, helen!.id))); // prettier-ignore
      }
      return deps.db.write(work);
    };
    const partly = { staff: elin!, from: sioned!.id, customerIds: ids, to: [rhys!.id, helen!.id] };
    const meanwhile = { ...deps, db: { ...deps.db, write } };
    const some = await passCustomersOn(meanwhile)({ ...partly, reason: 'leaver', note: '', requestId: null });
    expect([some, await left(sioned!)]).toMatchObject([{ ok: true, moved: 50 }, 12]);
  });

  it('follows the office’s file; who was on file without one is told, a new customer is not', async () => {
    const facts = { firstName: 'Mari', lastName: 'Owen', language: 'en' as const, landline: null, email: null };
    const tell = (ref: string, adviserId: string | null, mobile: string) =>
      deps.db.write(async (q) => {
        const customers = await loadCustomers(q, deps, [ref]);
        customers.tell({ ...facts, ref, officeId, adviserId, mobile } as never);
        await customers.save();
      });
    await tell('NEW', null, '+447700900200');
    await tell('MET', sioned!.id, '+447700900201');
    expect(await news()).toEqual([]);
    await tell('NEW', rhys!.id, '+447700900200');
    expect((await news()).map(({ text }) => text)).toEqual([
      expect.stringContaining('Hi Mari, you now have your own adviser: Rhys.'),
    ]);
    await tell('NEW', helen!.id, '+447700900200');
    expect(await news()).toHaveLength(1);
  });

  it('is whom customers mostly meet, and the figure says how often', async () => {
    const meet = (
      adviser: SignedInStaff,
      days: number,
      status: 'attended' | 'failed_to_attend' | 'excused' = 'attended',
    ) =>
      anAppointment(
        deps,
        { customerId: aled, adviserId: adviser.id, officeId },
        { status, startsAt: deps.clock.now() - days * DAY },
      );
    deps.clock.advance(60 * DAY);
    await name(rhys!);
    deps.clock.advance(20 * DAY);
    for (let n = 0; n < 15; n += 1) await meet(sioned!, 30 + n);
    for (let n = 0; n < 5; n += 1) await meet(rhys!, 1 + n, 'failed_to_attend');
    for (let n = 0; n < 5; n += 1) await meet(sioned!, 1 + n);
    await meet(helen!, 3, 'excused');
    await meet(helen!, 100);
    const view = await viewContinuity(deps)({ staff: elin! });
    expect(view.whole).toEqual({ meetings: 25, withNamed: 20, percent: 80 });
    expect(view.advisers.find(({ id }) => id === sioned!.id)).toMatchObject({ meetings: 15, percent: null });
    const own = await viewContinuity(deps)({ staff: rhys! });
    expect(own).toMatchObject({ whole: null, advisers: [{ id: rhys!.id, meetings: 10, withNamed: 5 }] });
  });
});
