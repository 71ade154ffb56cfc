import type { AppointmentMode, CannotComeReason } from '~/domain/appointment/appointment';

/** When and with whom: `day` is "tomorrow" or null, `onDate` "on Tuesday 24 November", `time` "2:30pm". */
export interface Meeting {
  adviser: string;
  day: string | null;
  onDate: string;
  time: string;
}
const when = ({ day, onDate, time }: Meeting) => (day ? `, ${day} at ${time}` : ` ${onDate} at ${time}`);

const meeting: Record<AppointmentMode, (meeting: Meeting) => string> = {
  in_person: (m) => `You’re meeting ${m.adviser}${when(m)}`,
  outreach: (m) => `You’re meeting ${m.adviser}${when(m)}`,
  phone: (m) => `${m.adviser} is phoning you${when(m)}`,
  video: (m) => `You have a video call with ${m.adviser}${when(m)}`,
  home: (m) => `${m.adviser} is coming to see you${when(m)}`,
};

const reasons: Record<CannotComeReason, string> = {
  unwell: 'I’m not well',
  work: 'I’m working or at an interview',
  caring: 'I’m looking after someone',
  travel: 'I can’t get there',
  other: 'Something else',
  not_given: 'I’d rather not say',
};

/** One appointment: its page behind a link, and the questions about it. */
export const en = {
  title: 'Your meeting',
  hello: (name: string) => `Hello ${name}.`,
  meeting,
  when: 'When',
  where: 'Where',
  purpose: 'For',
  bring: 'Bring',
  times: (date: string, from: string, to: string) => `${date}, ${from} to ${to}`,
  byPhone: 'By phone',
  byVideo: 'By video call',
  atHome: 'At your home',
  notSure: 'Not sure where to go? Call us.',
  willCome: 'I’ll be there',
  willAnswer: 'I’ll be ready',
  cannotCome: 'I can’t come',
  cannotTalk: 'I can’t make it',
  confirmed: 'You’ve said yes to this. Thank you.',
  changedMind: 'I can’t make it after all',
  saidCannotCome: (adviser: string) => `You’ve told us you can’t make it. ${adviser} can see that.`,
  pickAnother: 'Pick another time',
  canComeAfterAll: 'I can make it after all',
  moved: 'Your new time is booked.',
  callComing: (adviser: string) => `${adviser} will call you.`,
  calendar: 'Add to your calendar',
  gettingThere: 'How to get there',
  stepFree: 'Getting in without steps',
  reason: {
    title: 'Why you can’t make it',
    question: 'Why can’t you make it?',
    hint: 'You don’t have to say. It won’t count against you.',
    reasons,
    submit: 'Continue',
    wrong: 'Choose one of the answers, or none',
  },
  newTime: {
    title: 'Pick another time',
    question: 'Which time is better for you?',
    hint: (adviser: string) => `These are ${adviser}’s free times. You keep your old time until you pick one.`,
    none: (adviser: string) => `There are no free times to pick. ${adviser} can call you to find one.`,
    askForCall: (adviser: string) => `None of these – ask ${adviser} to call me`,
    callMe: (adviser: string) => `Ask ${adviser} to call me`,
    or: 'or',
    submit: 'Continue',
    choose: 'Choose a time, or ask for a call',
    taken: 'Someone has just taken that time. Choose another one.',
    slot: (date: string, time: string) => `${date}, ${time}`,
  },
  gone: {
    unknown: { title: 'This link does not work', text: 'Check that you have all of the link from the message.' },
    ended: { title: 'This meeting is over', text: 'The link only worked until the meeting ended.' },
    moved: {
      title: 'This meeting has moved',
      text: 'This link is for the old time. The link in our newest message has the new one.',
    },
    cancelled: { title: 'This meeting is off', text: 'You don’t need to do anything.' },
    tooMany: { title: 'Please wait a few minutes', text: 'This link was opened too many times. Try again later.' },
  },
  goneCall: 'If you’re not sure what happens next, call us on',
};
