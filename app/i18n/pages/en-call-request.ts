import type { DayPart } from '~/domain/messaging/call-wish';

const parts: Record<DayPart, string> = {
  any: 'Any time we are open',
  morning: 'Morning, before 12',
  afternoon: 'Afternoon, from 12',
};

/** When it is good to be called. */
export const en = {
  title: 'When is it good to call you?',
  lead: 'Somebody from the office will call you then.',
  day: 'Which day?',
  soon: 'As soon as you can',
  part: 'What time of day?',
  parts,
  submit: 'Ask for a call',
  choose: 'Choose a good time',
  change: 'Choose another time',
  errors: {
    day: 'Choose a day',
    part: 'Choose a time of day',
    not_then: 'That time is over, or the office is shut. Choose another',
  },
};
