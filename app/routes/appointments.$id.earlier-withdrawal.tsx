import { allowCustomer } from '~/http/allow.server';
import { leave, ownDesk } from '~/http/appointment-desk.server';
import { redirectWithin } from '~/http/redirect-within.server';

/** Changes nothing: the button is on the page about earlier times. */
export const loader = allowCustomer((visit) => redirectWithin(`${ownDesk(visit).base}/earlier`));

/** "I'll keep the time I have". */
export const action = allowCustomer(async (visit) => {
  const desk = ownDesk(visit);
  const answered = await visit.context.services.withdrawEarlier(desk.key);
  return answered === 'done' ? redirectWithin(`${desk.base}/earlier?done=withdrawn`) : leave(desk, answered);
});
