import type { Queryable } from '@db/client.server';
import { findDiaryFeedOwner, listFeedMeetings } from '@db/queries/diary-feeds.server';
import { listDiaryExceptions, listDiarySessions, listKindNames } from '@db/queries/diary.server';
import { findOffice } from '@db/queries/office-day.server';
import type { CalendarEvent } from '~/adapters/calendar';
import { isCancelled } from '~/domain/appointment/told-facts';
import { DAY } from '~/domain/clock';
import type { Language } from '~/domain/language';
import { timesOf } from '~/domain/office/exception-form';
import { wallClockOf } from '~/domain/time/wall-clock';
import { kindLabel } from '~/i18n/kind-label';
import { diaryFeedWords } from '~/i18n/diary-feed';
import type { Deps } from './deps';
import type { CalendarFeed } from './write-calendar-feed.server';

/** How far a feed goes back and ahead, and how much is ever in one answer. */
const LOOKING_BACK = 30 * DAY;
const LOOKING_AHEAD = 180 * DAY;
const MOST = 1_500;

/**
 * An adviser's diary behind its private address, for whoever has it: the time and kind of a meeting and the customer's
 * reference, with an address that asks to sign in; groups; and when the adviser is away or at a venue. Calendars are copied to
 * other companies' computers, so it names nobody and no purpose (decision 0023). A meeting that is off says so.
 * @param input.address the visitor's network address, for limits only.
 */
export const writeDiaryFeed =
  (deps: Deps) =>
  async (input: { token: string; address: string; language: Language }): Promise<CalendarFeed> => {
    const { token, address, language } = input;
    const tokenHash = deps.vault.hashSecret(token);
    const wait =
      (await deps.rateLimits.use('calendar_feed_per_address', deps.vault.index(address))) ??
      (await deps.rateLimits.use('calendar_feed_per_token', tokenHash));
    if (wait !== null) return { state: 'too_many', retryAfter: wait };
    const events = await deps.db.read((q) => listEvents(q, deps, tokenHash, language));
    if (events) return { state: 'open', file: deps.calendar.writeFeed(diaryFeedWords.in(language).title, events) };
    const guesses = await deps.rateLimits.use('wrong_links_per_address', deps.vault.index(address));
    return guesses === null ? { state: 'unknown' } : { state: 'too_many', retryAfter: guesses };
  };

async function listEvents(q: Queryable, deps: Deps, tokenHash: string, language: Language) {
  const owner = await findDiaryFeedOwner(q, tokenHash);
  const office = owner && (await findOffice(q, owner.officeId));
  if (!office) return null;
  const { staffId, officeId } = owner;
  const now = deps.clock.now();
  const [from, to] = [now - LOOKING_BACK, now + LOOKING_AHEAD];
  const zone = office.timeZone;
  const words = diaryFeedWords.in(language);
  const kinds = await listKindNames(q, officeId);
  const plain = { place: '', notes: '', cancelled: false };

  const meetings = (await listFeedMeetings(q, { adviserId: staffId, from, to, limit: MOST })).map(
    ({ appointment, customerRef }): CalendarEvent => {
      const { id, version, startsAt, endsAt, updatedAt, kind, status } = appointment;
      return {
        ...{ ...plain, uid: `diary-${id}@waymark`, sequence: version, startsAt, endsAt, updatedAt },
        title: words.meeting(kindLabel(kind, kinds, language), customerRef),
        notes: `${deps.publicUrl}/staff/appointments/${id}`,
        cancelled: isCancelled(status) || status === 'rearranged' || status === 'excused',
      };
    },
  );
  const sessions = (await listDiarySessions(q, { officeId, adviserIds: [staffId], from, to })).map(
    ({ session }): CalendarEvent => {
      const { id, startsAt, endsAt, kind, createdAt } = session;
      const title = kindLabel(kind, kinds, language);
      return { ...plain, uid: `diary-${id}@waymark`, sequence: 0, startsAt, endsAt, updatedAt: createdAt, title };
    },
  );
  const dates = { fromOn: wallClockOf(from, zone).date, untilOn: wallClockOf(to, zone).date };
  const exceptions = (await listDiaryExceptions(q, { adviserIds: [staffId], ...dates })).flatMap(
    ({ exception, place }) =>
      timesOf(exception, zone).map((time, n): CalendarEvent => ({
        // It has no version: a program takes what was written last.
        ...{ ...plain, ...time, uid: `diary-${exception.id}-${n}@waymark`, sequence: 0, updatedAt: now },
        title: exception.kind === 'outreach' && place ? words.outreach(place) : words.kinds[exception.kind],
      })),
  );
  return [...meetings, ...sessions, ...exceptions].slice(0, MOST);
}
