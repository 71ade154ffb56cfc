import type { AppointmentMode } from './appointment';

/** Where two people meet, as the customer needs to know it. */
export interface MeetingPlace {
  name: string;
  /** Empty where the name says it all. */
  address: string;
  /** What to look for on a map: a postcode where there is one. */
  mapQuery: string;
  /** Of the office alone: nobody has told us about another place. */
  gettingThere: string;
  stepFree: string;
}

interface Office {
  name: string;
  address: string;
  postcode: string;
  gettingThere: string;
  stepFree: string;
}

/** The place to go to, or null when the customer stays where they are: by phone, by video, at home. */
export function meetingPlace(
  { mode, venue }: { mode: AppointmentMode; venue: string },
  office: Office,
): MeetingPlace | null {
  if (mode !== 'in_person' && mode !== 'outreach') return null;
  const elsewhere = mode === 'outreach' ? venue.trim() : '';
  if (elsewhere) return { name: elsewhere, address: '', mapQuery: elsewhere, gettingThere: '', stepFree: '' };
  const { name, gettingThere, stepFree } = office;
  const address = [office.address, office.postcode].filter(Boolean).join(', ');
  return { name, address, mapQuery: office.postcode || address || name, gettingThere, stepFree };
}

/** The address at which a meeting by video is joined: its own, else the adviser's room; null when neither is one. */
export function videoAddress(joinBy: string, room: string): string | null {
  return [joinBy, room].find(isWebAddress) ?? null;
}

/** True for an address that may stand in a link: https, and nothing that runs in our page. */
function isWebAddress(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:';
}
