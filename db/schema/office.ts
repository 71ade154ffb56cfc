import { STEP_OWNERS } from '~/domain/plan/step';
import { BARRIERS } from '~/domain/situation/barrier';
import { DIARY_EXCEPTIONS, PLACE_KINDS } from '~/domain/office/diary';
import { IMPORT_KINDS, IMPORT_STATES } from '~/domain/import/import-run';
import type { Columns } from './columns';
import type { definePeople } from './people';
import { whoseColumns } from './whose-columns';

/** What an office works with: places, kinds of appointment, exceptions in its diaries, its step library and saved answers. */
export function defineOffice(c: Columns, people: ReturnType<typeof definePeople>) {
  const { office, member } = whoseColumns(c, people);

  /** Rooms of the office, and venues in the community. */
  const places = c.table(
    'places',
    {
      id: c.text().primaryKey(),
      officeId: office(),
      kind: c.oneOf(PLACE_KINDS).notNull(),
      name: c.text().notNull(),
      /** Empty for a room of the office. */
      address: c.text().notNull().default(''),
      postcode: c.text().notNull().default(''),
      /** How to get in without steps, in a sentence; empty: not known. */
      stepFree: c.text().notNull().default(''),
      /** How many people it holds, besides the member of staff. */
      seats: c.integer().notNull().default(1),
      active: c.flag().notNull().default(true),
    },
    (t) => [c.index('places_office').on(t.officeId)],
  );

  const appointmentKinds = c.table(
    'appointment_kinds',
    {
      id: c.text().primaryKey(),
      officeId: office(),
      /** What `appointments.kind` holds: "new_customer". It stays when the name changes. */
      ref: c.text().notNull(),
      name: c.text().notNull(),
      nameInWelsh: c.text().notNull().default(''),
      minutes: c.integer().notNull(),
      /** Kept free after it, for notes. */
      bufferMinutes: c.integer().notNull().default(0),
      purpose: c.text().notNull().default(''),
      purposeInWelsh: c.text().notNull().default(''),
      bring: c.text().notNull().default(''),
      bringInWelsh: c.text().notNull().default(''),
      /** The kind that is booked with it, after it: a first meeting is two. Empty: none. */
      followedBy: c.text().notNull().default(''),
      /** More than one: a session for a group. */
      capacity: c.integer().notNull().default(1),
      position: c.integer().notNull().default(0),
      active: c.flag().notNull().default(true),
    },
    (t) => [c.uniqueIndex('appointment_kinds_ref').on(t.officeId, t.ref)],
  );

  /** Days and hours on which an adviser is not as in other weeks: away, or seeing people at other times or elsewhere. */
  const diaryExceptions = c.table(
    'diary_exceptions',
    {
      id: c.text().primaryKey(),
      adviserId: c
        .text()
        .notNull()
        .references(() => people.staff.id),
      kind: c.oneOf(DIARY_EXCEPTIONS).notNull(),
      /** Dates of the office, both included. */
      fromOn: c.text().notNull(),
      untilOn: c.text().notNull(),
      /** Wall clock of the office, on each of these days; both null: the whole day. */
      fromTime: c.text(),
      toTime: c.text(),
      placeId: c.text().references(() => places.id),
      note: c.sealed().notNull().default(''),
      createdAt: c.instant().notNull(),
      createdBy: member(),
      /** Taken back; kept for the history. */
      endedAt: c.instant(),
    },
    (t) => [c.index('diary_exceptions_adviser').on(t.adviserId, t.untilOn)],
  );

  /** Steps that an office agrees often; a step in a plan is a copy and stays as it was agreed. */
  const stepLibrary = c.table(
    'step_library',
    {
      id: c.text().primaryKey(),
      officeId: office(),
      action: c.text().notNull(),
      actionInWelsh: c.text().notNull().default(''),
      owner: c.oneOf(STEP_OWNERS).notNull(),
      /** Days until it is usually due. */
      days: c.integer().notNull(),
      /** What it helps with; null: anybody. */
      barrier: c.oneOf(BARRIERS),
      position: c.integer().notNull().default(0),
      active: c.flag().notNull().default(true),
    },
    (t) => [c.index('step_library_office').on(t.officeId)],
  );

  /** What an office writes often, to start an answer from. */
  const savedAnswers = c.table(
    'saved_answers',
    {
      id: c.text().primaryKey(),
      officeId: office(),
      title: c.text().notNull(),
      body: c.text().notNull(),
      bodyInWelsh: c.text().notNull().default(''),
      active: c.flag().notNull().default(true),
    },
    (t) => [c.index('saved_answers_office').on(t.officeId)],
  );

  /** School holidays in the neighbourhood of an office: clubs that meet in term time do not meet then. */
  const schoolHolidays = c.table(
    'school_holidays',
    {
      id: c.text().primaryKey(),
      officeId: office(),
      name: c.text().notNull(),
      /** Dates, both included. */
      fromOn: c.text().notNull(),
      untilOn: c.text().notNull(),
    },
    (t) => [c.index('school_holidays_office').on(t.officeId, t.fromOn)],
  );

  /** A file that somebody of the office has sent in: looked at first, saved then. */
  const importRuns = c.table(
    'import_runs',
    {
      id: c.text().primaryKey(),
      officeId: office(),
      staffId: c
        .text()
        .notNull()
        .references(() => people.staff.id),
      kind: c.oneOf(IMPORT_KINDS).notNull(),
      fileName: c.text().notNull(),
      /** The file itself, sealed; null once it is saved, dropped or forgotten. */
      content: c.sealed(),
      state: c.oneOf(IMPORT_STATES).notNull(),
      createdAt: c.instant().notNull(),
      endedAt: c.instant(),
      created: c.integer().notNull().default(0),
      updated: c.integer().notNull().default(0),
      unchanged: c.integer().notNull().default(0),
      rejected: c.integer().notNull().default(0),
    },
    (t) => [c.index('import_runs_office').on(t.officeId, t.createdAt)],
  );

  return {
    ...{ places, appointmentKinds, diaryExceptions, stepLibrary, savedAnswers, schoolHolidays, importRuns },
  };
}
