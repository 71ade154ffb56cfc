import type { Language } from '~/domain/language';
import { formatDate, formatOnDate, formatTime } from '../format';
import { cheapest, messageWords, type MessageText } from './index';

/** What an offer of an earlier time is made of. Instants in ms. */
export interface OfferFacts {
  firstName: string;
  adviserFirstName: string;
  startsAt: number;
  /** When they meet as it stands. */
  ownStartsAt: number;
  /** Until then it is kept for them. */
  heldUntil: number;
  /** IANA zone of the office. */
  zone: string;
  link: string;
}

/** The words of an offer: a text, an email, or what a colleague who phones says. None names the place or the purpose. */
export function offerText(message: {
  channel: 'sms' | 'email' | 'call_list';
  language: Language;
  discreet: boolean;
  facts: OfferFacts;
}): MessageText {
  const { channel, language, discreet, facts } = message;
  const { zone, startsAt, ownStartsAt } = facts;
  const { offer, email, callList } = messageWords.in(language);
  const gaps = {
    first: facts.firstName.trim(),
    adviser: facts.adviserFirstName.trim(),
    onDate: formatOnDate(startsAt, zone, language),
    date: formatDate(startsAt, zone, language),
    time: formatTime(startsAt, zone, language),
    ownOnDate: formatOnDate(ownStartsAt, zone, language),
    ownTime: formatTime(ownStartsAt, zone, language),
    until: formatTime(facts.heldUntil, zone, language),
    link: facts.link,
  };
  if (channel === 'sms') return { subject: null, body: cheapest(offer.sms(gaps)) };
  if (channel === 'email')
    return {
      subject: discreet ? offer.discreetSubject(gaps) : offer.subject(gaps),
      body: [email.greeting(gaps), offer.news(gaps), offer.tell(gaps), offer.keep].join('\n\n'),
    };
  const said = [callList.hello(gaps), offer.sayNews(gaps), offer.say(gaps)].join(' ');
  const lines = [callList.ask(gaps), discreet ? callList.discreet : '', said, offer.after(gaps)];
  return { subject: null, body: lines.filter(Boolean).join('\n') };
}
