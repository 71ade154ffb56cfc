import { and, asc, count, eq, gt, inArray, isNull, type SQL } from 'drizzle-orm';
import type { SettingList } from '~/domain/office/setting-lists';
import type { Queryable } from '../client.server';
import type { Tables } from '../schema/tables';

/** One of a list, as it is stored. */
export type SettingRow = { id: string } & Record<string, string | number | boolean | null>;

const TABLE = {
  places: 'places',
  kinds: 'appointmentKinds',
  steps: 'stepLibrary',
  answers: 'savedAnswers',
  help: 'localHelp',
  'digital-places': 'digitalPlaces',
  partners: 'partners',
  'school-holidays': 'schoolHolidays',
} as const satisfies Record<SettingList, keyof Tables>;

/** They have different columns and are read and written in one way: by the names of what is asked for. */
function tableOf(q: Queryable, list: SettingList): Tables['places'] {
  return q.tables[TABLE[list]] as unknown as Tables['places'];
}

/** Partners are everybody's. */
function ofOffice(q: Queryable, list: SettingList, officeId: string): SQL | undefined {
  return list === 'partners' ? undefined : eq(tableOf(q, list).officeId, officeId);
}

/** What a list is sorted by. */
function orderOf(q: Queryable, list: SettingList) {
  const { appointmentKinds, stepLibrary, savedAnswers, schoolHolidays, localHelp } = q.tables;
  if (list === 'kinds') return [asc(appointmentKinds.position), asc(appointmentKinds.name)];
  if (list === 'steps') return [asc(stepLibrary.position), asc(stepLibrary.id)];
  if (list === 'answers') return [asc(savedAnswers.title)];
  if (list === 'school-holidays') return [asc(schoolHolidays.fromOn)];
  if (list === 'help') return [asc(localHelp.barrier), asc(localHelp.name)];
  return [asc(tableOf(q, list).name)];
}

/** All of a list of an office, those that are retired among them, in the order in which it is shown. */
export async function listSettings(q: Queryable, list: SettingList, officeId: string): Promise<SettingRow[]> {
  const rows = await q
    .select()
    .from(tableOf(q, list))
    .where(ofOffice(q, list, officeId))
    .orderBy(...orderOf(q, list));
  return rows as unknown as SettingRow[];
}

export async function findSetting(
  q: Queryable,
  list: SettingList,
  { id, officeId }: { id: string; officeId: string },
): Promise<SettingRow | null> {
  const [row] = await q
    .select()
    .from(tableOf(q, list))
    .where(and(eq(tableOf(q, list).id, id), ofOffice(q, list, officeId)));
  return (row as unknown as SettingRow | undefined) ?? null;
}

/** @returns false when something has that id already, another office's perhaps. */
export async function insertSetting(q: Queryable, list: SettingList, row: SettingRow): Promise<boolean> {
  const table = tableOf(q, list);
  const made = await q
    .insert(table)
    .values(row as never)
    .onConflictDoNothing({ target: table.id })
    .returning({ id: table.id });
  return made.length > 0;
}

export async function updateSetting(
  q: Queryable,
  list: SettingList,
  id: string,
  change: Partial<SettingRow>,
): Promise<void> {
  await q
    .update(tableOf(q, list))
    .set(change as never)
    .where(eq(tableOf(q, list).id, id));
}

export async function deleteSetting(q: Queryable, list: SettingList, id: string): Promise<void> {
  await q.delete(tableOf(q, list)).where(eq(tableOf(q, list).id, id));
}

/** How many appointments to come, groups among them, are at a place, or of a kind of an office. */
export async function countToCome(
  q: Queryable,
  at: { now: number } & ({ placeId: string } | { kind: string; officeId: string }),
): Promise<number> {
  const { appointments, groupSessions } = q.tables;
  const single =
    'placeId' in at
      ? eq(appointments.placeId, at.placeId)
      : and(eq(appointments.kind, at.kind), eq(appointments.officeId, at.officeId));
  const grouped =
    'placeId' in at
      ? eq(groupSessions.placeId, at.placeId)
      : and(eq(groupSessions.kind, at.kind), eq(groupSessions.officeId, at.officeId));
  const [one] = await q
    .select({ n: count() })
    .from(appointments)
    .where(
      and(single, eq(appointments.status, 'booked'), isNull(appointments.groupId), gt(appointments.startsAt, at.now)),
    );
  const [group] = await q
    .select({ n: count() })
    .from(groupSessions)
    .where(and(grouped, isNull(groupSessions.cancelledAt), gt(groupSessions.startsAt, at.now)));
  return (one?.n ?? 0) + (group?.n ?? 0);
}

/** The office's saved answers in use, by title. */
export async function listSavedAnswers(q: Queryable, officeId: string) {
  const { savedAnswers } = q.tables;
  return q
    .select({
      id: savedAnswers.id,
      title: savedAnswers.title,
      body: savedAnswers.body,
      bodyInWelsh: savedAnswers.bodyInWelsh,
    })
    .from(savedAnswers)
    .where(and(eq(savedAnswers.officeId, officeId), eq(savedAnswers.active, true)))
    .orderBy(asc(savedAnswers.title));
}

/** What an office calls its kinds of appointment, by reference; those that it no longer books among them. */
export async function listKindNames(q: Queryable, officeId: string) {
  const { appointmentKinds } = q.tables;
  return q
    .select({ ref: appointmentKinds.ref, name: appointmentKinds.name, nameInWelsh: appointmentKinds.nameInWelsh })
    .from(appointmentKinds)
    .where(eq(appointmentKinds.officeId, officeId));
}

/** The names of these partners that are in use, by name; every one, unless told which. */
export async function listActivePartners(q: Queryable, ids: string[] | null = null) {
  const { partners } = q.tables;
  return q
    .select({ id: partners.id, name: partners.name })
    .from(partners)
    .where(and(eq(partners.active, true), ids ? inArray(partners.id, ids) : undefined))
    .orderBy(asc(partners.name));
}
