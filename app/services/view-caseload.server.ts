import { listCaseload, listCaseloadFacts } from '@db/queries/caseload.server';
import { listCoveredBy, listCoverPeople } from '@db/queries/covers.server';
import { findOffice } from '@db/queries/office-day.server';
import type { Queryable } from '@db/client.server';
import { CASELOAD_PAGE, compareRows, type CaseloadFilter } from '~/domain/adviser/caseload-view';
import { NEED_REASONS, needsMe, type NeedReason, type PersonInCaseload } from '~/domain/adviser/needs-me';
import type { PersonName } from '~/domain/contact/person-name';
import type { Language } from '~/domain/language';
import { DAY } from '~/domain/clock';
import { wallClockOf } from '~/domain/time/wall-clock';
import { recordRead } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

/** One customer and why they need their adviser; instants in ms. */
export interface CaseloadRow extends PersonName {
  ref: string;
  knownAs: string | null;
  language: Language;
  noMessages: boolean;
  adviser: PersonName | null;
  /** The viewer stands in for their adviser today. */
  standIn: boolean;
  nextAt: number | null;
  lastAt: number | null;
  reasons: NeedReason[];
}

export interface Caseload {
  office: { name: string; zone: string };
  now: number;
  filter: CaseloadFilter;
  advisers: PersonName[];
  rows: CaseloadRow[];
  /** How many there are with this reason, or of all reasons; `everybody` before a reason is chosen. */
  total: number;
  everybody: number;
  pages: number;
  counts: Record<NeedReason, number>;
}

/** Days after which a message that did not arrive says nothing any more. */
const MESSAGE_DAYS = 60;

/**
 * The customers of the viewer, of one adviser or of the whole office, with what each needs; whoever needs their adviser most
 * comes first. A fixed number of statements. On record.
 */
export const viewCaseload =
  (deps: Deps) =>
  async ({ staff, filter }: { staff: SignedInStaff; filter: CaseloadFilter }): Promise<Caseload> => {
    const caseload = await deps.db.read((q) => loadCaseload(q, deps, staff, filter));
    await recordRead(deps)({
      ...{ reader: staff, action: 'caseload.read', subjectKind: 'office', subjectId: staff.officeId },
      detail: filter.adviser,
    });
    return caseload;
  };

async function loadCaseload(q: Queryable, deps: Deps, staff: SignedInStaff, filter: CaseloadFilter): Promise<Caseload> {
  const { officeId } = staff;
  const office = await findOffice(q, officeId);
  if (!office) throw new Error('a member of staff has an office that does not exist');
  const now = deps.clock.now();
  const today = wallClockOf(now, office.timeZone).date;
  const covered = await listCoveredBy(q, { standInId: staff.id, today });
  const people = await listCaseload(q, {
    ...{ officeId, language: filter.language },
    adviserIds: adviserIdsOf(filter.adviser, staff.id, covered),
  });
  const known = await loadFacts(q, { officeId, ids: people.map(({ id }) => id), now });
  const rows = people.map((person) => {
    const facts = known(person);
    const standIn = person.adviser !== null && covered.includes(person.adviser.id);
    return { ...person, standIn, nextAt: facts.nextAt, lastAt: facts.lastAt, ...needsMe(facts.person, today) };
  });
  const chosen = rows
    .filter(({ reasons }) => filter.reason === null || reasons.includes(filter.reason))
    .map((row) => ({ ...row, name: `${row.lastName} ${row.firstName} ${row.ref}` }))
    .sort((a, b) => compareRows(filter.sort, a, b));
  const pages = Math.max(1, Math.ceil(chosen.length / CASELOAD_PAGE));
  const page = Math.min(filter.page, pages);
  const shown = filter.print ? chosen : chosen.slice((page - 1) * CASELOAD_PAGE, page * CASELOAD_PAGE);
  return {
    ...{ office: { name: office.name, zone: office.timeZone }, now, filter: { ...filter, page }, pages },
    advisers: await listCoverPeople(q, officeId),
    rows: shown.map(({ weight: _weight, name: _name, ...row }) => row),
    ...{ total: chosen.length, everybody: rows.length },
    counts: Object.fromEntries(
      NEED_REASONS.map((reason) => [reason, rows.filter(({ reasons }) => reasons.includes(reason)).length]),
    ) as Record<NeedReason, number>,
  };
}

function adviserIdsOf(adviser: string, me: string, covered: readonly string[]): readonly string[] | null {
  if (adviser === 'all') return null;
  if (adviser === 'none') return [];
  return adviser === 'me' ? [me, ...covered] : [adviser];
}

/** What is known of each of these customers, by their id. */
async function loadFacts(q: Queryable, params: { officeId: string; ids: string[]; now: number }) {
  const facts = await listCaseloadFacts(q, { ...params, since: params.now - MESSAGE_DAYS * DAY });
  const by = <T extends { id: string | null }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]));
  const [next, meetings, steps, followUps] = [by(facts.next), by(facts.meetings), by(facts.steps), by(facts.followUps)];
  const [agreements, contacts, messages] = [by(facts.agreements), by(facts.contacts), by(facts.messages)];
  const [calls, spoken, journal] = [by(facts.calls), by(facts.spoken), by(facts.journal)];
  const [replies, records] = [by(facts.replies), by(facts.contactRecords)];
  return ({ id, noMessages }: { id: string; noMessages: boolean }) => {
    const [met, wrote, texted, sent] = [meetings.get(id), journal.get(id), replies.get(id), messages.get(id)];
    const lastAt = Math.max(
      ...[met?.attendedAt, wrote?.at, texted?.at, records.get(id)?.at, spoken.get(id)?.at].map((at) => at ?? 0),
    );
    const person: PersonInCaseload = {
      callAsked: calls.has(id),
      messageWaits: (wrote?.openAt ?? 0) > (wrote?.answeredAt ?? 0) || (texted?.openAt ?? 0) > 0,
      noMessages,
      workingContacts: contacts.get(id)?.count ?? 0,
      lastNotDelivered: (sent?.failedAt ?? 0) > (sent?.arrivedAt ?? 0),
      missedLast: (met?.missedAt ?? 0) > Math.max(met?.attendedAt ?? 0, met?.excusedAt ?? 0),
      hasNext: next.has(id),
      followUpOn: followUps.get(id)?.on ?? null,
      reviewOn: agreements.get(id)?.reviewOn ?? null,
      stepDueOn: steps.get(id)?.on ?? null,
    };
    return { person, nextAt: next.get(id)?.at ?? null, lastAt: lastAt > 0 ? lastAt : null };
  };
}
