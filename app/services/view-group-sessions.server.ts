import {
  countTakenPlaces,
  findGroupSession,
  listGroupPlaces,
  listGroupSessions,
} from '@db/queries/group-sessions.server';
import { findOffice } from '@db/queries/office-day.server';
import { dayStateOf, type DayState } from '~/domain/appointment/day-state';
import { holdsPlace, placesLeft } from '~/domain/appointment/group-places';
import { DAY, MINUTE } from '~/domain/clock';
import { calledName, type PersonName } from '~/domain/contact/person-name';
import type { PagePart } from '~/adapters/letters/pages';
import type { Language } from '~/domain/language';
import { formatLongDate, formatTime } from '~/i18n/format';
import { letterWords } from '~/i18n/letter-sheet';
import { groupWords } from '~/i18n/pages/staff-group-sessions';
import { recordRead } from './audit.server';
import { venueText } from './booking-desk.server';
import type { Deps } from './deps';
import { findCustomers } from './search-customers.server';
import type { SignedInStaff } from './sessions.server';

export interface SessionLine {
  id: string;
  title: string;
  startsAt: number;
  endsAt: number;
  adviser: PersonName;
  /** The room, or the venue with its address; empty where none was picked. */
  place: string;
  capacity: number;
  taken: number;
  cancelled: boolean;
}

export interface SessionList {
  now: number;
  zone: string;
  coming: SessionLine[];
  /** Of the last two weeks, the latest first. */
  past: SessionLine[];
}

const SHOWN_PAST = 14 * DAY;
const SHOWN_AHEAD = 183 * DAY;

/** The group sessions of an office: those to come, and those of the last two weeks. */
export const viewGroupSessions =
  (deps: Deps) =>
  async ({ staff, language }: { staff: SignedInStaff; language: Language }): Promise<SessionList> =>
    deps.db.read(async (q) => {
      const now = deps.clock.now();
      const window = { officeId: staff.officeId, from: now - SHOWN_PAST, to: now + SHOWN_AHEAD };
      const rows = await listGroupSessions(q, window);
      const taken = await countTakenPlaces(q, rows.map(({ session }) => session.id)); // prettier-ignore
      const office = await findOffice(q, staff.officeId);
      const lines = rows.map((row) => lineOf(row, language, taken.get(row.session.id) ?? 0));
      return {
        ...{ now, zone: office!.timeZone },
        coming: lines.filter(({ endsAt }) => endsAt > now),
        past: lines.filter(({ endsAt }) => endsAt <= now).reverse(),
      };
    });

type Row = NonNullable<Awaited<ReturnType<typeof findGroupSession>>>;

function lineOf({ session, adviser, place }: Row, language: Language, taken: number): SessionLine {
  const { id, title, titleInWelsh, startsAt, endsAt, capacity, cancelledAt } = session;
  return {
    ...{ id, startsAt, endsAt, adviser, capacity, taken, cancelled: cancelledAt !== null },
    title: language === 'cy' && titleInWelsh !== '' ? titleInWelsh : title,
    place: place ? (place.kind === 'venue' ? venueText(place) : place.name) : '',
  };
}

export interface SessionView extends SessionLine {
  now: number;
  zone: string;
  left: number;
  people: {
    appointmentId: string;
    customer: PersonName & { ref: string; called: string };
    state: DayState;
    noMessages: boolean;
  }[];
  /** Customers whom the search found, who have no place in it yet. */
  found: (PersonName & { ref: string })[];
  mayAdd: boolean;
  mayRecord: boolean;
  mayCancel: boolean;
}

const FOUND_AT_MOST = 10;
/** People come early. */
const EARLY = 15 * MINUTE;

/** One session with everybody in it; on record as read, and so is who was looked for. Null: there is none, or it is another office's. */
export const viewGroupSession =
  (deps: Deps) =>
  async (asked: {
    staff: SignedInStaff;
    sessionId: string;
    language: Language;
    /** A reference, or a name or a part of it; empty: nobody is looked for. */
    find: string;
  }): Promise<SessionView | null> => {
    const { staff, sessionId, language, find } = asked;
    const { officeId } = staff;
    const now = deps.clock.now();
    const answer = await deps.db.read(async (q) => {
      const row = await findGroupSession(q, { id: sessionId, officeId });
      if (!row) return null;
      const places = (await listGroupPlaces(q, sessionId)).filter(({ appointment }) => holdsPlace(appointment));
      const found = await findCustomers(q, deps, { officeId, text: find, limit: FOUND_AT_MOST });
      const office = await findOffice(q, officeId);
      const { startsAt, endsAt, cancelledAt, capacity } = row.session;
      const left = placesLeft(capacity, places.map(({ appointment }) => appointment)); // prettier-ignore
      const has = new Set(places.map(({ customer }) => customer.id));
      const others = (found ?? []).filter(({ id, lastName }) => !has.has(id) && lastName !== '');
      const stands = cancelledAt === null;
      const view = {
        ...lineOf(row, language, places.length),
        ...{
          now,
          zone: office!.timeZone,
          left,
          found: others.map(({ id, ref, firstName, lastName }) => ({ id, ref, firstName, lastName })),
        },
        people: places.map(({ appointment, customer: { id, ref, firstName, lastName, knownAs, noMessages } }) => ({
          ...{ appointmentId: appointment.id, state: dayStateOf(appointment, now), noMessages },
          customer: { id, ref, firstName, lastName, called: calledName({ firstName, knownAs }) },
        })),
        mayAdd: stands && endsAt > now && left > 0,
        mayRecord: stands && now >= startsAt - EARLY && places.length > 0,
        mayCancel: stands && startsAt > now,
      };
      return { view, searched: found && found.length };
    });
    if (!answer) return null;
    const { view, searched } = answer;
    const read = { reader: staff, action: 'group_session.read', subjectKind: 'group_session' } as const;
    await recordRead(deps)({ ...read, subjectId: sessionId });
    if (searched !== null) {
      const search = {
        reader: staff,
        action: 'customer.searched',
        subjectKind: 'office',
        subjectId: officeId,
      } as const;
      await recordRead(deps)({ ...search, detail: `found ${searched}` });
    }
    return view;
  };

/** The list for the door, as a PDF: who comes, with room for a tick. On record as read. Null: no such session. */
export const printGroupSession =
  (deps: Deps) =>
  async (asked: { staff: SignedInStaff; sessionId: string; language: Language }): Promise<Buffer | null> => {
    const { language } = asked;
    const view = await viewGroupSession(deps)({ ...asked, find: '' });
    if (!view) return null;
    const words = groupWords.in(language);
    const time = (at: number) => formatTime(at, view.zone, language);
    const text = (line: string): PagePart => ({ kind: 'text', text: line });
    const people = view.people.map(({ customer, state }) => [
      `[   ]  ${customer.lastName}, ${customer.firstName}`,
      [customer.ref, state === 'cannot_come' ? words.cannotCome : ''].filter(Boolean).join(' – '),
    ]);
    const parts: PagePart[] = [
      { kind: 'title', text: view.title },
      text(
        `${formatLongDate(view.startsAt, view.zone, language)}, ${words.times(time(view.startsAt), time(view.endsAt))}`,
      ),
      text([words.with(`${view.adviser.firstName} ${view.adviser.lastName}`), view.place].filter(Boolean).join('. ')),
      { kind: 'heading', text: words.places(view.taken, view.capacity) },
      people.length > 0 ? { kind: 'list', items: people } : text(words.nobody),
    ];
    const pages = { parts, large: false, words: letterWords.in(language) };
    return deps.letterPress.printPages(pages, { title: view.title, language });
  };
