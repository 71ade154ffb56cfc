import ical, { ICalCalendarMethod } from 'ical-generator';

export interface CalendarEvent {
  /** Stable for an appointment through all its changes. */
  uid: string;
  /** Rises with every change (RFC 5545 3.8.7.4). */
  sequence: number;
  /** Instants in ms; written in UTC. */
  startsAt: number;
  endsAt: number;
  updatedAt: number;
  /** Neutral: calendars are shared. */
  title: string;
  place: string;
  notes: string;
  cancelled: boolean;
}

/** Writes an iCalendar file (RFC 5545) with one event. */
export interface CalendarWriter {
  write(event: CalendarEvent): string;
}

export function createCalendarWriter(): CalendarWriter {
  return {
    write(event) {
      const calendar = ical({
        prodId: { company: 'Waymark', product: 'Appointments' },
        method: event.cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
      });
      calendar.createEvent({
        id: event.uid,
        sequence: event.sequence,
        start: new Date(event.startsAt),
        end: new Date(event.endsAt),
        stamp: new Date(event.updatedAt),
        summary: event.title,
        location: event.place || null,
        description: event.notes || null,
        status: event.cancelled ? ('CANCELLED' as never) : ('CONFIRMED' as never),
      });
      return calendar.toString();
    },
  };
}
