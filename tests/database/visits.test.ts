import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DAY, MINUTE } from '~/domain/clock';
import { answerVisit, askAgainAtVisit, endVisitAgreement, stopVisitHelp } from '~/services/agree-to-visit.server';
import { addVisit, askForVisit, takeBackVisit } from '~/services/ask-for-visit.server';
import { verifyAudit } from '~/services/audit.server';
import { beginJointHelp } from '~/services/begin-joint-help.server';
import { endOverdueVisits, finishVisit, reopenVisit } from '~/services/finish-visit.server';
import { agreeToResult, recordVisitTask, undoVisitTask } from '~/services/record-visit-task.server';
import {
  endSession,
  resumeSession,
  startSession,
  type SignedInCustomer,
  type SignedInStaff,
} from '~/services/sessions.server';
import { putBackVisit, takeVisit } from '~/services/take-visit.server';
import { viewDesk, viewVisit } from '~/services/view-desk.server';
import { findWithChampion, viewOwnVisit } from '~/services/view-own-visit.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aCustomer, aMemberOfStaff, anOffice } from '../support/factories';

/** The clock stands at 9:00 on Monday 23 November 2026. */
describeOnBothDatabases('visits to the champion', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  let officeId: string;
  let [kofi, beca, elsewhere]: SignedInStaff[] = [];
  let aled: SignedInCustomer;

  const member = async (firstName: string, office: string): Promise<SignedInStaff> => {
    const { id, lastName } = await aMemberOfStaff(deps, office, { firstName, role: 'champion' });
    return { kind: 'staff', id, officeId: office, role: 'champion', firstName, lastName };
  };
  const customer = async (firstName: string): Promise<SignedInCustomer> => {
    const { id } = await aCustomer(deps, { officeId, adviserId: kofi!.id }, { firstName });
    return { kind: 'customer', id, officeId, language: 'en', signedInAt: 0, kioskId: null, help: null };
  };
  beforeEach(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db);
    officeId = (await anOffice(deps)).id;
    kofi = await member('Kofi', officeId);
    beca = await member('Beca', officeId);
    elsewhere = await member('Ravi', (await anOffice(deps)).id);
    aled = await customer('Aled');
  });
  afterEach(async () => {
    expect(await verifyAudit(deps)()).toMatchObject({ ok: true });
    await database.drop();
  });

  const ask = async (person = aled, here = true) => {
    const result = await askForVisit(deps)({ person, wants: 'change_meeting', here });
    if (!result.ok) throw new Error(result.reason);
    return result;
  };
  const own = () => viewOwnVisit(deps)({ customerId: aled.id, officeId });
  const desk = async (staff = kofi!) => viewDesk(deps)({ staff });
  const row = async (id: string) => {
    const rows = await deps.db.read((q) => q.select().from(q.tables.visits).where(eq(q.tables.visits.id, id)));
    return rows[0]!;
  };
  const signIn = () => startSession(deps)({ kind: 'customer', id: aled.id }, null);
  /** Aled is signed in, Kofi is with him, and he has agreed. */
  const agreed = async () => {
    const { id } = await ask();
    const cookie = await signIn();
    await takeVisit(deps)({ staff: kofi!, id });
    await answerVisit(deps)({ person: aled, id, yes: true });
    return { id, cookie };
  };
  const begun = async (id: string) => {
    const result = await beginJointHelp(deps)({ staff: kofi!, id });
    if (!result.ok) throw new Error(result.reason);
    return result.secret;
  };
  const sees = async (secret: string) => (await resumeSession(deps)(secret)) !== null;

  it('are open one at a time, asked one after the other or at once, and can be taken back', async () => {
    const both = await Promise.all([ask(), ask()]);
    expect(both.filter(({ changed }) => changed)).toHaveLength(1);
    expect((await desk()).waiting).toHaveLength(1);
    expect(await addVisit(deps)({ staff: kofi!, customerId: aled.id, wants: 'sign_in' })).toMatchObject({
      changed: false,
    });
    await takeBackVisit(deps)({ person: aled, id: both[0].id });
    expect(await own()).toBeNull();
    expect((await ask()).changed).toBe(true);
  });

  it('say how many were before, and keep those who come some other day apart', async () => {
    await ask(await customer('Nia'));
    await ask(await customer('Sam'), false);
    deps.clock.advance(MINUTE);
    await ask();
    expect(await own()).toMatchObject({ before: 1, champion: null, later: false });
    const { waiting, later } = await desk();
    expect([waiting.map((one) => one.customer.firstName), later.map((one) => one.customer.firstName)]).toEqual([['Nia', 'Aled'], ['Sam']]); // prettier-ignore
  });

  it('are taken by one of two champions who press at once', async () => {
    const { id } = await ask();
    const both = await Promise.all([takeVisit(deps)({ staff: kofi!, id }), takeVisit(deps)({ staff: beca!, id })]);
    expect(both.map((one) => (one.ok ? 'got' : one.reason)).sort()).toEqual(['got', 'taken_by_other']);
    await putBackVisit(deps)({ staff: beca!, id });
    expect((await desk()).waiting).toHaveLength(1);
  });

  it('are nothing to another office', async () => {
    const { id } = await ask();
    const on = { staff: elsewhere!, id };
    expect(await viewVisit(deps)(on)).toBeNull();
    expect((await desk(elsewhere)).waiting).toEqual([]);
    for (const change of [
      takeVisit,
      putBackVisit,
      finishVisit,
      reopenVisit,
      endVisitAgreement,
      askAgainAtVisit,
      beginJointHelp,
    ]) {
      expect(await change(deps)(on)).toEqual({ ok: false, reason: 'not_found' });
    }
    expect(await recordVisitTask(deps)({ ...on, task: 'sign_in', result: 'alone', agreed: true })).toEqual({ ok: false, reason: 'not_found' }); // prettier-ignore
    expect(await addVisit(deps)({ staff: elsewhere!, customerId: aled.id, wants: 'sign_in' })).toMatchObject({
      ok: false,
    });
  });

  it('let the champion into their pages only while they agree, themselves, and are there', async () => {
    const { id } = await ask();
    const begin = async (staff = kofi!) => {
      const result = await beginJointHelp(deps)({ staff, id });
      return result.ok ? 'begun' : result.reason;
    };
    expect(await answerVisit(deps)({ person: aled, id, yes: true })).toEqual({ ok: false, reason: 'over' });
    await takeVisit(deps)({ staff: kofi!, id });
    expect(await begin()).toBe('no_agreement');
    const helped = { id: aled.id, firstName: 'Aled', lastName: 'Rees' };
    const byKofi = { id: 'x', way: 'joint' as const, identity: 'consent' as const, helped, by: kofi! };
    expect(await answerVisit(deps)({ person: { ...aled, help: byKofi }, id, yes: true })).toMatchObject({ ok: false });
    await answerVisit(deps)({ person: aled, id, yes: true });
    expect(await begin()).toBe('no_agreement');
    const cookie = await signIn();
    expect(await begin(beca)).toBe('taken_by_other');
    const secret = await begun(id);
    expect(await resumeSession(deps)(secret)).toMatchObject({
      id: aled.id,
      help: { way: 'joint', by: { id: kofi!.id } },
    });
    await endSession(deps)(cookie);
    expect(await sees(secret)).toBe(false);
  });

  it('end the help at once when the customer stops it', async () => {
    const { id } = await agreed();
    const secret = await begun(id);
    expect(await findWithChampion(deps)({ customerId: aled.id, officeId })).toMatchObject({
      firstName: 'Kofi',
      agreed: true,
    });
    expect(await stopVisitHelp(deps)({ person: aled, id })).toEqual({ ok: true });
    expect(await sees(secret)).toBe(false);
    expect(await row(id)).toMatchObject({ agreementEndedBy: 'customer', endedAt: null });
    const helps = await deps.db.read((q) => q.select().from(q.tables.helps));
    expect(helps).toMatchObject([{ endedBy: 'customer', visitId: id, identity: 'consent' }]);
    expect(helps[0]!.endedAt).not.toBeNull();
    expect(await beginJointHelp(deps)({ staff: kofi!, id })).toEqual({ ok: false, reason: 'no_agreement' });
    await askAgainAtVisit(deps)({ staff: kofi!, id });
    expect((await own())?.agreement).toBe('open');
  });

  it.each([
    ['the champion', (id: string) => endVisitAgreement(deps)({ staff: kofi!, id }), 'staff'],
    ['the end of the visit', (id: string) => finishVisit(deps)({ staff: kofi!, id }), 'staff'],
    ['putting back', (id: string) => putBackVisit(deps)({ staff: kofi!, id }), null],
    ['taking back', (id: string) => takeBackVisit(deps)({ person: aled, id }), 'customer'],
  ] as const)('end the help by %s', async (_name, end, by) => {
    const { id } = await agreed();
    const secret = await begun(id);
    await end(id);
    expect(await sees(secret)).toBe(false);
    expect((await row(id)).agreementEndedBy).toBe(by);
  });

  it('end the help after half an hour, and write it down', async () => {
    const { id } = await agreed();
    const secret = await begun(id);
    for (const minutes of [10, 10, 9]) {
      deps.clock.advance(minutes * MINUTE);
      expect(await sees(secret)).toBe(true);
    }
    deps.clock.advance(MINUTE);
    expect(await sees(secret)).toBe(false);
    expect(await endOverdueVisits(deps)()).toBe(1);
    expect(await row(id)).toMatchObject({ agreementEndedBy: 'time', endedAt: null });
    expect(await endOverdueVisits(deps)()).toBe(0);
  });

  it('are over at the end of the day, and those for later after four weeks', async () => {
    const { id } = await ask();
    const { id: later } = await ask(await customer('Sam'), false);
    deps.clock.set('2026-11-24T00:00:00Z');
    expect(await own()).toBeNull();
    expect(await endOverdueVisits(deps)()).toBe(1);
    expect(await row(id)).toMatchObject({ endedBy: 'time' });
    deps.clock.advance(28 * DAY);
    await endOverdueVisits(deps)();
    expect(await row(later)).toMatchObject({ endedBy: 'time' });
  });

  it('are one contact at the desk each, also with help on the screen, and not when they are taken up again', async () => {
    const { id } = await agreed();
    await begun(id);
    deps.clock.advance(12 * MINUTE);
    await finishVisit(deps)({ staff: kofi!, id });
    await finishVisit(deps)({ staff: beca!, id });
    const standing = async () =>
      (await deps.db.read((q) => q.select().from(q.tables.contactRecords))).filter((one) => one.withdrawnAt === null);
    expect(await standing()).toMatchObject([
      { channel: 'desk', helped: true, minutes: 12, service: 'appointment', staffId: kofi!.id },
    ]);
    expect((await desk()).done).toHaveLength(1);
    await reopenVisit(deps)({ staff: kofi!, id });
    expect((await standing()).some((one) => one.id === id)).toBe(false);
    await finishVisit(deps)({ staff: kofi!, id });
    expect(await standing()).toHaveLength(1);
  });

  async function aProfile() {
    const skills = { open_link: 'no', write_message: 'no', fill_form: 'no', use_code: 'no', spot_scam: 'no' };
    const answers = { device: 'own', online: 'yes', readByOthers: 'no', often: 'weekly', ...skills, way: 'no_preference', wants: [] }; // prettier-ignore
    const at = deps.clock.now() - DAY;
    await deps.db.write((q) =>
      q.insert(q.tables.profiles).values({
        ...{ id: deps.newId(), customerId: aled.id, answers: deps.vault.seal(JSON.stringify(answers)) },
        ...{ startedAt: at, updatedAt: at, finishedAt: at, toldBy: 'customer' },
        ...{ version: 1, score: 3, recommended: 'assisted', rule: 'score' },
      }),
    );
  }
  const profiles = async () => (await deps.db.read((q) => q.select().from(q.tables.profiles))).length;

  it('move the profile only with agreement, and that can be taken back', async () => {
    await aProfile();
    const { id } = await agreed();
    const on = { staff: kofi!, id, task: 'change_meeting' as const };
    expect(await recordVisitTask(deps)({ ...on, result: 'with_help', agreed: true })).toMatchObject({
      profile: 'not_asked',
    });
    expect(await recordVisitTask(deps)({ ...on, result: 'alone', agreed: false })).toMatchObject({
      profile: 'not_asked',
    });
    expect(await profiles()).toBe(1);
    expect((await own())?.tasks).toEqual([{ task: 'change_meeting', result: 'alone', ask: true }]);
    expect(await recordVisitTask(deps)({ ...on, result: 'alone', agreed: true })).toMatchObject({ profile: 'moved' });
    expect(await recordVisitTask(deps)({ ...on, result: 'alone', agreed: true })).toMatchObject({ changed: false });
    expect(await profiles()).toBe(2);
    expect((await viewVisit(deps)({ staff: kofi!, id }))?.inProfile).toEqual(['change_meeting']);
    await undoVisitTask(deps)(on);
    expect(await profiles()).toBe(1);
    expect((await own())?.tasks).toEqual([]);
  });

  it('move the profile when the customer agrees on their own screen, once', async () => {
    await aProfile();
    const { id } = await agreed();
    const about = { person: aled, id, task: 'use_plan' as const };
    expect(await agreeToResult(deps)(about)).toEqual({ ok: false });
    await recordVisitTask(deps)({ staff: kofi!, id, task: 'use_plan', result: 'alone', agreed: false });
    expect(await agreeToResult(deps)(about)).toEqual({ ok: true });
    expect(await agreeToResult(deps)(about)).toEqual({ ok: true });
    expect(await profiles()).toBe(2);
    expect((await own())?.tasks).toMatchObject([{ ask: false }]);
  });

  it('move nothing where there is no profile', async () => {
    const { id } = await agreed();
    const done = { staff: kofi!, id, task: 'sign_in' as const, result: 'alone' as const, agreed: true };
    expect(await recordVisitTask(deps)(done)).toMatchObject({ ok: true, profile: 'none' });
    expect(await profiles()).toBe(0);
  });
});
