import type { AppointmentMode } from '~/domain/appointment/appointment';
import type { Language } from '~/domain/language';
import { wallClockOf } from '~/domain/time/wall-clock';
import { formatDate, formatOnDate, formatTime, relativeDay } from '../format';

/** What a message about an appointment is made of. Instants in ms. */
export interface MessageFacts {
  firstName: string;
  adviserFirstName: string;
  startsAt: number;
  /** IANA zone of the office. */
  zone: string;
  mode: AppointmentMode;
  /** Name of the office, or of the place of an outreach meeting. */
  place: string;
  address: string;
  bring: string;
  purpose: string;
  /** The one link of the message; without one it gives the phone number instead. */
  link: string | null;
  officePhone: string;
  /** True when an older message about this appointment is out and no longer right. */
  replaces: boolean;
  now: number;
}

/** The same facts, ready to be put into sentences of one language. Empty strings are left out of them. */
export interface Gaps {
  first: string;
  adviser: string;
  mode: AppointmentMode;
  /** True when the customer stays where they are, and the adviser phones or visits. */
  waits: boolean;
  /** "Tuesday 24 November". */
  date: string;
  /** As it stands in a sentence: "on Tuesday 24 November", "ddydd Mawrth 24 Tachwedd". */
  onDate: string;
  /** "today", "tomorrow" or nothing, seen from the moment of writing. */
  near: string;
  time: string;
  place: string;
  address: string;
  bring: string;
  purpose: string;
  link: string;
  phone: string;
  replaces: boolean;
  discreet: boolean;
}

/** What a voice call says around its message; `phone` in single digits, as it is said. */
export interface CallGaps {
  first: string;
  phone: string;
}

/** Prepares facts for wording. A discreet message has no place, address or purpose, so that no wording can name them. */
export function gapsOf(facts: MessageFacts, language: Language, discreet: boolean): Gaps {
  const { startsAt, zone, mode } = facts;
  const open = (text: string) => (discreet ? '' : text.trim());
  const away = mode === 'in_person' || mode === 'outreach';
  return {
    first: facts.firstName.trim(),
    adviser: facts.adviserFirstName.trim(),
    mode,
    waits: mode === 'phone' || mode === 'home',
    date: formatDate(startsAt, zone, language),
    onDate: formatOnDate(startsAt, zone, language),
    near: relativeDay(wallClockOf(startsAt, zone).date, wallClockOf(facts.now, zone).date, language) ?? '',
    time: formatTime(startsAt, zone, language),
    place: away ? open(facts.place) : '',
    address: away ? open(facts.address) : '',
    bring: open(facts.bring),
    purpose: open(facts.purpose),
    link: facts.link?.trim() ?? '',
    phone: facts.officePhone.trim(),
    replaces: facts.replaces,
    discreet,
  };
}

/** What an answer to a customer's text is made of; no appointment may be known. */
export interface ReplyFacts {
  firstName: string;
  adviserFirstName: string | null;
  startsAt: number | null;
  zone: string;
  link: string | null;
  officePhone: string;
  /** When the office opens and closes, wall clock: "09:00". Only for `closed`. */
  hours?: { opensAt: string; closesAt: string };
}
