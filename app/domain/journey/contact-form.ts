import { isDate } from '../appointment/chosen-day';
import { daysBetween } from '../time/wall-clock';
import {
  CONTACT_CHANNELS,
  CONTACT_DIRECTIONS,
  CONTACT_SERVICES,
  type ContactChannel,
  type ContactDirection,
  type ContactService,
} from './contact-record';

/** As they stand in the line, from its start. */
export const CONTACT_FIELDS = ['channel', 'direction', 'service', 'helped', 'minutes', 'on', 'note'] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number];
export type ContactValues = Record<ContactField, string>;
export type ContactProblem =
  | 'choose_channel'
  | 'choose_direction'
  | 'choose_service'
  | 'not_minutes'
  | 'not_a_date'
  | 'ahead'
  | 'too_long_ago'
  | 'too_long';
export type ContactProblems = Partial<Record<ContactField, ContactProblem>>;

/** The longest note, in characters: it is one line. */
export const CONTACT_NOTE_LENGTH = 200;
/** The longest contact, in minutes: a working day. */
const MOST_MINUTES = 480;
/** Longer ago (days) nobody remembers how it was. */
const LONGEST_AGO = 92;

/** What a colleague writes down of a contact. */
export interface WrittenContact {
  channel: ContactChannel;
  direction: ContactDirection;
  service: ContactService;
  helped: boolean;
  /** Null where it was not said. */
  minutes: number | null;
  /** The date in the office on which it was. */
  on: string;
  /** Empty where nothing was written. */
  note: string;
}

/**
 * Reads the line of a contact. Of whoever may only record what was at the desk, nothing but that is read, and no note.
 * @param choice.today a date of the office.
 */
export function readContact(
  values: ContactValues,
  choice: { today: string; deskOnly: boolean },
): { ok: true; contact: WrittenContact } | { ok: false; problems: ContactProblems } {
  const { today, deskOnly } = choice;
  const problems: ContactProblems = {};
  const channel = deskOnly ? 'desk' : CONTACT_CHANNELS.find((known) => known === values.channel);
  const direction = deskOnly ? 'in' : CONTACT_DIRECTIONS.find((known) => known === values.direction);
  const service = CONTACT_SERVICES.find((known) => known === values.service);
  const minutes = /^\d{1,3}$/.test(values.minutes.trim()) ? Number(values.minutes) : null;
  const note = deskOnly ? '' : values.note.replace(/\s+/g, ' ').trim();
  const on = values.on.trim() || today;
  if (!channel) problems.channel = 'choose_channel';
  if (!direction) problems.direction = 'choose_direction';
  if (!service) problems.service = 'choose_service';
  if (values.minutes.trim() !== '' && (minutes === null || minutes < 1 || minutes > MOST_MINUTES))
    problems.minutes = 'not_minutes';
  if (!isDate(on)) problems.on = 'not_a_date';
  else if (on > today) problems.on = 'ahead';
  else if (daysBetween(on, today) > LONGEST_AGO) problems.on = 'too_long_ago';
  if ([...note].length > CONTACT_NOTE_LENGTH) problems.note = 'too_long';
  if (!channel || !direction || !service || Object.keys(problems).length > 0) return { ok: false, problems };
  return { ok: true, contact: { channel, direction, service, helped: values.helped === 'yes', minutes, on, note } };
}
