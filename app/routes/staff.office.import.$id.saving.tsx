import { allowStaff } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';

/** Changes nothing: the button is on the file's page. */
export const loader = allowStaff(['manager'], ({ params }) =>
  redirectWithin(`/staff/office/import/${encodeURIComponent(params.id ?? '')}`),
);

export const action = allowStaff(['manager'], async ({ person, params, context }) => {
  const id = params.id ?? '';
  const saved = await context.services.saveFile({ staff: person, id });
  if (saved === 'not_found') throw notFound();
  return redirectWithin(`/staff/office/import/${id}?done=${saved}`);
});
