import type { AppointmentMode } from '../appointment/appointment';
import type { Channel } from '../messaging/channel';

/** How somebody was in touch with the office, besides what the portal knows by itself. */
export const CONTACT_CHANNELS = [
  'phone',
  'desk',
  'letter',
  'home_visit',
  'outreach',
  'text',
  'email',
  'video',
] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

/** Who came to whom: `in` is the customer's doing. */
export const CONTACT_DIRECTIONS = ['in', 'out'] as const;
export type ContactDirection = (typeof CONTACT_DIRECTIONS)[number];

/** What a contact was about; the same words as the parts of the portal, so that channels can be compared. */
export const CONTACT_SERVICES = [
  'appointment',
  'plan',
  'details',
  'messages',
  'work_club',
  'situation',
  'other',
] as const;
export type ContactService = (typeof CONTACT_SERVICES)[number];

/** Every way in which somebody and the office can be in touch; `online` is this portal itself. */
export const CONTACT_WAYS = [...CONTACT_CHANNELS, 'online'] as const;
export type ContactWay = (typeof CONTACT_WAYS)[number];

/** The way in which people meet. */
export const WAY_OF_MODE: Record<AppointmentMode, ContactWay> = {
  in_person: 'desk',
  phone: 'phone',
  video: 'video',
  home: 'home_visit',
  outreach: 'outreach',
};

/** The way by which a message travels; a call that a colleague makes is counted as the call, not as a message. */
export const WAY_OF_CHANNEL: Record<Exclude<Channel, 'call_list'>, ContactWay> = {
  sms: 'text',
  email: 'email',
  voice: 'phone',
  letter: 'letter',
};
