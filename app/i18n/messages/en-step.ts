/** What a reminder of a step is made of; empty strings are left out. */
export interface StepGaps {
  first: string;
  /** In the customer's or adviser's own words. */
  action: string;
  /** "tomorrow" or "on Friday 27 November", as it stands in a sentence. */
  day: string;
  adviser: string;
  phone: string;
  link: string;
}

/** A reminder of a step. `discreet` names neither what it is nor where it comes from. */
export const step = {
  text: (g: StepGaps) =>
    `Hi ${g.first}, a reminder of your step for ${g.day}: ${g.action}. Done, or need help? ${g.link}`,
  discreetText: (g: StepGaps) =>
    `Hi ${g.first}, a reminder of what you planned for ${g.day}.${g.phone && ` Questions? Call ${g.phone}`}`,
  subject: (g: StepGaps) => `Your step for ${g.day}`,
  discreetSubject: (g: StepGaps) => (g.adviser ? `A message from ${g.adviser}` : 'A message for you'),
  email: (g: StepGaps) => `A reminder of your step for ${g.day}:\n${g.action}`,
  discreetEmail: (g: StepGaps) => `A reminder of what you planned for ${g.day}.`,
  answer: (g: StepGaps) => `Tell us if you have done it, or need help:\n${g.link}`,
  talk: (g: StepGaps) => (g.phone ? `To talk to someone, call ${g.phone}.` : ''),
};
