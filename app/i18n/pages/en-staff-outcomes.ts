import type { CancelReason, MissedReason } from '~/domain/appointment/appointment';
import type { AccessNeed } from '~/domain/situation/access-need';
import { plural } from '../format';

const missedReasons: Record<MissedReason | 'none', string> = {
  unwell: 'Unwell',
  caring: 'Caring for someone',
  travel: 'Could not get here',
  work: 'At work',
  forgot: 'Forgot',
  not_told: 'Did not know of it',
  other: 'Another reason',
  none: 'Not known',
};

const cancelReasons: Record<CancelReason, string> = {
  adviser_away: 'The adviser is away',
  office_closed: 'The office is closed',
  no_room: 'There is no room free',
  not_needed: 'It is not needed any more',
  they_asked: 'The customer asked for it',
  booked_in_error: 'It was booked in error',
  other: 'Another reason',
};

/** What somebody needs to take part, in as few words as will do. */
const needs: Record<AccessNeed, string> = {
  bsl: 'Needs a BSL interpreter',
  interpreter: 'Needs an interpreter',
  large_print: 'Large print',
  braille: 'Braille',
  audio: 'Audio',
  easy_read: 'Easy read',
  someone_with_me: 'Somebody comes with them',
  step_free: 'Step-free way in',
  other: 'Another need: see the record',
};

export const en = {
  late: 'Late',
  excused: 'Excused',
  cancelledByUs: 'We called it off',
  more: 'Something else',
  correct: 'Correct it',
  why: 'Why, if you know',
  changeWhy: 'Change the reason',
  whyIs: (reason: string) => `Why: ${reason}`,
  missedReasons,
  cancel: {
    title: 'Call the appointment off',
    link: 'Call it off',
    undo: 'It stands after all',
    question: (name: string, when: string) => `Why can’t we keep the appointment with ${name}, ${when}?`,
    told: 'The customer is told at once. They do not see the reason.',
    inPerson: 'Nothing is sent to this person, for their safety. Tell them in person.',
    reasons: cancelReasons,
    choose: 'Choose why the appointment is called off',
    submit: 'Call it off',
  },
  needs,
  steps: (n: number) => plural('en', n, { one: '# step to look at', other: '# steps to look at' }),
  free: (length: string) => `Free for ${length}`,
  until: (time: string) => `until ${time}`,
  hours: (n: number) => plural('en', n, { one: '# hour', other: '# hours' }),
  minutes: (n: number) => plural('en', n, { one: '# minute', other: '# minutes' }),
  gapDiary: 'See the diary',
  freed: 'Came free',
  group: (booked: number, places: number) => `${booked} of ${places} places taken`,
  unrecorded: (n: number) => plural('en', n, { one: '# outcome not recorded', other: '# outcomes not recorded' }),
};
