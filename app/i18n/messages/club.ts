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

interface ClubMessage {
  channel: 'sms' | 'email';
  language: Language;
  /** To a person whose messages others may see it names neither the place nor the purpose, and has no link, which would. */
  discreet: boolean;
  facts: ClubFacts;
}

/** The reminder of a session that somebody said they go to. The day is a date, because a message may be late. */
export function clubReminderText(message: ClubMessage): MessageText {
  const words = messageWords.in(message.language).club;
  const gaps = gapsOf(message);
  return message.discreet
    ? written(message, words.discreetSubject, words.discreet(gaps))
    : written(message, words.subject(gaps), words.text(gaps));
}

/** The club has changed when or where it meets since somebody said that they go; the facts are those of before. */
export function clubChangedText(message: ClubMessage): MessageText {
  const words = messageWords.in(message.language).club;
  const gaps = gapsOf(message);
  return message.discreet
    ? written(message, words.discreetSubject, words.changedDiscreet(gaps))
    : written(message, words.changedSubject(gaps), words.changed(gaps));
}

const written = ({ channel }: ClubMessage, subject: string, body: string): MessageText => ({
  subject: channel === 'email' ? subject : null,
  body,
});

function gapsOf({ language, facts }: ClubMessage): ClubGaps {
  const { startsAt, endsAt, zone } = facts;
  return {
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
}
