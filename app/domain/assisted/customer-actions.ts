import type { ContactService } from '../journey/contact-record';

/** What customers do in the portal, by address pattern, and which service each belongs to. */
const CUSTOMER_ACTIONS: Record<string, ContactService> = {
  '/appointments/:id/cannot-come': 'appointment',
  '/appointments/:id/confirmation': 'appointment',
  '/appointments/:id/earlier': 'appointment',
  '/appointments/:id/earlier-withdrawal': 'appointment',
  '/appointments/:id/feedback': 'appointment',
  '/appointments/:id/new-time': 'appointment',
  '/adviser/messages/new': 'messages',
  '/adviser/messages/taken-back': 'messages',
  '/call-request': 'other',
  '/clubs/:ref/going': 'work_club',
  '/clubs/:ref/going-undo': 'work_club',
  '/details/access-needs': 'details',
  '/details/contact-changes/:id': 'details',
  '/details/contact-changes/:id/cancellation': 'details',
  '/details/contact-preferences': 'details',
  '/details/contacts/:id/change': 'details',
  '/details/contacts/:id/opt-out': 'details',
  '/details/contacts/:id/removal': 'details',
  '/details/contacts/new': 'details',
  '/details/language': 'details',
  '/details/name': 'details',
  '/details/sharing/:id/consent': 'details',
  '/details/sharing/:id/withdrawal': 'details',
  '/near-me/:id/withdrawal': 'situation',
  '/near-me/choice': 'situation',
  '/plan/reminders': 'plan',
  '/plan/steps/:id/cannot': 'plan',
  '/plan/steps/:id/change': 'plan',
  '/plan/steps/:id/done': 'plan',
  '/plan/steps/:id/help': 'plan',
  '/plan/steps/:id/removal': 'plan',
  '/plan/steps/:id/reopening': 'plan',
  '/plan/steps/:id/restoration': 'plan',
  '/plan/steps/new': 'plan',
  '/profile/another-way/request': 'other',
  '/profile/another-way/withdrawal': 'other',
  '/profile/check': 'details',
  '/situation': 'situation',
  '/situation/outlook': 'situation',
  '/situation/outlook/withdrawal': 'situation',
  '/situation/withdrawal': 'situation',
};

/** The service that a form belongs to, by the address pattern it is sent to; null where it is none, such as signing in. */
export function serviceOf(pattern: string): ContactService | null {
  return Object.hasOwn(CUSTOMER_ACTIONS, pattern) ? CUSTOMER_ACTIONS[pattern]! : null;
}
