import type { Role } from '~/domain/access/role';
import type { StaffBar } from '~/domain/office/office-form';
import { plural } from '../format';

const roles: Record<Role, string> = {
  adviser: 'Adviser',
  champion: 'Digital champion',
  organiser: 'Work club organiser',
  manager: 'Manager',
  administrator: 'Administrator',
  partner: 'Partner',
};

const roleHints: Record<Role, string> = {
  adviser: 'Sees customers, and has a diary.',
  champion: 'Helps customers to sign in. Sees names alone.',
  organiser: 'Keeps work clubs. Sees no customers.',
  manager: 'As an adviser, and keeps rules, settings and staff.',
  administrator: 'Keeps settings and staff, and partners. Sees no customers.',
  partner: 'Sees the plans that customers share with their organisation.',
};

const bars: Record<StaffBar, string> = {
  own: 'You cannot do this to yourself. Ask another manager or administrator.',
  last_manager: 'This is the only manager who can sign in. Make somebody else a manager first.',
  last_administrator: 'This is the only administrator who can sign in. Make somebody else an administrator first.',
  not_yours: 'Only an administrator can do this.',
  has_work: 'People or appointments are still with them. Move those first.',
};

/** Those who work in an office, and leaving. */
export const en = {
  title: 'Staff',
  lead: 'Who works here and what they may do. A change counts at once: they are signed out.',
  add: 'Add somebody',
  back: 'Back to Staff',
  roles,
  roleHints,
  states: { here: 'Works here', invited: 'Invited', no_sign_in: 'Cannot sign in', left: 'Left' },
  customers: (n: number) => plural('en', n, { one: '# customer', other: '# customers' }),
  signedIn: (when: string) => `Signed in last on ${when}`,
  neverSignedIn: 'Has not signed in yet',
  invitedUntil: (when: string) => `Invitation works until ${when}`,
  leftOn: (when: string) => `Left on ${when}`,
  ofPartner: (name: string) => `From ${name}`,
  open: 'Open',
  about: (name: string) => `: ${name}`,
  email: 'Work email',
  noEmail: 'None',
  role: 'Role',
  state: 'Sign-in',
  customersKey: 'Customers',
  changeRole: 'Change role',
  changeProfile: 'Change name and profile',
  resetSignIn: 'Reset sign-in',
  invite: 'Invite to sign in',
  leaving: 'They are leaving',
  comeBack: 'They are back',
  addTitle: 'Add somebody',
  addLead: {
    email:
      'They get an email with a link that works for 48 hours. There they set a password and their authenticator app.',
    hand: 'You get a link for them that works for 48 hours. There they set a password and their authenticator app.',
  },
  addSubmit: 'Add and invite',
  inviteTitle: (name: string) => `Sign-in of ${name}`,
  inviteLead: 'Their password, their app and any earlier invitation stop working at once, and they are signed out.',
  inviteSubmit: 'Send an invitation',
  inviteByHand: 'Make an invitation',
  handTitle: 'Their link, shown once',
  hand: (name: string) =>
    `Give this to ${name} and to nobody else. Whoever has it can set the password. It works once, for 48 hours.`,
  handGone: 'Their link was shown before and cannot be shown again. Make another if it is lost.',
  handDone: 'Go to their page',
  roleTitle: (name: string) => `Role of ${name}`,
  roleLead: 'They are signed out, and have what the new role has when they sign in again.',
  noPartner: 'None',
  profileTitle: (name: string) => `Profile of ${name}`,
  ownProfile: 'About you',
  profileLead: 'Customers see this on the page about their adviser.',
  leavingTitle: (name: string) => `${name} is leaving`,
  leavingLead: 'Nobody is left without an adviser. These have to be settled first:',
  nothingLeft: 'Nobody is with them any more, and nothing is in their diary.',
  ties: {
    customers: (n: number) =>
      plural('en', n, { one: '# customer has them as adviser', other: '# customers have them as adviser' }),
    appointments: (n: number) =>
      plural('en', n, { one: '# appointment to come is with them', other: '# appointments to come are with them' }),
    groups: (n: number) =>
      plural('en', n, { one: '# group session to come is theirs', other: '# group sessions to come are theirs' }),
  },
  transfer: 'Give the customers to colleagues',
  seeDiary: 'Open their diary',
  managerSettles: 'A manager of the office does this. You can finish here when nothing is left.',
  meetings: 'Appointments to come',
  meetingsHint: 'Open each to move it to a colleague, or to call it off. Give the customers to colleagues first.',
  seeGroups: 'Open group sessions',
  happens: 'When you finish:',
  then: {
    signIn: 'they cannot sign in any more, from now on',
    away: (n: number) => plural('en', n, { one: '# cover for them ends', other: '# covers for them end' }),
    standsIn: (n: number) =>
      plural('en', n, {
        one: '# cover that they do ends. Set another for that colleague',
        other: '# covers that they do end. Set others for those colleagues',
      }),
    calls: (n: number) =>
      plural('en', n, { one: '# open call goes to a manager', other: '# open calls go to a manager' }),
  },
  finish: 'Finish: they have left',
  bars,
  notices: {
    added: 'They are added, and an email with their invitation is on its way.',
    invited: 'An email with a new invitation is on its way.',
    role: 'Their role is changed. They are signed out.',
    profile: 'The profile is saved.',
    unchanged: 'Nothing was different, so nothing was saved.',
    left: 'They have left. They cannot sign in any more.',
    returned: 'They are back. They sign in as before.',
  },
  undo: 'Undo',
};
