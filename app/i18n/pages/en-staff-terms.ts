import { notices } from './en-staff-notices';
import type { ActorKind } from '~/domain/access/role';
import type { AppointmentEventKind, AppointmentMode, CannotComeReason } from '~/domain/appointment/appointment';
import type { DayState } from '~/domain/appointment/day-state';
import type { LinkState } from '~/domain/appointment/link-state';
import type { ContactHealth, ContactKind } from '~/domain/contact/contact-point';
import type { CallOutcome, CallReason } from '~/domain/messaging/call-list';
import type { CallMark } from '~/domain/messaging/call-status';
import type { Channel } from '~/domain/messaging/channel';
import type { MessagePurpose, MessageStatus } from '~/domain/messaging/message';
import type { ReplyMeaning } from '~/domain/messaging/reply';
import type { ReminderRule } from '~/domain/reminder/policy';

const states: Record<DayState, string> = {
  confirmed: 'Will be there',
  no_reply: 'No reply yet',
  cannot_come: 'Can’t come',
  not_recorded: 'No outcome yet',
  attended: 'Attended',
  attended_late: 'Attended, late',
  failed_to_attend: 'Did not attend',
  excused: 'Excused',
  rearranged: 'Rearranged',
  cancelled: 'Cancelled',
};

const modes: Record<AppointmentMode, string> = {
  in_person: 'Here in the office',
  phone: 'By phone',
  video: 'Video call',
  home: 'At their home',
  outreach: 'Outreach',
};

const channels: Record<Channel | 'none', string> = {
  sms: 'Text',
  email: 'Email',
  voice: 'Voice call',
  letter: 'Letter',
  call_list: 'Phone call',
  none: 'Message',
};

/** `what` is a channel, `when` a time or a date and a time. */
const news: Record<MessageStatus, (what: string, when: string) => string> = {
  planned: (what, when) => `${what} planned for ${when}`,
  claimed: (what) => `${what} is being sent`,
  unknown: (what) => `${what}: not known whether it went out`,
  accepted: (what, when) => `${what} handed over ${when}`,
  sent: (what, when) => `${what} sent ${when}`,
  delivered: (what, when) => `${what} delivered ${when}`,
  undelivered: (what) => `${what} not delivered`,
  failed: (what) => `${what} not delivered`,
  expired: (what) => `${what} not sent in time`,
  superseded: (what) => `${what} replaced by a newer one`,
  cancelled: (what) => `${what} no longer needed`,
  suppressed: (what) => `${what} not sent`,
};

const statuses: Record<MessageStatus, string> = {
  planned: 'planned',
  claimed: 'being sent',
  unknown: 'not known',
  accepted: 'handed over',
  sent: 'sent',
  delivered: 'delivered',
  undelivered: 'not delivered',
  failed: 'failed',
  expired: 'out of time',
  superseded: 'replaced',
  cancelled: 'not needed',
  suppressed: 'held back',
};

const callReasons: Record<CallReason, string> = {
  no_other_way: 'No other way to reach them',
  not_delivered: 'Nothing we sent arrived',
  not_confirmed: 'No reply, and no sign that our message arrived',
  out_of_time: 'There was no time left to send a message',
  asked_for_call: 'Asked to be called',
  cannot_come: 'Said they can’t come',
  number_changed: 'Their number has changed',
  wrong_number: 'Somebody else has their number now',
  missed: 'Did not come: ask how they are, and find a new time',
  safety: 'For their safety we send nothing: talk to them in person',
  earlier_time: 'A time has come free: ask if they would like to come sooner',
  follow_up: 'Ask how their plan is going',
  adviser_changed: 'They have a new adviser, and no text, email or letter can tell them',
  format_cannot: 'Their interpreter, or the form that they read, cannot be had: tell them, and find another way',
  ring_back: 'We could not be sure on the phone that it was them: ring a number from here, and no other',
};

const callOutcomes: Record<CallOutcome, string> = {
  spoke: 'Spoke to them',
  left_word: 'Left word',
  no_answer: 'No answer',
  wrong_number: 'Wrong number',
  not_needed: 'Not needed',
};

const rules: Record<ReminderRule, string> = {
  booked: 'says that it is booked',
  three_days_before: 'three days before',
  one_day_before: 'the day before',
  same_day: 'two hours before',
  missed: 'after a missed appointment',
  changed: 'says what changed',
  cancelled: 'says that it is cancelled',
};

const purposes: Record<MessagePurpose, string> = {
  reminder: 'reminder',
  sign_in_code: 'sign-in code',
  reply: 'answer to their text',
  notice: 'notice',
  feedback: 'question after the meeting',
  step: 'reminder of a step',
  club: 'reminder of a work club',
  access: 'change of how they sign in or are reached',
  offer: 'offer of an earlier time',
  adviser: 'who is their adviser now',
};

