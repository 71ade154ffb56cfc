import { findFeedOwner } from '@db/queries/calendar-feeds.server';
import { listForCalendar } from '@db/queries/own-appointments.server';
import { isCancelled } from '~/domain/appointment/told-facts';
import { DAY } from '~/domain/clock';
import type { Deps } from './deps';
import { calendarEvent, calendarTitle } from './write-calendar.server';

/** How far back a feed goes, and how much is ever in one answer. */
const LOOKING_BACK = 60 * DAY;
const MOST = 500;

export type CalendarFeed =
  | { state: 'open'; file: string }
  | { state: 'unknown' }
  /** `retryAfter` in seconds. */
  | { state: 'too_many'; retryAfter: number };

/**
 * The calendar behind a private address: times, and the word "Appointment", for whoever has it. Calendars are shared and
 * copied to other companies' computers, so it names no place, no person and no purpose. What was cancelled or moved to
 * another appointment stays in it and says so, because a program that has it must learn that it is off.
 * @param input.address the visitor's network address, for limits only.
 */
export const writeCalendarFeed =
  (deps: Deps) =>
  async (input: { token: string; address: string }): Promise<CalendarFeed> => {
    const { token, address } = input;
    const tokenHash = deps.vault.hashSecret(token);
    const wait =
      (await deps.rateLimits.use('calendar_feed_per_address', deps.vault.index(address))) ??
      (await deps.rateLimits.use('calendar_feed_per_token', tokenHash));
    if (wait !== null) return { state: 'too_many', retryAfter: wait };
    const found = await deps.db.read(async (q) => {
      const owner = await findFeedOwner(q, tokenHash);
      if (!owner) return null;
      const since = deps.clock.now() - LOOKING_BACK;
      const { customerId, language } = owner;
      return { language, appointments: await listForCalendar(q, { customerId, since, limit: MOST }) };
    });
    if (!found) {
      const guesses = await deps.rateLimits.use('wrong_links_per_address', deps.vault.index(address));
      return guesses === null ? { state: 'unknown' } : { state: 'too_many', retryAfter: guesses };
    }
    const { language, appointments } = found;
    const events = appointments.map((one) => {
      const cancelled = isCancelled(one.status) || one.status === 'rearranged' || one.status === 'excused';
      return calendarEvent(one, { language, place: '', notes: '', cancelled });
    });
    return { state: 'open', file: deps.calendar.writeFeed(calendarTitle(language, 'many'), events) };
  };
