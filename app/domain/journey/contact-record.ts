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

/** Who came to whom. */
export const CONTACT_DIRECTIONS = ['in', 'out'] as const;

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
