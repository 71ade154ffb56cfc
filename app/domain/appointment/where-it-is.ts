import type { PlaceKind } from '../office/diary';
import type { AppointmentMode } from './appointment';
import type { DiaryTime } from './clashes';
import { openStretches, type DiaryHours } from './open-stretches';
import { wallClockOf } from '../time/wall-clock';

/** A room of the office, or a venue in the community. */
export interface Place {
  id: string;
  kind: PlaceKind;
  name: string;
  address: string;
  postcode: string;
}

/** Where an appointment is, as its row holds it. */
export interface Whereabouts {
  mode: AppointmentMode;
  placeId: string | null;
  /** Empty at the office. */
  venue: string;
}

/** The venue at which an adviser is for the whole of a time; null at the office, and where the time is not one of theirs. */
export function venueDuring(time: DiaryTime, hours: DiaryHours, zone: string): string | null {
  const open = openStretches(hours, wallClockOf(time.startsAt, zone).date, zone);
  const around = open.find((one) => one.startsAt <= time.startsAt && time.endsAt <= one.endsAt);
  return around?.placeId ?? null;
}

/**
 * Where a meeting is, once it is known where its adviser is then: at a venue if the two were to meet in person and the
 * adviser is there, and at the office again if it was at a venue of ours and the adviser is not. By telephone, by video and
 * at home it stays as it was, as does a venue in words alone that came with a file.
 * @param venue where the adviser is, or null for the office.
 * @param before what the appointment's place was, if it has one and it is known.
 */
export function whereItIs(wished: Whereabouts, venue: Place | null, before: Place | null): Whereabouts {
  const { mode, placeId } = wished;
  if (mode !== 'in_person' && mode !== 'outreach') return wished;
  if (venue) return { mode: 'outreach', placeId: venue.id, venue: placeInWords(venue) };
  if (before?.kind === 'venue') return { mode: 'in_person', placeId: null, venue: '' };
  return { ...wished, placeId };
}

/** "Llyfrgell y Cei, 3 Stryd y Cei, Caernarfon, LL55 1ZZ": what a customer is told, in the office's own words. */
export function placeInWords({ name, address, postcode }: Place): string {
  return [name, address, postcode].filter((part) => part.trim() !== '').join(', ');
}
