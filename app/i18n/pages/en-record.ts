import type { CoverProblem } from '~/domain/adviser/cover-form';
import type { CoverClash, CoverState } from '~/domain/adviser/cover';
import type { FeedbackAnswer } from '~/domain/appointment/appointment';
import type { AccessNeed } from '~/domain/situation/access-need';
import type { Barrier } from '~/domain/situation/barrier';
import { plural } from '../format';

const accessNeeds: Record<AccessNeed, string> = {
  bsl: 'BSL interpreter',
  interpreter: 'Interpreter',
  large_print: 'Large print',
  braille: 'Braille',
  audio: 'Audio',
  easy_read: 'Easy read',
  someone_with_me: 'Somebody comes with them',
  step_free: 'Step-free way in',
  other: 'Something else',
};

const barriers: Record<Barrier, string> = {
  childcare: 'Childcare',
  caring: 'Caring for someone',
  travel: 'Getting there',
  health: 'Health',
  money: 'Money',
  housing: 'Housing',
  confidence: 'Confidence',
  it: 'Computers and phones',
  reading: 'Reading and writing',
  english: 'English',
};

const feedback: Record<FeedbackAnswer, string> = {
  yes: 'Got what they needed',
  partly: 'Got some of what they needed',
  no: 'Did not get what they needed',
};

const states: Record<CoverState, string> = {
  coming: 'To come',
  in_force: 'Now',
  over: 'Over',
  ended: 'Ended early',
};

const problems: Record<CoverProblem, string> = {
  choose_adviser: 'Choose who is away',
  choose_stand_in: 'Choose who stands in',
  same_person: 'Nobody can stand in for themselves. Choose somebody else',
  from_missing: 'Enter the first day, like 24/11/2026',
  from_past: 'The first day is past. Choose today or a later day',
  until_missing: 'Enter the last day, like 4/12/2026',
  until_before: 'The last day comes before the first. Choose a later one',
  until_past: 'The last day is past. Choose today or a later day',
  too_long: 'This is longer than a year. Give these customers another adviser instead',
};

const clashes: Record<CoverClash['clash'], (adviser: string, standIn: string, from: string, until: string) => string> =
  {
    overlaps: (adviser, standIn, from, until) =>
      `${standIn} already stands in for ${adviser} from ${from} to ${until}. Choose other days, or correct that cover`,
    stand_in_away: (adviser, standIn, from, until) =>
      `${adviser} is away as well from ${from} to ${until}, with ${standIn} standing in. Choose somebody else`,
    stands_in: (adviser, standIn, from, until) =>
      `${standIn} stands in for ${adviser} from ${from} to ${until}. Find somebody else for that first`,
  };

