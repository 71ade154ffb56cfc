import { plural } from '../format';
import type { CallView } from '~/domain/messaging/call-list';

const views: Record<CallView, string> = { mine: 'My calls', office: 'The whole office', escalated: 'Passed on' };
const empty: Record<CallView, string> = {
  mine: 'You have no calls to make.',
  office: 'Nobody in this office has a call to make.',
  escalated: 'No call has been passed on.',
};

/** The call list: people to ring, and how. `day` is "today", "tomorrow" or "on Thursday 26 November". */
export const en = {
  title: 'Calls to make',
  choose: 'Which calls',
  views,
  view: (name: string, count: number) => `${name} (${count})`,
  empty,
  count: (n: number) => plural('en', n, { one: '# call', other: '# calls' }),
  more: (shown: number) => `These are the ${shown} most urgent.`,
  before: (time: string, day: string) => `Before ${time} ${day}`,
  late: 'Late',
  passedOn: 'Passed on to the manager',
  why: 'Why',
  byWhen: 'By when',
  goodFrom: (time: string, day: string) => `They asked to be rung from ${time} ${day}`,
  tryAgain: (time: string, day: string) => `Try again from ${time} ${day}`,
  numbers: 'Ring',
  number: (kind: string, health: string) => `${kind}. ${health}`,
  notTheirs: 'Somebody else’s. Do not ring it.',
  noNumber: 'We have no phone number. Write a letter, or ask when they come in.',
  inPerson: 'Talk to them in person. Do not ring.',
  careful: 'Someone else may answer. Leave no word, and do not say where you are calling from.',
  say: 'What to say',
  wrote: 'What our message said',
  appointment: 'Appointment',
  appointmentAt: (time: string, day: string) => `${time} ${day}`,
  tries: 'Tried so far',
  tried: (outcome: string, when: string, by: string) => `${outcome}, ${when}, ${by}`,
  triedOn: (outcome: string, when: string, by: string, number: string) => `${outcome}, ${when}, ${by}, on ${number}`,
  owner: 'Whose call',
  mine: 'Yours',
  nobodys: 'Nobody’s in particular',
  take: 'Take this call',
  handOver: 'Hand over to a colleague',
  colleague: 'Colleague',
  give: 'Hand over',
  about: (name: string) => ` ${name}`,
  cameOf: 'What came of it',
  done: 'Done today',
  noneDone: 'No calls yet today.',
};
