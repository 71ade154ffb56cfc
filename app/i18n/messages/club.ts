import type { Language } from '~/domain/language';
import { formatOnDate, formatTime } from '../format';
import { messageWords, type MessageText } from './index';

/** What a reminder of a work club is made of. Instants in ms. */
export interface ClubFacts {
  firstName: string;
  club: string;
  place: string;
  /** Who to ask for there; empty where nobody is named. */
  askFor: string;
  startsAt: number;
  endsAt: number;
  zone: string;
  /** The club's page, where it can be taken back. */
  link: string;
  officePhone: string;
}

/** The same, ready for sentences. */
export interface ClubGaps {
  first: string;
  club: string;
  place: string;
  askFor: string;
  onDate: string;
  from: string;
  to: string;
  link: string;
  phone: string;
}

/**
 * The reminder of a session that somebody said they go to. To a person whose messages others may see it names neither
 * the place nor the purpose, and has no link, which would name both. The day is a date, because a message may be late.
 */
export function clubReminderText(message: {
  channel: 'sms' | 'email';
  language: Language;
  discreet: boolean;
  facts: ClubFacts;
}): MessageText {
  const { language, discreet, facts } = message;
  const { startsAt, endsAt, zone } = facts;
  const words = messageWords.in(language).club;
  const gaps: ClubGaps = {
    first: facts.firstName.trim(),
    club: facts.club.trim(),
    place: facts.place.trim(),
    askFor: facts.askFor.trim(),
    onDate: formatOnDate(startsAt, zone, language),
    from: formatTime(startsAt, zone, language),
    to: formatTime(endsAt, zone, language),
    link: facts.link,
    phone: facts.officePhone.trim(),
  };
  const subject = discreet ? words.discreetSubject : words.subject(gaps);
  return {
    subject: message.channel === 'email' ? subject : null,
    body: discreet ? words.discreet(gaps) : words.text(gaps),
  };
}
