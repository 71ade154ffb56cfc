import { afterEach, beforeEach, expect, it } from 'vitest';
import { SECOND } from '~/domain/clock';
import { addOwnStep, rewriteOwnStep, setOwnStepEnded } from '~/services/write-own-step.server';
import { answerOwnStep } from '~/services/answer-own-step.server';
import { confirmHeld, declineHeld, moveHeld, requestHeldCall } from '~/services/answer-held-appointment.server';
import { beginDeskHelp } from '~/services/ask-who-it-is.server';
import { saveAccessNeeds } from '~/services/save-access-needs.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { tellSituation } from '~/services/tell-situation.server';
import { viewJournal } from '~/services/view-journal.server';
import { viewPlanAsStaff } from '~/services/view-plan-as-staff.server';
import { viewStaffAppointment } from '~/services/view-staff-appointment.server';
import { viewStaffCustomer } from '~/services/view-staff-customer.server';
import { viewStaffJournal } from '~/services/view-staff-journal.server';
import { takeBackEntry, writeJournalEntry } from '~/services/write-journal-entry.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aCustomer, aMemberOfStaff, anAppointment, anOffice, availableAllWeek } from '../support/factories';

/** The clock stands at 9:00 on Monday 23 November 2026, and does not move unless a test moves it. */
describeOnBothDatabases('what was put in for somebody', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  let priya: SignedInStaff;
  let sam: string;
  let meetingId: string;
  let helpId: string;

  beforeEach(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db);
    const { id: officeId } = await anOffice(deps);
    const { id } = await aMemberOfStaff(deps, officeId, { firstName: 'Priya', lastName: 'Shah' });
    priya = { kind: 'staff', id, officeId, role: 'adviser', firstName: 'Priya', lastName: 'Shah' };
    await availableAllWeek(deps, id);
    const team = { officeId, adviserId: id };
    sam = (await aCustomer(deps, team)).id;
    const startsAt = Date.parse('2026-11-27T14:30:00Z');
    meetingId = (await anAppointment(deps, { customerId: sam, ...team }, { startsAt })).id;
    await beginDeskHelp(deps)({ staff: priya, customerId: sam });
    const helps = await deps.db.read(async (q) => await q.select().from(q.tables.helps));
    helpId = helps[0]!.id;
  });
  afterEach(() => database.drop());

  const key = (help: string | null) =>
    ({ kind: 'own', appointmentId: meetingId, customerId: sam, helpId: help }) as const;
  const byPriya = { by: { firstName: 'Priya', lastName: 'Shah' }, way: 'desk' };
  const story = async () =>
    (await viewStaffAppointment(deps)({ staff: priya, appointmentId: meetingId }))!.story.flatMap((item) =>
      item.what === 'event' ? [[item.kind, item.helped]] : [],
    );

  it('is told from what they did themselves in the same second', async () => {
    await confirmHeld(deps)(key(helpId), 'request');
    await declineHeld(deps)(key(null), 'unwell', 'request');
    await requestHeldCall(deps)(key(helpId), 'request');
    const told = { by: 'Priya Shah', way: 'desk' };
    expect(new Map((await story()) as [string, unknown][])).toEqual(
      new Map<string, unknown>([
        ['confirmed', told],
        ['cannot_come', null],
        ['call_requested', told],
      ]),
    );
    deps.clock.advance(SECOND);
    await moveHeld(deps)(key(helpId), Date.parse('2026-11-26T10:00:00Z'), 'request');
    expect((await story())[0]).toEqual(['moved', told]);
  });

  it('is on the plan with who helped, and what they did themselves as before', async () => {
    const step = { customerId: sam, stepId: deps.newId(), action: 'Ring the college', dueOn: '2026-12-01' };
    await addOwnStep(deps)({ ...step, helpId });
    await rewriteOwnStep(deps)({ ...step, action: 'Write to the college' });
    await answerOwnStep(deps)({ ...step, answer: 'cannot', note: 'No phone', helpId });
    await setOwnStepEnded(deps)({ ...step, ended: true });
    await setOwnStepEnded(deps)({ ...step, ended: false, helpId });
    const view = await viewPlanAsStaff(deps)({ staff: priya, customerId: sam });
    const notes = view!.notes[step.stepId]!.map(({ kind, helped }) => [kind, helped] as const);
    expect(notes).toHaveLength(3);
    expect(new Map(notes)).toEqual(
      new Map([
        ['added', byPriya],
        ['cannot', byPriya],
        ['reopened', byPriya],
      ]),
    );
  });

  it('is beside a message to the adviser, for both of them, and goes when the message is taken back', async () => {
    const write = (text: string, help: string | null) =>
      writeJournalEntry(deps)({ customerId: sam, key: null, text, seenAt: 0, helpId: help });
    expect(await write('For them', helpId)).toMatchObject({ ok: true });
    deps.clock.advance(SECOND);
    await write('By themselves', null);
    const told = (await viewStaffJournal(deps)({ staff: priya, customerId: sam, page: 1 }))!.entries;
    expect(new Map(told.map(({ text, helped }) => [text, helped])).get('For them')).toEqual(byPriya);
    const own = (await viewJournal(deps)({ customerId: sam, page: 1 })).entries;
    const entry = own.find(({ text }) => text === 'For them')!;
    expect(entry.writtenFor).toEqual({ by: 'Priya', way: 'desk' });
    for (const { text, writtenFor } of own) if (text === 'By themselves') expect(writtenFor).toBeNull();
    await takeBackEntry(deps)({ customerId: sam, entryId: entry.id });
    expect(await deps.db.read(async (q) => await q.select().from(q.tables.helpedThings))).toEqual([]);
  });

  it('is beside each need and barrier that was new in the help, and not beside those that were there', async () => {
    await tellSituation(deps)({ customerId: sam, kinds: ['travel'], note: '' });
    await tellSituation(deps)({ customerId: sam, kinds: ['travel', 'money'], note: '', helpId });
    await saveAccessNeeds(deps)({ customerId: sam, told: { step_free: '' } });
    await saveAccessNeeds(deps)({ customerId: sam, told: { step_free: '', braille: '' }, helpId });
    const record = await viewStaffCustomer(deps)({ staff: priya, customerId: sam });
    expect(new Map(record!.barriers.map(({ kind, helped }) => [kind as string, helped]))).toEqual(
      new Map([
        ['travel', null],
        ['money', byPriya],
      ]),
    );
    expect(new Map(record!.accessNeeds.map(({ need, helped }) => [need as string, helped]))).toEqual(
      new Map([
        ['step_free', null],
        ['braille', byPriya],
      ]),
    );
  });
});
