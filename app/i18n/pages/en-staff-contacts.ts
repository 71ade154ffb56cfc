import type { ContactField, ContactProblem } from '~/domain/journey/contact-form';
import type { ContactService, ContactWay } from '~/domain/journey/contact-record';
import { plural } from '../format';

const ways: Record<ContactWay, string> = {
  phone: 'Phone',
  desk: 'At the office',
  letter: 'Letter',
  home_visit: 'Home visit',
  outreach: 'Outreach',
  text: 'Text',
  email: 'Email',
  video: 'Video call',
  online: 'On the website',
};

const services: Record<ContactService, string> = {
  appointment: 'An appointment',
  plan: 'Their plan',
  details: 'Their details',
  messages: 'A message',
  work_club: 'A work club',
  situation: 'Their situation',
  other: 'Something else',
};

const fields: Record<ContactField, string> = {
  channel: 'How',
  direction: 'Who began',
  service: 'About',
  helped: 'We helped them do it',
  minutes: 'Minutes',
  on: 'Day',
  note: 'Note',
};

const problems: Record<ContactProblem, string> = {
  choose_channel: 'Choose how you were in touch',
  choose_direction: 'Choose who began',
  choose_service: 'Choose what it was about',
  not_minutes: 'Minutes must be a whole number from 1 to 480, like 10',
  not_a_date: 'Enter a date that exists, like 24/11/2026',
  ahead: 'The day must be today or in the past',
  too_long_ago: 'The day must be within the last three months',
  too_long: 'The note must be 200 characters or less',
};

export const en = {
  title: (name: string) => `Contacts: ${name}`,
  backToRecord: 'Back to the record',
  backToCustomers: 'Back to customers',
  add: 'Record a contact',
  addDesk: 'Record what happened at the desk',
  choose: 'Choose',
  fields,
  noteHint: 'One line. Managers do not see it.',
  submit: 'Record',
  problems,
  directions: { in: 'They got in touch', out: 'We got in touch' },
  ways,
  all: 'All',
  filter: 'Show by way of contact',
  list: 'In touch so far',
  listDesk: 'At the desk so far',
  none: 'Nothing is on record here.',
  notes: 'Notes are for advisers, so you do not see them.',
  about: (what: string) => `about: ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
  services,
  helped: 'helped',
  minutes: (n: number) => plural('en', n, { one: '# minute', other: '# minutes' }),
  by: (name: string) => `by ${name}`,
  calledThem: (outcome: string) => `We rang: ${outcome}`,
  weSent: (what: string) => `We sent: ${what}`,
  met: (name: string) => `They met ${name}`,
  theyTexted: 'They texted',
  theyWrote: 'They wrote in the journal',
  weWrote: 'We wrote in the journal',
  signedIn: 'They signed in',
  takeBack: 'Take back',
  newest: 'The newest',
  older: 'Older',
  latest: 'Latest contacts',
  seeAll: 'All contacts, and record one',
};
