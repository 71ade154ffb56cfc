import type { Language } from '~/domain/language';
import { cheapest, messageWords, type MessageText } from './index';

/** Tells a customer who is their adviser from now on; to whom others may read along, only whom to ask for. */
export function adviserNewsText(news: {
  channel: 'sms' | 'email' | 'letter';
  language: Language;
  discreet: boolean;
  /** True for somebody who had no adviser before. */
  first: boolean;
  firstName: string;
  adviserFirstName: string;
  officePhone: string;
}): MessageText {
  const { channel, language, discreet } = news;
  const { adviser: words, letter } = messageWords.in(language);
  const gaps = {
    first: news.firstName.trim(),
    adviser: news.adviserFirstName.trim(),
    phone: news.officePhone.trim(),
  };
  const kind = discreet ? 'discreet' : news.first ? 'first' : 'changed';
  if (channel === 'sms') return { subject: null, body: cheapest(words[kind](gaps)) };
  const subject = discreet ? words.discreetSubject(gaps) : words.subject(gaps);
  if (channel === 'email') return { subject, body: words[kind](gaps)[0]! };
  const paragraphs = [letter.phone(gaps), letter.greeting(gaps), ...words.letter[kind](gaps)];
  return { subject, body: paragraphs.filter(Boolean).join('\n\n') };
}
