import type Database from 'better-sqlite3';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { findLevel } from '@db/queries/profile-checks.server';
import { caseloadFilter } from '~/domain/adviser/caseload-view';
import { DAY, HOUR } from '~/domain/clock';
import { IMPORT_KINDS } from '~/domain/import/import-run';
import { recordOutcomeAsStaff, undoOutcomeAsStaff } from '~/services/change-appointment-as-staff.server';
import { exportOffice } from '~/services/export-office.server';
import { giveMissedReason } from '~/services/give-missed-reason.server';
import { saveAppointments } from '~/services/save-appointments.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { viewCaseload } from '~/services/view-caseload.server';
import { viewContinuity } from '~/services/view-continuity.server';
import { assessed } from '../support/assessed';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aDiary, told, type TestDiary } from '../support/diary';
import { scriptedSender } from '../support/scripted-sender';

/** The tables that nothing about outcomes, attendance or sanctions may read: docs/decisions/0030. */
const UNREAD = /\b(profiles|other_ways|reasks|outlooks|fairness_checks|signposts)\b/;

describeOnBothDatabases('nothing about outcomes reads what somebody can do online', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  let diary: TestDiary;
  let staff: SignedInStaff;
  let manager: SignedInStaff;
  let statements: string[];

  beforeAll(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db, {
      senders: [scriptedSender('sms'), scriptedSender('voice'), scriptedSender('letter')],
    });
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    deps.clock.set('2026-11-24T10:00:00Z');
    diary = await aDiary(deps);
    const { id, firstName, lastName } = diary.adviser;
    staff = { kind: 'staff', role: 'adviser', id, officeId: diary.office.id, firstName, lastName };
    manager = { ...staff, role: 'manager' };
    await assessed(deps, diary.customer.id, 'assisted');
    statements = [];
    // What each driver is given, word for word.
    // Statements are compiled once and kept (kept-statements.ts), so it is their runs that are watched.
    const { sqlite } = database.db;
    if (sqlite) {
      const compiled = Object.getPrototypeOf(sqlite.prepare('select 1')) as Database.Statement;
      for (const how of ['all', 'get', 'run'] as const) {
        const execute = compiled[how] as (...given: unknown[]) => unknown;
        vi.spyOn(compiled, how).mockImplementation(function (this: Database.Statement, ...given: unknown[]) {
          statements.push(this.source);
          return execute.apply(this, given) as never;
        });
      }
    }
    const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
    vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...given: unknown[]) {
      const [first] = given as [string | { text: string }];
      statements.push(typeof first === 'string' ? first : first.text);
      return query.apply(this, given);
    } as never);
  });
  afterEach(() => vi.restoreAllMocks());

  const read = () => statements.filter((one) => UNREAD.test(one));
  async function aMeetingThatBegan() {
    const startsAt = deps.clock.now() + HOUR;
    const [saved] = await deps.db.write((q) =>
      saveAppointments(q, deps, [told(deps, diary, { startsAt })], { kind: 'import', id: null }),
    );
    deps.clock.advance(HOUR);
    return saved!.appointmentId;
  }

  it('is seen by this test when somebody does', async () => {
    expect(await deps.db.read((q) => findLevel(q, diary.customer.id))).toBe('assisted');
    expect(read()).toHaveLength(1);
  });

  it.each(['attended', 'failed_to_attend', 'excused'] as const)('recording %s, and taking it back', async (outcome) => {
    const appointmentId = await aMeetingThatBegan();
    const change = { staff, appointmentId, requestId: null };
    expect(await recordOutcomeAsStaff(deps)({ ...change, outcome })).toMatchObject({ ok: true, changed: true });
    await giveMissedReason(deps)({ staff, appointmentId, reason: 'travel' as never });
    expect(await undoOutcomeAsStaff(deps)({ ...change, eventId: null })).toMatchObject({ ok: true });
    expect(statements.length).toBeGreaterThan(5);
    expect(read()).toEqual([]);
  });

  it('the caseload, the figures of continuity and what is written out', async () => {
    await aMeetingThatBegan();
    deps.clock.advance(DAY);
    await viewCaseload(deps)({ staff, filter: caseloadFilter(new URLSearchParams(''), 'me') });
    await viewContinuity(deps)({ staff: manager });
    for (const kind of IMPORT_KINDS) await exportOffice(deps)({ staff: manager, kind });
    expect(statements.length).toBeGreaterThan(5);
    expect(read()).toEqual([]);
  });
});
