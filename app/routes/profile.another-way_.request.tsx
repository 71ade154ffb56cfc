import { allowCustomer } from '~/http/allow.server';
import { askAnotherWay } from '~/http/profile-desk.server';
import { redirectWithin } from '~/http/redirect-within.server';

/** Changes nothing: the button is on the page before. */
export const loader = allowCustomer(() => redirectWithin('/profile/another-way'));

/** "Send". */
export const action = allowCustomer(askAnotherWay);
