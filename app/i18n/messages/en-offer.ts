/** What an offer of an earlier time is made of: "on Tuesday 24 November", "Tuesday 24 November", "2:30pm". */
export interface OfferGaps {
  first: string;
  adviser: string;
  /** The time that has come free. */
  onDate: string;
  date: string;
  time: string;
  /** The time that they have. */
  ownOnDate: string;
  ownTime: string;
  /** Until then it is kept for them. */
  until: string;
  link: string;
}

/**
 * An earlier time has come free. The digits are those of `OFFER_DIGITS`; the networks read "YES" as an order, so no text asks
 * for it. Names no place and no purpose: always discreet.
 */
export const offer = {
  sms: (g: OfferGaps) => [
    `Hi ${g.first}, a sooner time with ${g.adviser}: ${g.date}, ${g.time}. Reply 5 to take it, 6 to keep yours, by ${g.until}. ${g.link}`,
    `Hi ${g.first}, ${g.adviser} is free sooner: ${g.date}, ${g.time}. Reply 5 yes, 6 no by ${g.until}. ${g.link}`,
    `${g.first}, ${g.adviser} is free sooner: ${g.date}, ${g.time}. Reply 5 yes, 6 no by ${g.until}. ${g.link}`,
  ],
  subject: (g: OfferGaps) => `A sooner time with ${g.adviser} has come free`,
  discreetSubject: (g: OfferGaps) => `A message from ${g.adviser}`,
  news: (g: OfferGaps) =>
    `A sooner time with ${g.adviser} has come free: ${g.onDate} at ${g.time}. Your time now is ${g.ownOnDate} at ${g.ownTime}.`,
  tell: (g: OfferGaps) => `Would you like it? Tell us by ${g.until}:\n${g.link}`,
  keep: 'You keep the time you have until you say yes. We have asked a few people: the first yes gets it.',
  say: (g: OfferGaps) => `Your time now is ${g.ownOnDate} at ${g.ownTime}. Would you like the sooner one?`,
  sayNews: (g: OfferGaps) => `A sooner time has come free ${g.onDate} at ${g.time}.`,
  after: (g: OfferGaps) =>
    `Write down their answer under "Earlier times" by ${g.until}. Others may be asked too: the first yes gets it.`,
};
