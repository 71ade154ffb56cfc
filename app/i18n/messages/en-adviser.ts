/** Tells a customer who is their adviser from now on. */
export const adviser = {
  subject: (g: AdviserNewsGaps) => `${g.adviser} is now your adviser`,
  discreetSubject: (g: AdviserNewsGaps) => `A message from ${g.adviser}`,
  changed: (g: AdviserNewsGaps) => [
    `Hi ${g.first}, ${g.adviser} is your adviser from now on. If you have a meeting booked, it stays as it is unless we tell you. Questions? Call ${g.phone}`,
    `Hi ${g.first}, ${g.adviser} is your adviser from now on. Your meetings stay as they are. Questions? Call ${g.phone}`,
    `Hi ${g.first}, ${g.adviser} is your adviser now. Questions? Call ${g.phone}`,
  ],
  first: (g: AdviserNewsGaps) => [
    `Hi ${g.first}, you now have your own adviser: ${g.adviser}. We look forward to helping you. Questions? Call ${g.phone}`,
    `Hi ${g.first}, you now have your own adviser: ${g.adviser}. Questions? Call ${g.phone}`,
  ],
  /** For somebody whose messages others may read: neither what nor where. */
  discreet: (g: AdviserNewsGaps) => [
    `Hi ${g.first}, from now on please ask for ${g.adviser} when you call ${g.phone}`,
    `Hi ${g.first}, please ask for ${g.adviser} from now on. ${g.phone}`,
  ],
  /** A letter: paragraphs below the telephone number and the greeting. */
  letter: {
    changed: (g: AdviserNewsGaps) => [
      `${g.adviser} is your adviser from now on.`,
      `If you have a meeting booked, it stays as it is unless we tell you.`,
      `We look forward to helping you. If you have a question, call and ask for ${g.adviser}.`,
    ],
    first: (g: AdviserNewsGaps) => [
      `You now have your own adviser: ${g.adviser}.`,
      `We look forward to helping you. If you have a question, call and ask for ${g.adviser}.`,
    ],
    discreet: (g: AdviserNewsGaps) => [`From now on please ask for ${g.adviser} when you call.`],
  },
};

/** The facts of such a message, ready for sentences. */
export interface AdviserNewsGaps {
  first: string;
  /** First name of who is their adviser now. */
  adviser: string;
  phone: string;
}