/** Why a message went the way it did; the start of a stored reason that is not here is shown as nothing. */
const reasons: Record<string, string> = {
  preference: 'they prefer it this way',
  profile: 'they are best reached by phone or letter',
  mobile_works: 'their mobile takes texts',
  email_works: 'their email works',
  next_after_failure: 'another way had failed',
  no_contact_point: 'we have no number or address',
  only_landline: 'they only have a landline',
  opted_out: 'they asked us not to',
  all_failed: 'every other way had failed',
  shared_number: 'someone else has the same number',
  person: 'the number or address cannot receive it',
  us: 'something on our side is wrong',
  later: 'the provider could not take it then',
  down: 'the provider was not working then',
  undelivered: 'the network could not deliver it',
  not_reached: 'nobody took the call',
  landline_works: 'they have a landline, which takes no texts',
  not_handed_over: 'the provider never had it',
  not_known: 'it cannot be found out',
  check_first: 'it may have gone out before the service was restored',
  changed_since: 'the appointment has changed',
  merged: 'a later message says the same',
  confirmed: 'they said they will be there',
  delivered: 'an earlier message arrived',
  cannot_come: 'they said they can’t come',
  not_confirmed: 'nothing had arrived and nobody had answered',
  out_of_time: 'it would have come too late',
  arrived_after_all: 'an earlier message arrived after all',
  safety: 'for their safety nothing may be sent',
  cannot_be_written: 'it could not be written',
  wrong_number: 'the number is somebody else’s now',
  number_dead: 'the number does not work any more',
  post_in_time: 'there is time for a letter',
  no_answer: 'nobody answered',
  busy: 'the line was busy',
  voicemail: 'nobody was there, or a machine answered',
  quiet_hours: 'waits for the morning',
  provider_down: 'waits, because the provider is not working',
  paused: 'waits, because sending is paused',
};

/** Which keys were pressed in a voice call. */
const marks: Record<CallMark, string> = {
  heard: 'somebody pressed 1 and heard it',
  confirmed: 'they said they will be there',
  asked_for_call: 'they asked to be called',
  opted_out: 'somebody asked for no more voice calls to this number',
  wrong_number: 'somebody said that it is not their number',
  not_asked: 'they did not ask for a code',
  changed_since: 'the appointment had changed, so it was not read out',
};

/** Who carries our messages, by the short name in the ledger. */
const providers: Record<string, string> = {
  twilio: 'Twilio',
  notify: 'GOV.UK Notify',
  smtp: 'the mail server',
  outbox: 'the outbox',
  print: 'the office',
};

const events: Record<AppointmentEventKind, string> = {
  booked: 'Booked',
  changed: 'Changed',
  cancelled: 'Cancelled',
  confirmed: 'Said they will be there',
  cannot_come: 'Said they can’t come',
  moved: 'Moved',
  call_requested: 'Asked for a call',
  outcome_recorded: 'Outcome recorded',
  outcome_undone: 'Outcome taken back',
};

const actors: Record<ActorKind, string> = {
  customer: 'the customer, signed in',
  staff: 'staff',
  link: 'the customer, by the link in a text',
  reply: 'the customer, by text',
  call: 'the customer, in a voice call',
  import: 'an imported file',
  worker: 'Waymark',
  command: 'an operator',
  visitor: 'a visitor',
};

const healths: Record<ContactHealth, string> = {
  untried: 'Not tried yet',
  working: 'Works',
  failing: 'The last message did not arrive',
  dead: 'Does not work any more',
  unchecked: 'Added by the customer',
};

const contactKinds: Record<ContactKind, string> = {
  mobile: 'Mobile',
  landline: 'Landline',
  email: 'Email',
  post: 'Post',
};

const links: Record<LinkState, string> = {
  open: 'Works until the appointment ends',
  ended: 'No longer works: the appointment is over',
  moved: 'No longer works: there is a newer one',
  cancelled: 'No longer works: the appointment is cancelled',
};

const meanings: Record<ReplyMeaning, string> = {
  confirm: 'will be there',
  cannot_come: 'can’t come',
  stop: 'no more texts',
  start: 'texts again',
  help: 'wants help',
  wrong_number: 'not their number',
  feedback: 'says how the meeting was',
  offer: 'answers an offer of an earlier time',
  other: 'a person has to read it',
};

const cannotCome: Record<CannotComeReason, string> = {
  unwell: 'not well',
  work: 'working or at an interview',
  caring: 'looking after someone',
  travel: 'can’t get there',
  other: 'something else',
  not_given: 'no reason given',
};

/** The words for what the service keeps as short names: states, channels, reasons. */
export const terms = {
  states,
  modes,
  channels,
  news,
  statuses,
  callReasons,
  callOutcomes,
  rules,
  purposes,
  reasons,
  marks,
  providers,
  events,
  actors,
  healths,
  contactKinds,
  links,
  meanings,
  cannotCome,
  notices,
};
