import type { ContactService } from '../journey/contact-record';

/**
 * How a customer's action is done by another way than their own device.
 * `help`: a colleague does it in their pages while they talk (docs/helping.md) · `staff`: a colleague does it on their own pages ·
 * `same`: the same page · `theirs`: nobody does it for them; a card or the office's number takes its place · `device`: it belongs
 * to a telephone or computer of their own · `ring`: we ring them, because a letter cannot show who they are.
 */
export interface ActionWays {
  /** What it is counted as; null: it is no service, such as signing in. */
  service: ContactService | null;
  phone: 'help' | 'theirs';
  desk: 'help' | 'theirs';
  kiosk: 'same' | 'device';
  letter: 'staff' | 'ring' | 'theirs';
}

const can = (service: ContactService | null, letter: 'staff' | 'ring'): ActionWays => ({
  ...{ service, phone: 'help', desk: 'help', kiosk: 'same', letter },
});
/** Keys, codes and copies. */
const theirs = (kiosk: 'same' | 'device'): ActionWays => ({
  ...{ service: null, phone: 'theirs', desk: 'theirs', kiosk, letter: 'theirs' },
});
/** A link that came in a message does what the page of the meeting does; whoever has no message uses that. */
const link = (): ActionWays => ({ ...can(null, 'staff') });

/** Everything that customers do in the portal, by address pattern: the one table of `docs/channel-parity.md`. */
export const CUSTOMER_ACTIONS: Readonly<Record<string, ActionWays>> = {
  '/a/:token/cannot-come': link(),
  '/a/:token/confirmation': link(),
  '/a/:token/new-time': link(),
  '/adviser/messages/new': can('messages', 'staff'),
  '/adviser/messages/read': can(null, 'staff'),
  '/adviser/messages/taken-back': can('messages', 'ring'),
  '/appointments/:id/cannot-come': can('appointment', 'staff'),
  '/appointments/:id/confirmation': can('appointment', 'staff'),
  '/appointments/:id/earlier': can('appointment', 'ring'),
  '/appointments/:id/earlier-withdrawal': can('appointment', 'ring'),
  '/appointments/:id/feedback': can('appointment', 'staff'),
  '/appointments/:id/new-time': can('appointment', 'staff'),
  '/calendar/address': theirs('device'),
  '/calendar/end': theirs('device'),
  '/call-request': can('other', 'staff'),
  '/clubs/:ref/going': can('work_club', 'ring'),
  '/clubs/:ref/going-undo': can('work_club', 'ring'),
  '/details/access-needs': can('details', 'ring'),
  '/details/check': theirs('same'),
  '/details/check/code': theirs('same'),
  // In a help a new number counts at once, after the questions: nobody is asked to say a code aloud.
  '/details/contact-changes/:id': { ...theirs('same'), service: 'details' },
  '/details/contact-changes/:id/cancellation': can('details', 'ring'),
  '/details/contact-changes/:id/code': theirs('same'),
  '/details/contact-preferences': can('details', 'ring'),
  '/details/contacts/:id/change': can('details', 'ring'),
  '/details/contacts/:id/opt-out': can('details', 'ring'),
  '/details/contacts/:id/removal': can('details', 'ring'),
  '/details/contacts/new': can('details', 'ring'),
  '/details/download/file': theirs('device'),
  '/details/language': can('details', 'ring'),
  '/details/name': can('details', 'ring'),
  '/details/sharing/:id/consent': can('details', 'ring'),
  '/details/sharing/:id/withdrawal': can('details', 'ring'),
  '/help/end': can(null, 'ring'),
  '/near-me/:id/withdrawal': can('situation', 'ring'),
  '/near-me/choice': can('situation', 'ring'),
  '/o/:token/no': link(),
  '/o/:token/yes': link(),
  '/plan/reminders': can('plan', 'ring'),
  '/plan/steps/:id/cannot': can('plan', 'staff'),
  '/plan/steps/:id/change': can('plan', 'ring'),
  '/plan/steps/:id/done': can('plan', 'staff'),
  '/plan/steps/:id/help': can('plan', 'staff'),
  '/plan/steps/:id/removal': can('plan', 'staff'),
  '/plan/steps/:id/reopening': can('plan', 'staff'),
  '/plan/steps/:id/restoration': can('plan', 'staff'),
  '/plan/steps/new': can('plan', 'staff'),
  // Each question is saved by itself; what counts is that they were answered.
  '/profile/:question': can(null, 'ring'),
  '/profile/age': can(null, 'ring'),
  '/profile/another-way': can(null, 'ring'),
  '/profile/another-way/request': can('other', 'staff'),
  '/profile/another-way/withdrawal': can('other', 'ring'),
  '/profile/check': can('details', 'ring'),
  '/sign-in': theirs('same'),
  '/sign-in-methods/other-sessions': theirs('device'),
  '/sign-in-methods/passkey': theirs('device'),
  '/sign-in-methods/passkey/question': theirs('device'),
  '/sign-in-methods/passkeys/:id/name': theirs('device'),
  '/sign-in-methods/passkeys/:id/removal': theirs('device'),
  '/sign-in-methods/password': theirs('device'),
  '/sign-in-methods/password/removal': theirs('device'),
  '/sign-in/call': theirs('same'),
  '/sign-in/card': theirs('same'),
  '/sign-in/code': theirs('same'),
  '/sign-in/passkey': theirs('device'),
  '/sign-in/passkey/question': theirs('device'),
  '/sign-in/password': theirs('same'),
  '/sign-out': theirs('same'),
  '/situation': can('situation', 'ring'),
  '/situation/outlook': can('situation', 'ring'),
  '/situation/outlook/withdrawal': can('situation', 'ring'),
  '/situation/withdrawal': can('situation', 'ring'),
  // What somebody agrees to at a visit they press themselves, on their own screen.
  '/visits/:id/agreement': theirs('same'),
  '/visits/:id/profile': theirs('same'),
  '/visits/:id/stop': theirs('same'),
  '/visits/:id/withdrawal': can('other', 'ring'),
  '/visits/new': can('other', 'staff'),
};

/** The service that a form belongs to, by the address pattern it is sent to; null where it is none, such as signing in. */
export function serviceOf(pattern: string): ContactService | null {
  return Object.hasOwn(CUSTOMER_ACTIONS, pattern) ? CUSTOMER_ACTIONS[pattern]!.service : null;
}
