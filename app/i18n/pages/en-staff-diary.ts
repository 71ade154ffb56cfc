import { MOST_OVERLAP_MINUTES } from '~/domain/appointment/clashes';
import type { DiaryExceptionKind } from '~/domain/office/diary';
import type { ExceptionProblem } from '~/domain/office/exception-form';
import type { HoursProblem } from '~/domain/office/hours-form';
import { plural } from '../format';

const kinds: Record<DiaryExceptionKind | 'away', string> = {
  leave: 'Leave',
  sick: 'Off sick',
  training: 'Training',
  meeting: 'Meeting, no customers',
  extra: 'Extra hours',
  outreach: 'Outreach',
  away: 'Away',
};

const exceptionProblems: Record<ExceptionProblem, string> = {
  choose_kind: 'Choose what it is',
  from_missing: 'Enter the first day, like 24/11/2026',
  from_long_past: 'The first day must be no more than 31 days ago',
  until_wrong: 'Enter a last day that exists, or leave it empty',
  until_before: 'The last day must be the first day or later',
  too_long: 'Enter a year at most',
  time_unreadable: 'Enter a time like 9am, 1:30pm or 13:30',
  time_missing: 'Enter both times, or leave both empty',
  time_backwards: 'The second time must be later than the first',
  times_for_extra: 'Enter from when until when the extra hours are',
  choose_venue: 'Choose where the outreach is',
  note_too_long: 'Use 200 letters or fewer',
};

const hoursProblems: Record<HoursProblem, string> = {
  unreadable: 'Enter hours like 9am to 12:45pm, 1:45pm to 5pm',
  backwards: 'Each second time must be later than the first',
  overlapping: 'These hours overlap. Enter each hour once',
  too_many: 'Enter 4 stretches a day at most',
};

/** Advisers' diaries, as staff see them. */
export const en = {
  title: (name: string, monday: string) => `Diary: ${name}, week of ${monday}`,
  officeTitle: (monday: string) => `Office diary, week of ${monday}`,
  choose: 'Choose a week',
  previous: 'Week before',
  thisWeek: 'This week',
  next: 'Week after',
  mine: 'My diary',
  office: 'Whole office',
  other: 'Another week or colleague',
  date: 'A day in the week',
  whose: 'Whose diary',
  show: 'Show',
  dateFault: 'Choose a date that exists, like 24/11/2026. This is the present week instead',
  add: 'Add leave or other days',
  hours: 'Weekly hours',
  calendar: 'In your own calendar',
  readOnly: (name: string) => `You can see ${name}’s diary. ${name} or an office manager can change it.`,
  now: (time: string) => `Now, ${time}`,
  span: (from: string, to: string) => `${from} to ${to}`,
  free: 'Free',
  book: 'Book',
  bookAbout: (time: string, day: string) => `: ${time}, ${day}`,
  closed: 'Sees nobody.',
  bankHoliday: (name: string) => `Bank holiday: ${name}`,
  places: (taken: number, capacity: number) => `${taken} of ${capacity} places taken`,
  kinds,
  exception: {
    allDay: (kind: string) => `${kind}, all day`,
    hours: (kind: string, from: string, to: string) => `${kind}, ${from} to ${to}`,
    until: (what: string, date: string) => `${what}, until ${date}`,
    at: (what: string, place: string) => `${what}: ${place}`,
    about: (date: string) => ` ${date}`,
  },
  officeRow: {
    meetings: (n: number) => plural('en', n, { zero: 'No meetings', one: '# meeting', other: '# meetings' }),
    groups: (n: number) => plural('en', n, { one: '# group', other: '# groups' }),
    free: (hours: number, minutes: number) =>
      [
        ...(hours > 0 ? [plural('en', hours, { one: '# hour', other: '# hours' })] : []),
        ...(minutes > 0 ? [plural('en', minutes, { one: '# minute', other: '# minutes' })] : []),
      ].join(' ') + ' free',
    full: 'Nothing free',
    none: 'Nobody has a diary in this office yet.',
  },
  touched: {
    before: (n: number) =>
      plural('en', n, {
        one: '# meeting is booked then. It will not be moved or cancelled: do that yourself after you save.',
        other: '# meetings are booked then. They will not be moved or cancelled: do that yourself after you save.',
      }),
    outside: (n: number) =>
      plural('en', n, {
        one: '# booked meeting would be outside these hours. It stays where it is.',
        other: '# booked meetings would be outside these hours. They stay where they are.',
      }),
    after: (n: number) =>
      plural('en', n, { one: '# meeting is still booked then', other: '# meetings are still booked then' }),
    afterHint: 'Open each one to give it a new time, or ask a colleague to stand in.',
    confirm: 'Save all the same',
    important: 'Important',
  },
  form: {
    add: (name: string) => `Add days to ${name}’s diary`,
    correct: (name: string) => `A change in ${name}’s diary`,
    kind: 'What is it?',
    kindHints: {
      leave: 'Colleagues see “Away”.',
      sick: 'Colleagues see “Away”.',
      training: '',
      meeting: '',
      extra: 'Hours on top of the usual ones, such as an evening.',
      outreach: 'Seeing people at a venue in the community.',
    },
    from: 'First day',
    until: 'Last day',
    untilHint: 'Leave it empty if it is one day.',
    times: 'For the whole day, leave both times empty.',
    fromTime: 'From',
    toTime: 'To',
    place: 'Where, if it is outreach',
    choosePlace: 'Choose a venue',
    note: 'Note (optional)',
    noteHint: 'Only you and office managers see it.',
    submit: 'Save',
    change: 'Change it',
    end: 'Take it out of the diary',
    ended: 'This was taken out of the diary. The week is as it always is.',
    putBack: 'Put it back',
    cover: 'Ask a colleague to stand in',
    toDiary: 'To the diary',
    problems: exceptionProblems,
  },
  hoursForm: {
    title: (name: string) => `Weekly hours of ${name}`,
    intro: 'When customers can be booked, every week. Leave a day empty if nobody is seen then.',
    hint: 'For example: 9am to 12:45pm, 1:45pm to 5pm',
    join: (stretches: readonly string[]) => stretches.join(', '),
    submit: 'Save hours',
    problems: hoursProblems,
    problem: (day: string, problem: string) => `${day}: ${problem}`,
    overlap: `How far two meetings may overlap is set for the whole office, ${MOST_OVERLAP_MINUTES} minutes at most.`,
  },
  feed: {
    title: 'Your diary in your own calendar',
    what: 'Your calendar program can show your diary by itself. When something changes, your calendar changes too.',
    shows:
      'It shows times, the kind of each meeting and the customer’s reference, groups, and when you are away or at a venue. It names nobody.',
    private: 'Anybody who has the address can see that. Do not share it.',
    make: 'Make a private address',
    address: 'Your private address',
    addHere: 'Add it to the calendar on this device',
    slow: 'Some calendars take a day to show a change. The diary here is always right.',
    resetHeading: 'If somebody else has seen the address',
    resetHint: 'The old address stops working at once.',
    reset: 'Get a new address',
    endHeading: 'If you no longer want it',
    endHint: 'The address stops working at once. You can make another later.',
    end: 'Stop this',
    doneMade: 'Your private address is ready.',
    doneEnded: 'The address no longer works.',
  },
};
