import { plural } from '../format';

/** The print queue. */
export const en = {
  title: 'Letters',
  documentTitle: 'Letters to post',
  count: (n: number) => plural('en', n, { one: '# letter to print and post', other: '# letters to print and post' }),
  none: 'There are no letters to print or post.',
  noneMore: 'A letter comes here when somebody prefers post, or nothing else can reach them, and there is time for it.',
  how: 'Print on one side, fold in three, and use window envelopes. Then tick the letters and say that they are in the post.',
  printAll: (n: number) => plural('en', n, { one: 'Print it', other: 'Print all #' }),
  printOne: 'Print only this one',
  printAgain: 'Print again',
  large: 'In large print',
  choose: (name: string) => `Letter to ${name}`,
  chooseAll: 'Tick all of them',
  posted: 'They are in the post',
  postBy: (when: string) => `Post by ${when}`,
  lastDay: 'Last day',
  about: (rule: string, when: string) => `${rule}. Their appointment: ${when}`,
  inWelsh: 'In Welsh',
  isFor: (name: string) => ` for ${name}`,
  noneChosen: 'Tick the letters that are in the post',
  problem: 'There is a problem',
  done: 'Done',
  important: 'Important',
  marked: (n: number) =>
    plural('en', n, { one: '# letter is marked as posted', other: '# letters are marked as posted' }),
  overtaken: (n: number) =>
    plural('en', n, {
      one: '# letter was not marked, because it must not be posted any more. See below',
      other: '# letters were not marked, because they must not be posted any more. See below',
    }),
  back: 'The letter is waiting to be posted again',
  kept: 'This letter would be wrong or late by now, so it was not put back',
  doNotPost: 'Do not post these',
  doNotPostWhy: 'If you have printed one of them, put it in the confidential waste.',
  why: {
    superseded: 'The appointment has changed. There is a newer message.',
    cancelled: 'The appointment is not going ahead as the letter says.',
    expired: 'It would come too late. The call list asks somebody to phone.',
  },
  /** Of a letter that says who is their adviser now. */
  whyOfAdviser: {
    superseded: 'There is a newer message.',
    cancelled: 'They have another adviser again.',
    expired: 'It was not posted in time. Another message, or the call list, takes its place.',
  },
  postedTitle: 'In the post',
  postedAt: (when: string) => `Posted ${when}`,
  undo: 'Not posted after all',
};
