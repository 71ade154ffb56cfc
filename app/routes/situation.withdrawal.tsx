import { allowCustomer } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { takeBackSituation } from '~/http/situation-form.server';

/** Changes nothing: the button is on the page. */
export const loader = allowCustomer(() => redirectWithin('/situation'));

/** "Take it all back". */
export const action = allowCustomer(takeBackSituation);
