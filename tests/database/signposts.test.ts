import { asc } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Pick } from '~/domain/signpost/signpost-form';
import { answerSignpost, listSignpostsToAsk, viewSignpostsDue } from '~/services/ask-about-signposts.server';
import { chooseSignpost, takeBackSignpost, viewNearMe, viewOwnSheet } from '~/services/choose-signpost.server';
import { giveSignposts, printSignposts, setSignpostWithdrawn, viewSignposts } from '~/services/give-signposts.server';
import { saveSetting, setSettingActive } from '~/services/office-settings.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { tellSituation } from '~/services/tell-situation.server';
import { viewOfficeDay } from '~/services/view-office-day.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import {
  aClub,
  aCustomer,
  aDigitalPlace,
  aMemberOfStaff,
  anArea,
  anOffice,
  aProfile,
  someHelp,
} from '../support/factories';
import { ONE_OF_EACH } from '../support/office-lists';

/** Sioned, Kofi the champion and Elin the manager of Bangor; Paul is of another office. It is Tuesday 24 November 2026. */
describeOnBothDatabases('what is near by', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  let aled: Awaited<ReturnType<typeof aCustomer>>;
  let [sioned, rhys, elin, kofi, paul]: SignedInStaff[] = [];
  let course: Awaited<ReturnType<typeof aDigitalPlace>>;

  const member = async (role: SignedInStaff['role'], firstName: string, officeId: string): Promise<SignedInStaff> => {
    const { id, lastName } = await aMemberOfStaff(deps, officeId, { firstName, role });
    return { kind: 'staff', role, id, officeId, firstName, lastName };
  };
  beforeEach(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db);
    deps.clock.set('2026-11-24T10:00:00Z');
    const office = await anOffice(deps);
    const elsewhere = await anOffice(deps);
    sioned = await member('adviser', 'Sioned', office.id);
    rhys = await member('adviser', 'Rhys', office.id);
    elin = await member('manager', 'Elin', office.id);
    kofi = await member('champion', 'Kofi', office.id);
    paul = await member('adviser', 'Paul', elsewhere.id);
    await anArea(deps, { code: 'LL57', name: 'Bangor', latitude: 53.222, longitude: -4.125 });
    aled = await aCustomer(deps, { officeId: office.id, adviserId: sioned.id }, { homeArea: 'LL57', language: 'cy' });
    course = await aDigitalPlace(deps, office.id);
    const library = { kind: 'computers' as const, name: 'The library', teaches: '' };
    await aDigitalPlace(deps, office.id, library);
    await aDigitalPlace(deps, office.id, { name: 'A retired course', active: false });
    await aDigitalPlace(deps, elsewhere.id, { name: 'A course elsewhere' });
    await aClub(deps, { computers: true });
    await someHelp(deps, office.id, { barrier: 'money', name: 'Money advice' });
  });
  afterEach(() => database.drop());

  const near = () => viewNearMe(deps)({ customerId: aled.id, language: 'en' });
  const names = async () => (await near()).suggestions.map(({ name }) => name);
  const pick = (need: Pick['need'] = 'fill_form'): Pick => ({ kind: 'digital_place', targetId: course.id, need });
  const choose = (one = pick()) => chooseSignpost(deps)({ customerId: aled.id, pick: one });
  const give = (staff: SignedInStaff, picks = [pick()], askOn: string | null = '2026-12-08') =>
    giveSignposts(deps)({ staff, customerId: aled.id, picks, askOn });
  const rows = () => deps.db.read((q) => q.select().from(q.tables.signposts).orderBy(asc(q.tables.signposts.id)));
  const audited = async () =>
    (await deps.db.read((q) => q.select().from(q.tables.auditEntries).orderBy(asc(q.tables.auditEntries.at), asc(q.tables.auditEntries.seq)))).map(({ action, detail }) => [action, detail].filter(Boolean).join(' ')); // prettier-ignore

  it('is chosen by what they said no to in their newest finished profile, of their office and in use', async () => {
    expect(await near()).toMatchObject({ asked: false });
    await aProfile(deps, aled.id, { fill_form: 'no' });
    expect(await names()).toEqual(['Forms, step by step']);
    deps.clock.advance(1_000);
    await aProfile(deps, aled.id, { device: 'none' });
    // One that is not finished does not count.
    const open = { id: deps.newId(), customerId: aled.id, answers: 'x', toldBy: 'customer' as const };
    await deps.db.write((q) => q.insert(q.tables.profiles).values({ ...open, startedAt: 9e12, updatedAt: 9e12 }));
    const view = await near();
    expect(view.asked).toBe(true);
    expect(view.suggestions.map(({ name, needs }) => [name, ...needs])).toEqual([
      ['The library', 'device'],
      ['Maesgeirchen work club', 'device'],
    ]);
    const [library, club] = view.suggestions;
    expect(library!.miles).toBeCloseTo(0.35, 1);
    expect(club!.club).toMatchObject({ next: { date: '2026-11-26' } });
    await tellSituation(deps)({ customerId: aled.id, kinds: ['money'], note: '' });
    expect(await names()).toContain('Money advice');
  });

  it('can be chosen, once, and taken back; nobody else’s', async () => {
    const [first, second] = await Promise.all([choose(), choose()]);
    expect(second).toBe(first);
    expect(await rows()).toMatchObject([
      { givenBy: null, askOn: '2026-12-08', name: 'Forms, step by step', outcome: null },
    ]);
    const view = await near();
    expect(view.chosen).toMatchObject([{ id: first, own: true, need: 'fill_form' }]);
    expect(view.suggestions.map(({ targetId }) => targetId)).not.toContain(course.id);
    const nia = await aCustomer(deps, { officeId: sioned!.officeId, adviserId: sioned!.id }, { firstName: 'Nia' });
    const back = (customerId: string) => takeBackSignpost(deps)({ customerId, id: first! });
    expect([await back(nia.id), await back(aled.id), await back(aled.id)]).toEqual([false, true, true]);
    expect((await near()).chosen).toEqual([]);
    expect(await choose({ ...pick(), targetId: deps.newId() })).toBeNull();
    expect(await choose({ ...pick(), kind: 'club' })).toBeNull();
  });

  it('is given by staff of the office, twice is once, taken back and given again, on record', async () => {
    expect(await give(paul!)).toEqual({ ok: false, reason: 'not_found' });
    expect(await viewSignposts(deps)({ staff: paul!, customerId: aled.id, language: 'en' })).toBeNull();
    const given = await give(sioned!);
    expect(given).toMatchObject({ ok: true, given: 1 });
    expect(await give(rhys!)).toMatchObject({ ok: true, given: 0 });
    const { id } = (await rows())[0]!;
    const withdraw = (staff: SignedInStaff, withdrawn = true) => setSignpostWithdrawn(deps)({ staff, id, withdrawn });
    expect(await withdraw(paul!)).toBeNull();
    expect([await withdraw(sioned!), await withdraw(sioned!)]).toEqual([
      { customerId: aled.id },
      { customerId: aled.id },
    ]);
    expect(await withdraw(elin!, false)).toEqual({ customerId: aled.id });
    // What a colleague pointed to, the customer cannot take away from what is followed up.
    expect(await takeBackSignpost(deps)({ customerId: aled.id, id })).toBe(false);
    expect((await audited()).filter((action) => action.startsWith('signpost.'))).toEqual([
      ...['signpost.given', 'signpost.withdrawn', 'signpost.restored'],
    ]);
    expect(await give(sioned!, [pick(), { ...pick(), targetId: deps.newId() }])).toEqual({ ok: false, reason: 'gone' });
  });

  it('shows champions computers and phones, and nothing of what stands in the way', async () => {
    await tellSituation(deps)({ customerId: aled.id, kinds: ['money', 'it'], note: 'words' });
    const [help] = await deps.db.read((q) => q.select().from(q.tables.localHelp));
    const money: Pick = { kind: 'local_help', targetId: help!.id, need: 'money' };
    expect(await give(sioned!, [money])).toMatchObject({ ok: true, given: 1 });
    const seen = await viewSignposts(deps)({ staff: kofi!, customerId: aled.id, language: 'en' });
    expect(JSON.stringify(seen)).not.toMatch(/money/i);
    expect(JSON.stringify(await printSignposts(deps)({ staff: kofi!, customerId: aled.id }))).not.toMatch(/money/i);
    expect((await viewSignposts(deps)({ staff: elin!, customerId: aled.id, language: 'en' }))!.given).toHaveLength(1);
    expect(await give(kofi!, [{ ...money, need: 'it' }])).toMatchObject({ ok: true });
    expect(await give(kofi!, [money])).toEqual({ ok: false, reason: 'gone' });
    const { id } = (await rows())[0]!;
    expect(await setSignpostWithdrawn(deps)({ staff: kofi!, id, withdrawn: true })).toBeNull();
  });

  it('is printed in the customer’s language: what they may still go to', async () => {
    await aProfile(deps, aled.id, { device: 'none' });
    expect((await viewOwnSheet(deps)({ customerId: aled.id, language: 'en' })).items).toHaveLength(2);
    await give(sioned!);
    const sheet = await printSignposts(deps)({ staff: sioned!, customerId: aled.id });
    expect(sheet).toMatchObject({
      language: 'cy',
      items: [{ name: course.name, what: course.whatInWelsh, phone: '01632 960650' }],
    });
    expect(await printSignposts(deps)({ staff: paul!, customerId: aled.id })).toBeNull();
    expect(await audited()).toContain('signposts.printed');
  });

  it('is asked about on the day, by their adviser first; what came of it is recorded, and can be put back', async () => {
    await give(sioned!);
    const { id } = (await rows())[0]!;
    const due = async (staff: SignedInStaff, show: string | null = null) =>
      (await viewSignpostsDue(deps)({ staff, show })).due.map((one) => one.id);
    const needs = async () =>
      (await viewOfficeDay(deps)({ staff: sioned!, date: null, adviser: null })).needs.signposts;
    expect(await due(sioned!)).toEqual([]);
    deps.clock.set('2026-12-08T10:00:00Z');
    expect([await due(sioned!), await due(rhys!), await due(rhys!, 'office'), await due(elin!), await due(paul!)]).toEqual([[id], [], [id], [id], []]); // prettier-ignore
    expect(await needs()).toMatchObject([{ id, customer: { id: aled.id }, askOn: '2026-12-08' }]);

    const answer = (staff: SignedInStaff, what: Parameters<ReturnType<typeof answerSignpost>>[0]['answer']) =>
      answerSignpost(deps)({ staff, id, answer: what });
    const went = { what: 'outcome', outcome: 'went' } as const;
    expect(await answer(paul!, went)).toBeNull();
    expect(await Promise.all([answer(sioned!, went), answer(sioned!, went)])).toEqual(
      Array(2).fill({ customerId: aled.id }),
    );
    expect(await rows()).toMatchObject([{ outcome: 'went', outcomeBy: sioned!.id, outcomeAt: deps.clock.now() }]);
    expect((await viewSignpostsDue(deps)({ staff: sioned!, show: null })).asked).toMatchObject([
      { id, outcome: 'went' },
    ]);
    await answer(sioned!, { what: 'unrecorded' });
    expect(await due(sioned!)).toEqual([id]);
    await answer(sioned!, { what: 'later' });
    expect(await rows()).toMatchObject([{ askOn: '2026-12-22', outcome: null }]);
    expect([await due(sioned!), await needs()]).toEqual([[], []]);
    await answer(sioned!, { what: 'today' });
    expect(await due(sioned!)).toEqual([id]);
    expect((await audited()).filter((action) => action.startsWith('signpost.'))).toEqual([
      ...['signpost.given', 'signpost.outcome went', 'signpost.outcome_undone', 'signpost.later', 'signpost.today'],
    ]);
    await setSignpostWithdrawn(deps)({ staff: sioned!, id, withdrawn: true });
    expect(await due(sioned!)).toEqual([]);
    expect(await answer(sioned!, went)).toBeNull();
  });

  it('given for nobody to ask about is never due', async () => {
    await give(sioned!, [pick()], null);
    const scope = { officeId: sioned!.officeId, adviserId: null, today: '2030-01-01', limit: 9 };
    expect(await deps.db.read((q) => listSignpostsToAsk(q, scope))).toEqual([]);
  });

  it('is kept by the office: a place is where its postcode is, and a retired one is not suggested any more', async () => {
    const key = deps.newId();
    const list = 'digital-places' as const;
    const typed = { ...ONE_OF_EACH[list], postcode: 'll57 1zy', teaches: 'spot_scam,open_link' };
    expect(await saveSetting(deps)({ staff: elin!, list, id: null, key, seen: '', typed })).toEqual({
      ok: true,
      changed: true,
    });
    const [row] = await deps.db.read((q) => q.select().from(q.tables.digitalPlaces)).then((all) => all.filter(({ id }) => id === key)); // prettier-ignore
    expect(row).toMatchObject({ latitude: 53.222, stepFree: true, teaches: 'open_link,spot_scam', active: true });
    await aProfile(deps, aled.id, { spot_scam: 'no' });
    expect(await names()).toEqual(['The quay course']);
    await setSettingActive(deps)({ staff: elin!, list, id: key, active: false });
    expect(await names()).toEqual([]);
  });
});
