import ical, { ICalCalendarMethod, ICalEventStatus, type ICalCalendar } from 'ical-generator';

export interface CalendarEvent {
  /** Stable for an appointment through all its changes. */
  uid: string;
  /** Rises with every change that its customer would notice (RFC 5545 3.8.7.4). */
  sequence: number;
  /** Instants in ms; written in UTC. `updatedAt` tells two states with the same sequence apart. */
  startsAt: number;
  endsAt: number;
  updatedAt: number;
  /** Neutral: calendars are shared. */
  title: string;
  place: string;
  notes: string;
  cancelled: boolean;
}

/** Writes iCalendar files (RFC 5545). */
export interface CalendarWriter {
  /** A file with one event: to keep, or to take away again. */
  write(event: CalendarEvent): string;
  /** A whole calendar that a program reads again and again; what was cancelled stays in it and says so. */
  writeFeed(name: string, events: readonly CalendarEvent[]): string;
}

export function createCalendarWriter(): CalendarWriter {
  return {
    write(event) {
      const calendar = newCalendar(event.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH);
      addEvent(calendar, event);
      return calendar.toString();
    },
    writeFeed(name, events) {
      const calendar = newCalendar(ICalCalendarMethod.PUBLISH).name(name).ttl(HOURLY);
      for (const event of events) addEvent(calendar, event);
      return calendar.toString();
    },
  };
}

/** How often a program should look again, in seconds. */
const HOURLY = 3600;

function newCalendar(method: ICalCalendarMethod): ICalCalendar {
  return ical({ prodId: { company: 'Waymark', product: 'Appointments' }, method });
}

function addEvent(calendar: ICalCalendar, event: CalendarEvent): void {
  calendar.createEvent({
    id: event.uid,
    sequence: event.sequence,
    start: new Date(event.startsAt),
    end: new Date(event.endsAt),
    stamp: new Date(event.updatedAt),
    lastModified: new Date(event.updatedAt),
    summary: event.title,
    location: event.place || null,
    description: event.notes || null,
    status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
}
