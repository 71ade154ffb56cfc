import type { VisitTask } from '~/domain/assisted/visit';

/** What the buttons and places of the portal are called on screen, so that a guide names what people see. */
export interface Shown {
  signIn: string;
  sendCode: string;
  home: string;
  meetings: string;
  plan: string;
  clubs: string;
  adviser: string;
  details: string;
  willCome: string;
  cannotCome: string;
  pickAnother: string;
  continue: string;
  stepDone: string;
  stepHelp: string;
  change: string;
  findClubs: string;
  going: string;
  write: string;
  send: string;
  signOut: string;
}

// A type and not an interface: a catalogue takes only what has no further fields.
type Guide = {
  title: string;
  steps: (b: Shown) => readonly string[];
  /** What to watch out for. */
  watch: readonly string[];
};

const guides: Record<VisitTask, Guide> = {
  sign_in: {
    title: 'Sign in',
    steps: (b) => [
      `Open the portal and press “${b.signIn}”.`,
      'Type your mobile number or your email.',
      `Press “${b.sendCode}”.`,
      'Wait for the text or email. It has six numbers.',
      `Type the six numbers and press “${b.signIn}”.`,
      `When you are done, press “${b.signOut}”.`,
    ],
    watch: ['The code works for ten minutes.', 'Nobody from the jobcentre ever asks you for the code.'],
  },
  see_meeting: {
    title: 'See your next meeting',
    steps: (b) => [
      'Sign in. Your next meeting is at the top of the first page.',
      'Read the day, the time and the place.',
      `Press “${b.willCome}” if you can come.`,
      `To see all of them, press “${b.meetings}” at the foot of the page.`,
    ],
    watch: ['If you are not sure where to go, call the number at the foot of the page.'],
  },
  change_meeting: {
    title: 'Change the time of a meeting',
    steps: (b) => [
      `Sign in and press “${b.meetings}”.`,
      'Press the meeting that you want to change.',
      `Press “${b.cannotCome}”.`,
      `You need not say why. Press “${b.continue}”.`,
      `Press “${b.pickAnother}” and choose a time.`,
      'Read the new time. You get a message with it.',
    ],
    watch: ['You keep your old time until you pick a new one.'],
  },
  use_plan: {
    title: 'Use your plan',
    steps: (b) => [
      `Sign in and press “${b.plan}”.`,
      'Read your steps. Each has a day.',
      'Press a step to see what you can do with it.',
      `If it is done, press “${b.stepDone}”.`,
      `If it is hard, press “${b.stepHelp}”. Your adviser sees that.`,
    ],
    watch: ['A day that is past is not too late.', 'If you press the wrong thing, press Undo.'],
  },
  change_contact: {
    title: 'Change your phone number or email',
    steps: (b) => [
      `Sign in and press “${b.details}”.`,
      `Find your phone number or email. Press “${b.change}” beside it.`,
      'Type the new one. Check each number or letter.',
      `Press “${b.continue}”. We send a code to the new one.`,
      'Type the six numbers. Now the new one is saved.',
    ],
    watch: ['You need the new phone or email with you, for the code.', 'We tell the old number as well.'],
  },
  find_club: {
    title: 'Find a work club',
    steps: (b) => [
      `Press “${b.clubs}” at the foot of the page.`,
      'Type the first half of your postcode.',
      `Press “${b.findClubs}”. The nearest is at the top.`,
      'Press a club to see when it meets and where.',
      `Press “${b.going}” if you want to go. You can also just turn up.`,
    ],
    watch: ['Clubs are free. Nobody there takes your money or your bank details.'],
  },
  write_message: {
    title: 'Write to your adviser',
    steps: (b) => [
      `Sign in and press “${b.adviser}”.`,
      `Press “${b.write}”.`,
      'Type what you want to say. Short is fine.',
      'Read it once more.',
      `Press “${b.send}”.`,
    ],
    watch: ['It is read on working days. If it cannot wait, call.', 'Do not write passwords or bank details.'],
  },
  use_email: {
    title: 'Use email',
    steps: () => [
      'Open your email on your phone or the computer.',
      'The newest email is at the top. Press it to read it.',
      'To answer, press Reply and type.',
      'Press Send.',
      'If an email is missing, look in the folder called Spam or Junk.',
      'On a computer that others use, sign out when you are done.',
    ],
    watch: [
      'Your email password is yours alone. Type it yourself.',
      'Do not open a file from somebody you do not know.',
    ],
  },
  stay_safe: {
    title: 'Stay safe online',
    steps: () => [
      'Stop and look. Who is it from?',
      'Does it rush you, or want money or a code? Then it may be a trick.',
      'Do not press the link. Do not answer.',
      'Ask somebody you trust, or ask us here.',
      'Send a strange text on to 7726. That is free.',
    ],
    watch: ['We never ask for your code, your password or your bank card.', 'It happens to everyone. Tell us soon.'],
  },
  find_jobs: {
    title: 'Look for jobs online',
    steps: () => [
      'Open a site with jobs, such as Find a job on GOV.UK.',
      'Type a job and your town.',
      'Press Search. Read a few that fit.',
      'Write down the name, the place and the last day to apply.',
      'To apply, read the form once before you fill it in.',
      'Ask us to read it with you before you send it.',
    ],
    watch: ['A real job never asks you to pay first.', 'Give no bank details before you have the job.'],
  },
};

/** Guides to help somebody with one thing. */
export const en = {
  title: 'Guides',
  intro: 'One page for each thing. Print it and take it home.',
  introStaff: 'One page for each thing. Print it, put it between you, and let them do it.',
  helpWith: (task: string) => `Help with this: ${task}`,
  steps: 'What to do',
  watch: 'Watch out for this',
  champion: 'For whoever helps',
  championRules: [
    'Sit beside them. They hold the mouse or the phone.',
    'Never type for them. Say what to press, and wait.',
    'Never ask for their password or their code. Look away while they type it.',
    'Let them do it once more alone.',
  ],
  print: 'Press Ctrl and P to print this page. It fits on one sheet.',
  back: 'All guides',
  picture: (title: string) => `Picture: ${title}`,
  get: 'Get help from someone at the jobcentre',
  guides,
};
