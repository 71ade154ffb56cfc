import ICAL from 'ical.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '~/domain/clock';
import type { DiaryException } from '~/domain/appointment/open-stretches';
import { verifyAudit } from '~/services/audit.server';
import { bookAppointment } from '~/services/book-appointment.server';
import { endException, reopenException, saveException, viewException } from '~/services/manage-diary-exceptions.server';
import { endDiaryFeed, makeDiaryFeed, viewDiaryFeed } from '~/services/manage-diary-feed.server';
import { hoursLine } from '~/domain/office/hours-form';
import { saveDiaryHours, undoDiaryHours, viewDiaryHours } from '~/services/manage-diary-hours.server';
import { moveAppointment } from '~/services/move-appointment.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { viewDiary } from '~/services/view-diary.server';
import { writeDiaryFeed } from '~/services/write-diary-feed.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aCustomer, aMemberOfStaff, anAppointment, anOffice, availableAllWeek } from '../support/factories';

const TUESDAY = '2026-11-24';
const at = (time: string, date = TUESDAY) => Date.parse(`${date}T${time}:00Z`);

/** The clock stands at 9:00 on Monday 23 November 2026. */
describeOnBothDatabases('a diary', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  let officeId: string;
  let [sioned, rhys, elin]: SignedInStaff[] = [];
  let aled: { id: string; ref: string };
  let [room, hall]: string[] = [];

  const member = async (firstName: string, role: 'adviser' | 'manager', office = officeId): Promise<SignedInStaff> => {
    const { id, lastName } = await aMemberOfStaff(deps, office, { firstName, role });
    return { kind: 'staff', id, officeId: office, role, firstName, lastName };
  };
  const aPlace = async (kind: 'room' | 'venue', office = officeId) => {
    const row = { id: deps.newId(), officeId: office, kind, name: kind === 'room' ? 'Room 1' : 'The hall', seats: 2 };
    await deps.db.write((q) => q.insert(q.tables.places).values({ ...row, address: kind === 'room' ? '' : '1 Quay' }));
    return row.id;
  };
  beforeEach(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db);
    officeId = (await anOffice(deps)).id;
    sioned = await member('Sioned', 'adviser');
    rhys = await member('Rhys', 'adviser');
    elin = await member('Elin', 'manager');
    await availableAllWeek(deps, sioned.id);
    await availableAllWeek(deps, rhys.id);
    aled = await aCustomer(deps, { officeId, adviserId: sioned.id });
    [room, hall] = [await aPlace('room'), await aPlace('venue')];
  });
  afterEach(async () => {
    expect(await verifyAudit(deps)()).toMatchObject({ ok: true });
    await database.drop();
  });

  const book = (startsAt: number, more: Partial<Parameters<ReturnType<typeof bookAppointment>>[0]> = {}) =>
    bookAppointment(deps)({
      ...{ customerId: aled.id, adviserId: sioned!.id, officeId, kind: 'review', mode: 'in_person', startsAt },
      ...{ durationMinutes: 30, purpose: 'A private matter', actor: { kind: 'staff', id: sioned!.id }, ...more },
    });
  const booked = async (...args: Parameters<typeof book>) => {
    const answer = await book(...args);
    if (!answer.ok) throw new Error(answer.reason);
    return answer.appointmentId;
  };
  const row = async (id: string) =>
    (await deps.db.read((q) => q.select().from(q.tables.appointments))).find((one) => one.id === id)!;
  const exception = (kind: DiaryException['kind'], more: Partial<DiaryException> = {}): DiaryException => ({
    ...{ kind, fromOn: TUESDAY, untilOn: TUESDAY, fromTime: null, toTime: null },
    ...{ placeId: kind === 'outreach' ? hall! : null, ...more },
  });
  const add = (
    wished: DiaryException,
    more: { staff?: SignedInStaff; confirmed?: boolean; id?: string; note?: string; adviserId?: string } = {},
  ) =>
    saveException(deps)({
      ...{ staff: sioned!, adviserId: sioned!.id, id: deps.newId(), isNew: true, note: '', confirmed: true },
      ...{ exception: wished, ...more },
    });
  const week = (staff = sioned!, adviser: string | null = null) =>
    viewDiary(deps)({ staff, week: '2026-W48', date: null, adviser });
  const tuesday = async (...args: Parameters<typeof week>) => (await week(...args)).diaries[0]!.days[1]!;

  it('shows a week as it is: meetings, groups, what is free, who is away, and a bank holiday by its name', async () => {
    const id = await booked(at('10:00'));
    const group = { id: deps.newId(), officeId, adviserId: sioned!.id, kind: 'group', title: 'CVs', capacity: 8 };
    await deps.db.write((q) =>
      q.insert(q.tables.groupSessions).values({ ...group, startsAt: at('14:00'), endsAt: at('15:00'), createdAt: 0 }),
    );
    const people = { customerId: aled.id, adviserId: sioned!.id, officeId };
    await anAppointment(deps, people, { groupId: group.id, startsAt: at('14:00'), endsAt: at('15:00') });
    await add(exception('meeting', { fromTime: '12:00', toTime: '13:00' }));
    const day = await tuesday();
    expect(day.meetings).toMatchObject([{ id, customer: { firstName: 'Aled' }, state: 'no_reply' }]);
    expect(day.sessions).toMatchObject([{ title: 'CVs', taken: 1, capacity: 8 }]);
    expect(day.free.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual(
      [['09:00', '10:00'], ['10:30', '12:00'], ['13:00', '14:00'], ['15:00', '17:00']].map((ends) => ends.map((time) => at(time))), // prettier-ignore
    );
    expect((await week()).dates).toHaveLength(5);
    const christmas = await viewDiary(deps)({ staff: sioned!, week: null, date: '2026-12-25', adviser: 'all' });
    expect(christmas.dates.map(({ holiday }) => holiday)).toEqual([null, null, null, null, 'Christmas Day']);
    expect(christmas.diaries[0]!.days[4]).toMatchObject({ closed: true, free: [] });
    await add(exception('extra', { fromOn: '2026-11-28', untilOn: '2026-11-28', fromTime: '10:00', toTime: '12:00' }));
    expect((await week()).dates).toHaveLength(6);
  });

  it('is its adviser’s and the managers’ to change; colleagues see that somebody is away, and not why', async () => {
    const kept = await add(exception('sick'), { note: 'A private word' });
    const { id } = kept as { id: string };
    expect((await tuesday()).exceptions).toMatchObject([{ kind: 'sick', note: 'A private word' }]);
    expect((await tuesday(elin, sioned!.id)).exceptions).toMatchObject([{ kind: 'sick', note: 'A private word' }]);
    expect((await tuesday(rhys, sioned!.id)).exceptions).toMatchObject([{ kind: 'away', note: '' }]);
    const stored = await deps.db.read((q) => q.select().from(q.tables.diaryExceptions));
    expect(JSON.stringify(stored)).not.toContain('private');

    const ravi = await member('Ravi', 'manager', (await anOffice(deps)).id);
    for (const staff of [rhys!, ravi]) {
      expect(await add(exception('leave'), { staff })).toEqual({ ok: false, reason: 'not_found' });
      expect(await viewException(deps)({ staff, id })).toBeNull();
      expect(await endException(deps)({ staff, id })).toMatchObject({ ok: false });
      expect(await viewDiaryHours(deps)({ staff, adviser: sioned!.id })).toBeNull();
      const hours = { staff, adviserId: sioned!.id, hours: [], confirmed: true, shown: null };
      expect(await saveDiaryHours(deps)(hours)).toEqual({ ok: false, reason: 'not_found' });
    }
    expect((await week(ravi, sioned!.id)).diaries.map(({ adviser }) => adviser.id)).toEqual([ravi.id]);
    expect(await add(exception('leave'), { staff: elin! })).toMatchObject({ ok: true });
    // A form made up with the identifier of what is theirs.
    expect(await add(exception('leave'), { staff: ravi, adviserId: ravi.id, id })).toEqual({ ok: false, reason: 'not_found' }); // prettier-ignore
    const elsewhere = exception('outreach', { placeId: await aPlace('venue', ravi.officeId) });
    expect(await add(elsewhere)).toEqual({ ok: false, reason: 'not_found' });
  });

  it('shows the meetings that leave would leave behind before it is saved, and moves none', async () => {
    const id = await booked(at('10:00'));
    await booked(at('10:00', '2026-11-25'));
    const leave = { id: deps.newId(), confirmed: false };
    const asked = await add(exception('leave'), leave);
    expect(asked).toMatchObject({ ok: false, reason: 'meetings', meetings: [{ id, startsAt: at('10:00') }] });
    expect((await tuesday()).exceptions).toEqual([]);
    for (let n = 0; n < 2; n += 1)
      expect(await add(exception('leave'), { ...leave, confirmed: true })).toMatchObject({ ok: true });
    expect(await deps.db.read((q) => q.$count(q.tables.diaryExceptions))).toBe(1);
    const view = { staff: sioned!, id: leave.id };
    expect(await viewException(deps)(view)).toMatchObject({ meetings: [{ id }], exception: { ended: false } });
    expect(await row(id)).toMatchObject({ startsAt: at('10:00'), version: 1, status: 'booked' });
    expect(await book(at('11:00'))).toEqual({ ok: false, reason: 'not_free' });

    await endException(deps)(view);
    await endException(deps)(view);
    expect((await tuesday()).exceptions).toEqual([]);
    await reopenException(deps)(view);
    expect((await tuesday()).exceptions).toMatchObject([{ kind: 'leave' }]);
    const entries = await deps.db.read((q) => q.select().from(q.tables.auditEntries));
    expect(entries.map(({ action }) => action).filter((action) => action.startsWith('diary.exception'))).toEqual([
      ...['diary.exception_added', 'diary.exception_read', 'diary.exception_ended', 'diary.exception_reopened'],
    ]);
  });

  it('has other hours once those that would be outside were seen, and the old ones back by one press', async () => {
    const id = await booked(at('16:00'));
    const mornings = [1, 2, 3].map((weekday) => ({ weekday, fromTime: '09:00', toTime: '12:00' }));
    const change = { staff: sioned!, adviserId: sioned!.id, hours: mornings, shown: null };
    const asked = await saveDiaryHours(deps)({ ...change, confirmed: false });
    expect(asked).toMatchObject({ ok: false, reason: 'outside', meetings: [{ id }] });
    expect(await saveDiaryHours(deps)({ ...change, confirmed: true })).toMatchObject({ ok: true, changed: true });
    expect(await saveDiaryHours(deps)({ ...change, confirmed: true })).toMatchObject({ ok: true, changed: false });
    expect((await viewDiaryHours(deps)({ staff: elin!, adviser: sioned!.id }))?.hours).toEqual(mornings);
    expect(await row(id)).toMatchObject({ startsAt: at('16:00'), status: 'booked' });

    const { lastChange } = (await viewDiaryHours(deps)({ staff: sioned!, adviser: null }))!;
    const undo = (entryId: string) => undoDiaryHours(deps)({ staff: sioned!, adviserId: sioned!.id, entryId });
    expect(await undo(deps.newId())).toEqual({ ok: false, reason: 'changed_since' });
    expect(await undo(lastChange!)).toMatchObject({ ok: true, changed: true });
    expect((await viewDiaryHours(deps)({ staff: sioned!, adviser: 'me' }))?.hours).toHaveLength(5);
    expect(await undo(lastChange!)).toEqual({ ok: false, reason: 'changed_since' });
  });

  it('says that a colleague has given it other hours meanwhile, before they are lost', async () => {
    const days = (toTime: string) => [1, 2, 3].map((weekday) => ({ weekday, fromTime: '09:00', toTime }));
    const shown = hoursLine((await viewDiaryHours(deps)({ staff: sioned!, adviser: null }))!.hours);
    const save = (staff: SignedInStaff, toTime: string, opened: string) =>
      saveDiaryHours(deps)({ staff, adviserId: sioned!.id, hours: days(toTime), confirmed: true, shown: opened });
    expect(await save(elin!, '12:00', shown)).toMatchObject({ ok: true, changed: true });
    expect(await save(sioned!, '16:00', shown)).toEqual({ ok: false, reason: 'changed_since' });
    expect(await save(elin!, '12:00', shown)).toMatchObject({ ok: true, changed: false });
    expect((await viewDiaryHours(deps)({ staff: sioned!, adviser: null }))!.hours).toEqual(days('12:00'));
    expect(await save(sioned!, '16:00', hoursLine(days('12:00')))).toMatchObject({ ok: true, changed: true });
  });

  it('gives a room to one adviser at a time; who moves keeps it if it is free, and goes without if not', async () => {
    const first = await booked(at('10:00'), { details: { placeId: room } });
    const mari = await aCustomer(deps, { officeId, adviserId: rhys!.id });
    const other = { customerId: mari.id, adviserId: rhys!.id, details: { placeId: room } };
    expect(await book(at('10:00'), other)).toEqual({ ok: false, reason: 'room_taken' });
    expect(await book(at('10:15'), { ...other, override: true })).toEqual({ ok: false, reason: 'room_taken' });
    const second = await booked(at('10:30'), other);
    const move = (appointmentId: string, startsAt: number) =>
      moveAppointment(deps)({ appointmentId, startsAt, actor: { kind: 'staff', id: sioned!.id } });
    await move(first, at('11:00'));
    expect(await row(first)).toMatchObject({ placeId: room, startsAt: at('11:00') });
    await move(second, at('11:00'));
    expect(await row(second)).toMatchObject({ placeId: null, startsAt: at('11:00') });
    const elsewhere = await aPlace('room', (await anOffice(deps)).id);
    expect(await book(at('14:00'), { details: { placeId: elsewhere } })).toEqual({ ok: false, reason: 'room_taken' });

    const [one, two] = await Promise.all([book(at('15:00'), { details: { placeId: room } }), book(at('15:00'), other)]);
    expect([one, two].filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('sends who is booked on an outreach day to the venue, and back to the office when they move off it', async () => {
    await add(exception('outreach', { fromTime: '13:00', toTime: '17:00' }));
    const id = await booked(at('13:30'), { details: { placeId: room } });
    expect(await row(id)).toMatchObject({ mode: 'outreach', placeId: hall, venue: 'The hall, 1 Quay' });
    expect(await row(await booked(at('14:00'), { mode: 'phone' }))).toMatchObject({ mode: 'phone', venue: '' });
    const actor = { kind: 'customer' as const, id: aled.id };
    await moveAppointment(deps)({ appointmentId: id, startsAt: at('10:00'), actor });
    expect(await row(id)).toMatchObject({ mode: 'in_person', placeId: null, venue: '', version: 2 });
    await moveAppointment(deps)({ appointmentId: id, startsAt: at('15:00'), actor });
    expect(await row(id)).toMatchObject({ mode: 'outreach', placeId: hall, venue: 'The hall, 1 Quay', version: 3 });
    const late = await booked(at('10:00', '2026-11-26'));
    const thursday = { fromOn: '2026-11-26', untilOn: '2026-11-26' };
    const asked = await add(exception('outreach', thursday), { confirmed: false });
    expect(asked).toMatchObject({ reason: 'meetings', meetings: [{ id: late, mode: 'in_person' }] });
  });

  it('keeps free what a kind keeps free after it, on both sides', async () => {
    const kind = { id: deps.newId(), officeId, ref: 'talk', name: 'Talk', minutes: 30, bufferMinutes: 10 };
    await deps.db.write((q) => q.insert(q.tables.appointmentKinds).values(kind));
    const staffs = { override: true };
    await booked(at('10:00'), { kind: 'talk' });
    expect(await book(at('10:35'), staffs)).toEqual({ ok: false, reason: 'taken' });
    expect(await book(at('09:25'), { ...staffs, kind: 'talk' })).toEqual({ ok: false, reason: 'taken' });
    expect(await book(at('10:40'), staffs)).toMatchObject({ ok: true });
    expect(await book(at('09:20'), { ...staffs, kind: 'talk' })).toMatchObject({ ok: true });
  });

  it('has a group session once, and nobody moves a place in it: it is given up', async () => {
    const people = { customerId: aled.id, adviserId: sioned!.id, officeId };
    const group = { id: deps.newId(), officeId, adviserId: sioned!.id, kind: 'group', title: 'CVs', capacity: 8 };
    const times = { startsAt: at('14:00'), endsAt: at('15:00') };
    await deps.db.write((q) => q.insert(q.tables.groupSessions).values({ ...group, ...times, createdAt: 0 }));
    const { id } = await anAppointment(deps, people, { groupId: group.id, ...times });
    const actor = { kind: 'staff' as const, id: sioned!.id };
    const move = await moveAppointment(deps)({ appointmentId: id, startsAt: at('10:00'), actor, override: true });
    expect(move).toEqual({ ok: false, reason: 'not_free' });
    expect(await row(id)).toMatchObject({ groupId: group.id });
    expect(await book(at('14:30'), { override: true })).toEqual({ ok: false, reason: 'taken' });
  });

  it('can be read in a calendar by whoever has its address, which names nobody', async () => {
    const id = await booked(at('10:00'));
    await add(exception('sick', { fromOn: '2026-11-30', untilOn: '2026-12-01' }), { note: 'A private word' });
    await add(
      exception('outreach', { fromOn: '2026-12-02', untilOn: '2026-12-02', fromTime: '09:00', toTime: '12:00' }),
    );
    const address = async () => (await viewDiaryFeed(deps)({ staff: sioned! })).address;
    const open = async (from: string) => {
      const token = /\/diary\/(.+)\.ics$/.exec(from)![1]!;
      return writeDiaryFeed(deps)({ token, address: '192.0.2.1', language: 'en' });
    };
    expect(await address()).toBeNull();
    await makeDiaryFeed(deps)({ staff: sioned! });
    const first = (await address())!;
    const feed = await open(first);
    if (feed.state !== 'open') throw new Error(feed.state);
    const plain = feed.file.replaceAll(/\r\n[ \t]/g, '');
    for (const word of ['Aled', 'Hughes', 'private', 'sick', 'Bangor']) expect(plain).not.toContain(word);
    const events = new ICAL.Component(ICAL.parse(feed.file)).getAllSubcomponents('vevent').map((one) => ({
      title: one.getFirstPropertyValue('summary'),
      notes: one.getFirstPropertyValue('description'),
      hours: (one.getFirstPropertyValue('dtend') as ICAL.Time).toJSDate().getTime() - (one.getFirstPropertyValue('dtstart') as ICAL.Time).toJSDate().getTime(),
    })); // prettier-ignore
    expect(events).toEqual([
      { title: `Review, ${aled.ref}`, notes: `https://waymark.example/staff/appointments/${id}`, hours: 30 * MINUTE },
      { title: 'Away', notes: null, hours: DAY },
      { title: 'Away', notes: null, hours: DAY },
      { title: 'Outreach, The hall', notes: null, hours: 3 * HOUR },
    ]);

    deps.clock.advance(MINUTE);
    await makeDiaryFeed(deps)({ staff: sioned! });
    expect((await open(first)).state).toBe('unknown');
    const second = (await address())!;
    expect((await open(second)).state).toBe('open');
    expect((await viewDiaryFeed(deps)({ staff: rhys! })).address).toBeNull();
    await deps.db.write(async (q) => void (await q.update(q.tables.staff).set({ active: false })));
    expect((await open(second)).state).toBe('unknown');
    await deps.db.write(async (q) => void (await q.update(q.tables.staff).set({ active: true })));
    await endDiaryFeed(deps)({ staff: sioned! });
    await endDiaryFeed(deps)({ staff: sioned! });
    expect((await open(second)).state).toBe('unknown');
    expect(await address()).toBeNull();
  });
});
