import { allowCustomer } from '~/http/allow.server';
import { takeBackOtherWay } from '~/http/profile-desk.server';
import { redirectWithin } from '~/http/redirect-within.server';

/** Changes nothing: the button is on the page. */
export const loader = allowCustomer(() => redirectWithin('/profile/another-way'));

/** "Take it back". */
export const action = allowCustomer(takeBackOtherWay);
