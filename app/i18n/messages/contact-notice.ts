import type { Language } from '~/domain/language';
import { formatOnDate, formatTime } from '../format';
import { messageWords, type MessageText } from './index';

/** The notice that a number or address was changed, for the one that was there before; instants in ms. */
export function contactNoticeText(notice: {
  what: 'changed' | 'added' | 'removed';
  thing: 'phone' | 'email' | 'post';
  channel: 'sms' | 'email';
  language: Language;
  /** True for a person whose messages others may see: says neither what it was nor where. */
  discreet: boolean;
  facts: { firstName: string; at: number; zone: string; officePhone: string };
}): MessageText {
  const { what, channel, language, discreet, facts } = notice;
  const words = messageWords.in(language).contact;
  const gaps = {
    first: facts.firstName.trim(),
    thing: words.things[notice.thing],
    onDate: formatOnDate(facts.at, facts.zone, language),
    time: formatTime(facts.at, facts.zone, language),
    phone: facts.officePhone.trim(),
  };
  const said = discreet ? words.discreet(gaps) : words[what](gaps);
  return { subject: channel === 'email' ? words.subject : null, body: words.text(gaps, said) };
}
