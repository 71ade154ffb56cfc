import type { Channel } from '~/domain/messaging/channel';
import type { Standing } from '~/domain/messaging/standing';
import type { TroubleCause } from '~/domain/messaging/trouble';
import type { TroubleView } from '~/domain/messaging/trouble-view';
import { plural } from '../format';

const views: Record<TroubleView, string> = { mine: 'My customers', office: 'The whole office' };

/** A cause in a word or two, to choose by. */
const causes: Record<TroubleCause, string> = {
  not_delivered: 'Not delivered',
  failed: 'Could not be sent',
  expired: 'Too late to send',
  unknown: 'Not known',
  no_receipt: 'No sign of arrival',
  provider_down: 'Provider not working',
  paused: 'Sending is stopped',
  late: 'Late',
  opted_out: 'Said no',
  safety: 'Safety',
  no_number: 'No way to reach them',
};

/** The same about one message; `what` is "Text", "Email". */
const sentences: Record<TroubleCause, (what: string) => string> = {
  not_delivered: (what) => `${what} not delivered`,
  failed: (what) => `${what} could not be sent`,
  expired: (what) => `${what} not sent: it was too late`,
  unknown: (what) => `${what}: nobody knows if it went out`,
  no_receipt: (what) => `${what} sent, but no sign that it arrived`,
  provider_down: (what) => `${what} waits: the provider is not working`,
  paused: (what) => `${what} waits: sending is stopped`,
  late: (what) => `${what} is late`,
  opted_out: () => 'They asked for no more messages',
  safety: () => 'Nothing may be sent, for their safety',
  no_number: () => 'There is no number or address that we can use',
};

const standings: Record<Standing, string> = {
  arrived: 'Arrived',
  on_the_way: 'On the way',
  in_trouble: 'In trouble',
  to_call: 'To call',
};

/** How it is tried again; `none` where that is decided then. */
const again: Record<Channel | 'none', (at: string) => string> = {
  sms: (at) => `Texted again at ${at}`,
  email: (at) => `Emailed at ${at}`,
  voice: (at) => `Called by voice at ${at}`,
  letter: (at) => `A letter at ${at}`,
  call_list: (at) => `On the call list at ${at}`,
  none: (at) => `Tried again at ${at}`,
};

/** Times are like "4pm today", "10am on Thursday 26 November". */
export const en = {
  title: 'Messages in trouble',
  intro: 'Meetings of the next 7 days that people may not know about. The soonest comes first.',
  chooseWhose: 'Whose messages',
  chooseCause: 'What is wrong',
  views,
  option: (name: string, n: number) => `${name} (${n})`,
  everyCause: 'Everything',
  causes,
  sentences,
  count: (n: number) => plural('en', n, { one: '# meeting', other: '# meetings' }),
  more: (shown: number) => `These are the ${shown} soonest.`,
  none: 'Nothing is in trouble. Every message has arrived, or is on its way.',
  noneOfCause: 'Nothing here at the moment.',
  seeAll: 'See everything that is in trouble',
  seeOffice: 'See the whole office',
  meeting: (time: string, day: string) => `${time} ${day}`,
  cancelled: 'Cancelled',
  mayCome: 'They may come for nothing.',
  with: (adviser: string) => `with ${adviser}`,
  message: (rule: string) => `Message: ${rule}`,
  why: (reason: string) => `Why: ${reason}`,
  next: 'What happens next',
  phoneBy: (name: string, at: string) => `${name} is to phone by ${at}`,
  somebodyPhonesBy: (at: string) => `Somebody is to phone by ${at}`,
  talkBy: (name: string, at: string) => `${name} is to talk to them in person by ${at}`,
  somebodyTalksBy: (at: string) => `Somebody is to talk to them in person by ${at}`,
  callList: 'Call list',
  late: 'Late',
  again,
  waits: (at: string) => `It goes as soon as it can. If not by ${at}, we try another way`,
  asking: 'We are asking the provider what became of it',
  callIf: (at: string) => `Somebody is asked to phone at ${at}, if nothing gets through before`,
  nextReminder: (at: string) => `The next message goes at ${at}`,
  nobody: 'Nothing, unless you ask someone to phone',
  ask: 'Ask someone to phone',
  askToTalk: 'Ask someone to talk to them',
  about: (name: string) => ` ${name}`,
  today: 'Today’s messages',
  todayNone: 'No messages about these meetings today.',
  todayOf: 'Messages that were to go today, about meetings from today to 7 days from now',
  standing: 'How they stand',
  messages: 'Messages',
  standings,
  picture: (parts: string) => `Today’s messages: ${parts}`,
  part: (name: string, n: number) => `${name} ${n}`,
};
