import { allowCustomer } from '~/http/allow.server';
import { stepKey, toPlan } from '~/http/plan-desk.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';

/** Changes nothing: whoever comes here by the address bar belongs on the plan. */
export const loader = allowCustomer(() => redirectWithin('/plan'));

export const action = allowCustomer(async (visit) => {
  const key = stepKey(visit);
  const set = await visit.context.services.setOwnStepEnded({ ...key, ended: false });
  if (!set.ok) throw notFound();
  return toPlan('reopened', key.stepId);
});
