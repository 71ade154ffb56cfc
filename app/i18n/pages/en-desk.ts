import type { TaskResult, VisitOrigin, VisitTask } from '~/domain/assisted/visit';
import type { Agreement } from '~/domain/assisted/visit-rules';
import type { DeskNotice } from '~/domain/assisted/visit-notice';
import type { Level } from '~/domain/capability/assess-capability';
import type { ContactKind } from '~/domain/contact/contact-point';
import { plural } from '../format';

const tasks: Record<VisitTask, string> = {
  sign_in: 'Sign in',
  see_meeting: 'See the next meeting',
  change_meeting: 'Change the time of a meeting',
  use_plan: 'Use the plan',
  change_contact: 'Change a phone number or email',
  find_club: 'Find a work club',
  write_message: 'Write to the adviser',
  use_email: 'Use email',
  stay_safe: 'Stay safe online',
  find_jobs: 'Look for jobs online',
};

const levels: Record<Level, string> = {
  self_service: 'Manages online alone',
  champion_first: 'Needs someone the first time',
  assisted: 'Served by people',
};

const origins: Record<VisitOrigin, string> = { kiosk: 'at a kiosk', portal: 'before coming in', desk: 'at the desk' };

const results: Record<TaskResult, string> = {
  alone: 'Can do it alone now',
  with_help: 'Can do it with help',
  not_yet: 'Not yet',
};

const agreements: Record<Agreement, string> = {
  not_asked: 'Nobody has been asked yet. Press “I’m with them” first.',
  open: 'They are asked on their own screen. Wait until they have answered.',
  agreed: 'They agreed. It lasts for this visit, and half an hour at most.',
  ended: 'They said no, or it has ended. You can still help beside them, on their screen.',
};

const kinds: Record<ContactKind, string> = {
  mobile: 'Mobile',
  landline: 'Landline',
  email: 'Email',
  post: 'Letters to their home',
};

const notices: Record<DeskNotice, string> = {
  added: 'They are on the list.',
  there_already: 'They were on the list before. Nothing was changed.',
  taken: 'You are with them.',
  taken_by_other: 'A colleague is with them. Nothing was changed.',
  put_back: 'They wait again, in their old place.',
  finished: 'The visit is finished. It is counted as a contact at the desk.',
  reopened: 'The visit goes on. The contact was taken off the record.',
  result: 'Written down.',
  result_profile: 'Written down, and put in their profile.',
  result_no_profile: 'Written down. Their profile stays as it is.',
  result_undone: 'Taken back, also from their profile.',
  result_moved_on: 'Their profile has changed since. Nothing was taken back.',
  asked_again: 'They are asked again on their own screen.',
  agreement_ended: 'It has ended. You do not see their pages any more.',
  no_agreement: 'They have not agreed, or are no longer signed in. Nothing was opened.',
  over: 'This visit is over. Nothing was changed.',
};

/** The champion's desk. Names are of customers and colleagues. */
export const en = {
  title: 'Champion’s desk',
  intro: 'People who want someone to show them how. Whoever asked first is at the top.',
  onRecord: 'You see names and what people want. No notes. It is on record who looks.',
  links: { print: 'Print today’s list', guides: 'Guides', find: 'Find somebody and put them on the list' },
  kioskPin: 'Open the shared computers',
  waiting: (n: number) => plural('en', n, { zero: 'Nobody waits', one: '# person waits', other: '# people wait' }),
  nobody: 'Nobody waits at the moment. New people come to the top of this page when you open it again.',
  withChampion: 'With a champion',
  later: 'When they come in next',
  laterText: 'They asked for help before coming. Press “I’m with them” when they are here.',
  done: 'Done today',
  doneNone: 'Nobody yet today.',
  waits: (n: number) => plural('en', n, { zero: 'Just now', one: 'Waits for # minute', other: 'Waits for # minutes' }),
  since: (time: string) => `Since ${time}`,
  askedOn: (date: string) => `Asked ${date}`,
  kiosk: (name: string) => `Kiosk: ${name}`,
  wants: (task: string) => `Wants: ${task}`,
  with: (name: string) => `With ${name}`,
  level: (level: string) => `Profile: ${level}`,
  noLevel: 'Profile: not asked yet',
  take: 'I’m with them',
  about: (name: string) => `: ${name}`,
  open: 'Open',
  tasks,
  levels,
  origins,
  results,
  notices,
  undo: 'Undo',
  important: 'Important',
  print: {
    caption: 'Who wants help, and with what',
    title: (office: string, date: string) => `${office}: people who want help, ${date}`,
    name: 'Name',
    wants: 'Wants',
    asked: 'Asked',
    done: 'Done',
    how: 'Press Ctrl and P to print this page.',
    shred: 'Shred this sheet at the end of the day.',
  },
  add: {
    title: (name: string) => `Put ${name} on the list`,
    text: 'They are here and want someone to show them how.',
    wants: 'What do they want to do?',
    choose: 'Choose what they want to do',
    submit: 'Put on the list',
    link: 'Put on the list',
  },
  visit: {
    back: 'Champion’s desk',
    facts: 'About this visit',
    wants: 'Wants',
    asked: 'Asked',
    askedAt: (when: string, where: string) => `${when}, ${where}`,
    champion: 'With',
    nobody: 'Nobody yet',
    level: 'Profile',
    levelUnknown: 'Not asked yet',
    next: 'Next meeting',
    nextNone: 'None booked',
    ways: 'Ways to reach them',
    waysNone: 'None',
    kinds,
    ending: (kind: string, ending: string) => `${kind} ending in ${ending}`,
    beginning: (kind: string, beginning: string) => `${kind} beginning with ${beginning}`,
    guide: 'Guide for this',
    card: 'Make a card to sign in',
    over: 'This visit is over.',
    putBack: 'Put back on the list',
    finish: 'Finish the visit',
    finishText: 'It is then counted as a contact at the desk.',
    screen: {
      heading: 'Help on your own screen',
      states: agreements,
      signedOut: 'They are not signed in at the moment. They have to be, so that they can stop it.',
      sees: 'You will see their meeting, details and work clubs. Not their plan, messages or notes.',
      begin: 'Open their pages',
      end: 'End it',
      again: 'Ask them again',
    },
    did: {
      heading: 'What you did together',
      none: 'Nothing is written down yet.',
      inProfile: 'In their profile',
      add: 'Write down what you did',
      task: 'What did you do?',
      choose: 'Choose',
      result: 'Could they now do it alone?',
      agreed: (name: string) => `${name} agrees that we put this in their profile`,
      agreedHint: 'Ask them aloud. It only counts if they can do it alone.',
      submit: 'Write down',
      errors: { task: 'Choose what you did', result: 'Choose whether they can now do it alone' },
    },
  },
};
