import { isProvedToHelper } from '~/domain/assisted/help';
import type { SignedInCustomer } from '~/services/sessions.server';
import type { Visit } from './allow.server';
import { redirectWithin } from './redirect-within.server';
import { readSessionCookie } from './session-cookie.server';

type OwnVisit = Pick<Visit<SignedInCustomer>, 'request' | 'context' | 'person' | 'url'>;

/**
 * Before somebody changes how they are reached, or takes their data: who has not signed in lately is asked for a code first,
 * and comes back to the same page. Whoever has just answered a colleague's questions, or sits in front of them, has proved it
 * for that help; at a visit to the champion they have not. Throws the redirect.
 */
export async function askWhoItIs({ request, context, person, url }: OwnVisit): Promise<void> {
  if (person.help) {
    if (isProvedToHelper(person.help)) return;
    throw redirectWithin('/help/only-them');
  }
  const cookie = readSessionCookie(request) ?? '';
  const use = request.method === 'POST' ? 'send' : 'open';
  if (await context.services.isLatelyProved({ customerId: person.id, cookie, use })) return;
  const kind = url.searchParams.get('kind');
  const next = `${url.pathname}${kind ? `?kind=${kind}` : ''}`;
  throw redirectWithin(`/details/check?next=${encodeURIComponent(nextPage(next))}`);
}

/** Where to go on after the check: one of the pages of "My details", and nowhere else. */
export function nextPage(wanted: string | null): string {
  return wanted && /^\/details(\/[a-z0-9-]+)*(\?kind=[a-z]+)?$/.test(wanted) ? wanted : '/details';
}
