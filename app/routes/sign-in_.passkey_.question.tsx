import { json } from '@remix-run/node';
import { allowAnyone } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { readSignInCookie, signInCookie } from '~/http/sign-in-cookie.server';

/** Changes nothing: the script of the page asks with a POST. */
export const loader = allowAnyone(() => redirectWithin('/sign-in/passkey'));

/** What this browser has to sign, for the script. */
export const action = allowAnyone(async ({ request, context }) => {
  const { services, address, publicUrl } = context;
  const browserSecret = readSignInCookie(request) ?? services.newBrowserSecret();
  const asked = await services.askForPasskey({ browserSecret, address });
  if (!asked.ok) return json({}, { status: 429 });
  return json(asked.options, { headers: { 'Set-Cookie': signInCookie(publicUrl, browserSecret) } });
});
