import type { ChannelReason } from '~/domain/messaging/choose-channel';
import type { MeasuredWay, MeasurePeriod } from '~/domain/contact/channel-measures';
import type { ContactService } from '~/domain/journey/contact-record';

const ways: Record<MeasuredWay, string> = {
  phone: 'Telephone',
  desk: 'At the desk',
  letter: 'Letter',
  home_visit: 'Visit at home',
  outreach: 'Outreach',
  text: 'Text',
  email: 'Email',
  video: 'Video',
  online: 'Online',
  kiosk: 'Shared computer',
  link: 'Link in a message',
};

const services: Record<ContactService, string> = {
  appointment: 'Meetings',
  plan: 'Action plan',
  details: 'Details',
  messages: 'Messages',
  work_club: 'Work clubs',
  situation: 'Situation',
  other: 'Anything else',
};

const periods: Record<MeasurePeriod, string> = {
  this_month: 'This month',
  last_month: 'Last month',
  three_months: 'Last 3 months',
  twelve_months: 'Last 12 months',
};

const why: Partial<Record<ChannelReason, string>> = {
  no_contact_point: 'we have no number or address',
  only_landline: 'they only have a landline that cannot be rung',
  opted_out: 'they asked us to stop',
  all_failed: 'nothing we have works any more',
  shared_number: 'someone else has the same number or email',
};

/** How people and the office were in touch. */
export const en = {
  title: 'How people are in touch',
  lead: 'By telephone, at the desk and online; with help or alone.',
  periodsLabel: 'Which time',
  periods,
  days: (from: string, until: string) => `From ${from} to ${until}.`,
  counted: (when: string) => `Counted at ${when}.`,
  csv: 'Download these figures (CSV)',
  services,
  ways,
  table: {
    heading: 'By service',
    none: 'There were no contacts.',
    service: 'Service',
    way: 'How',
    alone: 'Alone',
    helped: 'With help',
    all: 'All',
    every: 'All services',
    total: (alone: number, helped: number) => `${alone + helped} contacts: ${alone} alone, ${helped} with help.`,
    meaning:
      'A contact is something a colleague wrote down, something done in the portal, or an answer about a meeting. With help means a colleague did it for them or with them.',
  },
  trend: {
    heading: 'Month by month',
    month: 'Month',
    hours: 'Hours on the telephone and at the desk',
    digital: 'Contacts done alone online',
    meaning:
      'Hours are those that colleagues wrote down, and the time of help in the portal. Done alone online: in the portal, at a shared computer, by link or by text. The 12 whole months before this one.',
    picture: 'Each bar is one month. The table has the figures.',
  },
  sent: {
    heading: 'Messages that we sent',
    channel: 'How',
    count: 'Sent',
    channels: { sms: 'Text', email: 'Email', voice: 'Voice call', letter: 'Letter' },
    none: 'Nothing was sent.',
    meaning: 'Messages that a provider took, and letters that were printed.',
  },
  moved: {
    heading: 'From help to alone',
    title: 'Who came to do it alone',
    link: (n: number) => (n === 1 ? '1 person' : `${n} people`),
    meaning:
      'They did something alone at a visit, it was put on their profile, or their level went up. Each person counts once.',
    none: 'Nobody in this time.',
  },
  unreachable: {
    heading: 'On no working channel',
    title: 'On no working channel',
    link: (n: number, more: boolean) => (more ? `More than ${n} people` : n === 1 ? '1 person' : `${n} people`),
    meaning:
      'No text, email, call or letter can reach them: nothing is known, nothing works, they said no, or somebody else has the same number. It is as it stands now.',
    none: 'Everybody can be reached.',
    why,
    unknown: 'no way is left',
    safety: (n: number) =>
      n === 1 ? '1 more person gets nothing, for their safety.' : `${n} more people get nothing, for their safety.`,
    safetyHeading: 'Nothing is sent, for their safety',
    safetyLead: 'These people are not among the others. Talk to them when you meet.',
    more: (n: number) => `Only the first ${n} are shown.`,
  },
  back: 'Back to How people are in touch',
};
