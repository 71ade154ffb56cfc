import type { OwnEvent, OwnOutcome, Told, ToldState } from '~/domain/messaging/told-so-far';

const about: Record<Told['about'], string> = {
  booked: 'To say that it’s booked.',
  three_days_before: 'To remind you.',
  one_day_before: 'To remind you.',
  same_day: 'To remind you.',
  missed: 'To find another time with you.',
  changed: 'To say what has changed.',
  cancelled: 'To say that it’s cancelled.',
  answer: 'Our answer to your text.',
  other: 'About this meeting.',
};

const states: Record<ToldState, string> = {
  on_its_way: 'We’ve sent it.',
  arrived: 'It got to you.',
  not_known: 'We don’t know if it got to you.',
  not_arrived: 'It didn’t get to you.',
  not_taken: 'Nobody took the call.',
  not_sent: 'It didn’t go out.',
  too_late: 'It was too late to send it.',
  being_posted: 'We’re getting it ready to post.',
  posted: 'It’s in the post.',
};

const events: Record<OwnEvent, string> = {
  booked: 'It was booked',
  changed: 'Something about it changed',
  moved: 'It got a new time',
  cancelled: 'It was cancelled',
  confirmed: 'You said you’ll be there',
  cannot_come: 'You said you can’t come',
  call_requested: 'You asked us to call you',
};

const calls: Record<OwnOutcome, string> = {
  spoke: 'We talked to you on the phone',
  left_word: 'We phoned, and left word for you',
  no_answer: 'We phoned, and got no answer',
};

/** What a customer was and will be sent about an appointment. */
export const en = {
  link: 'What we send you about this',
  title: 'What we send you',
  heading: 'What we send you about your meeting',
  appointment: (date: string, time: string) => `${date}, ${time}`,
  planned: 'What we will send',
  nothingPlanned: 'We don’t plan to send you more about this.',
  news: 'What has happened so far',
  nothingYet: 'Nothing has happened yet.',
  at: (date: string, time: string) => `${date}, ${time}`,
  ways: { sms: 'Text', email: 'Email', voice: 'Call by a computer voice', letter: 'Letter', none: 'Message' },
  toNumber: (way: string, ending: string) => `${way} to the number that ends in ${ending}`,
  toEmail: (way: string, beginning: string) => `${way} to the address that starts with ${beginning}`,
  toHome: (way: string) => `${way} to your home`,
  about,
  states,
  heard: 'Someone heard it.',
  next: {
    same_way: 'So we tried again.',
    other_way: 'So we tried another way.',
    phone: 'So we asked someone to phone you.',
  },
  why: { preference: 'You asked us to do it this way.', other_way_failed: 'Another way had not worked.' },
  old: 'This was before it changed. Don’t go by it.',
  replaces: 'It takes the place of what we sent before.',
  events,
  calls,
  call: (adviser: string) => `${adviser} will phone you by then`,
  mayCall: (adviser: string) => `${adviser} may phone you, if we have not heard from you`,
  noWay: 'We want to reach you, but we have no number for you that works.',
  wrong: 'Is a number or address wrong? Call us on',
};
