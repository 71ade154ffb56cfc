import type { TaskResult, VisitTask } from '~/domain/assisted/visit';
import type { VisitNotice } from '~/domain/assisted/visit-notice';
import { plural } from '../format';

/** What people want to do, as they say it. */
const tasks: Record<VisitTask, string> = {
  sign_in: 'Sign in',
  see_meeting: 'See my next meeting',
  change_meeting: 'Change the time of a meeting',
  use_plan: 'Use my plan',
  change_contact: 'Change my phone number or email',
  find_club: 'Find a work club',
  write_message: 'Write to my adviser',
  use_email: 'Use email',
  stay_safe: 'Stay safe online',
  find_jobs: 'Look for jobs online',
};

const results: Record<TaskResult, string> = {
  alone: 'You can do this by yourself',
  with_help: 'You can do this with help',
  not_yet: 'You want to try this again',
};

const notices: Record<VisitNotice, string> = {
  asked: 'You are on the list.',
  there_already: 'You were on the list before. You need not ask again.',
  taken_back: 'You are no longer on the list.',
  agreed: 'Thank you. You can stop it at any time.',
  refused: 'That is fine. You still get help.',
  stopped: 'It has stopped. Nobody else sees your pages now.',
  told: 'It is in your profile.',
};

/** Help from a digital champion, as the customer sees it. */
export const en = {
  title: 'Help at the jobcentre',
  what: 'Someone sits with you and shows you how. You do it, they help. It costs nothing.',
  guides: 'Read a guide',
  ask: 'Get help from someone at the jobcentre',
  tasks,
  form: {
    title: 'Get help from someone at the jobcentre',
    wants: 'What do you want to do?',
    when: 'When do you want help?',
    here: 'Now. I am at the jobcentre',
    later: 'The next time I come in',
    laterHint: 'You stay on the list for four weeks.',
    submit: 'Ask for help',
    errors: { wants: 'Choose what you want to do', when: 'Choose when you want help' },
  },
  open: {
    heading: (task: string) => `You asked for help with: ${task}`,
    hereNext: 'Someone comes to you here. Please stay near this place.',
    laterNext: 'When you come in, say your name at the desk. They see that you want help.',
    before: (n: number) =>
      plural('en', n, { zero: 'You are next.', one: '# person is before you.', other: '# people are before you.' }),
    tonight: 'If nobody can come today, you can ask again.',
    with: (name: string) => `${name} is with you.`,
    takeBack: 'I do not need help any more',
  },
  question: {
    heading: (name: string) => `${name} from the jobcentre would like to help you on their own screen.`,
    sees: (name: string) => `${name} can see:`,
    seen: ['your next meeting', 'your details', 'work clubs'],
    seesNot: (name: string) => `${name} cannot see:`,
    unseen: ['your plan', 'your messages', 'notes about you'],
    ends: 'It ends when you press Stop, when you sign out, or after half an hour.',
    fine: 'You can say no. You still get help.',
    yes: 'Yes, for this visit',
    no: 'No',
  },
  bar: {
    label: 'Help from the jobcentre',
    helping: (name: string) => `${name} can see your pages and is helping you.`,
    stop: 'Stop',
    asks: (name: string) => `${name} is with you.`,
    look: (name: string) => `What ${name} would like to ask`,
  },
  done: {
    heading: 'What you did',
    results,
    askProfile: 'May we put this in your profile?',
    yes: 'Yes, put it in my profile',
    about: (task: string) => `: ${task}`,
    otherwise: 'If you do not want that, do nothing.',
  },
  notices,
};
