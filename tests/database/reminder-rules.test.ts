import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '~/domain/clock';
import { instantAt } from '~/domain/time/wall-clock';
import { verifyAudit } from '~/services/audit.server';
import { comparePolicies, savePolicy, viewPolicies, withdrawPolicy } from '~/services/manage-policies.server';
import { sendDue } from '~/services/send-due.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { saveAppointments } from '~/services/save-appointments.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aDiary, told, type TestDiary } from '../support/diary';
import { aCustomer } from '../support/factories';
import { aManager, book, newestVersion, plannedFor, rulesWith, setRules } from '../support/office-rules';
import { scriptedSender } from '../support/scripted-sender';

const at = (date: string, time: string) => instantAt(date, time, 'Europe/London');
const MEETING = at('2026-12-01', '14:30');
const TOMORROW = at('2026-11-24', '00:00');

/** The clock stands at 9:00 on Monday 23 November 2026. */
describeOnBothDatabases('reminder rules of an office', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  let sms: ReturnType<typeof scriptedSender>;
  let voice: ReturnType<typeof scriptedSender>;
  let diary: TestDiary;
  let elin: SignedInStaff;
  beforeEach(async () => {
    database = await newDatabase(dialect);
    [sms, voice] = [scriptedSender('sms'), scriptedSender('voice')];
    deps = testDeps(database.db, { senders: [sms, voice] });
    diary = await aDiary(deps);
    elin = await aManager(deps, diary.office.id);
  });
  afterEach(async () => {
    expect(await verifyAudit(deps)()).toMatchObject({ ok: true });
    await database.drop();
  });

  const review = { kind: 'review', startsAt: MEETING };
  const dayBefore = async (appointmentId: string) =>
    (await plannedFor(deps, appointmentId)).find((line) => line.startsWith('one_day_before'));
  const name = (kind: string, version: number) => `${diary.office.ref}:${kind}:${version}`;
  const send = () => sendDue(deps)('worker-1');

  it('count for their kind, from the day on which they begin; before it, and elsewhere, what counted goes on', async () => {
    const before = await book(deps, diary, review);
    await setRules(deps, elin, { secondAt: '09:00' }, { kind: 'review', effectiveFrom: TOMORROW });
    const today = await book(deps, diary, review);
    deps.clock.set(TOMORROW - 1);
    const lastMoment = await book(deps, diary, review);
    deps.clock.set(TOMORROW);
    const begun = await book(deps, diary, review);
    const otherKind = await book(deps, diary, { ...review, kind: 'training' });
    const elsewhere = await book(deps, await aDiary(deps), review);
    for (const old of [before, today, lastMoment, otherKind, elsewhere])
      expect(await dayBefore(old)).toBe('one_day_before 11-30 10:00 default-1');
    expect(await dayBefore(begun)).toBe(`one_day_before 11-30 09:00 ${name('review', 1)}`);
  });

  it('of the appointment’s kind come before those for every other kind, and these before the standard ones', async () => {
    await book(deps, diary, review);
    await book(deps, diary, { ...review, kind: 'training' });
    expect(await dayBefore(await book(deps, diary, review))).toContain('10:00 default-1');
    await setRules(deps, elin, { secondAt: '11:00' });
    expect(await dayBefore(await book(deps, diary, review))).toContain(`11:00 ${name('*', 1)}`);
    await setRules(deps, elin, { secondAt: '09:00' }, { kind: 'review' });
    expect(await dayBefore(await book(deps, diary, review))).toContain(`09:00 ${name('review', 1)}`);
    expect(await dayBefore(await book(deps, diary, { ...review, kind: 'training' }))).toContain(
      `11:00 ${name('*', 1)}`,
    );
    await setRules(deps, elin, { secondAt: '08:00' }, { kind: 'review' });
    expect(await dayBefore(await book(deps, diary, review))).toContain(`08:00 ${name('review', 2)}`);
  });

  it('leave what is planned as it is, also when the same file comes again; a change goes by the new ones', async () => {
    await setRules(deps, elin, { secondAt: '09:00' });
    const appointment = told(deps, diary, review);
    const save = (startsAt: number) =>
      deps.db.write((q) =>
        saveAppointments(q, deps, [{ ...appointment, startsAt, endsAt: startsAt + HOUR }], {
          kind: 'import',
          id: null,
        }),
      );
    const [saved] = await save(MEETING);
    const planned = await plannedFor(deps, saved!.appointmentId);
    await setRules(deps, elin, { secondAt: '11:00', firstOn: 'no' });
    await save(MEETING);
    expect(await plannedFor(deps, saved!.appointmentId)).toEqual(planned);
    await save(MEETING + DAY);
    expect(await plannedFor(deps, saved!.appointmentId)).toEqual([
      `booked 11-23 09:00 ${name('*', 2)}`,
      `one_day_before 12-01 11:00 ${name('*', 2)}`,
      `same_day 12-02 12:30 ${name('*', 2)}`,
    ]);
  });

  it('keep their quiet hours for what they planned, when others have begun since', async () => {
    await setRules(deps, elin, { quietFrom: '00:00', quietTo: '00:00', bookedOn: 'no' });
    const free = await book(deps, diary, review);
    await setRules(deps, elin, {
      quietFrom: '09:00',
      quietTo: '11:00',
      firstAt: '12:00',
      secondAt: '12:00',
      bookedOn: 'no',
    });
    const quiet = await book(deps, diary, review);
    deps.clock.set(at('2026-11-28', '10:00'));
    await send();
    expect(sms.sent).toHaveLength(1);
    expect(await statuses(free)).toContain('three_days_before accepted');
    // Late for the other one too, yet it may not go in what its own rules call quiet.
    await deps.db.write((q) =>
      q
        .update(q.tables.messages)
        .set({ notBefore: deps.clock.now() })
        .where(eq(q.tables.messages.appointmentId, quiet)),
    );
    await send();
    expect(sms.sent).toHaveLength(1);
    deps.clock.set(at('2026-11-28', '11:00'));
    await send();
    expect(sms.sent).toHaveLength(2);
  });

  async function statuses(appointmentId: string): Promise<string[]> {
    const rows = await deps.db.read((q) => {
      const { messages, reminders } = q.tables;
      return q
        .select({ rule: reminders.rule, status: messages.status })
        .from(messages)
        .innerJoin(reminders, eq(reminders.id, messages.reminderId))
        .where(eq(messages.appointmentId, appointmentId));
    });
    return rows.map(({ rule, status }) => `${rule} ${status}`);
  }

  it('keep to a voice call on the day where they said so, when others have a colleague call', async () => {
    const quick = { bookedOn: 'no', firstOn: 'no', secondOn: 'no' } as const;
    await setRules(deps, elin, { ...quick, sameDayWay: 'voice' });
    const called = await book(deps, diary, review);
    await setRules(deps, elin, { ...quick, sameDayWay: 'call_list' });
    const listed = await book(deps, diary, review);
    deps.clock.set(MEETING - 2 * HOUR);
    await send();
    expect(voice.sent).toHaveLength(1);
    const list = await deps.db.read((q) => q.select().from(q.tables.callList));
    expect(list.map((call) => call.appointmentId)).toEqual([listed]);
    expect(await statuses(called)).toContain('same_day accepted');
  });

  it.each([
    ['4', ['booked 11-23 09:00', 'same_day 11-24 12:30']],
    ['0', ['booked 11-23 09:00', 'one_day_before 11-23 10:00', 'same_day 11-24 12:30']],
  ])('merge what comes within %s hours of each other', async (mergeHours, lines) => {
    await setRules(deps, elin, { mergeHours });
    const planned = await plannedFor(deps, await book(deps, diary, { startsAt: at('2026-11-24', '14:30') }));
    expect(planned).toEqual(lines.map((line) => `${line} ${name('*', 1)}`));
  });

  it('have what is booked at short notice reminded of later that day, where they say when', async () => {
    deps.clock.set(at('2026-11-23', '11:00'));
    const soon = { startsAt: at('2026-11-24', '14:30') };
    await setRules(deps, elin, { secondLateAt: '17:00' });
    expect(await dayBefore(await book(deps, diary, soon))).toContain('11-23 17:00');
    await setRules(deps, elin, { secondLateAt: '' });
    expect(await dayBefore(await book(deps, diary, soon))).toBeUndefined();
  });

  it('are previewed as they would be planned', async () => {
    const wanted = rulesWith({ firstDays: '5', secondAt: '09:00', sameDayMinutes: '90' });
    await book(deps, diary, review);
    const { rules: now } = (await viewPolicies(deps)({ staff: elin })).kinds[0]!;
    const example = { startsAt: MEETING, bookedAt: deps.clock.now() };
    const preview = await comparePolicies(deps)({ staff: elin, now, wanted, example });
    const old = await dueOf(await book(deps, diary, review));
    await savePolicy(deps)({ staff: elin, kind: '', rules: wanted, effectiveFrom: 0, after: '' });
    const made = await dueOf(await book(deps, diary, review));
    const coming = (lines: typeof preview.now) =>
      new Map(
        lines.filter(({ rule, at: due }) => rule !== 'missed' && due !== null).map(({ rule, at: due }) => [rule, due]),
      );
    expect(coming(preview.now)).toEqual(old);
    expect(coming(preview.wanted)).toEqual(made);
    expect(old).not.toEqual(made);
  });

  async function dueOf(appointmentId: string) {
    const { reminders } = database.db.tables;
    const rows = await deps.db.read((q) =>
      q.select().from(reminders).where(eq(reminders.appointmentId, appointmentId)),
    );
    return new Map(rows.map(({ rule, notBefore }) => [rule, notBefore]));
  }

  it('are saved by one of two managers at once; the other is told', async () => {
    const rhys = await aManager(deps, diary.office.id);
    const save = (staff: SignedInStaff, secondAt: string) =>
      savePolicy(deps)({ staff, kind: '', rules: rulesWith({ secondAt }), effectiveFrom: 0, after: '' });
    const results = await Promise.all([save(elin, '09:00'), save(rhys, '11:00'), save(elin, '12:00')]);
    expect(results.filter(({ ok }) => ok)).toEqual([{ ok: true, version: 1 }]);
    expect(results.filter(({ ok }) => !ok)).toEqual([
      { ok: false, reason: 'newer' },
      { ok: false, reason: 'newer' },
    ]);
    const { kinds } = await viewPolicies(deps)({ staff: rhys });
    expect(kinds[0]).toMatchObject({ inForce: { version: 1 }, earlier: [], coming: [] });
  });

  it('do not mind what a colleague did to another kind, or in another office', async () => {
    await book(deps, diary, review);
    const other = await aDiary(deps);
    const nia = await aManager(deps, other.office.id);
    const [mine, theirs] = [await newestVersion(deps, elin, ''), await newestVersion(deps, nia, '')];
    await setRules(deps, elin, {}, { kind: 'review' });
    const wish = { kind: '', rules: rulesWith({}), effectiveFrom: 0 };
    expect(await savePolicy(deps)({ ...wish, staff: nia, after: theirs })).toEqual({ ok: true, version: 1 });
    expect(await savePolicy(deps)({ ...wish, staff: elin, after: mine })).toEqual({ ok: true, version: 1 });
  });

  it('are for kinds that the office has, or that have rules already', async () => {
    const wish = { staff: elin, rules: rulesWith({}), effectiveFrom: 0, after: '' };
    expect(await savePolicy(deps)({ ...wish, kind: 'review' })).toEqual({ ok: false, reason: 'no_such_kind' });
    await book(deps, diary, review);
    await setRules(deps, elin, {}, { kind: 'review' });
    deps.clock.advance(200 * DAY);
    await setRules(deps, elin, { secondAt: '09:00' }, { kind: 'review' });
    expect((await viewPolicies(deps)({ staff: elin })).kinds).toMatchObject([
      { kind: '' },
      { kind: 'review', inForce: { version: 2, by: { firstName: 'Sioned' } }, earlier: [{ version: 1 }] },
    ]);
  });

  it('that have not begun are taken back, and then never count', async () => {
    const id = await setRules(deps, elin, { secondAt: '09:00' }, { effectiveFrom: TOMORROW });
    expect((await viewPolicies(deps)({ staff: elin })).kinds[0]).toMatchObject({
      inForce: null,
      coming: [{ id, version: 1 }],
    });
    expect(await withdrawPolicy(deps)({ staff: elin, policyId: id })).toBe(true);
    expect(await withdrawPolicy(deps)({ staff: elin, policyId: id })).toBe(false);
    deps.clock.set(TOMORROW + HOUR);
    expect(await dayBefore(await book(deps, diary, review))).toContain('10:00 default-1');
  });

  it('that have begun, or begin within the minute, stay; so do those of another office', async () => {
    const id = await setRules(deps, elin, { secondAt: '09:00' }, { effectiveFrom: TOMORROW });
    const nia = await aManager(deps, (await aDiary(deps)).office.id);
    expect(await withdrawPolicy(deps)({ staff: nia, policyId: id })).toBe(false);
    deps.clock.set(TOMORROW - 30 * SECOND);
    expect(await withdrawPolicy(deps)({ staff: elin, policyId: id })).toBe(false);
    deps.clock.set(TOMORROW + MINUTE);
    expect(await withdrawPolicy(deps)({ staff: elin, policyId: id })).toBe(false);
    expect(await dayBefore(await book(deps, diary, review))).toContain('09:00');
  });

  it('that somebody saw and that were taken back are not followed unseen, though the next has their number', async () => {
    const seen = await setRules(deps, elin, { secondAt: '09:00' }, { effectiveFrom: TOMORROW });
    await withdrawPolicy(deps)({ staff: elin, policyId: seen });
    const wish = { staff: elin, kind: '', rules: rulesWith({}), effectiveFrom: 0 };
    expect(await savePolicy(deps)({ ...wish, after: seen })).toEqual({ ok: false, reason: 'newer' });
    await setRules(deps, elin, { secondAt: '11:00' });
    expect(await savePolicy(deps)({ ...wish, after: seen })).toEqual({ ok: false, reason: 'newer' });
  });

  it('are on record: who saved them, and who took them back', async () => {
    const id = await setRules(deps, elin, {}, { effectiveFrom: TOMORROW });
    const rhys = await aManager(deps, diary.office.id);
    await withdrawPolicy(deps)({ staff: rhys, policyId: id });
    const entries = await deps.db.read((q) =>
      q
        .select()
        .from(q.tables.auditEntries)
        .where(eq(q.tables.auditEntries.subjectId, id))
        .orderBy(q.tables.auditEntries.seq),
    );
    expect(entries).toMatchObject([
      { action: 'reminder_policy.saved', actorId: elin.id, chain: `office:${diary.office.id}`, detail: 'version 1' },
      { action: 'reminder_policy.withdrawn', actorId: rhys.id, detail: 'version 1' },
    ]);
  });

  it('send the reminders of a day of two offices, each by its own rules', async () => {
    const other = await aDiary(deps);
    await setRules(deps, elin, { bookedOn: 'no', secondAt: '09:00' });
    await setRules(deps, await aManager(deps, other.office.id), {
      bookedOn: 'no',
      secondAt: '17:00',
      secondLateAt: '',
    });
    const someone = async ({ adviser, office }: TestDiary, mobile: string) =>
      (await aCustomer(deps, { adviserId: adviser.id, officeId: office.id }, { mobile })).id;
    const startsAt = at('2026-11-25', '14:30');
    await book(deps, diary, { startsAt, customerId: await someone(diary, '+447700900124') });
    await book(deps, diary, { startsAt, customerId: await someone(diary, '+447700900125') });
    await book(deps, other, { startsAt, customerId: await someone(other, '+447700900126') });
    deps.clock.set(at('2026-11-24', '09:00'));
    await send();
    expect(sms.sent.map(({ recipient }) => recipient).sort()).toEqual(['+447700900124', '+447700900125']);
    deps.clock.set(at('2026-11-24', '17:00'));
    await send();
    expect(sms.sent).toHaveLength(3);
  });
});
