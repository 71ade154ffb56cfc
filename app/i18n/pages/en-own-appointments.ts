import type { AppointmentMode, FeedbackAnswer } from '~/domain/appointment/appointment';
import type { OwnState } from '~/domain/appointment/own-state';
import { plural } from '../format';

const how: Record<AppointmentMode, string> = {
  in_person: 'Face to face',
  phone: 'By phone',
  video: 'By video call',
  home: 'At your home',
  outreach: 'Face to face, away from the office',
};

/** How a meeting stands, in a word or two beside it. */
const states: Record<OwnState, string> = {
  coming: 'Coming up',
  over: 'Over',
  attended: 'You met',
  missed: 'You didn’t meet this time',
  not_held: 'Not held',
  rearranged: 'Moved to another time',
  cancelled: 'Cancelled',
};

/** The same as a sentence; never with blame. */
const became: Record<OwnState, (adviser: string) => string> = {
  coming: () => '',
  over: () => 'This meeting is over.',
  attended: (adviser) => `You met ${adviser}. Thank you.`,
  missed: (adviser) => `Sorry we missed each other. ${adviser} would still like to see you.`,
  not_held: () => 'This meeting did not go ahead. That’s all right.',
  rearranged: () => 'This was moved to another time.',
  cancelled: () => 'This meeting is off. You don’t need to do anything.',
};

const answers: Record<FeedbackAnswer, string> = { yes: 'Yes', partly: 'Partly', no: 'No' };

/** A customer's own appointments: the list, one of them, an earlier time, and how it was. */
export const en = {
  list: {
    title: 'Your meetings',
    coming: 'Coming up',
    past: 'Past meetings',
    noPast: 'You have no past meetings.',
    with: (adviser: string, date: string) => `${adviser}, ${date}`,
    older: 'Older meetings',
    newer: 'Newer meetings',
    all: 'All your meetings',
    calendar: 'Put your meetings in your calendar',
  },
  pastHeading: (adviser: string, date: string) => `Your meeting with ${adviser}, ${date}`,
  details: 'Where it is and what it’s for',
  more: 'More about this meeting',
  who: 'Who',
  name: (first: string, last: string) => `${first} ${last}`,
  how: 'How',
  hows: how,
  howLong: 'How long',
  minutes: (n: number) => plural('en', n, { one: '# minute', other: '# minutes' }),
  purpose: 'What for',
  getIn: 'Get there',
  stepFree: 'Step-free',
  map: 'See it on a map',
  mapWhere: ' (OpenStreetMap, another website)',
  join: 'How to join',
  rings: (adviser: string) => `${adviser} will ring you.`,
  ringsOn: (adviser: string, ending: string) => `${adviser} will ring you on the number that ends in ${ending}.`,
  ring: (adviser: string, number: string) => `When it’s time, ring ${adviser} on ${number}.`,
  joinVideo: 'Join the video call',
  askHow: 'Call us to find out how to join.',
  comesHome: (adviser: string) => `${adviser} comes to your home.`,
  states,
  became,
  wasOff: 'This meeting did not go ahead.',
  another: 'To find another time, call us or ask us to call you.',
  callMe: (adviser: string) => `Ask ${adviser} to call me`,
  do: 'What you can do',
  earlierLink: 'Ask for an earlier time',
  earlierLinkAsked: 'You would come sooner: see or change this',
  earlier: {
    title: 'An earlier time',
    free: (adviser: string) => `${adviser} has these earlier times free now`,
    keep: 'You keep your time until you pick another one.',
    take: 'Move to this time',
    noneFree: (adviser: string) => `${adviser} has no earlier time free right now.`,
    elseHeading: 'If a time becomes free',
    offer: (adviser: string) =>
      `Tell us if you would come sooner. If a time with ${adviser} comes free, we ask you by text, email or phone. We ask a few people at once, and each of you at most two times a week. The first yes gets it.`,
    ask: 'I would come sooner',
    asked: (adviser: string) =>
      `We’ll ask you if a time with ${adviser} comes free, at most two times a week. You keep your time until you say yes.`,
    withdraw: 'I’ll keep the time I have',
    doneAsked: (adviser: string) => `We’ll ask you if a time with ${adviser} comes free.`,
    doneWithdrawn: 'You keep the time you have.',
  },
  feedback: {
    title: 'How your meeting was',
    question: (adviser: string) => `Did you get what you needed from ${adviser}?`,
    hint: 'You don’t have to say. You can change it later.',
    answers,
    comment: 'Is there anything you want to add?',
    commentHint: (adviser: string) => `You can leave this empty. ${adviser} and the office can read it.`,
    submit: 'Send',
    choose: 'Choose yes, partly or no',
    tooLong: 'Write no more than 1,000 letters',
    done: 'Thank you. We’ve kept what you said.',
    said: (answer: string) => `You were asked if you got what you needed. You said: ${answer}.`,
    tell: 'Tell us how it was',
    change: 'Change what you said',
  },
};