/** A customer's record, the journal and covers, as staff see them. */
export const en = {
  record: 'Record',
  recordOf: (name: string) => `Record of ${name}`,
  back: 'Back to the day',
  reference: 'Reference',
  adviser: 'Adviser',
  noAdviser: 'None yet',
  knownAs: 'Known as',
  language: 'Language',
  standsIn: (standIn: string, until: string, adviser: string) =>
    `${standIn} stands in until ${until}, then ${adviser} again`,
  links: 'More about this customer',
  plan: 'Action plan',
  card: 'Sign-in card',
  changes: 'New numbers and addresses',
  change: (kind: string, value: string, when: string) => `${kind}: ${value}, ${when}`,
  replaces: 'takes the place of an older one',
  seen: 'Seen',
  seenAbout: (value: string) => `: ${value}`,
  needs: 'Access needs',
  noNeeds: 'They have told us of none.',
  accessNeeds,
  withDetail: (what: string, detail: string) => `${what}: ${detail}`,
  barriers: 'What stands in the way',
  noBarriers: 'They have told us of nothing.',
  barrierNames: barriers,
  consents: 'Who may see the plan',
  noConsents: 'Nobody: they have not been asked, or said no.',
  given: (partner: string, when: string) => `${partner}, since ${when}`,
  withdrawn: (partner: string, when: string) => `${partner}: taken back ${when}`,
  planSummary: 'Plan',
  steps: {
    open: (n: number) => plural('en', n, { one: '# open step', other: '# open steps' }),
    late: (n: number) => plural('en', n, { one: '# late', other: '# late' }),
    trouble: (n: number) => plural('en', n, { one: '# they are stuck on', other: '# they are stuck on' }),
  },
  noSteps: 'No open steps.',
  next: 'Next appointments',
  noNext: 'None booked.',
  past: 'Past appointments',
  noPast: 'None yet.',
  appointment: (when: string, adviser: string) => `${when}, with ${adviser}`,
  feedback,
  journal: {
    heading: 'Journal',
    title: (name: string) => `Journal: ${name}`,
    all: 'Read and answer in the journal',
    allForManagers: 'The whole journal',
    backToRecord: 'Back to the record',
    backToJournal: 'Back to the journal',
    none: 'Nothing has been written yet.',
    hidden: 'What is written here is between the customer and the adviser. You see when, and what waits.',
    customerWrote: (name: string, when: string) => `${name} wrote, ${when}`,
    staffWrote: (name: string, when: string) => `${name} wrote, ${when}`,
    waits: 'Waits for an answer',
    readAt: (when: string) => `Read ${when}`,
    unread: 'Not read yet',
    done: (name: string, when: string) => `Dealt with by ${name}, ${when}`,
    note: (note: string) => `What was done: ${note}`,
    reopen: 'Not dealt with after all',
    close: 'Dealt with, no answer needed',
    closeNote: 'What was done',
    closeHint: 'The customer sees this. You can leave it empty.',
    closeSubmit: 'Dealt with',
    markRead: 'Mark as read',
    write: 'Your answer',
    writeFirst: 'Your message',
    hint: 'The customer gets a text or an email that says there is something to read, never what. Up to 2,000 characters.',
    hintNoMessages: 'For their safety nothing is sent. They see it when they sign in, so tell them in person as well.',
    submit: 'Send',
    older: 'Older',
    newer: 'Newer',
    about: (name: string, when: string) => `: ${name}, ${when}`,
    faults: {
      empty: 'Write something before you send it',
      too_long: (over: string) => `This is too long. Take out ${over} characters`,
      written_since: 'They have written again since you opened this page. Read that, then send your answer',
      note_too_long: 'What was done can take 500 characters at the most',
    },
    needs: 'Messages to answer',

    days: (n: number) => plural('en', n, { one: '# day ago', other: '# days ago' }),
    count: (n: number) => plural('en', n, { one: '# message', other: '# messages' }),
    open: 'Read and answer',
  },
  cover: {
    title: 'Cover',
    intro: 'While an adviser is away, somebody stands in. Customers see who, and until when. It ends by itself.',
    notMoved: 'Appointments are not moved: give those that cannot be kept a new time.',
    today: (standIn: string, adviser: string, until: string) => `${standIn} stands in for ${adviser} until ${until}.`,
    none: 'Nobody is covered, now or in the days to come.',
    row: (standIn: string, adviser: string) => `${standIn} for ${adviser}`,
    days: (from: string, until: string) => `${from} to ${until}`,
    states,
    booked: (n: number, adviser: string) =>
      plural('en', n, {
        one: `# appointment of ${adviser}’s is in these days, and is not moved`,
        other: `# appointments of ${adviser}’s are in these days, and are not moved`,
      }),
    seeDay: 'See the first day',
    set: 'Set a cover',
    correct: 'Correct',
    end: 'End it now',
    callOff: 'Call it off',
    about: (standIn: string, adviser: string) => `: ${standIn} for ${adviser}`,
    form: {
      set: 'Set a cover',
      correct: 'Correct a cover',
      adviser: 'Who is away?',
      standIn: 'Who stands in?',
      choose: 'Choose somebody',
      from: 'First day',
      until: 'Last day',
      untilHint: 'This day is still covered.',
      submit: 'Save',
    },
    problems,
    clashes,
  },
};
