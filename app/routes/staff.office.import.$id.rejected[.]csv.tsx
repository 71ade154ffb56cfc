import { allowStaff } from '~/http/allow.server';
import { csvFile, notFound } from '~/http/responses.server';

/** The lines that are not right, with the reasons. */
export const loader = allowStaff(['manager'], async ({ person, params, context }) => {
  const text = await context.services.writeRejects({ staff: person, id: params.id ?? '' });
  if (text === null) throw notFound();
  return csvFile({ name: 'rejected.csv', text });
});
