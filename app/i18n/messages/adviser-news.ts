import type { Language } from '~/domain/language';
import { cheapest, messageWords, type MessageText } from './index';

/** Tells a customer who is their adviser from now on; to whom others may read along, only whom to ask for. */
export function adviserNewsText(news: {
  channel: 'sms' | 'email';
  language: Language;
  discreet: boolean;
  /** True for somebody who had no adviser before. */
  first: boolean;
  firstName: string;
  adviserFirstName: string;
  officePhone: string;
}): MessageText {
  const { channel, language, discreet, first } = news;
  const { adviser: words } = messageWords.in(language);
  const gaps = {
    first: news.firstName.trim(),
    adviser: news.adviserFirstName.trim(),
    phone: news.officePhone.trim(),
  };
  const said = discreet ? words.discreet(gaps) : first ? words.first(gaps) : words.changed(gaps);
  if (channel === 'sms') return { subject: null, body: cheapest(said) };
  return { subject: discreet ? words.discreetSubject(gaps) : words.subject(gaps), body: said[0]! };
}
