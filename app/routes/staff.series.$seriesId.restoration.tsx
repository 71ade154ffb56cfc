import { allowStaff } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { backToPage, DIARY_ROLES } from '~/http/staff-desk.server';

/** Changes nothing: whoever comes here by the address bar belongs on the day's page. */
export const loader = allowStaff(DIARY_ROLES, () => redirectWithin('/staff/day'));

export const action = allowStaff(DIARY_ROLES, async ({ person, params, context }) => {
  const { seriesId = '' } = params;
  const { requestId, services } = context;
  const changed = await services.restoreSeries({ staff: person, seriesId, requestId });
  if (!changed.ok) throw notFound();
  const page = `/staff/customers/${changed.customerId}/series/${seriesId}`;
  return backToPage(page, changed.left > 0 ? 'series_restored_part' : 'series_restored', { id: seriesId });
});
