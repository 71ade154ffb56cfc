import type { ClubField, ClubProblem } from '~/domain/club/club-form';
import type { ClubRhythm } from '~/domain/club/rhythm';
import { plural } from '../format';

const fields: Record<ClubField, string> = {
  name: 'Name of the club',
  place: 'Where it meets',
  address: 'Address',
  postcode: 'Postcode',
  weekday: 'Day of the week',
  fromTime: 'Begins',
  toTime: 'Ends',
  rhythm: 'How often',
  anchorOn: 'For every second week: a date on which it meets',
  weekOfMonth: 'For once a month: which week',
  askFor: 'Who to ask for',
  phone: 'Phone number',
  helpsWith: 'What it helps with',
};

const problems: Record<ClubProblem, (field: string, longest: number) => string> = {
  missing: (field) => `Fill in “${field}”`,
  too_long: (field, longest) => `“${field}” is too long. Use ${longest} letters or fewer`,
  postcode: () => 'Enter a whole postcode, like LL57 1AA',
  postcode_unknown: () => 'Nobody knows yet where this postcode is. Ask your office to import postcodes',
  weekday: () => 'Choose a day of the week',
  time: (field) => `Enter a time for “${field}”, like 10am or 13:30`,
  ends_before: () => 'The end must be later than the beginning',
  anchor: () => 'Choose a date on which the club meets',
  anchor_weekday: () => 'That date is not on the day of the week that you chose',
  week: () => 'Choose which week of the month',
  phone: () => 'Enter a UK phone number, or leave it empty',
};

const rhythms: Record<ClubRhythm, string> = {
  weekly: 'Every week',
  fortnightly: 'Every second week',
  monthly: 'Once a month',
  term_time: 'Every week in term time',
};

/** Work clubs as organisers and offices keep them. */
export const en = {
  title: 'Work clubs',
  mine: 'The clubs that you keep.',
  office: 'The clubs near your office, and those that nobody keeps yet.',
  none: 'There are no clubs here yet.',
  noneMine: 'You do not keep a club yet. Your office’s manager can give you one.',
  add: 'Add a club',
  columns: { club: 'Club', next: 'Next session', coming: 'Coming', checked: 'Checked', keptBy: 'Kept by' },
  nobody: 'Nobody yet',
  never: 'never',
  closed: 'Closed',
  noSession: 'No session in the next year',
  stale: (n: number) =>
    plural('en', n, {
      one: 'A club needs a look: nobody has checked it for three months.',
      other: '# clubs need a look: nobody has checked them for three months.',
    }),
  staleOne: 'Nobody has checked this club for three months. Is all of it still right?',
  checkedOn: (date: string) => `Checked on ${date}`,
  neverChecked: 'Never checked',
  allRight: 'Yes, all of it is right',
  change: 'Change the club’s page',
  seePage: 'See its page as people see it',
  print: 'To print this list, use your browser’s print button.',
  facts: { when: 'When', where: 'Where', ask: 'Ask for', phone: 'Phone', help: 'Helps with', has: 'Has' },
  coming: {
    heading: 'Who is coming',
    intro: 'People who said that they are going. Others may turn up too.',
    count: (n: number) => plural('en', n, { zero: 'Nobody yet', one: '1 person', other: '# people' }),
    none: 'No sessions to come.',
  },
  days: {
    heading: 'Days when it does not meet',
    none: 'None at the moment.',
    range: (from: string, until: string) => `${from} to ${until}`,
    from: 'First day',
    until: 'Last day',
    untilHint: 'Leave it empty for one day only.',
    reason: 'Why (optional)',
    reasonHint: 'Like: Christmas, the hall is being painted.',
    submit: 'It does not meet then',
    tells: 'Whoever said that they are going is told.',
    end: 'It meets after all',
    problems: {
      from_missing: 'Enter the first day',
      until_missing: 'Enter the last day as a date, or leave it empty',
      until_before: 'The last day must not be before the first',
      over: 'Those days are over',
      too_long: 'Write less than 100 characters',
    },
  },
  keepers: {
    heading: 'Who keeps it',
    legend: 'Organisers who may change this page',
    none: 'Your office has no organisers yet.',
    submit: 'Save',
  },
  closing: {
    heading: 'Close the club',
    text: 'It is no longer shown to anybody, and whoever said that they are going is told. You can open it again.',
    submit: 'Close it for good',
    reopen: 'Open it again',
    isClosed: 'This club has closed. Nobody is shown it.',
  },
  form: {
    add: 'Add a club',
    change: 'Change the club’s page',
    fields,
    choose: 'Choose',
    optional: (field: string) => `${field} (optional)`,
    helpHint: 'A few words, like: CVs, interviews, forms.',
    timeHint: 'Like 10am or 13:30.',
    rhythms,
    weeks: ['First', 'Second', 'Third', 'Fourth', 'Last'],
    has: 'What it has',
    tells: (n: number) =>
      plural('en', n, {
        one: '1 person has said that they are coming. If the day, time or place changes, they are told.',
        other: '# people have said that they are coming. If the day, time or place changes, they are told.',
      }),
    submit: 'Save',
    problems,
  },
  done: {
    saved: 'The club’s page is saved.',
    checked: 'Thank you. Nobody will be asked again for three months.',
    'days-closed': 'Saved. Whoever said that they are going then is told.',
    'days-opened': 'Saved: the club meets on those days.',
    closed: 'The club is closed. Nobody is shown it.',
    reopened: 'The club is open again.',
    keepers: 'Saved.',
  },
};
