import type { OfferStatus } from '~/domain/appointment/appointment';
import type { SlotState } from '~/domain/appointment/freed-time';
import { plural } from '../format';

const states: Record<SlotState, string> = {
  asking: 'Offered',
  waiting: 'Nobody to ask now',
  stopped: 'Not offered',
  refilled: 'Refilled',
  over: 'Not refilled',
};

const answers: Record<OfferStatus, string> = {
  offered: 'asked',
  accepted: 'said yes',
  declined: 'said no',
  lapsed: 'did not answer in time',
  gone: 'somebody else has it',
};

/** Times that have come free, for staff. */
export const en = {
  title: 'Earlier times',
  intro:
    'A time that comes free at least four hours ahead is offered to people who would come sooner: three at once, who waited longest first, and never more than twice in seven days. It is kept for them for two hours, and the first yes has it.',
  counted: (refilled: number, n: number, byOffer: number) =>
    `${refilled} of ${plural('en', n, { one: '# time', other: '# times' })} that came free in the last four weeks and cannot be offered any more were refilled: ${byOffer} by somebody who was asked.`,
  noneCounted: 'No time came free in the last four weeks.',
  open: 'Can still be given',
  noneOpen: 'No time is free to be given.',
  settled: 'Refilled, or too late',
  row: (when: string, adviser: string) => `${when}, ${adviser}`,
  states,
  answers,
  offer: (name: string, answer: string) => `${name}: ${answer}`,
  until: (time: string) =>
    `Kept until ${time} for those who were asked. You may still book it: they will hear that it has gone.`,
  phone: 'Phone them',
  filled: (name: string) => `Now has it: ${name}`,
  wasAsked: 'was asked',
  offerNow: 'Offer it now',
  stop: 'Stop offering',
  saidYes: 'Said yes: move it',
  saidNo: 'Said no',
  about: (what: string) => ` (${what})`,
  dayOffered: (n: number, until: string) =>
    plural('en', n, { one: `Offered to # person until ${until}`, other: `Offered to # people until ${until}` }),
  dayRefilled: (name: string) => `Refilled: ${name}`,
  dayLink: 'Earlier times: who is asked to come sooner',
};
