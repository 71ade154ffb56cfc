import type { Level } from '~/domain/capability/assess-capability';
import type { AgeBand, ReaskReason } from '~/domain/capability/reassess';
import type { AccessNeed } from '~/domain/situation/access-need';

const levels: Record<Level, string> = {
  self_service: 'on their own',
  champion_first: 'first time with a champion',
  assisted: 'by phone, face to face or letter',
};

const reasons: Record<ReaskReason, string> = {
  six_months: 'They were asked six months ago or longer.',
  undelivered: 'The last three messages did not arrive.',
  never_signs_in: 'They have not used the portal for three months.',
  always_on_call_list: 'They were on the call list three times in 60 days.',
};

const ages: Record<AgeBand, string> = {
  under_25: 'Under 25',
  '25_to_34': '25 to 34',
  '35_to_49': '35 to 49',
  '50_to_64': '50 to 64',
  '65_and_over': '65 and over',
};

const needs: Record<AccessNeed, string> = {
  bsl: 'British Sign Language',
  interpreter: 'An interpreter',
  large_print: 'Large print',
  braille: 'Braille',
  audio: 'Audio',
  easy_read: 'Easy read',
  someone_with_me: 'Someone with them',
  step_free: 'Step-free',
  other: 'Something else',
};

/** Who is to be asked again, and whether the rules fall unevenly. */
export const en = {
  /** A small tag beside a name, for staff. */
  tag: levels,
  reasks: {
    title: 'To ask again',
    lead: 'Their answers about going online may not hold any more. Ask them again when you next talk.',
    whole: 'All customers of this office.',
    mine: 'Your own customers, and those who have no adviser.',
    none: 'There is nobody to ask again.',
    count: (n: number) => (n === 1 ? '1 to ask again' : `${n} to ask again`),
    reasons,
    since: (date: string) => `Since ${date}`,
    adviser: (name: string) => `Adviser: ${name}`,
    safety: 'For their safety nobody rings or writes. Ask when you meet.',
    profile: 'Their online profile',
    notNeeded: 'Not needed',
    about: (name: string) => `: ${name}`,
    more: (n: number) => `Only the first ${n} are shown.`,
    settled: 'Not needed, in the last 7 days',
    settledLine: (name: string, date: string) => `${name}: ${date}`,
    undo: 'Undo',
    closes: 'An entry goes away by itself when they have answered again.',
    done: {
      'not-needed': 'Noted: they need not be asked again',
      reopened: 'They are on the list again',
      over: 'Nothing was changed: this is settled already',
    },
  },
  fairness: {
    title: 'Is it fair?',
    lead: 'Once a month we look at whether the advice on going online falls unevenly on some people.',
    none: 'There is no check yet. The first one is made on the 1st of next month.',
    month: (month: string) => `Up to the end of ${month}`,
    earlier: 'Earlier months',
    made: (when: string) => `Worked out on ${when}.`,
    period: (month: string) => `The 12 months up to the end of ${month}.`,
    plain: {
      tooFew: 'There are too few people to say anything yet.',
      even: 'No group that is large enough stands out. Its shares are near those of everybody.',
      uneven: (groups: string) => `Look closer at: ${groups}. Their shares differ much from those of everybody.`,
    },
    columns: {
      group: 'Group',
      people: 'People asked',
      assisted: 'Advised: people, not online',
      overridden: 'Staff decided otherwise',
      otherWay: 'Asked for another way',
    },
    everybody: 'Everybody',
    headings: { age: 'By age', language: 'By language', access: 'By access need', need: 'By each access need' },
    ages: { ...ages, not_said: 'Not said' },
    languages: { en: 'English', cy: 'Welsh' },
    access: { any: 'Any access need', none: 'No access need' },
    needs,
    hidden: 'not shown',
    about: (n: number) => `about ${n}`,
    percent: (n: number) => `${n}%`,
    definitions: 'What is counted',
    meaning: [
      'People: those of this office with a finished profile. Only the newest profile of each person counts.',
      'Advised: people, not online: the rules advised phone, face to face or letter.',
      'Staff decided otherwise: a colleague chose something other than what was advised.',
      'Asked for another way: they used “I want another way” after they were asked.',
      'People are counted to the nearest 5 below. Shares are rounded to 5%.',
    ],
    small: (n: number) =>
      `A group of fewer than ${n} is not shown. Sometimes a larger one is hidden too, so that nobody can work the small one out.`,
    stands: (n: number) => `A group stands out when a share differs from that of everybody by ${n} points or more.`,
  },
};
